"""How long files are kept, and why one is kept longer."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from streekwerk.people.actions.retention import MOST_MONTHS


class TermForm(forms.Form):
    """The term of the municipality, and where it stands."""

    use_required_attribute = False
    months = forms.IntegerField(
        label=_("Hoeveel maanden na het sluiten?"),
        min_value=1,
        max_value=MOST_MONTHS,
        help_text=_("Vijf jaar is 60 maanden, tien jaar is 120."),
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )
    source = forms.CharField(
        label=_("Waar staat dat?"),
        max_length=200,
        help_text=_("Bijvoorbeeld: Selectielijst gemeenten 2020, en het nummer van het resultaat."),
    )


class KeepForm(forms.Form):
    """Why a file stays."""

    use_required_attribute = False
    words = forms.CharField(
        label=_("Waarom blijft dit dossier?"),
        max_length=300,
        help_text=_("Geen namen: dit blijft staan als het dossier er niet meer is."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
