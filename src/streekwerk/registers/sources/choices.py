"""What somebody chose for the columns of a table, and the mapping that follows from it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from streekwerk.registers.sources.look import MOST_VALUES, ColumnSeen, Look
from streekwerk.registers.sources.mapping import Column, ColumnMapping, FactKind
from streekwerk.registers.sources.proposal import EDUCATION_LEVELS, Role, level_of, variable_of
from streekwerk.vocabulary.language import Text

LONGEST_VALUE = 60
# What can be true at all; outside it a cell is an error.
RANGES: dict[Role, tuple[float, float]] = {Role.HOURS: (0, 80), Role.WAGE: (0, 25_000)}


@dataclass(frozen=True, slots=True)
class Choice:
    """What one column is, and what its values become.

    ``codes`` maps a value of the file to ours; a value that is not in it is not used.
    ``low`` and ``high`` bound a number.
    """

    role: Role
    codes: Mapping[str, str] = field(default_factory=dict)
    low: float | None = None
    high: float | None = None


def default_choice(column: ColumnSeen, role: Role) -> Choice:
    """Return a choice with our guess at the values."""
    low, high = RANGES.get(role, (None, None))
    codes = {}
    if role is Role.EDUCATION:
        codes = {value: level_of(value) for value, _ in column.values}
    elif role is Role.OWN_CODE:
        codes = {value: value for value, _ in column.values}
    return Choice(role, codes, low, high)


def problems(seen: Look, roles: Mapping[int, Role]) -> list[tuple[int | None, Text]]:
    """Return what is wrong with the roles, each with the place of the column it is about."""
    found: list[tuple[int | None, Text]] = []
    counts = Counter(roles.values())
    for column in seen.columns:
        role = roles.get(column.place, Role.SKIP)
        if role is not Role.SKIP and (why := _why_not(column, role)) is not None:
            found.append((column.place, why))
    if counts[Role.PERSON] != 1:
        found.append((None, _ONE_PERSON))
    if counts[Role.DATE] > 1:
        found.append((None, _ONE_DATE))
    kinds = [role.kind for role in roles.values() if role.kind is not None]
    if not kinds:
        found.append((None, _NOTHING))
    elif not counts[Role.DATE] and any(kind is not FactKind.DATE for kind in kinds):
        found.append((None, _NO_DATE))
    return found


def build_mapping(name: str, seen: Look, choices: Mapping[int, Choice]) -> ColumnMapping:
    """Return the mapping that follows from choices without problems.

    Raises
    ------
    ValueError
        When there are problems after all.
    """
    person = date = None
    columns: list[Column] = []
    taken: frozenset[str] = frozenset()
    for column in seen.columns:
        choice = choices.get(column.place, Choice(Role.SKIP))
        if choice.role is Role.PERSON:
            person = column.header
        elif choice.role is Role.DATE:
            date = column.header
        elif choice.role.kind is not None:
            if column.protected is not None:
                raise ValueError(f"{column.header!r} may not be taken in")
            variable = variable_of(column.header, choice.role, taken)
            taken |= {variable}
            columns.append(
                Column(
                    column.header,
                    variable,
                    choice.role.kind,
                    dict(choice.codes),
                    choice.low,
                    choice.high,
                )
            )
    if person is None:
        raise ValueError("no column holds the BSN")
    return ColumnMapping(name, person, date, tuple(columns))


def allowed_codes(variable: str) -> Sequence[str]:
    """Return the values a known variable may have; empty where any will do."""
    return tuple(EDUCATION_LEVELS) if variable == Role.EDUCATION.value else ()


def _why_not(column: ColumnSeen, role: Role) -> Text | None:
    if column.protected is not None:
        return column.protected
    if column.is_bsn and role is not Role.PERSON:
        return _IS_BSN
    if role.kind is not FactKind.CODE:
        return None
    if column.different > MOST_VALUES or any(len(v) >= LONGEST_VALUE for v, _ in column.values):
        return _FREE_TEXT
    return _IS_BSN if any("•" in value for value, _ in column.values) else None


_ONE_PERSON = Text(
    "Wijs precies één kolom aan als BSN: daarmee koppelt Streekwerk aan de maandbestanden.",
    "Choose exactly one column as BSN: with it Streekwerk links to the monthly files.",
)
_ONE_DATE = Text("Wijs hooguit één kolom aan als peildatum.", "Choose at most one reference date.")
_NOTHING = Text(
    "Wijs ten minste één kolom aan als gegeven, zoals opleidingsniveau of uren.",
    "Choose at least one column as a variable, such as level of education or hours.",
)
_NO_DATE = Text(
    "Wijs een peildatum aan: zonder dag is niet te zien of een gegeven van vóór of na een "
    "voorziening is.",
    "Choose a reference date: without a day it cannot be seen whether a value is from before or "
    "after a measure.",
)
_IS_BSN = Text(
    "In deze kolom staan nummers die een BSN kunnen zijn. Die worden alleen als BSN gelezen.",
    "This column holds numbers that may be a BSN. They are read as BSN only.",
)
_FREE_TEXT = Text(
    f"Deze kolom heeft meer dan {MOST_VALUES} verschillende of lange waarden. Dat is vrije tekst "
    "of een nummer, en die neemt Streekwerk niet op.",
    f"This column has more than {MOST_VALUES} different values, or long ones. That is free text "
    "or a number, which Streekwerk does not take in.",
)
