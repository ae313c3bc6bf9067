"""What a new job must live up to, in hours and euros; and the declaration."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from streekwerk.matching.inventory import Level
from streekwerk.screens.design.templatetags.design import reader_language
from streekwerk.screens.employer.words import said
from streekwerk.work.models import DesignLimits
from streekwerk.work.queries.groups import GroupNow

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise as Words

# Kept in half hours, asked in hours.
IN_HOURS = ("shortest", "longest", "smallest_portion", "learning", "moment_room")
PLAIN = ("jobs", "fewest_tasks", "most_tasks", "largest_share", "most_roles", "kept")


def _hours(label: Words, highest: int, help_text: Words = "") -> forms.DecimalField:
    return forms.DecimalField(
        label=label,
        min_value=Decimal(0),
        max_value=Decimal(highest),
        # Minutes of guidance are hours to two decimals.
        decimal_places=2,
        help_text=help_text,
    )


def _whole(label: Words, lowest: int, highest: int, help_text: Words = "") -> forms.IntegerField:
    return forms.IntegerField(label=label, min_value=lowest, max_value=highest, help_text=help_text)


def _money(label: Words, help_text: Words = "") -> forms.DecimalField:
    return forms.DecimalField(
        label=label,
        min_value=Decimal(0),
        max_value=Decimal(500),
        decimal_places=2,
        help_text=help_text,
    )


class LimitsForm(forms.Form):
    """The limits. Four are for everybody; the others start from what is usual."""

    use_required_attribute = False

    MAIN = ("jobs", "shortest", "longest", "guidance_room", "kept")
    jobs = _whole(_("Hoeveel nieuwe banen wilt u maken, hooguit?"), 1, 6)
    shortest = _hours(_("Kortste week van een nieuwe baan, in uren"), 40)
    longest = _hours(_("Langste week van een nieuwe baan, in uren"), 40)
    guidance_room = _hours(
        _("Hoeveel uur per week kunt u begeleiden?"),
        500,
        _("Van alle nieuwe banen samen."),
    )
    kept = _whole(
        _("Hoeveel procent van haar uren houdt elke functie, minstens?"),
        0,
        100,
        _("Zo houdt iedereen die er nu werkt het vak."),
    )
    groups = forms.MultipleChoiceField(
        label=_("Voor wie moet het werk te doen zijn?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Kies minstens één groep.")},
        help_text=_(
            "De groepen zeggen wat werk van iemand mag vragen, niet wie iemand is. U ziet nooit "
            "wie een uitkering heeft."
        ),
    )
    fewest_tasks = _whole(_("Minste aantal taken in een baan"), 1, 12, _("Eén taak is geen baan."))
    most_tasks = _whole(_("Meeste aantal taken in een baan"), 1, 20)
    largest_share = _whole(_("Hoeveel procent van de baan mag één taak zijn, hooguit?"), 10, 100)
    smallest_portion = _hours(_("Hoeveel uur van een taak is het overdragen waard, minstens?"), 20)
    most_roles = _whole(_("Uit hoeveel functies komt het werk, hooguit?"), 1, 12)
    learning = _hours(_("Hoeveel uur per week valt er iets te leren, minstens?"), 20)
    moment_room = _hours(
        _("Hoeveel uur past er in één deel van de dag, in een week?"),
        40,
        _("Bijvoorbeeld alle ochtenden samen."),
    )
    guidance_cost = _money(_("Wat kost een uur van wie begeleidt?"))
    relief = _money(
        _("Wat is een half uur minder druk u waard?"),
        _("Voor elke stap op de schaal van drukte. Nul mag ook."),
    )
    own_costs = forms.BooleanField(
        label=_("Dit zijn de bedragen van onze eigen cao"), required=False
    )

    def __init__(
        self,
        limits: DesignLimits,
        groups: tuple[GroupNow, ...],
        data: Any = None,  # noqa: ANN401 - Django's own
    ) -> None:
        super().__init__(data, initial=_first(limits, groups))
        self.fields["groups"].choices = [(each.key, _group(each)) for each in groups]  # type: ignore[attr-defined]  # a choice field
        language = reader_language()
        for level in Level:
            words = level.words.in_language(language)
            label = _("Wat kost een uur werk van %(level)s u?") % {"level": words}
            self.fields[f"cost_{level.name}"] = _money(label)
        self.order_fields([*self.fields, "own_costs"])

    @property
    def main(self) -> list[forms.BoundField]:
        """Return the fields that everybody fills in."""
        return [self[name] for name in self.MAIN]

    @property
    def more(self) -> list[forms.BoundField]:
        """Return the fields that start from what is usual."""
        return [self[name] for name in self.fields if name not in {*self.MAIN, "groups"}]

    @property
    def more_wrong(self) -> bool:
        """Whether something under "more" must be put right."""
        return any(field.errors for field in self.more)

    def values(self) -> dict[str, Any]:
        """Return the limits as they are kept."""
        given = self.cleaned_data
        costs = {level.name: round(100 * given[f"cost_{level.name}"]) for level in Level}
        return {
            **{name: given[name] for name in PLAIN},
            **{name: round(2 * given[name]) for name in IN_HOURS},
            "guidance_room": round(60 * given["guidance_room"]),
            "guidance_cost": round(100 * given["guidance_cost"]),
            "relief": round(100 * given["relief"]),
            "costs": costs,
            "own_costs": given["own_costs"],
            "groups": given["groups"],
        }


def _first(limits: DesignLimits, groups: tuple[GroupNow, ...]) -> dict[str, Any]:
    chosen = limits.groups or [each.key for each in groups]
    return {
        **{name: getattr(limits, name) for name in PLAIN},
        **{name: f"{getattr(limits, name) / 2:g}" for name in IN_HOURS},
        "guidance_room": f"{round(limits.guidance_room / 60, 2):g}",
        "guidance_cost": f"{limits.guidance_cost / 100:.2f}",
        "relief": f"{limits.relief / 100:.2f}",
        "own_costs": limits.own_costs,
        "groups": chosen,
        **{f"cost_{name}": f"{cents / 100:.2f}" for name, cents in limits.costs.items()},
    }


def _group(each: GroupNow) -> SafeString:
    counted = (
        _("nog niet bekend hoeveel mensen")
        if each.people is None
        else _("%(n)s mensen in de regio") % {"n": each.people}
    )
    return format_html(
        '<strong>{}</strong><br>{} <span class="sw-quiet">{}</span>',
        said(each.name),
        said(each.says),
        f"({counted})",
    )


class DeclarationForm(forms.Form):
    """Who declares that nobody is displaced; needed once for a version of the work."""

    use_required_attribute = False

    declared = forms.BooleanField(
        label=_("Ja, dat verklaren wij"),
        error_messages={"required": _("Zonder deze verklaring worden er geen ontwerpen gemaakt.")},
    )
    name = forms.CharField(
        label=_("Naam en functie van wie dit verklaart"),
        max_length=160,
        error_messages={"required": _("Vul in wie dit verklaart.")},
    )
