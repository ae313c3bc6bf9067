"""A design as people read it: what it brings, for whom, what the jobs are, what stays."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from streekwerk.charts.bars import Bar, Bars, bars
from streekwerk.charts.figure import Figure
from streekwerk.charts.measure import Measure
from streekwerk.charts.table import Column, DataTable
from streekwerk.matching.candidates import CandidateGroup
from streekwerk.matching.carving import CarvedJob, TaskWords, Worth, explain, stored
from streekwerk.matching.carving.design import level_of, quality_of
from streekwerk.matching.carving.gains import WEEKS_A_YEAR, Gain, gain_of, kept_by_role
from streekwerk.screens.design.templatetags.design import reader_language
from streekwerk.screens.employer.words import euros, euros_and_cents, hours_words, listed, said
from streekwerk.vocabulary.language import Text, number
from streekwerk.work.computing import Problem
from streekwerk.work.models import Design, DesignSet

GOOD, FAIR = 75, 50


@dataclass(frozen=True, slots=True)
class PortionShown:
    """A part of a job: the task, whose it is now, how many hours, and why."""

    task: str
    role: str
    hours: str
    why: str


@dataclass(frozen=True, slots=True)
class JobShown:
    """One new job in words."""

    number: int
    hours: str
    level: str
    cost: str
    groups: str
    quality: int
    portions: tuple[PortionShown, ...]


class Asked:
    """A computation read back: work, groups in the reader's language, and limits."""

    def __init__(self, asked: DesignSet) -> None:
        self.asked = asked
        self.problem = Problem.of(asked.inputs)
        self.names = {
            key: Text.from_json(words).in_language(reader_language())
            for key, words in asked.names.items()
        }
        self.tasks = {task.key: task for task in self.problem.inventory.tasks}

    @cached_property
    def groups(self) -> tuple[CandidateGroup, ...]:
        """Return the groups, named as the reader reads."""
        return tuple(
            CandidateGroup(
                **{name: getattr(group, name) for name in group.__slots__ if name != "name"},
                name=self.names.get(group.key, group.name),
            )
            for group in self.problem.groups
        )


class DesignShown:
    """One design, ready for a page. ``design`` is None for one that is not kept."""

    def __init__(
        self,
        given: Asked,
        jobs: Sequence[CarvedJob],
        worth: Worth,
        design: Design | None = None,
    ) -> None:
        self.given, self.jobs_now, self.worth, self.design = given, tuple(jobs), worth, design

    @classmethod
    def of(cls, given: Asked, design: Design) -> DesignShown:
        """Return a design that is kept."""
        return cls(given, stored.jobs_from(design.jobs), stored.worth_from(design.worth), design)

    @cached_property
    def gain(self) -> Gain:
        """Return the parts of what it brings the employer in a week."""
        problem = self.given.problem
        return gain_of(self.jobs_now, problem.inventory, problem.groups, problem.rules)

    @property
    def gain_a_year(self) -> str:
        """Say what it brings in a year, with a word for less or more."""
        return euros(self.worth.gain * WEEKS_A_YEAR)

    @property
    def gain_words(self) -> str:
        """Say in one sentence what the gain consists of."""
        year = {
            name: euros(getattr(self.gain, name) * WEEKS_A_YEAR)
            for name in ("freed", "relief", "wages", "guidance")
        }
        return (
            _(
                "Uren die vrijkomen in de functies van nu zijn %(freed)s waard en minder druk "
                "%(relief)s; de nieuwe banen kosten %(wages)s aan loon en %(guidance)s aan "
                "begeleiding."
            )
            % year
        )

    @property
    def jobs_words(self) -> str:
        """Say how many jobs of how many hours there are."""
        count = len(self.jobs_now)
        weeks = listed(hours_words(job.half_hours) for job in self.jobs_now)
        return ngettext("%(n)s baan van %(weeks)s", "%(n)s banen, van %(weeks)s", count) % {
            "n": count,
            "weeks": weeks,
        }

    @property
    def served(self) -> tuple[str, ...]:
        """Return the keys of the groups that can do one of the jobs."""
        return tuple(dict.fromkeys(key for job in self.jobs_now for key in job.groups))

    @property
    def people_words(self) -> str:
        """Say for whom it is, and for how many people when the region counted."""
        names = listed(self.given.names.get(key, key) for key in self.served)
        if not self.served:
            return _("Voor niemand te doen.")
        if not self.given.asked.counted:
            return _("%(names)s. Hoeveel mensen dat zijn, is nog niet bekend.") % {"names": names}
        people = number(self.worth.people, reader_language())
        return _("%(names)s: samen %(people)s mensen in de regio.") % {
            "names": names,
            "people": people,
        }

    @property
    def quality_words(self) -> str:
        """Say how good the work is, on the scale of 100."""
        value = round(self.worth.quality)
        word = _("sterk") if value >= GOOD else _("redelijk") if value >= FAIR else _("mager")
        return _("%(word)s: %(value)s van de 100 punten") % {"word": word, "value": value}

    @property
    def proof_words(self) -> str:
        """Say how near it is to the best there can be."""
        if self.design is None or self.design.by_hand:
            return _("Met de hand gemaakt; er is niet gezocht naar iets beters.")
        if self.design.is_proven:
            return _("Bewezen: beter kan niet, binnen uw grenzen en met dit doel voorop.")
        # Rounded up: it never seems nearer than it is.
        gap = max(1, math.ceil(100 * (self.design.gap or 0)))
        return _("Binnen %(gap)s%% van het beste dat kan; meer tijd kan iets beters geven.") % {
            "gap": gap
        }

    @cached_property
    def explained(self) -> tuple[TaskWords, ...]:
        """Return why each task moves or stays."""
        problem = self.given.problem
        return explain(self.jobs_now, problem.inventory, self.given.groups, problem.rules)

    @cached_property
    def jobs(self) -> tuple[JobShown, ...]:
        """Return the jobs in words."""
        return tuple(self._job(place, job) for place, job in enumerate(self.jobs_now, start=1))

    def _job(self, place: int, job: CarvedJob) -> JobShown:
        tasks, inventory = self.given.tasks, self.given.problem.inventory
        why = {line.task: line for line in self.explained}
        level = level_of(job, tasks)
        return JobShown(
            number=place,
            hours=hours_words(job.half_hours),
            level=said(level.words),
            cost=euros_and_cents(self.given.problem.rules.cost[level]),
            groups=listed(self.given.names.get(key, key) for key in job.groups),
            quality=quality_of(job, tasks),
            portions=tuple(
                PortionShown(
                    tasks[portion.task].name,
                    inventory.role_of[tasks[portion.task].role].name,
                    hours_words(portion.half_hours),
                    "; ".join(said(words) for words in why[portion.task].reasons[1:]),
                )
                for portion in job.portions
            ),
        )

    @property
    def kept(self) -> list[tuple[str, int]]:
        """Return the name of each role with the percentage of its hours that it keeps."""
        inventory = self.given.problem.inventory
        left = kept_by_role(self.jobs_now, inventory)
        # Rounded down: a role never seems to keep more than it does.
        return [(role.name, int(left[role.key])) for role in inventory.roles]

    @property
    def kept_words(self) -> str:
        """Say what present roles keep: the one that gives most, and the promise."""
        name, least = min(self.kept, key=lambda one: one[1])
        if least == 100:
            return _("Elke functie houdt al haar uren.")
        return _(
            "%(name)s houdt %(least)s%% van haar uren; de andere functies houden meer of evenveel."
        ) % {
            "name": name,
            "least": least,
        }

    @property
    def staying(self) -> DataTable:
        """Return the tasks of which nothing moves, with why."""
        rows = tuple(
            (
                self.given.tasks[line.task].name,
                self._role(line.task),
                "; ".join(said(words) for words in line.reasons),
            )
            for line in self.explained
            if not line.moved
        )
        columns = (Column(_("Taak")), Column(_("Functie")), Column(_("Waarom het blijft")))
        return DataTable(_("Wat bij de functies van nu blijft"), columns, rows)

    def _role(self, task: str) -> str:
        inventory = self.given.problem.inventory
        return inventory.role_of[self.given.tasks[task].role].name

    @property
    def breaches(self) -> list[str]:
        """Say what it breaks, with the number of the job."""
        return breach_words(self.design.breaches if self.design else [])

    def gain_chart(self) -> Figure:
        """Return what the gain of a year consists of, in euros."""
        parts = (
            (_("Uren die vrijkomen"), self.gain.freed),
            (_("Minder druk"), self.gain.relief),
            (_("Loon in de nieuwe banen"), -self.gain.wages),
            (_("Begeleiding"), -self.gain.guidance),
        )
        return bars(
            Bars(
                _("Waar het bedrag uit bestaat, per jaar"),
                tuple(Bar(label, cents * WEEKS_A_YEAR / 100) for label, cents in parts),
                EUROS,
                heading=_("Post"),
            ),
            reader_language(),
        )


