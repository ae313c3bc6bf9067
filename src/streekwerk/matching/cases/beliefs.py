"""What is believed about people in new jobs, until the region has measured it.

Every default is an assumption that says so; none is a fact about a person or a group. An
adviser replaces them with what the employer knows and with what the region learned.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from streekwerk.matching.cases.distributions import (
    Distribution,
    Fixed,
    Pert,
    of_wage_value,
)
from streekwerk.matching.cases.inputs import Input, Origin, Unit
from streekwerk.rights.finance import WageValueBelief
from streekwerk.vocabulary.language import Text

OWN_ESTIMATE = Text(
    "inschatting van Streekwerk, niet gemeten; bespreek met werkgever en gemeente",
    "estimate of Streekwerk, not measured; discuss with employer and municipality",
)
_DISCOUNT_SOURCE = Text(
    "standaarddiscontovoet (reëel) per 1 januari 2021, Werkgroep discontovoet 2020; "
    "rwseconomie.nl/discontovoet. Kijk na of er een nieuwere is",
    "standard (real) discount rate from 1 January 2021, Werkgroep discontovoet 2020; "
    "rwseconomie.nl/discontovoet. Check whether there is a newer one",
)
PERCENT_LIMITS = (0.0, 100.0)


def discount_rate(rate: float = 2.25) -> Input:
    """Return the discount rate as an input, in per cent a year, for constant prices."""
    published = rate == 2.25
    return Input(
        "discount_rate",
        Text("discontovoet", "discount rate"),
        Unit.PERCENT_YEAR,
        Fixed(rate),
        Origin.PUBLISHED if published else Origin.EMPLOYER,
        _DISCOUNT_SOURCE if published else Text("zelf gekozen", "chosen by the user"),
        (0.0, 30.0),
    )


@dataclass(frozen=True, slots=True)
class Believed:
    """A belief with where it comes from."""

    belief: Distribution
    origin: Origin = Origin.ASSUMPTION
    source: Text = OWN_ESTIMATE

    @classmethod
    def by_employer(cls, belief: Distribution | float, source: Text | None = None) -> Believed:
        """Return what the employer said."""
        held = belief if isinstance(belief, Distribution) else Fixed(float(belief))
        return cls(held, Origin.EMPLOYER, source or Text("opgave werkgever", "said by employer"))

    @classmethod
    def known(cls, value: float, source: Text) -> Believed:
        """Return a published value."""
        return cls(Fixed(value), Origin.PUBLISHED, source)

    def input(
        self,
        name: str,
        label: Text,
        unit: Text,
        limits: tuple[float, float] = (0.0, float("inf")),
    ) -> Input:
        """Return it as an input of a case."""
        return Input(name, label, unit, self.belief, self.origin, self.source, limits)


def _pert(lowest: float, likely: float, highest: float) -> Believed:
    return Believed(Pert(lowest, likely, highest))


_GROWTH = _pert(0, 2, 6)
_ABSENCE = _pert(2, 6, 15)
_STAY = _pert(0.75, 2.5, 8)
_GAP = _pert(1, 4, 12)
_GUIDANCE_FADE = _pert(0, 25, 50)
_RECRUITMENT = _pert(500, 1_500, 4_000)
_NET_SHARE = _pert(80, 88, 96)
_TRAVEL = _pert(0, 15, 40)
_WORK_ANYWAY = _pert(5, 15, 40)
_SICK_PAY = _pert(70, 80, 100)
_PLACEMENT = _pert(500, 1_500, 4_000)
_MUNICIPAL_GUIDANCE = _pert(0, 750, 2_000)


@dataclass(frozen=True, slots=True)
class Beliefs:
    """Beliefs about people in the jobs of a case.

    Attributes
    ----------
    wage_value
        In per cent of a normal performance at the start.
    growth
        Percentage points that performance grows for every year somebody stays.
    absence
        Per cent of the hours lost to illness.
    stay
        Years that somebody stays on average.
    gap
        Weeks that a job is empty when somebody leaves.
    guidance_fade
        Per cent by which guidance falls for every year somebody stays.
    recruitment
        Euros for the employer for every start: recruiting, settling in.
    net_share
        Per cent of gross pay that remains after tax and pension premium.
    travel
        Euros a week that work costs a person.
    work_anyway
        Per cent of the people who would have found such work without this job.
    sick_pay
        Per cent of the wage that UWV pays under the no-risk policy.
    placement
        Euros for the municipality for every start.
    municipal_guidance
        Euros a year that guiding somebody without work costs the municipality.
    """

    wage_value: Believed
    growth: Believed = _GROWTH
    absence: Believed = _ABSENCE
    stay: Believed = _STAY
    gap: Believed = _GAP
    guidance_fade: Believed = _GUIDANCE_FADE
    recruitment: Believed = _RECRUITMENT
    net_share: Believed = _NET_SHARE
    travel: Believed = _TRAVEL
    work_anyway: Believed = _WORK_ANYWAY
    sick_pay: Believed = _SICK_PAY
    placement: Believed = _PLACEMENT
    municipal_guidance: Believed = _MUNICIPAL_GUIDANCE

    @classmethod
    def about(cls, wage_value: WageValueBelief) -> Beliefs:
        """Return the defaults with a belief about the wage value.

        A belief without width is a measurement, and says so.
        """
        measured = wage_value.lowest == wage_value.highest
        source = Text("gemeten loonwaarde", "measured wage value") if measured else OWN_ESTIMATE
        origin = Origin.EMPLOYER if measured else Origin.ASSUMPTION
        return cls(Believed(of_wage_value(wage_value), origin, source))

    def supposing(self, **beliefs: Believed) -> Beliefs:
        """Return a copy with other beliefs."""
        return replace(self, **beliefs)
