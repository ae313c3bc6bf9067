"""What a business case asks of an employer; everything else is assumed and said so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from streekwerk.rights import national_parameters
from streekwerk.work.casework import Assumptions

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise as Words

WAGE_VALUE = (50.0, 70.0, 90.0)


def _number(
    label: Words,
    lowest: float,
    highest: float,
    help_text: Words = "",
    *,
    required: bool = True,
) -> forms.FloatField:
    return forms.FloatField(
        label=label,
        min_value=lowest,
        max_value=highest,
        help_text=help_text,
        required=required,
    )


class CaseForm(forms.Form):
    """A few figures that the employer knows better than anybody."""

    use_required_attribute = False

    start = forms.DateField(
        label=_("Eerste werkdag"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("De bedragen uit de wet zijn die van deze dag."),
    )
    wage_likely = _number(
        _("Wat presteert iemand bij de start, in procenten van gewoon?"),
        1,
        100,
        _("De loonwaarde die u het meest waarschijnlijk vindt. Een aanname is goed genoeg."),
    )
    wage_lowest = _number(_("Op zijn laagst, in procenten"), 0, 100)
    wage_highest = _number(_("Op zijn hoogst, in procenten"), 1, 100)
    subsidy = forms.BooleanField(
        label=_("Reken met loonkostensubsidie en no-riskpolis"),
        required=False,
        help_text=_(
            "Die zijn er voor een deel van de mensen. Voor wie, hoort u pas bij plaatsing."
        ),
    )
    employer_charges = _number(
        _("Uw werkgeverslasten, in procenten van het brutoloon"),
        0,
        60,
        _("Ingevuld staat het percentage uit de Regeling loonkostensubsidie."),
    )
    used = _number(
        _("Hoeveel procent van de vrijgekomen tijd gebruikt u echt?"),
        1,
        100,
        _("Leeg is onze aanname: waarschijnlijk 80 procent."),
        required=False,
    )
    stay = _number(
        _("Hoeveel jaar blijft iemand, denkt u?"),
        0.25,
        20,
        _("Leeg is onze aanname: waarschijnlijk twee en een half jaar."),
        required=False,
    )
    setup = _number(
        _("Wat kost het u eenmalig om het werk anders in te richten, in euro's?"),
        0,
        500_000,
        _("Leeg is onze aanname: waarschijnlijk 3.000 euro."),
        required=False,
    )

    def __init__(self, before: Assumptions | None, data: Any = None) -> None:  # noqa: ANN401 - Django's own
        super().__init__(data, initial=_first(before))

    def clean(self) -> dict[str, Any]:
        """Refuse a lowest above the likely, or a likely above the highest."""
        given = super().clean() or {}
        names = ("wage_lowest", "wage_likely", "wage_highest")
        known = [given[name] for name in names if given.get(name) is not None]
        if len(known) == len(names) and known != sorted(known):
            self.add_error(
                "wage_likely", _("Dit moet tussen het laagste en het hoogste percentage liggen.")
            )
        return given

    def assumptions(self) -> Assumptions:
        """Return what was filled in."""
        given = self.cleaned_data
        return Assumptions(
            start=given["start"],
            employer_charges=given["employer_charges"] / 100,
            wage_value=(given["wage_lowest"], given["wage_likely"], given["wage_highest"]),
            subsidy=given["subsidy"],
            used=given["used"],
            stay=given["stay"],
            setup=given["setup"],
        )


def _first(before: Assumptions | None) -> dict[str, Any]:
    if before is None:
        today = timezone.localdate()
        charges = national_parameters()["lks.werkgeverslasten"].at(today).value
        begin = Assumptions(today, charges, WAGE_VALUE)
        return _first(begin)
    low, likely, high = before.wage_value
    kept = before.as_json() | {"start": before.start}
    return kept | {
        "employer_charges": round(100 * before.employer_charges, 2),
        "wage_lowest": low,
        "wage_likely": likely,
        "wage_highest": high,
    }
