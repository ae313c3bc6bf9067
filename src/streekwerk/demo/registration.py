"""From what happened to what is registered: measures as a municipality files them.

Every mistake has its own rate in :class:`~streekwerk.demo.config.Messiness`; with
all rates 0 the registration is exactly what happened.
"""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np

from streekwerk.demo.arrays import Bools, Floats, Ints, Strings
from streekwerk.demo.columns import Column, Columns
from streekwerk.demo.dates import NO_DATE, Dates, end_days, start_days
from streekwerk.demo.measures import Purpose
from streekwerk.demo.simulation import History
from streekwerk.demo.state import Exemption
from streekwerk.demo.streams import Draw

NEVER_CLOSED = 10_000
INVALID_TYPES = np.array(["41", "61", "99"])
_PARTICIPATION = ("22", "43", "49")
_BELOW_MINIMUM_WAGE = ("10", "21")


@dataclass(frozen=True, slots=True)
class RegisteredMeasures:
    """One row per registered measure of a municipality.

    Parameters
    ----------
    number
        Serial number within the municipality.
    person
        Row in the people of the municipality.
    type
        SRG code as registered, right or wrong.
    start, end
        True days (the end also when nobody ever registers it).
    first_month, last_month
        The measure is in the deliveries of these months; in the last one with its
        end date, before that without.
    wage_value
        Percent, 0 where it does not apply.
    goal, work_capacity
        SRG fields 12 and 11.
    """

    number: Ints
    person: Ints
    type: Strings
    start: Dates
    end: Dates
    first_month: Ints
    last_month: Ints
    wage_value: Ints
    goal: Strings
    work_capacity: Strings

    def __len__(self) -> int:
        return len(self.number)

    def rows(self, month: int) -> Columns:
        """Return the rows of the delivery of ``month``, without end date while it is open."""
        here = (self.first_month <= month) & (month <= self.last_month)
        closed = self.last_month[here] == month
        columns: dict[str, Column] = {
            each.name: getattr(self, each.name)[here] for each in fields(self)
        }
        columns["end"] = np.where(closed, columns["end"], NO_DATE)
        columns["end_reason"] = np.where(closed & (columns["type"] == "10"), "2", "")
        return columns


def register_measures(history: History) -> RegisteredMeasures:
    """Register every start of a municipality, with the mistakes of its config."""
    rng = history.world.streams().generator(Draw.REGISTRATION)
    measures = _faithful(history, rng)
    for mistake in (_enter_late, _close_late, _mistype, _duplicate):
        measures = mistake(measures, history, rng)
    return measures


def delivery_is_sent(history: History, month: int) -> tuple[bool, bool]:
    """Return whether the SRG and the BUS delivery of a month were sent at all."""
    rates = history.world.config.messiness
    srg, bus = history.world.streams().generator(Draw.DELIVERY, month).random(2)
    return bool(srg >= rates.missing_srg_month), bool(bus >= rates.missing_bus_month)


def _faithful(history: History, rng: np.random.Generator) -> RegisteredMeasures:
    config, starts = history.world.config, history.starts
    size = len(starts)
    codes = np.array(config.measure_codes)[starts.measure]
    end_day = end_uniform(history)[starts.person]
    wage_value = np.where(codes == "10", 30 + 5 * rng.integers(0, 9, size), 0)
    return RegisteredMeasures(
        number=np.arange(size),
        person=starts.person,
        type=codes,
        start=start_days(config, starts.month, rng.random(size)),
        end=end_days(config, starts.end, end_day),
        first_month=starts.month.astype(np.int64),
        last_month=starts.end.astype(np.int64),
        wage_value=wage_value,
        goal=np.where(np.isin(codes, _PARTICIPATION), "2", "1"),
        work_capacity=_work_capacity(history, codes, rng.random(size)),
    )


def end_uniform(history: History) -> Floats:
    """Return per person the uniform that fixes the day of the month things end."""
    rng = history.world.streams().generator(Draw.DAYS, 1)
    return np.asarray(rng.random(len(history.world.people)))


def start_uniform(history: History) -> Floats:
    """Return per person the uniform that fixes the day of the month a benefit starts."""
    rng = history.world.streams().generator(Draw.DAYS, 0)
    return np.asarray(rng.random(len(history.world.people)))


def _work_capacity(history: History, codes: Strings, uniform: Floats) -> Strings:
    """Return SRG field 11: follows from measure and exemption, unknown for one in eight."""
    starts = history.starts
    exempt = history.exemption[starts.person, np.maximum(starts.month, 0)] != Exemption.NONE
    purpose = np.array([str(each.purpose) for each in history.world.config.measures])
    kind = purpose[starts.measure]
    return np.select(
        [
            np.isin(codes, _BELOW_MINIMUM_WAGE),
            uniform < 0.125,
            exempt,
            kind == Purpose.JOB,
            kind == Purpose.TRAINING,
        ],
        ["10", "40", "30", "11", "20"],
        "40",
    )


def _changed(measures: RegisteredMeasures, **columns: Column) -> RegisteredMeasures:
    kept = {each.name: getattr(measures, each.name) for each in fields(measures)}
    return RegisteredMeasures(**(kept | columns))


def _enter_late(
    measures: RegisteredMeasures, history: History, rng: np.random.Generator
) -> RegisteredMeasures:
    late = rng.random(len(measures)) < history.world.config.messiness.entered_late
    delay = np.where(late, rng.integers(1, 4, len(measures)), 0)
    first = measures.first_month + delay
    return _changed(measures, first_month=first, last_month=np.maximum(measures.last_month, first))


def _close_late(
    measures: RegisteredMeasures, history: History, rng: np.random.Generator
) -> RegisteredMeasures:
    rates, size = history.world.config.messiness, len(measures)
    late = rng.random(size) < rates.closed_late
    never = rng.random(size) < rates.never_closed
    last = measures.last_month + np.where(late, rng.integers(1, 7, size), 0)
    return _changed(measures, last_month=np.where(never, NEVER_CLOSED, last))


def _mistype(
    measures: RegisteredMeasures, history: History, rng: np.random.Generator
) -> RegisteredMeasures:
    rates, size = history.world.config.messiness, len(measures)
    codes = np.array(history.world.config.measure_codes)
    # A shift by 1..n-1 places: always another code than the right one.
    right = np.searchsorted(codes, measures.type)
    shift = rng.integers(1, max(len(codes), 2), size)
    wrong = codes[(right + shift) % len(codes)]
    invalid = INVALID_TYPES[rng.integers(0, len(INVALID_TYPES), size)]
    chance = rng.random(size)
    type_ = np.where(chance < rates.wrong_type, wrong, measures.type)
    type_ = np.where(chance > 1 - rates.invalid_type, invalid, type_)
    # Wage value goes with type 10 only; the software refuses it elsewhere.
    wage_value = np.where(type_ == "10", measures.wage_value, 0)
    return _changed(measures, type=type_, wage_value=wage_value)


def _duplicate(
    measures: RegisteredMeasures, history: History, rng: np.random.Generator
) -> RegisteredMeasures:
    twice: Bools = rng.random(len(measures)) < history.world.config.messiness.duplicated
    copies = {each.name: getattr(measures, each.name)[twice] for each in fields(measures)}
    copies["number"] = len(measures) + np.arange(int(twice.sum()))
    both = {
        each.name: np.concatenate([getattr(measures, each.name), copies[each.name]])
        for each in fields(measures)
    }
    return RegisteredMeasures(**both)
