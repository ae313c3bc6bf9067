"""Draw the employers of Middenland: the same seed gives the same employers."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

import numpy as np

from streekwerk.demo.employers.kinds import Kind, kinds
from streekwerk.demo.employers.model import (
    Contact,
    DemoEmployer,
    DemoEmployers,
    Innovation,
    MotiveScore,
    Possibilities,
)
from streekwerk.demo.employers.places import AREAS, draw_area, draw_place
from streekwerk.demo.employers.seasons import SEASONS
from streekwerk.demo.employers.words import AGENDA, LEANING, SAID, TITLES, VALUE, value_point
from streekwerk.demo.employers.work import Staff, draw_demands, draw_inventory
from streekwerk.demo.guidance_names import LAST, MEN, WOMEN
from streekwerk.matching.library.typical import spread_over
from streekwerk.vocabulary.kvk import FICTITIOUS, FICTITIOUS_ESTABLISHMENT
from streekwerk.vocabulary.motives import Motive

EMPLOYERS = 150
# Where the region is with them, DW01 to DW10: many known, few placed.
PHASES = tuple(f"DW{number:02d}" for number in range(1, 11))
_PHASE_SHARES = np.array([0.12, 0.25, 0.18, 0.06, 0.06, 0.12, 0.06, 0.04, 0.05, 0.06])
_MEAN_SCORE, _SCORE_SPREAD = 2.6, 0.8
_SIZE_SPREAD = 0.6
# Chances of each, by key of ``partners.choices``.
_ACCESS = {"step_free": 0.55, "toilet": 0.35, "quiet": 0.3, "seated": 0.3, "bicycle": 0.9}
_ACCESS |= {"transport": 0.08}
_LANGUAGES = {"nl-easy": 0.7, "signs": 0.3, "en": 0.45, "de": 0.1, "pl": 0.2, "uk": 0.06}
_LANGUAGES |= {"ar": 0.08, "ti": 0.04, "tr": 0.08}
_TECHNOLOGY = {"instructions": 0.15, "light": 0.05, "lifting": 0.15, "cobot": 0.04}
_TECHNOLOGY |= {"translation": 0.2, "scanner": 0.25}


@dataclass(frozen=True, slots=True)
class _Name:
    key: str
    name: str
    area: str


def employers_of_middenland(seed: int = 2021, count: int = EMPLOYERS) -> DemoEmployers:
    """Return ``count`` made-up employers.

    Every employer has its own stream of random numbers, so one does not depend on how
    many there are of a kind before it in the list.
    """
    numbers = spread_over([kind.weight for kind in kinds()], count)
    order = [kind for kind, number in zip(kinds(), numbers, strict=True) for _ in range(number)]
    taken: set[str] = set()
    return DemoEmployers(
        seed, tuple(_employer(seed, place, kind, taken) for place, kind in enumerate(order, 1))
    )


def _employer(seed: int, number: int, kind: Kind, taken: set[str]) -> DemoEmployer:
    rng = np.random.default_rng(np.random.SeedSequence(seed, spawn_key=(number,)))
    named = _name(number, kind, taken, rng)
    place = draw_place(named.area, rng)
    people = max(2, round(kind.median * rng.lognormal(0, _SIZE_SPREAD)))
    motives = _motives(kind, rng)
    staff_score = next(each.score for each in motives if each.motive is Motive.STAFF)
    phase = str(rng.choice(PHASES, p=_PHASE_SHARES))
    staff = Staff(people, max(0, staff_score - 2), 0.8 if phase >= "DW06" else 0.1)
    inventory = draw_inventory(kind, staff, rng)
    first = motives[0].motive
    return DemoEmployer(
        key=named.key,
        name=named.name,
        kind=kind.key,
        kvk_number=f"{FICTITIOUS}{number:04d}",
        establishment_number=f"{FICTITIOUS_ESTABLISHMENT}{number:08d}",
        sbi=kind.sbi,
        municipality=named.area,
        place=place,
        people=sum(role.people for role in inventory.roles),
        motives=motives,
        said=SAID[first],
        value=VALUE[first],
        value_points=(value_point(first, max(0.5, people / 40)),),
        possibilities=_possibilities(kind, people, rng),
        innovations=_innovations(kind, rng),
        contacts=_contacts(named.key, people, rng),
        phase=phase,
        inventory=inventory,
        demands=draw_demands(kind, named.key, place, inventory, rng),
    )


def _name(number: int, kind: Kind, taken: set[str], rng: np.random.Generator) -> _Name:
    """Draw a municipality and a name after a hamlet in it that nobody has yet."""
    key = f"w{number:03d}"
    while True:
        area = draw_area(kind.urban, rng)
        names = [f"{word} {hamlet}" for word in kind.words for hamlet in AREAS[area].hamlets]
        free = [each for each in names if each not in taken]
        if free:
            name = free[int(rng.integers(len(free)))]
            taken.add(name)
            return _Name(key, name, area)


def _motives(kind: Kind, rng: np.random.Generator) -> tuple[MotiveScore, ...]:
    """Draw a score for every motive: normal around the mean of the sector, cut to 1 to 5."""
    leaning = LEANING[kind.sector]
    drawn = {
        motive: rng.normal(_MEAN_SCORE + leaning.get(motive, 0.0), _SCORE_SPREAD)
        for motive in Motive
    }
    ordered = sorted(drawn, key=lambda motive: -drawn[motive])
    return tuple(
        MotiveScore(motive, int(np.clip(round(drawn[motive]), 1, 5))) for motive in ordered
    )


def _possibilities(kind: Kind, people: int, rng: np.random.Generator) -> Possibilities:
    return Possibilities(
        guidance_minutes=30 * int(np.clip(rng.poisson(2 + people / 12), 1, 24)),
        workplaces=int(np.clip(rng.poisson(0.6 + people / 30), 0, 8)),
        days=kind.days,
        from_time=kind.from_time,
        until_time=kind.until_time,
        busy_months=_busy(kind),
        accessibility=_some(_ACCESS | {"bus": 0.3 + 0.4 * kind.urban}, rng),
        languages=("nl", *_some(_LANGUAGES, rng)),
        technology=_some(_TECHNOLOGY, rng),
    )


def _some(chances: dict[str, float], rng: np.random.Generator) -> tuple[str, ...]:
    return tuple(key for key, chance in chances.items() if rng.random() < chance)


def _busy(kind: Kind) -> tuple[str, ...]:
    """Return the months in which the season is above three quarters of its height."""
    shape = SEASONS.get(kind.season)
    if shape is None or shape.max() < 1.5 * shape.mean():
        return ()
    high = np.flatnonzero(shape > 0.75 * shape.max())
    return tuple(sorted({f"{min(12, int(week // 4.35) + 1):02d}" for week in high}))


def _innovations(kind: Kind, rng: np.random.Generator) -> tuple[Innovation, ...]:
    known = AGENDA[kind.sector]
    chosen = rng.permutation(len(known))[: int(rng.integers(0, 3))]
    states = ("idea", "exploring", "decided", "running")
    return tuple(
        Innovation(
            known[int(place)][0],
            known[int(place)][1],
            str(rng.choice(("soon", "year", "later", "far"), p=(0.2, 0.35, 0.35, 0.1))),
            str(rng.choice(states, p=(0.4, 0.35, 0.15, 0.1))),
        )
        for place in sorted(chosen)
    )


def _contacts(key: str, people: int, rng: np.random.Generator) -> tuple[Contact, ...]:
    """Draw one person to talk to, and a second where over 40 people work."""
    found = []
    for place in range(1 + (people > 40)):
        first = str(rng.choice(WOMEN if rng.random() < 0.5 else MEN))
        last = str(rng.choice(LAST))
        title = TITLES[(0 if people < 15 else 1) if place == 0 else int(rng.integers(2, 4))]
        address = f"{_plain(first)}.{_plain(last)}@{key}.example.org"
        found.append(Contact(first, last, title, address))
    return tuple(found)


def _plain(name: str) -> str:
    bare = unicodedata.normalize("NFKD", name.lower().replace("ı", "i").replace(" ", ""))
    return bare.encode("ascii", "ignore").decode()