EUROS = Measure(
    Text("Euro per jaar", "Euros a year"),
    prefix="€ ",
    less=Text("kost", "costs"),
    more=Text("brengt", "brings"),
)


def breach_words(found: Sequence[dict[str, object]]) -> list[str]:
    """Say stored breaches, with the number of the job they are about."""
    return [_breach(one) for one in found]


def _breach(one: dict[str, object]) -> str:
    words = one["words"]
    assert isinstance(words, dict)  # noqa: S101 - as it was stored; for the type checker
    told = said(Text.from_json(words))
    job = one["job"]
    if not isinstance(job, int):
        return told[:1].upper() + told[1:]
    return _("Baan %(n)s: %(told)s") % {"n": job + 1, "told": told}


def compared(shown: Sequence[DesignShown]) -> DataTable:
    """Return the designs beside each other, in the three things that cannot be added up."""
    labels = [title(one) for one in shown]
    columns = (Column(_("Ontwerp")), *(Column(label) for label in labels))
    rows = (
        (_("Nieuwe banen"), *(one.jobs_words for one in shown)),
        (_("Voor het bedrijf, per jaar"), *(one.gain_a_year for one in shown)),
        (_("Voor wie"), *(one.people_words for one in shown)),
        (_("Kwaliteit van het werk"), *(one.quality_words for one in shown)),
        (_("Wat functies houden"), *(one.kept_words for one in shown)),
    )
    return DataTable(_("De ontwerpen naast elkaar"), columns, rows)


def compared_chart(shown: Sequence[DesignShown]) -> Figure:
    """Return what each design brings the business in a year."""
    return bars(
        Bars(
            _("Wat elk ontwerp het bedrijf brengt, per jaar"),
            tuple(Bar(title(one), one.worth.gain * WEEKS_A_YEAR / 100) for one in shown),
            EUROS,
            _(
                "Wat elk ontwerp het bedrijf brengt, in euro per jaar. Voor wie het is, en hoe "
                "goed het werk is, staat hierboven."
            ),
            heading=_("Ontwerp"),
        ),
        reader_language(),
    )


def title(one: DesignShown) -> str:
    """Name a design by its number and what it puts first."""
    if one.design is None:
        return _("Dit ontwerp")
    words = said(one.design.aim_words)
    return f"{one.design.number}. {words[:1].upper()}{words[1:]}"
