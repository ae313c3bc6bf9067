"""One kind of job in a case, and the rows that one person in it makes in a full year."""

from __future__ import annotations

from dataclasses import dataclass, field

from streekwerk.matching.cases.assistance import FromAssistance
from streekwerk.matching.cases.beliefs import Believed
from streekwerk.matching.cases.distributions import Fixed
from streekwerk.matching.cases.formula import Ref
from streekwerk.matching.cases.inputs import Input, Origin
from streekwerk.matching.cases.model import Row
from streekwerk.rights.finance import Declarations, Extras, Job
from streekwerk.vocabulary.language import Text

WEEKS_A_YEAR = 52


@dataclass(frozen=True, slots=True)
class Employment:
    """A kind of job in a case, and for whom it is.

    Attributes
    ----------
    key, name
        Short key, and what people call the job.
    job
        Start, hours and pay.
    declarations
        What the employer may know; what is not known counts as nothing until asked.
    household
        From which household somebody typically comes, when that is assistance.
    guidance
        Hours a week that somebody guides a newcomer, in the first year.
    guidance_cost
        Euros an hour of who guides.
    extras
        Adaptation (once) and coaching (a year): what it costs and what the municipality pays.
    wage_value
        Belief for this job alone; otherwise that of the case.
    """

    key: str
    name: Text
    job: Job
    declarations: Declarations = field(default_factory=Declarations)
    household: FromAssistance | None = None
    guidance: Believed | None = None
    guidance_cost: Believed = field(default_factory=lambda: Believed.by_employer(32.0))
    extras: Extras = field(default_factory=Extras)
    wage_value: Believed | None = None


@dataclass(frozen=True, slots=True)
class PersonYear:
    """The rows of one person in a full year, all in euros except ``performance`` (per cent).

    ``assistance`` is what no longer has to be paid because somebody works.
    """

    performance: Row
    hours: Ref
    net: Row
    withheld: Row
    charges: Row
    subsidy: Row
    benefit: Row
    sick_pay: Row
    guidance: Row
    assistance: Row


def given(
    one: Employment,
    name: str,
    label: Text,
    unit: Text,
    value: float,
    limits: tuple[float, float] = (0.0, float("inf")),
) -> Input:
    """Return what the employer said about one kind of job as an input."""
    return Input(
        f"{one.key}.{name}",
        Text(f"{one.name.nl}: {label.nl}", f"{one.name.en}: {label.en}"),
        unit,
        Fixed(round(value, 6)),
        Origin.EMPLOYER,
        Text("opgave werkgever", "said by employer"),
        limits,
    )
