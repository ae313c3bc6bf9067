"""A first guess at which column plays which part, for a person to correct."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np

from streekwerk.evidence.trial.build import MOST_ARMS, MOST_LEVELS
from streekwerk.evidence.trial.identifiers import looks_like_bsns
from streekwerk.evidence.trial.parse import Column
from streekwerk.evidence.trial.raw import RawTable

# Words seen in the heads of municipal exports and of published experiments.
_ARM = re.compile(
    r"^(arm|groep|group|treat(ment|ed)?|behandel(ing|d)|interventie|assignment|toewijzing|"
    r"maatregel|t|tg|z|d)$",
    re.IGNORECASE,
)
_PERSON = re.compile(
    r"(^|_)(id|nr|nummer|persoon|person|client|klant|pseudoniem)($|_)|(nr|nummer)$", re.IGNORECASE
)
_CLUSTER = re.compile(r"(klantmanager|caseworker|site|locatie|cluster|team)", re.IGNORECASE)
_TIME_ZERO = re.compile(r"(start|begin|aanvang|datum|date)", re.IGNORECASE)
_TAKE_UP = re.compile(r"(deelname|meegedaan|take_?up|participat|volgde)", re.IGNORECASE)
_OUTCOME = re.compile(
    r"(uitkomst|outcome|werk_|uitstroom|inkomen_na|baan|employed|earnings|earny|pworky|re78|"
    r"duration|inuidur|_na_|na_\d+|^y\d?$)",
    re.IGNORECASE,
)
# What may serve the equity monitor but never an advice; a researcher who needs
# it to redo a published study adds it by hand.
_SENSITIVE = re.compile(
    r"(herkomst|etnic|ethnic|nationalit|geboorteland|birth_?country|religi|geloof|postcode|"
    r"zip|naam|name|black|hisp|race|bsn|burgerservice)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Guess:
    """Proposed parts; None or empty where the file gives no hint.

    ``sensitive`` lists columns left out because of what they tell about a person.
    """

    arm: str | None
    comparison: str | None
    person: str | None
    cluster: str | None
    time_zero: str | None
    take_up: str | None
    outcomes: tuple[str, ...]
    covariates: tuple[str, ...]
    sensitive: tuple[str, ...]


def guess_parts(table: RawTable) -> Guess:
    """Propose a part for each column of ``table`` from its name and its values."""
    left = dict.fromkeys(table.columns)

    def take(pattern: re.Pattern[str], levels: range | None = None) -> str | None:
        for name in left:
            fits = levels is None or len(np.unique(table.cells[name])) in levels
            if pattern.search(name) and fits:
                del left[name]
                return name
        return None

    sensitive = tuple(
        n for n in table.columns if _SENSITIVE.search(n) or looks_like_bsns(table.cells[n])
    )
    for name in sensitive:
        del left[name]
    arm = take(_ARM, levels=range(2, MOST_ARMS + 1))
    # An identifier tells people apart; a column that repeats is something else.
    person = take(_PERSON, levels=range(table.n, table.n + 1))
    cluster = take(_CLUSTER, levels=range(2, table.n))
    take_up, time_zero = take(_TAKE_UP, levels=range(2, 4)), take(_TIME_ZERO)
    outcomes = tuple(n for n in left if _OUTCOME.search(n) and _numeric(table, n))
    covariates = tuple(n for n in left if n not in outcomes and _usable(table, n))
    return Guess(
        arm=arm,
        comparison=_comparison(table, arm),
        person=person,
        cluster=cluster,
        time_zero=time_zero,
        take_up=take_up,
        outcomes=outcomes,
        covariates=covariates,
        sensitive=sensitive,
    )


def _comparison(table: RawTable, arm: str | None) -> str | None:
    """Take the value that reads as "nothing", else the most frequent one."""
    if arm is None:
        return None
    levels, counts = np.unique(table.cells[arm], return_counts=True)
    plain = [str(level) for level in levels]
    for nothing in ("0", "0.0", "geen", "controle", "control", "nee", "niet"):
        for level in plain:
            if level.lower() == nothing:
                return level.removesuffix(".0")
    return plain[int(counts.argmax())]


def _numeric(table: RawTable, name: str) -> bool:
    column = Column(table, name, ())
    return column.looks_binary() or column.looks_numeric()


def _usable(table: RawTable, name: str) -> bool:
    levels = len(np.unique(table.cells[name]))
    return levels > 1 and (_numeric(table, name) or levels <= MOST_LEVELS)
