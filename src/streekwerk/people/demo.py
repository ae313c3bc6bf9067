"""The people of the demo region: a fictitious file for who is on a benefit, and who guides them.

Pseudonyms come from the accepted deliveries, so that register and file join as they would
in a municipality. A few have no file yet. Loading twice changes nothing.
"""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable

import numpy as np
from django.utils import timezone

from streekwerk.accounts.actions import add_demo_person, add_municipality
from streekwerk.accounts.models import Municipality, Role, User
from streekwerk.accounts.scope import Scope, acting
from streekwerk.deliveries import person_queries
from streekwerk.demo.guidance import Known, draw_file
from streekwerk.guidance.file.from_register import HOUSEHOLDS
from streekwerk.people import demo_decisions, demo_outcomes
from streekwerk.people.actions.bulk import Draft, write_files
from streekwerk.people.actions.files import give_account
from streekwerk.people.models import Person

REGION = "Middenland"
SEED = 2026
# A caseload that one person can know; the others are not guided now.
CASELOAD = 110
WITHOUT_FILE = 0.02
# Username, first and last name of a team manager and of caseworkers, per municipality.
STAFF: dict[str, tuple[tuple[str, str, str], tuple[tuple[str, str, str], ...]]] = {
    "Rivierstede": (
        ("marleen", "Marleen", "Visser"),
        (
            ("yasmina", "Yasmina", "Haddad"),
            ("pieter", "Pieter", "Bos"),
            ("esther", "Esther", "de Boer"),
        ),
    ),
    "Heidelaar": (
        ("henk", "Henk", "Jansen"),
        (("kofi", "Kofi", "Mensah"), ("lotte", "Lotte", "Smit")),
    ),
    "Eikhaven": (("jeroen", "Jeroen", "Kuiper"), (("naima", "Naima", "Bouzid"),)),
    "Zandwolde": (("greet", "Greet", "Postma"), (("emre", "Emre", "Demir"),)),
    "Kleibeek": (("oscar", "Oscar", "Prins"), (("ilse", "Ilse", "Dekker"),)),
    "Sint Ottengaarde": (("truus", "Truus", "Vermeulen"), (("ravi", "Ravi", "Ramdin"),)),
}
# How many people of a municipality have an account to look at their own file with.
ACCOUNTS = {"Rivierstede": 2, "Heidelaar": 1}


def load(say: Callable[[str], None] = lambda _line: None, today: dt.date | None = None) -> None:
    """Write the files of every municipality of the demo region that has none yet."""
    start, written = time.monotonic(), 0
    for place, (manager, colleagues) in STAFF.items():
        home = add_municipality(REGION, place, fictitious=True)
        chief = add_demo_person(*manager, Role.TEAM_MANAGER, home)
        workers = [add_demo_person(*each, Role.CASEWORKER, home) for each in colleagues]
        with acting(Scope.of_municipality(home.pk)):
            written += load_municipality(home, chief, workers, today or timezone.localdate())
    if written:
        say(f"{written:,} fictitious files written in {time.monotonic() - start:.0f} s")
    demo_decisions.load(say)
    demo_outcomes.load(say)


def load_municipality(home: Municipality, chief: User, workers: list[User], today: dt.date) -> int:
    """Write the files of one municipality unless there are any; return how many."""
    if Person.objects.filter(municipality=home).exists():
        return 0
    people = sorted(
        person_queries.on_benefit(home.pk), key=lambda row: (row.delivery_id, row.source_row)
    )
    rng = np.random.default_rng([SEED, len(home.name), len(people)])
    kept = [row for row in people if rng.random() >= WITHOUT_FILE]
    # Who is guided is drawn by lot: it says nothing about anybody.
    order = rng.permutation(len(kept))
    guides = {int(place): workers[n % len(workers)]
              for n, place in enumerate(order[: CASELOAD * len(workers)])}  # fmt: skip
    drafts = []
    for place, row in enumerate(kept):
        known = Known(
            row.birth_month,
            row.start_date,
            HOUSEHOLDS.get(row.household or "", ""),
            row.gender == "2",
            row.law or "",
        )
        guide = guides.get(place)
        file = draw_file(known, today, rng, guided=guide is not None)
        drafts.append(Draft(file, guide, row.person))
    made = write_files(home, drafts, chief)
    _accounts(home, made)
    return len(made)


def _accounts(home: Municipality, people: list[Person]) -> None:
    """Give the first people with a plan their own account."""
    guided = [each for each in people if each.caseworker_id and each.next_on]
    for number, person in enumerate(guided[: ACCOUNTS.get(home.name, 0)], start=1):
        username = f"mijn-{home.name.lower()}-{number}"
        account = add_demo_person(
            username, person.first_name, person.last_name, Role.JOBSEEKER, home
        )
        give_account(None, person, account)
