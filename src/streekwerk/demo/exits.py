"""What happens to people in a month: earnings, exemptions, leaving benefit, coming back."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from streekwerk.demo.arrays import Bools, Bytes, Floats, Ints
from streekwerk.demo.people import (
    PENSION_AGE_MONTHS,
    Education,
    Household,
    People,
    Sex,
    age_years,
)
from streekwerk.demo.state import Exemption, State, Status
from streekwerk.demo.streams import Draw, MonthDraws

WORK_CODES = (11, 13)
SHARE_SELF_EMPLOYED = 0.08
MOVED_CODES = (32, 33)
AOW_CODE, DEATH_CODE, STUDY_CODE = 3, 4, 1
# Ends of benefit other than work, study, death and pension: BUS code -> chance per month.
# Moves come last, so that switching them off leaves every other draw where it was.
OTHER_ENDS: dict[int, float] = {
    2: 0.0012, 5: 0.0002, 14: 0.0003, 15: 0.0004, 17: 0.0003, 19: 0.0008, 31: 0.0015,
    34: 0.0003, 98: 0.0010, 32: 0.0012, 33: 0.0002,
}  # fmt: skip
_BASE_LOG_ODDS = -4.2


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the month brings to everybody of the municipality."""

    market: float
    autumn_intake: bool
    people_move: bool = True


def return_to_benefit(state: State, people: People, month: int, draws: MonthDraws) -> None:
    """Let newcomers in and let some of those who left come back, at the start of the month."""
    arrives = (state.status == Status.NOT_YET) & (state.since == month)
    away = month - state.since
    # After work the risk is highest in the first half year: probation and temporary contracts.
    after_work = np.select([away < 6, away < 12], [0.035, 0.018], 0.006)
    low = np.where(people.education[state.person] == Education.LOW, 1.3, 1.0)
    chance = after_work * low * np.exp(-0.2 * people.motivation[state.person])
    chance = np.where(state.status == Status.WORK, chance, 0.01)
    can = np.isin(state.status, (Status.WORK, Status.ELSEWHERE)) & (away >= 1)
    can &= month - people.birth_month[state.person] < PENSION_AGE_MONTHS
    back = arrives | (can & (draws.uniform(Draw.RETURN) < chance))
    state.status[back] = Status.BENEFIT
    state.since[back] = month
    state.exemption[back] = Exemption.NONE
    state.earnings[back] = False


def initial_exemptions(people: People, uniform: Floats) -> Bytes:
    """Return the exemption of the stock when the window opens."""
    parent = people.household == Household.SINGLE_PARENT
    stock = people.first_benefit_month < 0
    kinds = [uniform < 0.12, uniform < 0.16, parent & (uniform < 0.28)]
    codes = [Exemption.TEMPORARY, Exemption.PERMANENT, Exemption.SINGLE_PARENT]
    return np.where(stock, np.select(kinds, codes, Exemption.NONE), Exemption.NONE).astype(np.int8)


def live_through(
    state: State, people: People, month: int, around: Surroundings, draws: MonthDraws
) -> Bytes:
    """Live through one month; return the BUS end code per row (0: no end)."""
    _change_exemptions(state, people, draws.uniform(Draw.EXEMPTION))
    _change_earnings(state, people, month, draws.uniform(Draw.EARNINGS))
    work = draws.uniform(Draw.WORK) < chance_of_work(state, people, month, around)
    self_employed = draws.uniform(Draw.KIND_OF_WORK) < SHARE_SELF_EMPLOYED
    code = np.where(work, np.where(self_employed, WORK_CODES[1], WORK_CODES[0]), 0)
    other = _other_end(people, state.person, month, around, draws.uniform(Draw.OTHER_EXIT))
    code = np.where(code == 0, other, code)
    turns_67 = month + 1 - people.birth_month[state.person] >= PENSION_AGE_MONTHS
    code = np.where(turns_67, AOW_CODE, code)
    code = np.where(state.on_benefit, code, 0).astype(np.int8)
    _leave(state, month, code)
    return np.asarray(code)


