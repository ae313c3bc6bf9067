"""What is known of somebody, field by field, with where it comes from and what it was before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from streekwerk.accounts.models import User
from streekwerk.guidance.file.catalogue import readable_by
from streekwerk.guidance.file.field import Field, Plain
from streekwerk.guidance.file.source import FactState
from streekwerk.people.fields import LAW, field_of
from streekwerk.people.models import Fact, Person
from streekwerk.people.permissions import may_see_field
from streekwerk.vocabulary.language import Text


@dataclass(frozen=True, slots=True)
class FieldNow:
    """One field of one person as it stands: ``facts`` newest first, the first one counts."""

    field: Field
    facts: tuple[Fact, ...] = ()

    @property
    def fact(self) -> Fact | None:
        """Return the fact that counts; None when nobody ever asked."""
        return self.facts[0] if self.facts else None

    @property
    def state(self) -> FactState:
        """Return whether the value is known."""
        return FactState(self.facts[0].state) if self.facts else FactState.NOT_YET

    @property
    def value(self) -> Plain | None:
        """Return the value; None when it is not known."""
        return self.facts[0].value if self.facts else None

    @property
    def words(self) -> Text:
        """Return the value in words, or that it is not known yet."""
        return said(self.field, self.fact)

    @property
    def is_known(self) -> bool:
        """Whether there is a value."""
        return self.state is FactState.KNOWN

    @property
    def is_to_ask(self) -> bool:
        """Whether a page asks for it: needed, and neither known nor declined."""
        return self.field.needed and self.state is FactState.NOT_YET

    @property
    def was(self) -> tuple[Fact, ...]:
        """Return the facts that were there before."""
        return self.facts[1:]


def said(field: Field, fact: Fact | None) -> Text:
    """Return what a fact says, in words."""
    if fact is None or fact.value is None:
        return FactState(fact.state).words if fact else FactState.NOT_YET.words
    return field.say(fact.value)


def file_of(user: User, person: Person) -> dict[str, FieldNow]:
    """Return every field ``user`` may see of ``person``, known or not, in one query.

    In the order of the catalogue: wishes first. Answers to questions of the law come last,
    as far as there are any.
    """
    facts: dict[str, list[Fact]] = {}
    for fact in person.facts.select_related("recorded_by"):
        facts.setdefault(fact.field, []).append(fact)
    of_the_law = [field_of(key) for key in facts if key.startswith(LAW)]
    return {
        field.key: FieldNow(field, tuple(facts.get(field.key, ())))
        for field in (*readable_by(user.role), *of_the_law)
        if may_see_field(user, field)
    }


def history_of(user: User, person: Person, key: str) -> FieldNow | None:
    """Return one field with its history; None when ``user`` may not see that field."""
    field = field_of(key)
    if not may_see_field(user, field):
        return None
    found = person.facts.filter(field=key).select_related("recorded_by")
    return FieldNow(field, tuple(found))


def latest(people: Iterable[Person]) -> QuerySet[Fact]:
    """Return the fact that counts of every field of these people, in one query."""
    of = Fact.objects.filter(person__in=[person.pk for person in people])
    return of.order_by("person_id", "field", "-pk").distinct("person_id", "field")


def known_values(person: Person) -> dict[str, Plain]:
    """Return the known values of ``person`` by field; ``law:…`` are the questions of the law.

    For the system's own use (advice): what is not known is absent, and nothing is
    filtered by reader. Advice takes from it what its own allow-list names.
    """
    return {fact.field: fact.value for fact in latest([person]) if fact.value is not None}


def wishes_of(people: Iterable[Person]) -> dict[int, str]:
    """Return what each of these people wants, in their own words, in one query."""
    found = latest(people).filter(field="wish_work")
    return {fact.person_id: str(fact.value) for fact in found if fact.value}
