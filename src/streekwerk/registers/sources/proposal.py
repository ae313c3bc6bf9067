"""Propose what the columns of an unknown table mean; a person corrects and decides."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from streekwerk.registers.convert import Misread, converter
from streekwerk.registers.layouts import Field, Kind, Level
from streekwerk.registers.sources.look import MOST_VALUES, ColumnSeen, Look
from streekwerk.registers.sources.mapping import KNOWN_VARIABLES, FactKind
from streekwerk.vocabulary.language import Text


class Role(StrEnum):
    """What a column can be."""

    SKIP = "skip"
    PERSON = "person"
    DATE = "date"
    EDUCATION = "education"
    JOB_START = "job_start"
    JOB_END = "job_end"
    HOURS = "hours"
    WAGE = "wage"
    DIAGNOSIS = "diagnosis"
    OWN_NUMBER = "own_number"
    OWN_CODE = "own_code"
    OWN_DATE = "own_date"

    @property
    def words(self) -> Text:
        """Name it for whoever chooses."""
        return _WORDS[self]

    @property
    def kind(self) -> FactKind | None:
        """How its cells are read; ``None`` for what is no variable."""
        return _KINDS.get(self)


_WORDS = {
    Role.SKIP: Text("niet gebruiken", "do not use"),
    Role.PERSON: Text("BSN van de persoon", "BSN of the person"),
    Role.DATE: Text("peildatum: op welke dag dit gold", "reference date: the day this held"),
    **{Role(name): words for name, words in KNOWN_VARIABLES.items()},
    Role.OWN_NUMBER: Text("eigen gegeven: een getal", "own variable: a number"),
    Role.OWN_CODE: Text("eigen gegeven: een keuze uit enkele waarden", "own variable: a choice"),
    Role.OWN_DATE: Text("eigen gegeven: een datum", "own variable: a date"),
}
_KINDS = {
    Role.EDUCATION: FactKind.CODE,
    Role.OWN_CODE: FactKind.CODE,
    Role.JOB_START: FactKind.DATE,
    Role.JOB_END: FactKind.DATE,
    Role.OWN_DATE: FactKind.DATE,
    Role.HOURS: FactKind.NUMBER,
    Role.WAGE: FactKind.NUMBER,
    Role.DIAGNOSIS: FactKind.NUMBER,
    Role.OWN_NUMBER: FactKind.NUMBER,
}
# What a level of education may be called, from low to high (CBS: laag, middelbaar, hoog).
EDUCATION_LEVELS = {
    "laag": Text("laag: t/m vmbo of mbo 1", "low: up to vmbo or mbo 1"),
    "midden": Text("midden: havo, vwo of mbo 2 t/m 4", "middle: havo, vwo or mbo 2 to 4"),
    "hoog": Text("hoog: hbo of universiteit", "high: higher professional or university"),
}
_LEVEL_WORDS = (
    (
        "laag",
        r"^laag|^low|basis|praktijk|vmbo|lbo|mavo|mbo\W*(niveau)?\W*1\b|entree|geen|ongeschoold",
    ),
    ("hoog", r"^hoog|^high|hbo|univers|bachelor|master|\bwo\b|doctor"),
    ("midden", r"^mid|havo|vwo|mbo|gymnasium|atheneum"),
)
_HEADERS = (
    (Role.EDUCATION, r"opleiding|education|scholing"),
    (Role.JOB_START, r"(begin|start|aanvang|ingang).*(baan|werk|dienst|contract|job)"),
    (Role.JOB_END, r"(eind|stop).*(baan|werk|dienst|contract|job)"),
    (Role.HOURS, r"uren|hours"),
    (Role.WAGE, r"^loon(?!waarde)|salaris|wage|verdien"),
    (Role.DIAGNOSIS, r"score|diagnos|zelfredzaam|ladder"),
    (Role.DATE, r"peil|datum|date|gemeten|meetmoment"),
)
_DATE = Field(0, "DATUM", "date", Level.PERSON, Kind.DATE, Text("datum", "date"))


@dataclass(frozen=True, slots=True)
class Proposed:
    """What a column probably is."""

    column: ColumnSeen
    role: Role


def propose(seen: Look) -> tuple[Proposed, ...]:
    """Propose a role for every column: one BSN, at most one reference date, no guess twice."""
    taken: set[Role] = set()
    proposed = []
    for column in seen.columns:
        role = _role(column)
        if role in taken and role is not Role.DIAGNOSIS:
            role = Role.SKIP
        taken.add(role)
        proposed.append(Proposed(column, role))
    return tuple(proposed)


def level_of(value: str) -> str:
    """Return the level of education a value probably means, or nothing."""
    for level, pattern in _LEVEL_WORDS:
        if re.search(pattern, value.casefold()):
            return level
    return ""


def variable_of(header: str, role: Role, taken: frozenset[str] = frozenset()) -> str:
    """Return a name for the variable of a column that is not in use yet."""
    own = re.sub(r"[^a-z0-9]+", "_", header.casefold()).strip("_")
    own = own if own[:1].isalpha() else f"eigen_{own}"
    known = role.value in KNOWN_VARIABLES
    name = (role.value if known else own)[:40].rstrip("_")
    if name in taken and known:
        name = f"{role.value}_{own}"[:40].rstrip("_")
    number = 2
    while name in taken:
        name, number = f"{name[:36]}_{number}", number + 1
    return name


def looks_like_dates(column: ColumnSeen) -> bool:
    """Whether most values of a column can be read as a date."""
    read = converter(_DATE)
    good = 0
    for value, _ in column.values:
        found = read(value)
        good += (found.value if isinstance(found, Misread) else found) is not None
    return 2 * good > len(column.values) > 0


def _role(column: ColumnSeen) -> Role:
    if column.is_bsn:
        return Role.PERSON
    if column.protected is not None:
        return Role.SKIP
    dates = looks_like_dates(column)
    for role, pattern in _HEADERS:
        if re.search(pattern, column.header, re.IGNORECASE) and _fits(role, column, dates):
            return role
    return Role.SKIP


def _fits(role: Role, column: ColumnSeen, dates: bool) -> bool:
    if role in {Role.DATE, Role.JOB_START, Role.JOB_END}:
        return dates
    if role is Role.EDUCATION:
        return column.different <= MOST_VALUES
    return not dates and any(any(map(str.isdigit, value)) for value, _ in column.values)