def _change_exemptions(state: State, people: People, uniform: Floats) -> None:
    """Grant temporary exemptions (0.3 % a month) and end them (4 %; single parents 2 %)."""
    none = state.on_benefit & (state.exemption == Exemption.NONE)
    ends = np.select(
        [state.exemption == Exemption.TEMPORARY, state.exemption == Exemption.SINGLE_PARENT],
        [0.04, 0.02],
        0.0,
    )
    over = uniform < ends
    granted = none & (uniform < 0.003)
    parent = people.household[state.person] == Household.SINGLE_PARENT
    by_parent = granted & parent & (uniform < 0.001)
    state.exemption[over] = Exemption.NONE
    state.exemption[granted] = Exemption.TEMPORARY
    state.exemption[by_parent] = Exemption.SINGLE_PARENT


def _change_earnings(state: State, people: People, month: int, uniform: Floats) -> None:
    """Start part-time work (about 0.9 % a month) or lose it (6 % a month)."""
    starts = -4.7 + 0.3 * people.motivation[state.person] + 0.5 * state.boost[:, month]
    starts = starts - 1.0 * (state.exemption != Exemption.NONE)
    chance = np.where(state.earnings, 1 - 0.06, 1 / (1 + np.exp(-starts)))
    state.earnings[:] = state.on_benefit & (uniform < chance)


def chance_of_work(state: State, people: People, month: int, around: Surroundings) -> Floats:
    """Return the chance of leaving for work at the end of ``month`` (rows on benefit)."""
    person = state.person
    age = age_years(people.birth_month[person], month)
    education, household = people.education[person], people.household[person]
    log_odds = (
        _BASE_LOG_ODDS
        + around.market
        - 0.025 * (age - 40)
        - 0.05 * np.maximum(age - 55, 0)
        + np.choose(education - 1, [0.0, 0.30, 0.50])
        - 0.25 * ((education == Education.LOW) & (age < 27))
        - 0.05 * (people.sex[person] == Sex.WOMAN)
        + np.choose(household - 1, [0.0, -0.30, 0.05, 0.0])
        - 0.50 * np.log1p(state.duration(month) / 12)
        - np.choose(state.exemption - 2, [0.0, 0.0, 0.8, 0.9, 2.0])
        + 0.80 * state.earnings
        + 0.50 * people.motivation[person]
        + state.boost[:, month]
    )
    return np.asarray(1 / (1 + np.exp(-log_odds)))


def _other_end(
    people: People, person: Ints, month: int, around: Surroundings, uniform: Floats
) -> Ints:
    """Return the code of an end for another reason than work, 0 for none."""
    age = age_years(people.birth_month[person], month)
    study = np.select([age < 27, age < 35], [0.005, 0.0012], 0.0001)
    study = study * (3.0 if around.autumn_intake else 0.6)
    # Twice the Dutch mortality of the age group: about 0.1 % a month at 60.
    death = 0.00004 * np.exp(0.08 * (age - 20))
    rest = np.cumsum(list(OTHER_ENDS.values()))
    codes = np.array([0, *OTHER_ENDS])
    # Sorting the uniform over the edges study | death | the fixed rest.
    beyond = uniform - study - death
    index = np.searchsorted(rest, beyond, side="right")
    fixed = np.append(codes[1:], 0)[index]
    if not around.people_move:
        fixed = np.where(np.isin(fixed, MOVED_CODES), 0, fixed)
    return np.select([uniform < study, beyond < 0], [STUDY_CODE, DEATH_CODE], fixed)


def _leave(state: State, month: int, code: Bytes) -> None:
    """Move those with an end code to what comes after; it begins next month."""
    leaves = code != 0
    to_work = np.isin(code, WORK_CODES)
    gone = np.isin(code, (AOW_CODE, DEATH_CODE, *MOVED_CODES))
    after = np.select([to_work, gone], [Status.WORK, Status.GONE], Status.ELSEWHERE)
    state.status[leaves] = after[leaves]
    state.since[leaves] = month + 1
    state.earnings[leaves] = False
    state.planned_measure[leaves] = -1


def stop_measures(state: State, month: int, leaves: Bools, continues: Bools) -> None:
    """End the measures that stop when benefit stops; the last month in force is ``month``."""
    rows = np.flatnonzero(leaves)
    stopping = np.minimum(state.until[rows], month + 1)
    state.until[rows] = np.where(continues, state.until[rows], stopping)
