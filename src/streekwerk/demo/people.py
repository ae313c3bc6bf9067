"""The people of Middenland: who they are before anything is decided about them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

import numpy as np

from streekwerk.demo.arrays import Bools, Bytes, Floats, Ints, Shorts, Singles
from streekwerk.demo.streams import Draw, Streams

PENSION_AGE_MONTHS = 67 * 12
_YOUNGEST_MONTHS = 18 * 12 + 1


class Sex(IntEnum):
    """SRG field 10, BUS field 20."""

    MAN = 1
    WOMAN = 2


class Household(IntEnum):
    """BUS field 10, LEEFVORM."""

    SINGLE = 1
    SINGLE_PARENT = 2
    COUPLE = 3
    OTHER = 4


class Education(IntEnum):
    """Highest level attained; not in SRG or BUS, delivered in a separate file."""

    LOW = 1
    MIDDLE = 2
    HIGH = 3


@dataclass(frozen=True, slots=True)
class People:
    """Fixed traits, one element per person of a municipality.

    Parameters
    ----------
    birth_month
        Month of birth, counted from the first month of the window (negative).
    birth_day
        1..28.
    sex, household, education, housing
        Codes of :class:`Sex`, :class:`Household`, :class:`Education` and BUS field 21.
    motivation
        Unobserved; standard normal among people who just entered.
    first_benefit_month
        Start of the first spell: negative for the stock, 0.. for the inflow.
    """

    birth_month: Shorts
    birth_day: Bytes
    sex: Bytes
    household: Bytes
    education: Bytes
    housing: Bytes
    motivation: Singles
    first_benefit_month: Shorts

    def __len__(self) -> int:
        return len(self.birth_month)


# Share of all persons already on benefit when the window opens; the rest enter evenly later.
STOCK_SHARE = 0.55
# Duration of the stock: median 40 months, a long tail up to 30 years.
STOCK_MEDIAN_MONTHS, STOCK_SPREAD, STOCK_LONGEST = 40.0, 1.1, 360
# Those who stayed long were on average less motivated to begin with.
MOTIVATION_PER_LOG_YEAR = -0.15
AGE_BANDS = ((18, 27, 0.16), (27, 45, 0.42), (45, 55, 0.22), (55, 66, 0.20))
AGE_BANDS_INFLOW = ((18, 27, 0.26), (27, 45, 0.45), (45, 55, 0.17), (55, 66, 0.12))
EDUCATION_SHARES = {Education.LOW: 0.55, Education.MIDDLE: 0.33, Education.HIGH: 0.12}
HOUSEHOLDS_MEN = (0.74, 0.03, 0.18, 0.05)
HOUSEHOLDS_WOMEN = (0.46, 0.34, 0.16, 0.04)
HOUSING_SHARES = (0.84, 0.03, 0.08, 0.02, 0.02, 0.01)
SHARE_WOMEN = 0.55


def draw_people(size: int, months: int, streams: Streams) -> People:
    """Draw ``size`` persons who are on benefit at some moment of ``months`` months."""
    rng = streams.generator(Draw.PEOPLE)
    # In a window of one month nobody can enter later.
    stock = rng.random(size) < (STOCK_SHARE if months > 1 else 1.0)
    age = np.where(stock, _ages(rng, AGE_BANDS, size), _ages(rng, AGE_BANDS_INFLOW, size))
    age = np.clip(age, _YOUNGEST_MONTHS, PENSION_AGE_MONTHS - 1)
    first = _first_months(rng, stock, age, months)
    sex = np.where(rng.random(size) < SHARE_WOMEN, Sex.WOMAN, Sex.MAN)
    waited = np.log1p(np.maximum(-first, 0) / 12)
    return People(
        # Age is the age at the start of the window, or at entry for those who enter later.
        birth_month=(np.maximum(first, 0) - age).astype(np.int16),
        birth_day=rng.integers(1, 29, size).astype(np.int8),
        sex=sex.astype(np.int8),
        household=_households(rng, sex),
        education=_pick(rng, tuple(EDUCATION_SHARES.values()), size),
        housing=_pick(rng, HOUSING_SHARES, size),
        motivation=(rng.normal(size=size) + MOTIVATION_PER_LOG_YEAR * waited).astype(np.float32),
        first_benefit_month=first.astype(np.int16),
    )


def _ages(rng: np.random.Generator, bands: tuple[tuple[int, int, float], ...], size: int) -> Ints:
    """Return ages in months: a band by its share, then evenly within the band."""
    band = rng.choice(len(bands), size=size, p=[share for _, _, share in bands])
    youngest = np.array([low for low, _, _ in bands])[band]
    width = np.array([high - low for low, high, _ in bands])[band]
    return np.asarray((youngest + rng.random(size) * width) * 12, dtype=np.int64)


def _first_months(rng: np.random.Generator, stock: Bools, age: Ints, months: int) -> Ints:
    """Return the month in which the first benefit spell starts."""
    duration = STOCK_MEDIAN_MONTHS * np.exp(STOCK_SPREAD * rng.normal(size=len(age)))
    longest = np.minimum(age - 18 * 12, STOCK_LONGEST)
    duration = np.clip(duration, 1, longest).astype(np.int64)
    entry = rng.integers(1, max(months, 2), len(age))
    return np.where(stock, -duration, entry)


def _households(rng: np.random.Generator, sex: Ints) -> Bytes:
    men = _pick(rng, HOUSEHOLDS_MEN, len(sex))
    women = _pick(rng, HOUSEHOLDS_WOMEN, len(sex))
    return np.where(sex == Sex.WOMAN, women, men).astype(np.int8)


def _pick(rng: np.random.Generator, shares: tuple[float, ...], size: int) -> Bytes:
    """Return codes 1, 2, … with the given shares."""
    return (1 + rng.choice(len(shares), size=size, p=shares)).astype(np.int8)


def age_years(birth_month: Shorts, month: int) -> Floats:
    """Return the age in years at the start of a month."""
    return (month - birth_month.astype(np.float64)) / 12
