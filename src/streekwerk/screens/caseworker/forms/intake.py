"""Forms to begin a file, to find one, and to give a reason."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from streekwerk.guidance.file.catalogue import FIELDS
from streekwerk.people.queries.caseload import BY_DATE, BY_NAME
from streekwerk.people.signals import SIGNALS
from streekwerk.screens.caseworker.forms.facts import day_field, form_field
from streekwerk.screens.caseworker.forms.plans import area
from streekwerk.screens.design.templatetags.design import reader_language

ASKED = ("wish_work", "phone", "contact_help")


class IntakeForm(forms.Form):
    """Name, birth date, and the first questions. Everything but the name may wait."""

    first_name = forms.CharField(label=_("Voornaam"), max_length=60)
    last_name = forms.CharField(label=_("Achternaam"), max_length=80)
    birth_date = day_field(_("Geboortedatum"), required=False)
    bsn = forms.CharField(
        label=_("Burgerservicenummer"),
        required=False,
        max_length=14,
        help_text=_(
            "Hiermee vinden we uitkering en voorzieningen terug. Het nummer zelf bewaren we niet."
        ),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )

    def __init__(self, *args: Any, from_register: bool = False, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        if from_register:
            del self.fields["bsn"]
            self.fields["birth_date"].required = True
        for key in ASKED:
            self.fields[key] = form_field(FIELDS[key])

    def values(self) -> dict[str, object]:
        """Return the further fields that were filled in."""
        return {key: self.cleaned_data[key] for key in ASKED if self.cleaned_data.get(key)}


class ReasonForm(forms.Form):
    """Why a colleague's file is needed."""

    reason = area(_("Waarom hebt u dit dossier nodig?"), rows=2)


class FindForm(forms.Form):
    """A name to look for in the municipality."""

    naam = forms.CharField(label=_("Naam"), max_length=80, required=False)


class CaseloadFilter(forms.Form):
    """Name, reason to look, order, and for a team manager whose; all in the address."""

    naam = forms.CharField(label=_("Naam"), max_length=80, required=False)
    reden = forms.ChoiceField(label=_("Wat vraagt aandacht"), required=False)
    volgorde = forms.ChoiceField(
        label=_("Volgorde"),
        required=False,
        choices=((BY_NAME, _("Op naam")), (BY_DATE, _("Op eerste afspraak"))),
    )
    van = forms.ChoiceField(label=_("Klantmanager"), required=False)

    def __init__(self, colleagues: list[tuple[str, str]], data: Any = None) -> None:  # noqa: ANN401
        super().__init__(data)
        language = reader_language()
        reasons = [("", _("Alles"))] + [
            (key, each.words.in_language(language).capitalize()) for key, each in SIGNALS.items()
        ]
        self.fields["reden"].choices = reasons  # type: ignore[attr-defined]  # a ChoiceField, above
        if colleagues:
            self.fields["van"].choices = [("", _("Iedereen")), *colleagues]  # type: ignore[attr-defined]
        else:
            del self.fields["van"]

    def chosen(self) -> dict[str, str]:
        """Return what was chosen; what is unknown is left out."""
        self.is_valid()
        return {key: value for key, value in getattr(self, "cleaned_data", {}).items() if value}
