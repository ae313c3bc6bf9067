"""What is known of a made-up employer. Every name, number and figure is fictitious."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from streekwerk.matching.chains.demand import Demand, Place
from streekwerk.matching.inventory import Inventory
from streekwerk.vocabulary.language import Text
from streekwerk.vocabulary.motives import Motive


@dataclass(frozen=True, slots=True)
class MotiveScore:
    """How much of a motive there is, from 1 (not at all) to 5 (very much)."""

    motive: Motive
    score: int


@dataclass(frozen=True, slots=True)
class Possibilities:
    """What an employer can offer. Keys are those of ``partners.choices``.

    Attributes
    ----------
    guidance_minutes : of supervision a week that can be set aside for new people.
    workplaces : how many more people there is room for.
    days : ``mon`` to ``sun``, between ``from_time`` and ``until_time``.
    busy_months : ``01`` to ``12``.
    accessibility, languages, technology : such as ``step_free``, ``nl-easy``, ``scanner``.
    """

    guidance_minutes: int
    workplaces: int
    days: tuple[str, ...]
    from_time: dt.time
    until_time: dt.time
    busy_months: tuple[str, ...]
    accessibility: tuple[str, ...]
    languages: tuple[str, ...]
    technology: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ValuePoint:
    """One measurable point of what must come out of it: how it is now and how it should be."""

    what: Text
    now: Text
    aim: Text


@dataclass(frozen=True, slots=True)
class Innovation:
    """One point of the innovation agenda; ``kind``, ``horizon`` and ``state`` as in the app."""

    kind: str
    title: Text
    horizon: str
    state: str


@dataclass(frozen=True, slots=True)
class Contact:
    """A made-up person to talk to; the address is at example.org and reaches nobody."""

    first_name: str
    last_name: str
    job_title: Text
    email: str


@dataclass(frozen=True, slots=True)
class DemoEmployer:
    """One made-up employer.

    Attributes
    ----------
    key : short and unique, such as ``w001``.
    name : made up; a real business of that name would be chance.
    kind : the kind of business, a key of ``demo.employers.kinds``.
    kvk_number, establishment_number : begin as no real number does (``vocabulary.kvk``).
    sbi : four digits of SBI 2008.
    municipality : code of the demo region, ``9901`` to ``9906``.
    place : kilometres on a made-up map.
    people : how many work there, over all roles of ``inventory``.
    motives : all eight, highest first; ``said`` is what was said about them.
    value : what must come out of it for the business, with points to measure it by.
    phase : code of the tile of Dennis, ``DW01`` to ``DW10``.
    inventory : roles and tasks; most tasks still to be confirmed.
    demands : work that lacks hands, week by week over a year; by kind and level of work.
    """

    key: str
    name: str
    kind: str
    kvk_number: str
    establishment_number: str
    sbi: str
    municipality: str
    place: Place
    people: int
    motives: tuple[MotiveScore, ...]
    said: Text
    value: Text
    value_points: tuple[ValuePoint, ...]
    possibilities: Possibilities
    innovations: tuple[Innovation, ...]
    contacts: tuple[Contact, ...]
    phase: str
    inventory: Inventory
    demands: tuple[Demand, ...]

    def work_of(self, demand: Demand) -> str:
        """Name the work of one of the employer's demands, after its role."""
        return self.inventory.role_of[demand.key.removeprefix(f"{self.key}.")].name


@dataclass(frozen=True, slots=True)
class DemoEmployers:
    """All employers of one draw; the same seed gives the same employers."""

    seed: int
    employers: tuple[DemoEmployer, ...]

    @property
    def demands(self) -> tuple[Demand, ...]:
        """All weekly demand of the region; ``Demand.employer`` is the employer's key."""
        return tuple(demand for one in self.employers for demand in one.demands)

    @property
    def tasks(self) -> int:
        """How many tasks there are in all inventories."""
        return sum(len(one.inventory.tasks) for one in self.employers)
