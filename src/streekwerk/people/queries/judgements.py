"""What professionals judged about measures for one person."""

from __future__ import annotations

from streekwerk.people.models import Judgement, Person


def judgements_of(person: Person) -> dict[str, dict[str, bool]]:
    """Return the judgements that count, by measure and by fact."""
    latest = (
        Judgement.objects.filter(person=person)
        .order_by("measure", "fact", "-pk")
        .distinct("measure", "fact")
    )
    found: dict[str, dict[str, bool]] = {}
    for one in latest:
        if one.value is not None:
            found.setdefault(one.measure, {})[one.fact] = one.value
    return found
