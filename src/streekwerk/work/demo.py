"""The work of the fictitious employers, and how many people the made-up region counted.

Everything is invented. Loading twice changes nothing. Designs are not computed here: a
visitor does that in a moment.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from datetime import date

from streekwerk.accounts.actions import add_demo_person, add_municipality
from streekwerk.accounts.models import Role, User
from streekwerk.accounts.scope import Scope, acting
from streekwerk.demo.employers.generate import employers_of_middenland
from streekwerk.demo.employers.model import DemoEmployer
from streekwerk.demo.kitchen import PEOPLE
from streekwerk.partners import demo as partners
from streekwerk.partners import queries
from streekwerk.work.actions.bulk import NewWork, load_work
from streekwerk.work.actions.groups import change_group
from streekwerk.work.queries.groups import own_groups

COUNTED_ON = date(2026, 6, 1)
COUNTED_FROM = "verzonnen telling van het werkgeversservicepunt"


def load(say: Callable[[str], None] = lambda _line: None) -> None:
    """Write down the work of the demo's employers, for those that have none yet.

    After ``partners.demo.load``, whose employers these are.
    """
    start = time.monotonic()
    place, who = next(iter(partners.ADVISERS.items()))
    home = add_municipality(partners.REGION, place, fictitious=True)
    adviser = add_demo_person(*who, Role.EMPLOYER_ADVISER, home)
    with acting(Scope.of(adviser)):
        if not own_groups(home.region_id):
            count_groups(adviser)
        made = load_employers(adviser, employers_of_middenland(partners.SEED).employers)
    if made:
        say(f"work of {made:,} fictitious employers in {time.monotonic() - start:.0f} s")


def load_employers(adviser: User, drawn: Sequence[DemoEmployer]) -> int:
    """Write down the work of those of ``drawn`` that are kept and have none; returns how many."""
    kept = {
        (each.kvk_number, each.establishment_number): each
        for each in queries.visible_to(adviser).select_related("municipality")
    }
    return load_work(
        adviser,
        [
            NewWork(kept[one.kvk_number, one.establishment_number], one.inventory)
            for one in drawn
            if (one.kvk_number, one.establishment_number) in kept
        ],
    )


def count_groups(adviser: User) -> None:
    """Fill in how many people of each group there are, as an adviser would."""
    counted = {"counted_on": COUNTED_ON, "counted_from": COUNTED_FROM}
    for key, people in PEOPLE.items():
        change_group(adviser, key, {"people": people, **counted})
