"""The cohort at a glance: who had a benefit, what they got, and where they went."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from streekwerk.evidence.cohort.panel import VANISHED, Panel
from streekwerk.evidence.cohort.rules import CohortReport
from streekwerk.evidence.target_trial.kinds import Kind, kind_of
from streekwerk.registers.codes import BenefitEndReason, MeasureType
from streekwerk.registers.labour_market.choose import MarketSeries
from streekwerk.vocabulary.language import Text

NOTHING, SEVERAL = "nothing", "several"
STILL, WORK, EDUCATION, OTHER, GONE = "still", "work", "education", "other", "gone"
GOT_WORDS = {
    **{kind.value: kind.words for kind in Kind},
    SEVERAL: Text("voorzieningen van meer soorten", "measures of several kinds"),
    NOTHING: Text("geen voorziening", "no measure"),
}
WENT_WORDS = {
    WORK: Text("uitgestroomd naar werk", "left for work"),
    EDUCATION: Text("uitgestroomd naar onderwijs", "left for education"),
    OTHER: Text("uitgestroomd om een andere reden", "left for another reason"),
    GONE: Text("uit beeld, reden onbekend", "out of sight, reason unknown"),
    STILL: Text("nog in de bijstand", "still on benefit"),
}
GOT = (*(kind.value for kind in Kind), SEVERAL, NOTHING)
WENT = (WORK, EDUCATION, OTHER, GONE, STILL)


@dataclass(frozen=True, slots=True)
class MeasureUse:
    """How a measure was used: starts, people, and how many run in the last month."""

    measure: str
    starts: int
    people: int
    running: int
    median_months: int

    @property
    def label(self) -> Text:
        """Name the measure."""
        return MeasureType(self.measure).label


@dataclass(frozen=True, slots=True)
class Repair:
    """How often messy registration was repaired by one rule."""

    rule: str
    rows: int


@dataclass(frozen=True, slots=True)
class CohortOverview:
    """Counts of people only; nobody can be picked out of it.

    Attributes
    ----------
    first_month, months : month number of the first column, and how many there are.
    caseload, starts, left_for_work : per month, people on benefit, starts of any
        measure, and exits to work; up to the last month every municipality delivered.
    streams : people by what they got and where they were at the end.
    exits : ends of benefit by reason code, over all months.
    market : the labour market by month, None when no table was delivered.
    """

    first_month: int
    months: int
    people: int
    caseload: tuple[int, ...]
    starts: tuple[int, ...]
    left_for_work: tuple[int, ...]
    streams: tuple[tuple[str, str, int], ...]
    measures: tuple[MeasureUse, ...]
    exits: tuple[tuple[str, int], ...]
    repairs: tuple[Repair, ...]
    market: MarketSeries | None = None


def overview_of(
    panel: Panel, report: CohortReport, market: MarketSeries | None = None
) -> CohortOverview:
    """Count what the cohort page shows."""
    complete = int(panel.last_month.min()) + 1
    inside = (panel.episodes.start >= 0) & (panel.episodes.start < complete)
    to_work = np.isin(panel.exit, [int(code) for code in _WORK])
    return CohortOverview(
        first_month=panel.first_month,
        months=panel.months,
        people=panel.people,
        caseload=_tuple(panel.benefit.sum(axis=0)[:complete]),
        starts=_tuple(np.bincount(panel.episodes.start[inside], minlength=complete)),
        left_for_work=_tuple(to_work.sum(axis=0)[:complete]),
        streams=_streams(panel),
        measures=tuple(_use(panel, code) for code in panel.episodes.types if _known(code)),
        exits=_exits(panel),
        repairs=_repairs(report),
        market=market,
    )


_WORK = (BenefitEndReason.EMPLOYMENT, BenefitEndReason.SELF_EMPLOYMENT)


def _known(code: str) -> bool:
    return code in set(MeasureType)


def _tuple(values: npt.NDArray[np.generic]) -> tuple[int, ...]:
    return tuple(int(value) for value in values.tolist())


def _streams(panel: Panel) -> tuple[tuple[str, str, int], ...]:
    got, went = _got(panel), _went(panel)
    counts = Counter(zip(got.tolist(), went.tolist(), strict=True))
    return tuple(
        (one, other, counts[one, other]) for one in GOT for other in WENT if counts[one, other]
    )


def _got(panel: Panel) -> npt.NDArray[np.str_]:
    """Return per person the kind of measures that started within the months, if one."""
    kinds = np.zeros((panel.people, len(Kind)), dtype=np.bool_)
    for place, kind in enumerate(Kind):
        for code in panel.episodes.types:
            if kind_of(code) is kind:
                person, _month = panel.starts(code)
                kinds[person, place] = True
    names = np.array([kind.value for kind in Kind])
    one = names[kinds.argmax(axis=1)]
    number = kinds.sum(axis=1)
    return np.where(number == 0, NOTHING, np.where(number > 1, SEVERAL, one))


def _went(panel: Panel) -> npt.NDArray[np.str_]:
    """Return per person how the last spell of benefit ended, or that it still runs."""
    everybody = np.arange(panel.people)
    last = panel.months - 1 - panel.benefit[:, ::-1].argmax(axis=1)
    code = panel.exit[everybody, last].astype(np.int64)
    ended_before = last < panel.last_month
    reasons = np.full(panel.people, OTHER, dtype="U9")
    reasons[np.isin(code, [int(each) for each in _WORK])] = WORK
    reasons[code == int(BenefitEndReason.EDUCATION)] = EDUCATION
    unknown = (code == VANISHED) | (code == int(BenefitEndReason.OTHER))
    reasons[unknown | ((code == 0) & ended_before)] = GONE
    reasons[(code == 0) & ~ended_before] = STILL
    return reasons


def _use(panel: Panel, code: str) -> MeasureUse:
    mine = panel.episodes.of(code)
    person, _month = panel.starts(code)
    started = (mine.start >= 0) & (mine.start < panel.months)
    # A month counts as running when it lies within the episode; 32,767 is "not ended".
    running = (mine.start <= panel.months - 1) & (mine.last >= panel.months - 1)
    ended = started & (mine.last < panel.months - 1)
    lengths = (mine.last - mine.start + 1)[ended]
    return MeasureUse(
        measure=code,
        starts=int(started.sum()),
        people=int(np.unique(person).size),
        running=int(running.sum()),
        median_months=int(np.median(lengths)) if lengths.size else 0,
    )


def _exits(panel: Panel) -> tuple[tuple[str, int], ...]:
    codes, counts = np.unique(panel.exit[panel.exit > 0], return_counts=True)
    found = zip(codes.tolist(), counts.tolist(), strict=True)
    return tuple((f"{code:02d}", int(count)) for code, count in found)


def _repairs(report: CohortReport) -> tuple[Repair, ...]:
    names = sorted({each.rule for each in report.rules})
    return tuple(Repair(name, report.total(name)) for name in names if report.total(name))
