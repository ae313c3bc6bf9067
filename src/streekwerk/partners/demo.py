"""The employers of the demo region, with advisers, a past, and one employer's own account.

Everybody and everything is fictitious. Loading twice changes nothing.
"""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable, Sequence

import numpy as np
from django.utils import timezone

from streekwerk.accounts.actions import add_demo_person, add_municipality
from streekwerk.accounts.models import Municipality, Role, User
from streekwerk.accounts.scope import Scope, acting
from streekwerk.demo.employers.generate import employers_of_middenland
from streekwerk.demo.employers.model import DemoEmployer
from streekwerk.demo.employers.places import AREAS
from streekwerk.partners.actions.employers import search_name
from streekwerk.partners.actions.invitations import give_account
from streekwerk.partners.actions.past import Row, add_employers_with_past
from streekwerk.partners.choices import SizeClass
from streekwerk.partners.demo_past import Past
from streekwerk.partners.models import Contact, Employer

REGION = "Middenland"
SEED = 2021
# The first place of each area of the map is the municipality itself.
HOMES = {code: area.hamlets[0] for code, area in AREAS.items()}
ADVISERS = {
    "Rivierstede": ("noor", "Noor", "Verhoeven"),
    "Heidelaar": ("willem", "Willem", "Kastelein"),
}
# The employer whose contact person one can play: far enough to have work described.
PLAYED_PHASES = ("DW06", "DW07", "DW08")


def load(say: Callable[[str], None] = lambda _line: None, today: dt.date | None = None) -> None:
    """Write the employers of the demo region, unless there are any."""
    start = time.monotonic()
    homes = {code: add_municipality(REGION, name, fictitious=True) for code, name in HOMES.items()}
    advisers = [
        add_demo_person(*who, Role.EMPLOYER_ADVISER, add_municipality(REGION, place))
        for place, who in ADVISERS.items()
    ]
    with acting(Scope.of_region(next(iter(homes.values())).region_id)):
        if Employer.objects.exists():
            return
        drawn = employers_of_middenland(SEED).employers
        made = load_employers(drawn, homes, advisers, today or timezone.localdate())
        _account(drawn, made)
    say(f"{len(made):,} fictitious employers written in {time.monotonic() - start:.0f} s")


def load_employers(
    drawn: Sequence[DemoEmployer],
    homes: dict[str, Municipality],
    advisers: Sequence[User],
    today: dt.date,
) -> list[Employer]:
    """Write ``drawn`` with their past, in a fixed number of statements; in the same order."""
    employers: list[Employer] = []
    rows: list[Row] = []
    for number, each in enumerate(drawn):
        rng = np.random.default_rng([SEED, number])
        adviser = advisers[number % len(advisers)]
        employer = _employer(each, homes[each.municipality], adviser, today)
        contacts = _contacts(each, employer)
        rows += Past(each, employer, adviser, contacts, today, rng).rows()
        employers.append(employer)
    add_employers_with_past(employers, rows)
    return employers


def _employer(drawn: DemoEmployer, home: Municipality, adviser: User, today: dt.date) -> Employer:
    return Employer(
        region=home.region,
        municipality=home,
        name=drawn.name,
        search_name=search_name(drawn.name, home.name),
        kvk_number=drawn.kvk_number,
        establishment_number=drawn.establishment_number,
        sbi_code=drawn.sbi,
        size_class=size_class(drawn.people).value,
        place=home.name,
        x_km=drawn.place.x,
        y_km=drawn.place.y,
        adviser=adviser,
        phase=drawn.phase,
        phase_since=today,
        fictitious=True,
    )


def _contacts(drawn: DemoEmployer, employer: Employer) -> list[Contact]:
    return [
        Contact(
            region=employer.region,
            employer=employer,
            first_name=each.first_name,
            last_name=each.last_name,
            job_title=each.job_title.nl,
            email=each.email,
        )
        for each in drawn.contacts
    ]


def size_class(people: int) -> SizeClass:
    """Return the size class of an establishment with so many people.

    >>> size_class(1).value, size_class(19).value, size_class(250).value
    ('1', '10-19', '250+')
    """
    lowest = ((250, SizeClass.MORE), (100, SizeClass.TO_249), (50, SizeClass.TO_99))
    lower = ((20, SizeClass.TO_49), (10, SizeClass.TO_19), (5, SizeClass.TO_9), (2, SizeClass.TO_4))
    for least, found in (*lowest, *lower):
        if people >= least:
            return found
    return SizeClass.ONE


def played(drawn: Sequence[DemoEmployer]) -> int:
    """Return the place of the employer one can play: well under way, and with the most work."""
    under_way = [n for n, each in enumerate(drawn) if each.phase in PLAYED_PHASES]
    return max(under_way or range(len(drawn)), key=lambda n: len(drawn[n].inventory.tasks))


def _account(drawn: Sequence[DemoEmployer], made: Sequence[Employer]) -> None:
    """Give a contact person of one employer an account."""
    employer = made[played(drawn)]
    contact = employer.contacts.order_by("pk").first()
    if contact is None or contact.user_id is not None:
        return
    person = add_demo_person(
        f"werkgever-{contact.first_name.lower()}",
        contact.first_name,
        contact.last_name,
        Role.EMPLOYER,
        employer.municipality,
    )
    give_account(None, contact, person)
