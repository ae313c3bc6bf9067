"""The one thing to do next, by what is there."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from streekwerk.partners.models import Employer
from streekwerk.screens.employer.employer_page import address
from streekwerk.work.models import SetState
from streekwerk.work.queries.overview import Overview


@dataclass(frozen=True, slots=True)
class Next:
    """What to do, why, and the button."""

    title: str
    why: str
    label: str
    url: str


def next_step(employer: Employer, now: Overview) -> Next:
    """Return the one next thing; there always is one."""
    if not now.work.can_be_designed:
        return Next(
            _("Schrijf op welk werk er is"),
            _(
                "Begin met één functie waar het knelt. Met de lijst van gewone taken bent u in "
                "twintig minuten op weg."
            ),
            _("Beschrijf het werk"),
            address("work", employer),
        )
    if waiting := len(now.work.to_confirm):
        return Next(
            ngettext(
                "Kijk of %(n)s taak bij u ook zo is",
                "Kijk of %(n)s taken bij u ook zo zijn",
                waiting,
            )
            % {"n": waiting},
            _("Ze komen uit de lijst van gewone taken. Alleen u weet of ze kloppen."),
            _("Bekijk ze één voor één"),
            address("confirm", employer),
        )
    return _designing(employer, now)


def _designing(employer: Employer, now: Overview) -> Next:
    if now.latest is not None and now.latest.is_unfinished:
        return Next(
            _("Er wordt gerekend"),
            _("U kunt meekijken, of later terugkomen. Het rekenen gaat door."),
            _("Kijk mee"),
            address("designs", employer, now.latest.public_id),
        )
    stopped = now.latest is not None and now.latest.state == SetState.CANCELLED
    if now.latest is None or not now.is_up_to_date or stopped:
        why = _("Streekwerk zoekt welke taken samen een goede nieuwe baan maken.")
        if now.latest is not None and not now.is_up_to_date:
            why = _("Het werk is veranderd sinds de laatste ontwerpen.")
        return Next(
            _("Laat ontwerpen maken"), why, _("Naar herontwerp"), address("redesign", employer)
        )
    if now.latest.state != SetState.DONE:
        return Next(
            _("Er is nog geen ontwerp dat past"),
            _("U ziet wat er in de weg staat, en wat het minste is dat ruimer moet."),
            _("Kijk wat ruimer moet"),
            address("designs", employer, now.latest.public_id),
        )
    if now.choice is None or now.choice.design.set_id != now.latest.pk:
        return Next(
            _("Bekijk de ontwerpen en kies"),
            _("Ze staan naast elkaar: wat ze brengen, voor wie, en wat de functies van nu houden."),
            _("Bekijk de ontwerpen"),
            address("designs", employer, now.latest.public_id),
        )
    return _chosen(employer, now)


def _chosen(employer: Employer, now: Overview) -> Next:
    if now.case is None:
        return Next(
            _("Reken uit wat het ontwerp oplevert"),
            _("Kosten en baten over vijf jaar, met hoe zeker dat is en waar het van afhangt."),
            _("Reken het uit"),
            address("case", employer),
        )
    if now.choice is not None and not now.is_open:
        return Next(
            _("Besluit, en open de vacature"),
            _("Dan kan de regio iemand zoeken die dit werk wil. U kunt ook nog anders kiezen."),
            _("Naar het gekozen ontwerp"),
            address("design", employer, now.choice.design.public_id),
        )
    return Next(
        _("Ga verder met de stappen"),
        _("U hebt gekozen en gerekend. Nu komen plaatsing, begeleiding en terugkijken."),
        _("Naar de stappen"),
        address("method", employer),
    )
