"""What a benefit register (BUS) tells for the file of somebody, so that nobody has to be asked.

Only what the delivered month really says. Whether somebody under 27 is still in the four weeks of
searching (Participatiewet art. 41 lid 4) it does not say; who has had a benefit for four
weeks, or is 27, cannot be in them any more.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from streekwerk.guidance.file.field import Plain
from streekwerk.registers.codes import BenefitLaw, Household

SEARCH_PERIOD = timedelta(days=28)
SEARCH_UNTIL_AGE = 27
SEARCHING = "law:in_zoektermijn"
SINCE = "benefit_since"
# The questions of the law that a running benefit answers, by its BUS code.
BENEFITS: Mapping[str, str] = {
    BenefitLaw.GENERAL: "law:algemene_bijstand",
    BenefitLaw.IOAW: "law:ioaw_uitkering",
    BenefitLaw.IOAZ: "law:ioaz_uitkering",
}
HOUSEHOLDS: Mapping[str, str] = {
    Household.SINGLE: "single",
    Household.SINGLE_PARENT: "single_parent",
    Household.COUPLE: "couple_or_other",
    Household.OTHER: "couple_or_other",
}
# What the register may fill in, in the order in which it is written down.
FILLED_IN = (SINCE, "household", *BENEFITS.values(), SEARCHING)


@dataclass(frozen=True, slots=True)
class Registered:
    """What one delivered month says of one person.

    Attributes
    ----------
    on : last day of the month, on which all of it held.
    laws : BUS codes of the benefits that ran.
    since : first day of the longest running one.
    household : BUS code of LEEFVORM.
    """

    on: date
    laws: frozenset[str]
    since: date | None = None
    birth_month: date | None = None
    household: str | None = None


def values_from(told: Registered) -> dict[str, Plain]:
    """Return what is known from the register, by field of the file."""
    found: dict[str, Plain] = {}
    if told.since is not None:
        found[SINCE] = told.since.isoformat()
    if household := HOUSEHOLDS.get(told.household or ""):
        found["household"] = household
    found |= {key: True for law, key in BENEFITS.items() if law in told.laws}
    if told.laws:
        # The month names every benefit that is paid: what is not there is not paid.
        found.setdefault(BENEFITS[BenefitLaw.GENERAL], False)
    if _is_past_searching(told):
        found[SEARCHING] = False
    return found


def values_without_benefit() -> dict[str, Plain]:
    """Return what is known of somebody who is in no running benefit of the month any more."""
    return dict.fromkeys(BENEFITS.values(), False)


def _is_past_searching(told: Registered) -> bool:
    if told.since is not None and told.since + SEARCH_PERIOD <= told.on:
        return True
    # Born somewhere in the month: counted from its end, so that the age is certain.
    born = told.birth_month
    return born is not None and (
        (told.on.year - born.year) * 12 + told.on.month - born.month > SEARCH_UNTIL_AGE * 12
    )
