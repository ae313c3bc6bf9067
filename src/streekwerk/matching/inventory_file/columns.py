"""The columns of each sheet: heading, what to fill in, and what an empty cell means."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from streekwerk.matching.inventory import HEAVIEST, Level, Moment
from streekwerk.matching.inventory_file.formats import (
    Choice,
    Format,
    Number,
    Skills,
    Words,
    YesNo,
)
from streekwerk.matching.skills import SKILLS
from streekwerk.vocabulary.language import Text

MOST_PEOPLE = 10_000
MOST_HOURS = 40_000
MOST_COST = 500


class _Needed:
    """Marks a column in which every row must hold something."""


NEEDED = _Needed()


@dataclass(frozen=True, slots=True)
class Column:
    """One column; ``empty`` is what an empty cell means, ``NEEDED`` when it may not be."""

    key: str
    heading: Text
    explanation: Text
    form: Format
    empty: Any = NEEDED
    width: int = 12

    @property
    def needed(self) -> bool:
        """Whether a row cannot do without it."""
        return isinstance(self.empty, _Needed)


@dataclass(frozen=True, slots=True)
class SheetOf:
    """One sheet: its name and its columns; at most ``most`` rows under the heading."""

    name: Text
    columns: Sequence[Column]
    most: int


LEVELS = Choice({level: level.words for level in Level})
SCALE = Number(0, HEAVIEST)


def moment_columns() -> list[Column]:
    """Return one column for every moment of the week."""
    return [
        Column(
            f"moment_{moment.value}",
            Text(moment.words.nl.capitalize(), moment.words.en.capitalize()),
            Text(
                "Moet het op dit moment van de week? Vul bij elk moment dat past ja in. "
                "Alles leeg: het kan altijd.",
                "Must it be done then? Fill in yes for every moment that will do. "
                "All empty: any time.",
            ),
            YesNo(),
            empty=False,
            width=9,
        )
        for moment in Moment
    ]


def skill_column() -> Column:
    """Return the column of skills."""
    return Column(
        "skills",
        Text("Vaardigheden", "Skills"),
        Text(
            "Wat iemand moet kunnen of snel kan leren, met een puntkomma ertussen. "
            "Bijvoorbeeld: lezen; werken met een scanner. Eigen woorden mogen. Bekend zijn: "
            + "; ".join(each.nl for each in SKILLS.values())
            + ".",
            "What one must be able to do or can learn soon, with a semicolon between. "
            "For instance: reading; working with a scanner. Own words are fine. Known are: "
            + "; ".join(each.en for each in SKILLS.values())
            + ".",
        ),
        Skills(),
        empty=frozenset(),
        width=30,
    )


def level_column(explanation: Text) -> Column:
    """Return the column of the level."""
    return Column("level", Text("Niveau", "Level"), explanation, LEVELS, width=28)


ROLES = SheetOf(
    Text("Functies", "Roles"),
    (
        Column(
            "name",
            Text("Functie", "Role"),
            Text(
                "Hoe u de functie noemt. Elke naam één keer.",
                "What you call the role. Each name once.",
            ),
            Words(),
            width=32,
        ),
        Column(
            "people",
            Text("Mensen", "People"),
            Text("Hoeveel mensen deze functie hebben.", "How many people have this role."),
            Number(1, MOST_PEOPLE),
        ),
        Column(
            "cost",
            Text("Kosten per uur", "Cost an hour"),
            Text(
                "Wat een uur u kost in euro, met werkgeverslasten en vakantiegeld.",
                "What an hour costs you in euros, with social charges and holiday pay.",
            ),
            Number(0, MOST_COST, 100),
        ),
        level_column(
            Text("Het niveau dat bij de functie hoort.", "The level that belongs to the role.")
        ),
        Column(
            "pressure",
            Text("Druk", "Pressure"),
            Text(
                "Van 0 (rustig) tot 4 (werk blijft liggen). Leeg is 0.",
                "From 0 (calm) to 4 (work is left undone). Empty is 0.",
            ),
            SCALE,
            empty=0,
        ),
        Column(
            "key",
            Text("Code", "Code"),
            Text(
                "Niet nodig. Zo herkent het systeem de functie als u het bestand opnieuw inleest.",
                "Not needed. How the system knows the role when you bring the file in again.",
            ),
            Words(),
            empty="",
        ),
    ),
    most=200,
)


def _load(key: str, heading: Text, most: Text) -> Column:
    return Column(
        key,
        heading,
        Text(f"Van 0 (niet) tot 4 ({most.nl}). Leeg is 0.", f"From 0 (not) to 4 ({most.en})."),
        SCALE,
        empty=0,
        width=11,
    )


def _yes_no(key: str, heading: Text, explanation: Text, empty: bool) -> Column:
    return Column(key, heading, explanation, YesNo(), empty=empty, width=11)


TASKS = SheetOf(
    Text("Taken", "Tasks"),
    (
        Column(
            "role",
            Text("Functie", "Role"),
            Text(
                "Bij welke functie de taak nu hoort, zoals op het blad Functies.",
                "To which role the task belongs now, as on the sheet Roles.",
            ),
            Words(),
            width=28,
        ),
        Column(
            "name",
            Text("Taak", "Task"),
            Text("Wat iemand doet, kort.", "What one does, in short."),
            Words(),
            width=44,
        ),
        Column(
            "half_hours",
            Text("Uren per week", "Hours a week"),
            Text(
                "Van iedereen in de functie samen, op halve uren.",
                "Of everybody in the role together, in half hours.",
            ),
            Number(0, MOST_HOURS, 2),
        ),
        level_column(
            Text(
                "Wat de taak vraagt, niet wie haar nu doet.",
                "What the task asks, not who does it now.",
            )
        ),
        _load(
            "physical",
            Text("Lichamelijk", "Physical"),
            Text("heel zwaar tillen of staan", "very heavy"),
        ),
        _load("cognitive", Text("Denkwerk", "Thinking"), Text("heel veel tegelijk", "very much")),
        _load(
            "social",
            Text("Met mensen", "With people"),
            Text("voortdurend en moeilijk", "all the time and hard"),
        ),
        _load("energetic", Text("Tempo", "Pace"), Text("heel hoog", "very high")),
        Column(
            "guidance",
            Text("Begeleiding", "Guidance"),
            Text(
                "Minuten per uur hulp die een beginner nodig heeft. Leeg is 0.",
                "Minutes an hour of help that a beginner needs. Empty is 0.",
            ),
            Number(0, 60),
            empty=0,
        ),
        Column(
            "autonomy",
            Text("Eigen ruimte", "Autonomy"),
            Text(
                "Ruimte om zelf te bepalen hoe en wanneer, 0 tot 4. Leeg is 2.",
                "Room to decide how and when, 0 to 4. Empty is 2.",
            ),
            SCALE,
            empty=2,
        ),
        Column(
            "risk",
            Text("Risico", "Risk"),
            Text(
                "Wat er mis kan gaan, 0 (niets) tot 4 (ernstig letsel). Leeg is 0.",
                "What can go wrong, 0 (nothing) to 4 (serious harm). Empty is 0.",
            ),
            SCALE,
            empty=0,
        ),
        skill_column(),
        *moment_columns(),
        _yes_no(
            "core",
            Text("Kern", "Core"),
            Text(
                "Hoort bij het hart van de functie en blijft daar. Leeg is nee.",
                "Belongs to the heart of the role and stays there. Empty is no.",
            ),
            empty=False,
        ),
        _yes_no(
            "teaches",
            Text("Leerzaam", "Teaches"),
            Text(
                "Hier leert iemand iets dat ook elders telt. Leeg is nee.",
                "One learns something here that counts elsewhere. Empty is no.",
            ),
            empty=False,
        ),
        _yes_no(
            "divisible",
            Text("Deelbaar", "Divisible"),
            Text(
                "Een deel van de uren kan naar een ander. Leeg is ja.",
                "Part of the hours can go to somebody else. Empty is yes.",
            ),
            empty=True,
        ),
        _yes_no(
            "confirmed",
            Text("Bevestigd", "Confirmed"),
            Text(
                "Hebt u niveau en zwaarte bekeken? Leeg is ja. Nee staat bij taken uit de "
                "bibliotheek die u nog moet bekijken.",
                "Have you looked at level and loads? Empty is yes. No stands with tasks from the "
                "library that you still have to look at.",
            ),
            empty=True,
        ),
        Column(
            "key",
            Text("Code", "Code"),
            Text(
                "Niet nodig. Zo herkent het systeem de taak als u het bestand opnieuw inleest.",
                "Not needed. How the system knows the task when you bring the file in again.",
            ),
            Words(),
            empty="",
        ),
    ),
    most=3_000,
)
