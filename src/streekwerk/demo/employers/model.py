"""What is known of a made-up employer. Every name, number and figure is fictitious."""

from __future__ import annotations

from dataclasses import dataclass

from streekwerk.matching.chains.demand import Demand, Place
from streekwerk.matching.inventory import Inventory
from streekwerk.vocabulary.employers import InnovationKind, Motive, Phase
from streekwerk.vocabulary.language import Text


@dataclass(frozen=True, slots=True)
class WeightedMotive:
    """A motive as it came up in the conversation: weight 1 (a little) to 5 (this above all)."""

    motive: Motive
    weight: int
    words: Text


@dataclass(frozen=True, slots=True)
class Possibilities:
    """What an employer can offer.

    Attributes
    ----------
    guidance_minutes : of supervision a week that can be set aside for new people.
    workplaces : how many more people there is room for.
    accessible : the building can be used in a wheelchair.
    languages : in which work can be explained, as ISO 639-1 codes.
    shortest, longest : half hours a week that are possible.
    seasons, technology : in words; None when there is nothing to say.
    """

    guidance_minutes: int
    workplaces: int
    accessible: bool
    languages: tuple[str, ...]
    shortest: int
    longest: int
    seasons: Text | None
    technology: Text | None


@dataclass(frozen=True, slots=True)
class Innovation:
    """One point of the innovation agenda: what, and the year in which it is meant to be there."""

    kind: InnovationKind
    words: Text
    year: int


@dataclass(frozen=True, slots=True)
class Contact:
    """A made-up person to talk to; the address is at example.org and reaches nobody."""

    first_name: str
    last_name: str
    function: Text
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
    motives : most important first; ``value`` is what must come out of it for the business.
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
    motives: tuple[WeightedMotive, ...]
    value: Text
    possibilities: Possibilities
    innovations: tuple[Innovation, ...]
    contacts: tuple[Contact, ...]
    phase: Phase
    inventory: Inventory
    demands: tuple[Demand, ...]


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
