"""Small registers written by hand: one line per benefit, one per measure."""

from __future__ import annotations

import datetime as dt
import uuid
from dataclasses import dataclass, field

import duckdb

from streekwerk.evidence.cohort.build import build_cohort
from streekwerk.evidence.cohort.load import load_panel
from streekwerk.evidence.cohort.months import first_day
from streekwerk.evidence.cohort.panel import Panel
from streekwerk.registers.analysis.schema import create_tables

FIRST = 12 * 2021  # January 2021 is month 0 of these tests


def pseudonym(name: str) -> uuid.UUID:
    return uuid.uuid5(uuid.NAMESPACE_OID, name)


def day(month: int, number: int = 1) -> dt.date:
    return first_day(FIRST + month).replace(day=number)


@dataclass
class Register:
    """Register tables in memory; months count from January 2021."""

    municipality: str = "9901"
    connection: duckdb.DuckDBPyConnection = field(default_factory=duckdb.connect)

    def __post_init__(self) -> None:
        create_tables(self.connection)

    def benefit(
        self,
        person: str,
        months: list[int],
        *,
        since: int | None = None,
        end: tuple[int, str | None] | None = None,
        earnings: dict[int, int] | None = None,
        household: str = "1",
        exemption: str = "2",
        born: int = -480,
        law: str = "01",
        key: str = "",
    ) -> Register:
        """Deliver a benefit in every month of ``months``; ``end`` is (month, reason)."""
        for month in months:
            ended = end is not None and month == end[0]
            self._insert(
                "bus_benefit_month",
                municipality=self.municipality,
                period=day(month),
                person=pseudonym(person),
                delivery="d",
                source_row=1,
                benefit=pseudonym(f"{person}/{key}"),
                law=law,
                household=household,
                gender="2",
                birth_month=day(born),
                start_date=day(months[0] if since is None else since, 5),
                end_date=day(month, 20) if ended else None,
                end_reason=end[1] if ended and end else None,
                exemption=exemption,
                earnings=(earnings or {}).get(month),
                persons_in_benefit=1,
            )
        return self

    def measure(
        self,
        person: str,
        kind: str,
        start: int | None,
        *,
        end: int | None = None,
        seen: tuple[int, int] = (0, 0),
        key: str = "",
        end_reason: str | None = None,
    ) -> Register:
        """Deliver a measure in the months ``seen[0]..seen[1]``, its end in the last."""
        for month in range(seen[0], seen[1] + 1):
            self._insert(
                "srg_measure",
                municipality=self.municipality,
                period=day(month),
                person=pseudonym(person),
                delivery="d",
                source_row=1,
                measure=pseudonym(f"{person}/{kind}/{start}/{key}"),
                type=kind,
                type_delivered=kind,
                edition="2026",
                start_date=None if start is None else day(start, 3),
                end_date=day(end, 25) if end is not None and month == seen[1] else None,
                end_reason=end_reason if month == seen[1] else None,
                gender="2",
                birth_month=day(-480),
            )
        return self

    def fact(self, person: str, variable: str, code: str, month: int) -> Register:
        self._insert(
            "person_fact",
            municipality=self.municipality,
            person=pseudonym(person),
            variable=variable,
            date=day(month),
            code=code,
            delivery="f",
            source_row=1,
        )
        return self

    def hours(self, person: str, worked: dict[int, float], day_of_month: int = 28) -> Register:
        """Deliver hours of work per week by month."""
        for month, number in worked.items():
            self._insert(
                "person_fact",
                municipality=self.municipality,
                person=pseudonym(person),
                variable="hours",
                date=day(month, day_of_month),
                number=number,
                delivery="h",
                source_row=1,
            )
        return self

    def keep_delivering(self, last: int) -> Register:
        """Let somebody nobody looks at be on benefit in months 0..last: deliveries go on."""
        return self.benefit("filler", list(range(last + 1)))

    def panel(self) -> Panel:
        build_cohort(self.connection)
        return load_panel(self.connection)

    def rows(self, person: str) -> list[tuple[object, ...]]:
        """Return (month, spell, since, exit, filled) of a person, months from January 2021."""
        return self.connection.execute(
            "SELECT month - ?, spell, since - ?, exit, filled FROM cohort_month "
            "JOIN cohort_person USING (id) WHERE person = ? ORDER BY month",
            [FIRST, FIRST, pseudonym(person)],
        ).fetchall()

    def episodes(self, person: str) -> list[tuple[object, ...]]:
        """Return (type, start, last, ending); ``last`` is None while it runs."""
        return self.connection.execute(
            "SELECT type, start - ?, CASE WHEN last < 32767 THEN last - ? END, ending "
            "FROM cohort_measure JOIN cohort_person USING (id) WHERE person = ? "
            "ORDER BY start, type",
            [FIRST, FIRST, pseudonym(person)],
        ).fetchall()

    def _insert(self, table: str, **values: object) -> None:
        names, marks = ", ".join(values), ", ".join("?" for _ in values)
        statement = f"INSERT INTO {table} ({names}) VALUES ({marks})"  # noqa: S608 - ours
        self.connection.execute(statement, list(values.values()))


def index(panel: Panel, person: str) -> int:
    """Return the row of a person in the panel."""
    return int((panel.person == str(pseudonym(person))).argmax())
