"""The employer's financial picture of one person in one job.

It needs a target-group declaration and never the benefit behind it: the rules it applies ask
for facts an employer may know (a test guards this). The wage value is uncertain until it is
measured, so the picture is computed for many draws of it at once, by the same rules as one
case.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np

from streekwerk.rights.catalogue import rule
from streekwerk.rights.engine.frame import Frame
from streekwerk.rights.engine.municipality import Municipality
from streekwerk.rights.engine.parameters import national_parameters
from streekwerk.rights.engine.rules import Outcome
from streekwerk.rights.engine.truth import Numbers, Truth
from streekwerk.rights.facts import REGISTRY
from streekwerk.rights.finance.interval import Interval
from streekwerk.vocabulary.language import Text

RULES_USED = ("loonkostensubsidie", "lkv-hoogste", "no-riskpolis-werkgever")
_WEEKS = 52.0
MAIN_READING = "lks_met_werkgeverslasten"


@dataclass(frozen=True)
class Job:
    """A job as the employer knows it.

    Attributes
    ----------
    start
        First day of the contract; for a reinstated employee, of the resumed work.
    hours_per_week, full_time_hours
        Contract hours and a full week in this company.
    hourly_wage
        Gross wage per hour in euros.
    employer_charges
        The employer's charges as a share of the gross wage with holiday allowance (the
        employer's own figure; it depends on sector and pension).
    holiday_allowance
        Share of the gross wage.
    sheltered, social_employment, pension_age
        Kinds of job and employee for which benefits are excluded.
    """

    start: date
    hours_per_week: float
    full_time_hours: float
    hourly_wage: float
    employer_charges: float
    holiday_allowance: float = 0.08
    sheltered: bool = False
    social_employment: bool = False
    pension_age: bool = False

    def __post_init__(self) -> None:
        if not 0 < self.hours_per_week <= 60 or not 0 < self.full_time_hours <= 60:
            raise ValueError("uren per week: vul een getal in tussen 0 en 60")
        if self.hourly_wage <= 0 or self.employer_charges < 0 or self.holiday_allowance < 0:
            raise ValueError("loon moet hoger zijn dan 0, lasten en vakantiebijslag niet negatief")

    @property
    def paid_hours_year(self) -> float:
        """Paid hours a year."""
        return self.hours_per_week * _WEEKS

    @property
    def wage_month(self) -> float:
        """Gross wage a month, without holiday allowance."""
        return self.paid_hours_year * self.hourly_wage / 12

    @property
    def cost_month(self) -> float:
        """Wage costs a month with holiday allowance and employer charges."""
        return self.wage_month * (1 + self.holiday_allowance) * (1 + self.employer_charges)


@dataclass(frozen=True)
class Declarations:
    """What the employer may know about target groups; ``None`` is not (yet) known.

    There is no place here for a benefit or an illness.
    """

    wage_subsidy_group: bool | None = None
    in_register: bool | None = None
    disabled: bool | None = None
    older: bool | None = None
    job_agreement: bool | None = None
    reinstated: bool | None = None
    no_risk: bool | None = None

    def facts(self) -> dict[str, bool | None]:
        """Return the declarations as facts."""
        return {
            "doelgroep_lks": self.wage_subsidy_group,
            "in_doelgroepregister": self.in_register,
            "doelgroepverklaring_arbeidsgehandicapte": self.disabled,
            "doelgroepverklaring_oudere": self.older,
            "doelgroepverklaring_banenafspraak": self.job_agreement,
            "doelgroepverklaring_herplaatsen": self.reinstated,
            "hervat_eigen_of_andere_functie": self.reinstated,
            "verklaring_no_risk": self.no_risk,
        }


@dataclass(frozen=True)
class WageValueBelief:
    """What is believed about the wage value, in per cent: lowest, most likely, highest.

    A measured wage value is a belief without width: ``WageValueBelief.measured(60)``.
    """

    lowest: float
    likely: float
    highest: float

    def __post_init__(self) -> None:
        if not 0 <= self.lowest <= self.likely <= self.highest <= 100:
            raise ValueError("loonwaarde: 0 ≤ laagste ≤ meest waarschijnlijke ≤ hoogste ≤ 100")

    @classmethod
    def measured(cls, percentage: float) -> WageValueBelief:
        """Return the belief after a measurement."""
        return cls(percentage, percentage, percentage)

    def draw(self, size: int, rng: np.random.Generator) -> Numbers:
        """Return draws from the triangular distribution, in whole per cents as the law has it."""
        if self.lowest == self.highest:
            return np.full(size, self.likely)
        drawn = rng.triangular(self.lowest, self.likely, self.highest, size)
        return np.floor(drawn + 0.5)


@dataclass(frozen=True)
class Extras:
    """Adaptation and coaching in euros a year: what it costs and what others pay.

    Amounts differ by municipality and case; nothing is assumed.
    """

    adaptation_cost: float = 0.0
    adaptation_paid: float = 0.0
    coaching_cost: float = 0.0
    coaching_paid: float = 0.0


@dataclass(frozen=True)
class Line:
    """One line of the picture: a cost is positive, what is received is negative.

    Attributes
    ----------
    rule_key
        The rule it comes from; empty for what the employer filled in.
    truth
        Whether the rule applies; unknown lines count as nothing until known.
    """

    key: str
    label: Text
    month: Interval
    year: Interval
    rule_key: str = ""
    truth: Truth = Truth.YES


@dataclass(frozen=True)
class EmployerPicture:
    """What the job costs the employer, with the uncertainty of the wage value.

    Attributes
    ----------
    lines
        Costs and receipts.
    net
        Costs minus receipts.
    work_done
        Value of the work: wage value × wage costs.
    readings
        The subsidy a month in each reading of the contested points.
    no_risk
        Whether sick pay is taken over by UWV (not expressed in money).
    below_minimum_wage
        Whether the hourly wage is below the statutory minimum for 21 and over.
    """

    lines: tuple[Line, ...]
    net_month: Interval
    net_year: Interval
    work_done_month: Interval
    readings: tuple[tuple[Text, Interval], ...]
    no_risk: Truth
    below_minimum_wage: bool

    @property
    def still_to_ask(self) -> tuple[Line, ...]:
        """Lines that wait for a declaration."""
        return tuple(line for line in self.lines if line.truth is Truth.UNKNOWN)


def employer_picture(
    day: date,
    job: Job,
    declarations: Declarations,
    wage_value: WageValueBelief,
    rng: np.random.Generator,
    *,
    extras: Extras | None = None,
    municipality: Municipality | None = None,
    draws: int = 4000,
) -> EmployerPicture:
    """Compute the picture on ``day``.

    Parameters
    ----------
    wage_value
        What is believed about the wage value; the width of every interval comes from it.
    rng
        Source of the draws.

    Raises
    ------
    LookupError
        When no minimum wage is known on ``day``.
    """
    value = wage_value.draw(draws, rng)
    frame = job_frame(day, job, declarations, value, municipality or Municipality())
    rows = _rows(job, extras or Extras(), frame)
    net = np.sum([row.month for row in rows], axis=0)
    return EmployerPicture(
        lines=tuple(row.line() for row in rows),
        net_month=Interval.of(net),
        net_year=Interval.of(net * 12),
        work_done_month=Interval.of(value / 100 * job.cost_month),
        readings=_readings(frame),
        no_risk=_truth("no-riskpolis-werkgever", frame),
        below_minimum_wage=job.hourly_wage < frame.parameters["wml.uur"].at(day).value,
    )


@dataclass(frozen=True, eq=False)
class _Row:
    """A line before it is summarised: euros a month for every draw."""

    key: str
    label: Text
    month: Numbers
    rule_key: str = ""
    truth: Truth = Truth.YES

    def line(self) -> Line:
        month, year = Interval.of(self.month), Interval.of(self.month * 12)
        return Line(self.key, self.label, month, year, self.rule_key, self.truth)


def _rows(job: Job, extras: Extras, frame: Frame) -> tuple[_Row, ...]:
    subsidy, subsidy_truth = _applied("loonkostensubsidie", MAIN_READING, frame)
    benefit, benefit_truth = _applied("lkv-hoogste", "lkv", frame)
    adaptation = frame.constant((extras.adaptation_cost - extras.adaptation_paid) / 12)
    coaching = frame.constant((extras.coaching_cost - extras.coaching_paid) / 12)
    return (
        _Row("loonkosten", Text("loonkosten", "wage costs"), frame.constant(job.cost_month)),
        _Row(
            "lks",
            Text("loonkostensubsidie", "wage-cost subsidy"),
            -subsidy,
            "loonkostensubsidie",
            subsidy_truth,
        ),
        _Row(
            "lkv",
            Text("loonkostenvoordeel", "wage-cost benefit"),
            -benefit / 12,
            "lkv-hoogste",
            benefit_truth,
        ),
        _Row(
            "aanpassing",
            Text("aanpassing van de werkplek, na vergoeding", "workplace adaptation, net"),
            adaptation,
            "werkplekaanpassing",
        ),
        _Row(
            "jobcoach",
            Text("begeleiding, na vergoeding", "coaching, net"),
            coaching,
            "persoonlijke-ondersteuning",
        ),
    )


def job_frame(
    day: date,
    job: Job,
    declarations: Declarations,
    value: Numbers,
    municipality: Municipality,
) -> Frame:
    """Return the job on ``day`` as rules look at it; ``value`` in per cent, shape ``(size,)``."""
    facts: dict[str, object] = {
        **declarations.facts(),
        "werkgever_wil_dienstbetrekking": True,
        "dienstbetrekking_komt_tot_stand": True,
        "loonwaarde_vastgesteld": True,
        "baan_met_loonkostensubsidie": declarations.wage_subsidy_group,
        "verzoek_in_loonaangifte": True,
        "wsw_dienstbetrekking": job.social_employment,
        "beschutte_dienstbetrekking": job.sheltered,
        "aow_leeftijd_bereikt": job.pension_age,
        "begindatum_dienstbetrekking": job.start,
        "datum_hervatting": job.start,
        "uren_per_week": job.hours_per_week,
        "volledige_werkweek": job.full_time_hours,
        "verloonde_uren_per_jaar": job.paid_hours_year,
    }
    size = len(value)
    columns = {key: np.full(size, known) for key, known in REGISTRY.encode(facts).items()}
    columns["loonwaarde_procent"] = value
    return Frame(day, size, columns, national_parameters(), municipality)


def _outcomes(key: str, frame: Frame) -> tuple[Outcome, ...]:
    version = rule(key).on(frame.day, frame.municipality)
    return version.outcomes if version else ()


def _truth(key: str, frame: Frame) -> Truth:
    version = rule(key).on(frame.day, frame.municipality)
    return Truth(int(version.condition.truth(frame)[0])) if version else Truth.NO


def _applied(key: str, outcome_key: str, frame: Frame) -> tuple[Numbers, Truth]:
    truth = _truth(key, frame)
    if truth is not Truth.YES:
        return np.zeros(frame.size), truth
    outcome = next(one for one in _outcomes(key, frame) if one.key == outcome_key)
    amount = outcome.value.amount(frame)
    if np.isnan(amount).any():  # it holds, but how much waits for another declaration
        return np.zeros(frame.size), Truth.UNKNOWN
    return amount, truth


def _readings(frame: Frame) -> tuple[tuple[Text, Interval], ...]:
    if _truth("loonkostensubsidie", frame) is not Truth.YES:
        return ()
    return tuple(
        (outcome.variant, Interval.of(outcome.value.amount(frame)))
        for outcome in _outcomes("loonkostensubsidie", frame)
        if outcome.variant is not None
    )
