"""Write what happened to fictitious people in earlier years: plans, answers, outcomes.

Beside :mod:`streekwerk.people.actions.bulk`, for the demo region only: a real past is told
by the single actions, one at a time.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import TypeVar

from django.db import transaction

from streekwerk.accounts import audit
from streekwerk.accounts.models import Municipality, User
from streekwerk.accounts.permissions import require
from streekwerk.people.models import FollowUpAnswer, Person, Plan, StepOutcome

AT_ONCE = 1_000
Row = TypeVar("Row", Plan, FollowUpAnswer, StepOutcome)


@transaction.atomic
def add_past(home: Municipality, rows: Sequence[Row]) -> None:
    """Write rows of one table about fictitious people of ``home``."""
    if not rows:
        return
    require(all(row.municipality_id == home.pk for row in rows))
    type(rows[0])._default_manager.bulk_create(rows, batch_size=AT_ONCE)
    audit.record(
        None,
        "demo.past_written",
        home,
        municipality=home,
        rows=len(rows),
        table=rows[0]._meta.label_lower,
    )


@transaction.atomic
def close_files(home: Municipality, people: Sequence[Person], on: dt.date) -> None:
    """Close the files of fictitious people as of ``on``."""
    require(all(person.fictitious for person in people))
    found = Person.objects.filter(municipality=home, pk__in=[each.pk for each in people])
    closed = found.update(closed_on=on, next_on=None)
    audit.record(None, "demo.files_closed", home, municipality=home, files=closed)


@transaction.atomic
def hand_out(home: Municipality, guides: Mapping[int, User]) -> None:
    """Give fictitious people (by primary key) the caseworker who guides them."""
    for key, guide in guides.items():
        Person.objects.filter(municipality=home, fictitious=True, pk=key).update(caseworker=guide)
    audit.record(None, "demo.files_handed_out", home, municipality=home, files=len(guides))
