"""A form with every kind of field, for the style guide."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class ExampleForm(forms.Form):
    """What a researcher might be asked; nothing is stored."""

    name = forms.CharField(
        label=_("Naam van het onderzoek"),
        help_text=_("Zo herkent een collega het, bijvoorbeeld “Jobcoaching 2024”."),
    )
    outcome = forms.ChoiceField(
        label=_("Welke uitkomst telt?"),
        choices=[
            ("", _("Kies een uitkomst")),
            ("work", _("werk, 12 maanden na de start")),
            ("exit", _("geen uitkering meer")),
        ],
    )
    design = forms.ChoiceField(
        label=_("Hoe kwamen mensen in de groep?"),
        widget=forms.RadioSelect,
        choices=[
            ("lottery", _("door loting")),
            ("choice", _("door een keuze van henzelf of de klantmanager")),
            ("unknown", _("dat weten we niet")),
        ],
    )
    start = forms.DateField(
        label=_("Eerste startdatum"), widget=forms.DateInput(attrs={"type": "date"})
    )
    remarks = forms.CharField(label=_("Opmerkingen"), required=False, widget=forms.Textarea)
    records = forms.FileField(
        label=_("Bestand met gegevens"), help_text=_("CSV, Excel of Parquet, ten hoogste 200 MB.")
    )
    checked = forms.BooleanField(label=_("De namen en nummers zijn uit het bestand gehaald"))
