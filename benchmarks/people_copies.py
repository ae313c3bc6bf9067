"""Make many files of a few: copies within the database, under its own row-level security.

Drawing a file takes milliseconds in Python; a hundred thousand of them is a coffee break.
Here a few hundred drawn files of a municipality become thousands in one statement a table.
Copies get ids, names and caseworkers of their own, so that lists and searches are as with
people drawn one by one; what was said and agreed repeats every few hundred people.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from django.db import connection, models, transaction

from streekwerk.accounts.models import Municipality, User
from streekwerk.people import models as people
from streekwerk.people.queries.caseload import searchable

# Parents before children; a reference to a table of this list moves along with the copy.
TABLES: tuple[type[models.Model], ...] = (
    *(people.Person, people.Fact, people.Conversation, people.ConversationNote),
    *(people.DiagnosisRound, people.DiagnosisAnswer, people.Goal, people.Plan, people.Step),
    *(people.StepEvent, people.StepOutcome, people.AdviceRecord, people.AdviceSeen),
    *(people.Decision, people.DecisionChoice, people.DecisionSupport, people.FollowUpAnswer),
    people.RightToAsk,
)
# Decisions of copies lie a week apart, going back, so that follow-ups become due.
DAYS_APART = 7


@dataclass(slots=True)
class Copying:
    """Copies of the first ``most`` files of one municipality.

    Attributes
    ----------
    times : how many copies of each file.
    moved : by table, the first id that was reserved minus the smallest original, and the
        room that one copy takes.
    """

    home: Municipality
    workers: list[User]
    times: int
    most: int
    last: int = 0
    moved: dict[type[models.Model], tuple[int, int]] = field(default_factory=dict)

    @transaction.atomic
    def run(self, say: Callable[[str], None]) -> int:
        """Copy; return how many people there are more."""
        ids = people.Person.objects.filter(municipality=self.home).order_by("pk")
        self.last = ids.values_list("pk", flat=True)[self.most - 1]
        rows = 0
        for table in TABLES:
            self._reserve(table)
            rows += self._copy(table)
        say(f"  {self.home}: {self.most * self.times:,} files copied, {rows:,} rows")
        return self.most * self.times

    def _reserve(self, table: type[models.Model]) -> None:
        """Take numbers for the copies of ``table`` from its sequence, all in a row."""
        own = table._default_manager.filter(municipality=self.home)
        span = own.aggregate(first=models.Min("pk"), last=models.Max("pk"))
        if span["first"] is None:
            return
        room = span["last"] - span["first"] + 1
        with connection.cursor() as cursor:
            cursor.execute(
                "select min(n), max(n) - min(n) + 1 from (select"
                " nextval(pg_get_serial_sequence(%s, 'id')) as n from generate_series(1, %s)) s",
                [table._meta.db_table, room * self.times],
            )
            first, got = cursor.fetchone()
        assert got == room * self.times, "somebody else writes at the same time"
        self.moved[table] = (first - span["first"], room)

    def _copy(self, table: type[models.Model]) -> int:
        if table not in self.moved:
            return 0
        fields = table._meta.concrete_fields
        columns = ", ".join(f'"{each.column}"' for each in fields)
        values = ", ".join(self._value(table, each) for each in fields)
        name = table._meta.db_table
        person = "id" if table is people.Person else "person_id"
        statement = (
            f"insert into {name} ({columns}) select {values} from {name} t"  # noqa: S608 - our own names
            f" cross join generate_series(0, {self.times - 1}) k"
            f" where t.municipality_id = %(home)s and t.{person} <= %(last)s"
        )
        with connection.cursor() as cursor:
            cursor.execute(statement, self._parameters())
            return cursor.rowcount

    def _shifted(self, table: type[models.Model], value: str) -> str:
        start, room = self.moved[table]
        return f"{value} + {start}::bigint + k * {room}::bigint"

    def _value(self, table: type[models.Model], each: models.Field[object, object]) -> str:
        """Return what a column of a copy holds, in SQL about the original ``t``."""
        column = f't."{each.column}"'
        to = each.remote_field.model if each.remote_field else None
        found = column
        if each.primary_key:
            found = self._shifted(table, column)
        elif each.name == "public_id":
            found = "gen_random_uuid()"
        elif table is people.Person:
            found = _OF_PERSON.get(each.name, column)
        elif to in self.moved:
            found = self._shifted(to, column)
        elif to is User:
            found = self._of_copy(f"coalesce(n.caseworker_id, {column})")
        elif table is people.Decision and each.name == "decided_on":
            found = f"{column} - {DAYS_APART} * k::int"
        elif table is people.Fact and each.name == "value":
            names = "when 'first_name' then {} when 'last_name' then {} else {} end"
            first, last = (self._of_copy(f"to_jsonb(n.{one}_name)") for one in ("first", "last"))
            found = f"case t.field {names.format(first, last, column)}"
        return found

    def _of_copy(self, value: str) -> str:
        """Return a value of the person of the copy, looked up by key: no join to plan badly."""
        person = people.Person._meta.db_table
        which = self._shifted(people.Person, "t.person_id")
        return f"(select {value} from {person} n where n.id = {which})"  # noqa: S608 - our own names

    def _parameters(self) -> dict[str, object]:
        drawn = people.Person.objects.filter(municipality=self.home, pk__lte=self.last)
        names = list(drawn.order_by("pk").values_list("first_name", "last_name"))
        return {
            "home": self.home.pk,
            "last": self.last,
            "workers": [each.pk for each in self.workers],
            "first": [first for first, _ in names],
            "family": [last for _, last in names],
            "first_plain": [searchable(first) for first, _ in names],
            "family_plain": [searchable(last) for _, last in names],
        }


def _name(which: str, step: int) -> str:
    """Return the name of another drawn person: each copy takes other steps."""
    return (
        f"(%({which})s::text[])[1 + (t.id * {step} + k * 31) %% cardinality(%({which})s::text[])]"
    )


_OF_PERSON = {
    "first_name": _name("first", 7),
    "last_name": _name("family", 13),
    "search_name": f"{_name('family_plain', 13)} || ' ' || {_name('first_plain', 7)}",
    "user": "null",
    "pseudonym": "null",
    "caseworker": (
        "case when t.caseworker_id is null then null else"
        " (%(workers)s::bigint[])[1 + (t.id + k * 17) %% cardinality(%(workers)s::bigint[])] end"
    ),
}
