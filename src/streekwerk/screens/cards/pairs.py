"""The choice of two measures to set beside each other."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from streekwerk.learning import card_queries
from streekwerk.learning.comparing import comparable
from streekwerk.learning.models import Round, RunState
from streekwerk.registers.codes import MeasureType
from streekwerk.screens.design.templatetags.design import reader_language


class PairForm(forms.Form):
    """Which measure is compared with which; only those that enough people started."""

    measure = forms.ChoiceField(label=_("Vergelijk"))
    against = forms.ChoiceField(label=_("met"))

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 - Django's own signature
        codes: tuple[str, ...],
        measure: str = "",
        **kwargs: Any,  # noqa: ANN401 - Django's own signature
    ) -> None:
        super().__init__(*args, **kwargs)
        language = reader_language()
        named = sorted((capfirst(MeasureType(c).label.in_language(language)), c) for c in codes)
        every = [(code, label) for label, code in named]
        for name in ("measure", "against"):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)  # noqa: S101 - for the type checker
            field.choices = [("", _("Kies een voorziening")), *every]
        if measure:
            self.fields["measure"].widget = forms.HiddenInput()
            self.fields["measure"].initial = measure
            self.fields["against"].label = _("Vergelijk met")
            self.fields["against"].choices = [  # type: ignore[attr-defined]  # a ChoiceField, as above
                ("", _("Kies een voorziening")),
                *(each for each in every if each[0] != measure),
            ]


def pair_form(round_: Round | None, measure: str = "") -> PairForm | None:
    """Return the form for a round; None while there is nothing to choose between."""
    if round_ is None or round_.state != RunState.DONE:
        return None
    codes = comparable(card_queries.cohort_of(round_))
    if len(codes) < 2 or (measure and measure not in codes):
        return None
    return PairForm(codes=codes, measure=measure)
