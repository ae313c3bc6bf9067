"""Work out for a whole caseload which rights could still be asked for. The system does this."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.utils import timezone

from streekwerk.accounts import audit
from streekwerk.accounts.models import Municipality
from streekwerk.bylaws.queries import municipality_for
from streekwerk.deliveries import person_queries
from streekwerk.people.models import DecisionChoice, Person, RightToAsk, Step
from streekwerk.people.queries.facts import latest
from streekwerk.people.rights_to_watch import rights_open

AT_ONCE = 1_000
ASSISTANCE = "law:algemene_bijstand"


@transaction.atomic
def watch_rights(home: Municipality, day: date | None = None) -> int:
    """Work out the open rights of everybody with an open file; return how many there are."""
    today = day or timezone.localdate()
    law = municipality_for(home, today)
    people = Person.objects.filter(municipality=home, closed_on=None).order_by("pk")
    running = person_queries.measures_running(home.pk)
    assisted = person_queries.on_assistance(home.pk)
    made: list[RightToAsk] = []
    whole = list(people)
    for start in range(0, len(whole), AT_ONCE):
        part = whole[start : start + AT_ONCE]
        files, chosen = _files(part), _chosen(part)
        for person in part:
            has = chosen[person.pk] | (
                running.get(person.pseudonym, frozenset()) if person.pseudonym else frozenset()
            )
            file = files[person.pk]
            if person.pseudonym in assisted:
                # The benefit files know this; nobody has to be asked.
                file.setdefault(ASSISTANCE, True)
            found = rights_open(file, has, today, law)
            made += [
                RightToAsk(
                    municipality=home,
                    person=person,
                    rule=each.rule,
                    question=each.question,
                    checked_on=today,
                )
                for each in found
            ]
    RightToAsk.objects.filter(municipality=home).delete()
    RightToAsk.objects.bulk_create(made, batch_size=AT_ONCE)
    audit.record(None, "rights.watched", home, municipality=home, open=len(made))
    return len(made)


def _files(people: Sequence[Person]) -> dict[int, dict[str, object]]:
    """Return the known values of these people by field, in one query."""
    files: dict[int, dict[str, object]] = defaultdict(dict)
    for person, field, value in latest(people).values_list("person_id", "field", "value"):
        if value is not None:
            files[person][field] = value
    return files


def _chosen(people: Sequence[Person]) -> dict[int, set[str]]:
    """Return the measures that were chosen or stand in a plan: those are not missed."""
    ids = [person.pk for person in people]
    chosen: dict[int, set[str]] = defaultdict(set)
    for rows in (
        DecisionChoice.objects.filter(person__in=ids).values_list("person_id", "key"),
        Step.objects.filter(person__in=ids).exclude(measure="").values_list("person_id", "measure"),
    ):
        for person, measure in rows:
            chosen[person].add(measure)
    return chosen
