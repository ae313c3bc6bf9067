"""The filter above the cards: three plain choices in the address."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from streekwerk.learning.models import MeasureKind, OutcomeKind
from streekwerk.screens.design.templatetags.design import reader_language


class CardFilter(forms.Form):
    """Measure, outcome and source; an unknown choice is ignored."""

    measure = forms.ChoiceField(label=_("Maatregel"), required=False)
    outcome = forms.ChoiceField(label=_("Gevolg voor"), required=False)
    source = forms.ChoiceField(label=_("Bron"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - Django's own signature
        super().__init__(*args, **kwargs)
        language = reader_language()
        everything: list[tuple[str, Any]] = [("", _("Alles"))]
        choices: dict[str, list[tuple[str, Any]]] = {
            "measure": [(k.value, k.words.in_language(language)) for k in MeasureKind],
            "outcome": [(k.value, k.words.in_language(language)) for k in OutcomeKind],
            "source": [("region", _("Onze regio")), ("study", _("Gepubliceerd onderzoek"))],
        }
        for name, own in choices.items():
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)  # noqa: S101 - for the type checker
            field.choices = everything + own

    def chosen(self) -> dict[str, str]:
        """Return the choices made, as far as they exist."""
        self.is_valid()
        return {name: self.cleaned_data.get(name, "") for name in self.fields}
