"""The person's picture: what working some hours does to monthly income and assistance.

Tax is not computed: how much of the gross wage remains is given as a range, because it
depends on tax credits and pension. Benefits such as rent or care allowance are outside it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from streekwerk.rights.catalogue import rule
from streekwerk.rights.engine.evaluation import Case, RuleAnswer, evaluate
from streekwerk.rights.engine.facts import FactSpec
from streekwerk.rights.engine.truth import Truth
from streekwerk.rights.finance.interval import Interval
from streekwerk.rights.law.disregards import RULES as DISREGARDS

_NET = "netto_inkomsten_per_maand"
_APPLIED = "toegepaste_vrijlating"
_SUPPLEMENT = "aanvullende-bijstand"


@dataclass(frozen=True)
class Pay:
    """Paid work.

    Attributes
    ----------
    hours_per_week, hourly_wage
        Hours, and gross euros per hour.
    net_share_low, net_share_high
        Range of what remains of a gross euro after tax and pension.
    """

    hours_per_week: float
    hourly_wage: float
    net_share_low: float
    net_share_high: float

    def __post_init__(self) -> None:
        if not 0 <= self.hours_per_week <= 60 or self.hourly_wage <= 0:
            raise ValueError("vul uren van 0 tot 60 in en een uurloon hoger dan 0")
        if not 0 < self.net_share_low <= self.net_share_high <= 1:
            raise ValueError("nettodeel: 0 < laagste ≤ hoogste ≤ 1")

    def net_month(self, share: float) -> float:
        """Return net earnings a month at a net share."""
        return self.hours_per_week * 52 / 12 * self.hourly_wage * share


@dataclass(frozen=True)
class PersonPicture:
    """What a number of hours means a month.

    Attributes
    ----------
    hours_per_week
        Hours worked.
    earnings, disregard, assistance, total
        Net earnings, what of them is not settled, assistance beside them, and together;
        without holiday allowance.
    without_work
        Assistance at zero hours, the amount to compare with.
    assistance_other_reading
        Assistance when holiday allowance counts on both sides.
    applied
        The disregard that applies (the most favourable), if one does.
    undecided
        Disregards that may also apply, waiting for an answer.
    supplement
        The answer about assistance, with its reasons, at the low end of the earnings.
    """

    hours_per_week: float
    earnings: Interval
    disregard: Interval
    assistance: Interval
    total: Interval
    without_work: float | None
    assistance_other_reading: Interval
    applied: RuleAnswer | None
    undecided: tuple[RuleAnswer, ...]
    supplement: RuleAnswer

    @property
    def gain(self) -> Interval | None:
        """What working brings a month beside not working."""
        if self.without_work is None:
            return None
        base = self.without_work
        total = self.total
        return Interval(total.low - base, total.middle - base, total.high - base)

    @property
    def questions(self) -> tuple[FactSpec, ...]:
        """Questions whose answers may still raise the disregard, each once."""
        found = (answer.next_question() for answer in self.undecided)
        return tuple({fact.key: fact for fact in found if fact is not None}.values())


@dataclass(frozen=True)
class _Point:
    """The picture at one exact net wage."""

    net: float
    applied: RuleAnswer | None
    disregard: float
    undecided: tuple[RuleAnswer, ...]
    supplement: RuleAnswer
    assistance: float
    other_reading: float


def person_picture(case: Case, pay: Pay) -> PersonPicture:
    """Compute the picture for one number of hours.

    Parameters
    ----------
    case
        The person: at least assistance, household and age; what is not known about
        disregards comes back as questions.

    Raises
    ------
    ValueError
        When household, age or assistance is not known: says which.
    """
    middle = (pay.net_share_low + pay.net_share_high) / 2
    shares = (pay.net_share_low, middle, pay.net_share_high)
    low, mid, high = (_point(case, pay.net_month(share)) for share in shares)
    nothing = _point(case, 0.0)
    return PersonPicture(
        hours_per_week=pay.hours_per_week,
        earnings=_interval(low.net, mid.net, high.net),
        disregard=_interval(low.disregard, mid.disregard, high.disregard),
        assistance=_interval(low.assistance, mid.assistance, high.assistance),
        total=_interval(*(point.net + point.assistance for point in (low, mid, high))),
        without_work=nothing.assistance if nothing.supplement.truth is Truth.YES else None,
        assistance_other_reading=_interval(*(p.other_reading for p in (low, mid, high))),
        applied=mid.applied,
        undecided=mid.undecided,
        supplement=low.supplement,
    )


def over_hours(case: Case, pay: Pay, hours: Iterable[float]) -> tuple[PersonPicture, ...]:
    """Return the picture for each number of hours, for a line on a screen."""
    return tuple(person_picture(case, replace(pay, hours_per_week=each)) for each in hours)


def _interval(low: float, middle: float, high: float) -> Interval:
    return Interval(min(low, middle, high), middle, max(low, middle, high))


def _with(case: Case, **facts: float) -> Case:
    return replace(case, answers={**case.answers, **facts})


def _point(case: Case, net: float) -> _Point:
    answers = evaluate(_with(case, **{_NET: net}), DISREGARDS)
    granted = [answer for answer in answers if answer.truth is Truth.YES]
    applied = max(granted, key=_disregarded, default=None)
    disregard = _disregarded(applied) if applied else 0.0
    (supplement,) = evaluate(_with(case, **{_NET: net, _APPLIED: disregard}), [rule(_SUPPLEMENT)])
    missing = supplement.next_question()
    if missing is not None:
        raise ValueError(f"voor dit beeld is eerst nodig: {missing.claim.professional.nl}")
    return _Point(
        net,
        applied,
        disregard,
        tuple(answer for answer in answers if answer.truth is Truth.UNKNOWN),
        supplement,
        supplement.figure("aanvulling").value or 0.0,
        supplement.figure("aanvulling_met_vakantiegeld").value or 0.0,
    )


def _disregarded(answer: RuleAnswer) -> float:
    return answer.figure("vrijlating").value or 0.0
