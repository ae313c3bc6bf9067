"""The library itself: tables in ``data/``, one row for every task of every occupation."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources

from streekwerk.matching.inventory import Level, Load, Moment
from streekwerk.vocabulary.language import Text

SOURCE = Text(
    "De taken komen uit de O*NET 29.3 Database van het Amerikaanse ministerie van Arbeid "
    "(USDOL/ETA), gebruikt onder CC BY 4.0. O*NET is een merk van USDOL/ETA. Wij hebben de "
    "taken vertaald, samengevat en van niveau en zwaarte voorzien; USDOL/ETA heeft dat niet "
    "goedgekeurd of getoetst.",
    "The tasks come from the O*NET 29.3 Database by the U.S. Department of Labor, Employment "
    "and Training Administration (USDOL/ETA). Used under the CC BY 4.0 license. O*NET® is a "
    "trademark of USDOL/ETA. We translated and summarised the tasks and added levels and "
    "loads; USDOL/ETA has not approved, endorsed, or tested these modifications.",
)
TO_CONFIRM = Text("te bevestigen door de werkgever", "to be confirmed by the employer")
SECTORS = ("care", "food", "cleaning", "logistics", "production", "green", "service", "building")
_MOMENTS = {
    "m": Moment.MORNING,
    "a": Moment.AFTERNOON,
    "e": Moment.EVENING,
    "n": Moment.NIGHT,
    "w": Moment.WEEKEND,
}


@dataclass(frozen=True, slots=True)
class TypicalTask:
    """One task as it usually is.

    Attributes
    ----------
    key : occupation and number, such as ``ward_assistant-05``.
    share : percentage of the hours of the role; those of an occupation add up to 100.
    onet : ids of the O*NET 29.3 task statements behind it.

    The other attributes are those of :class:`streekwerk.matching.inventory.Task`.
    """

    key: str
    name: Text
    share: int
    level: Level
    load: Load
    guidance: int
    autonomy: int
    risk: int
    moments: frozenset[Moment]
    core: bool
    teaches: bool
    divisible: bool
    skills: frozenset[str]
    onet: tuple[int, ...]

    @property
    def source(self) -> Text:
        """Say where each value comes from."""
        ids = ", ".join(str(each) for each in self.onet)
        return Text(
            f"Naar O*NET 29.3, taak {ids}. Niveau, zwaarte en tijd zijn onze inschatting, "
            f"{TO_CONFIRM.nl}.",
            f"After O*NET 29.3, task {ids}. Level, loads and time are our judgement, "
            f"{TO_CONFIRM.en}.",
        )


@dataclass(frozen=True, slots=True)
class Occupation:
    """An occupation: its name, its usual level, and its typical tasks.

    ``onet`` are the O*NET-SOC codes nearest to it; ``sector`` is one of ``SECTORS``.
    """

    key: str
    sector: str
    level: Level
    name: Text
    onet: tuple[str, ...]
    tasks: tuple[TypicalTask, ...]


def occupations() -> tuple[Occupation, ...]:
    """Return all occupations, by sector."""
    return tuple(_library().values())


def occupation(key: str) -> Occupation:
    """Return one occupation; LookupError when the library has none of that name."""
    if key not in _library():
        raise LookupError(f"the library has no occupation {key!r}")
    return _library()[key]


def source_of(task: str) -> TypicalTask | None:
    """Return the typical task behind the key of a task made by ``typical_tasks``.

    None when the task is the employer's own.
    """
    return _by_key().get(task.rpartition(".")[2])


@cache
def _library() -> dict[str, Occupation]:
    tasks: dict[str, list[TypicalTask]] = {}
    for sector in SECTORS:
        for row in _rows(f"tasks_{sector}"):
            mine = tasks.setdefault(row["occupation"], [])
            mine.append(_task(row, len(mine) + 1))
    return {
        row["key"]: Occupation(
            row["key"],
            row["sector"],
            Level(int(row["level"])),
            Text(row["nl"], row["en"]),
            tuple(row["onet"].split()),
            tuple(tasks[row["key"]]),
        )
        for row in _rows("occupations")
    }


@cache
def _by_key() -> dict[str, TypicalTask]:
    return {task.key: task for one in occupations() for task in one.tasks}


def _rows(name: str) -> Iterator[dict[str, str]]:
    file = resources.files("streekwerk.matching.library") / "data" / f"{name}.tsv"
    yield from csv.DictReader(file.read_text("utf-8").splitlines(), delimiter="\t")


def _task(row: dict[str, str], number: int) -> TypicalTask:
    return TypicalTask(
        key=f"{row['occupation']}-{number:02d}",
        name=Text(row["nl"], row["en"]),
        share=int(row["share"]),
        level=Level(int(row["level"])),
        load=Load(*(int(each) for each in row["loads"].split())),
        guidance=int(row["guidance"]),
        autonomy=int(row["autonomy"]),
        risk=int(row["risk"]),
        moments=frozenset(_MOMENTS[letter] for letter in row["moments"]),
        core="c" in row["marks"],
        teaches="t" in row["marks"],
        divisible="i" not in row["marks"],
        skills=frozenset(row["skills"].split()),
        onet=tuple(int(each) for each in row["onet"].split()),
    )
