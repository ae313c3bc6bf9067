"""The case of a carved design, and of a plain job."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from streekwerk.matching.candidates import CandidateGroup
from streekwerk.matching.carving import CarvedJob, Design, DesignRules
from streekwerk.matching.carving.design import guidance_minutes, level_of
from streekwerk.matching.cases.accounts import Account, Flow
from streekwerk.matching.cases.assistance import FromAssistance
from streekwerk.matching.cases.beliefs import (
    PERCENT_LIMITS,
    Beliefs,
    Believed,
    discount_rate,
)
from streekwerk.matching.cases.distributions import Fixed, Pert
from streekwerk.matching.cases.employment import WEEKS_A_YEAR, Employment, PersonYear
from streekwerk.matching.cases.formula import Formula, Ref, total
from streekwerk.matching.cases.inputs import Input, Origin, Unit
from streekwerk.matching.cases.model import CaseModel, Draft
from streekwerk.matching.cases.workforce import Workforce
from streekwerk.matching.inventory import Inventory, Task
from streekwerk.rights import Municipality
from streekwerk.rights.finance import MAIN_READING, Declarations, Extras, Job
from streekwerk.vocabulary.language import Text

_MINUTES_AN_HOUR = 6_000  # guidance is counted in hundredths of a minute
_TITLE = Text("Businesscase van gecreëerde banen", "Business case of carved jobs")
_JOB_TITLE = Text("Businesscase van een baan", "Business case of a job")
SETUP = Text("werk uitzoeken en anders inrichten", "analysing and rearranging work")
_USED = Believed(Pert(50, 80, 100))
_SETUP = Believed(Pert(1_000, 3_000, 8_000))


@dataclass(frozen=True, slots=True)
class Setting:
    """What a case knows beside the work itself.

    Attributes
    ----------
    start
        First day of the jobs; amounts of the law are those of this day.
    employer_charges, holiday_allowance
        Shares of the gross wage, by the employer.
    full_time_hours
        A full week in this company.
    declarations
        What the employer may know of target groups.
    household
        From which household people typically come, when that is assistance.
    used
        Per cent of the freed time of present staff that is put to good use.
    setup
        Euros that analysing and rearranging the work costs once.
    extras
        Adaptation and coaching for every job.
    reading
        Key of the reading of the wage-cost subsidy that counts.
    """

    start: date
    employer_charges: float
    full_time_hours: float = 36.0
    holiday_allowance: float = 0.08
    declarations: Declarations = field(default_factory=Declarations)
    household: FromAssistance | None = None
    used: Believed = _USED
    setup: Believed = _SETUP
    extras: Extras = field(default_factory=Extras)
    municipality: Municipality = field(default_factory=Municipality)
    reading: str = MAIN_READING
    discount: Input = field(default_factory=discount_rate)


def case_of_job(
    work: Employment,
    beliefs: Beliefs,
    setting: Setting,
    *,
    hour_value: Believed | None = None,
) -> CaseModel:
    """Return the case of one job.

    Parameters
    ----------
    work
        The job, its guidance and its target group.
    hour_value
        Euros that an hour of a normal performance is worth to the employer; without it,
        what an hour of this job costs (as in the employer's picture).
    """
    draft, people = _begin(_JOB_TITLE, beliefs, setting)
    rows = people.add(work)
    if hour_value is None:
        gross = Ref(f"{work.key}.gross")

        def worth(year: int) -> Formula:
            return gross + rows.charges[year]

    else:
        label = Text("wat een uur normaal werk waard is", "what an hour of normal work is worth")
        value = draft.input(hour_value.input(f"{work.key}.hour_value", label, Unit.EURO_HOUR))

        def worth(year: int) -> Formula:
            return rows.hours * WEEKS_A_YEAR * value

    _book_work(draft, people, lambda year: worth(year) * rows.performance[year] / 100)
    return _finish(draft, people, setting)


def case_of_design(
    design: Design,
    inventory: Inventory,
    groups: Sequence[CandidateGroup],
    rules: DesignRules,
    beliefs: Beliefs,
    setting: Setting,
) -> CaseModel:
    """Return the case of a carved design.

    The gain is what is freed: hours of present roles at what they cost, as far as the new
    jobs perform and the freed time is used. Wages follow from ``rules.cost`` at the level
    each job is paid at, guidance from the tasks.
    """
    draft, people = _begin(_TITLE, beliefs, setting)
    used = draft.input(
        setting.used.input(
            "used",
            Text("deel van de vrijgemaakte tijd dat wordt benut", "share of freed time put to use"),
            Unit.PERCENT,
            PERCENT_LIMITS,
        )
    )
    tasks = {task.key: task for task in inventory.tasks}
    known = {group.key: group for group in groups}
    freed: list[tuple[PersonYear, Ref, Ref]] = []
    for number, job in enumerate(design.jobs, start=1):
        one = _employment(job, number, tasks, known, rules, setting)
        rows = people.add(one)
        value, relief = _freed(job, tasks, inventory, rules)
        freed.append((rows, _hour(draft, one, value), _relief(draft, one, relief)))

    def hours(rows: PersonYear, year: int) -> Formula:
        return rows.hours * WEEKS_A_YEAR * rows.performance[year] / 100 * used / 100

    _book_work(
        draft, people, lambda year: total(*(hours(rows, year) * value for rows, value, _ in freed))
    )
    if rules.relief:
        _book_relief(
            draft,
            people,
            lambda year: total(*(hours(rows, year) * ease for rows, _, ease in freed)),
        )
    return _finish(draft, people, setting)


def _begin(title: Text, beliefs: Beliefs, setting: Setting) -> tuple[Draft, Workforce]:
    draft = Draft(title, setting.discount)
    return draft, Workforce(draft, beliefs, setting.municipality, setting.reading)


def _finish(draft: Draft, people: Workforce, setting: Setting) -> CaseModel:
    people.book()
    setup = draft.input(setting.setup.input("setup", SETUP, Unit.EURO))
    draft.flow(
        Flow("setup_once", SETUP, Account.EMPLOYER, None),
        lambda year: setup + 0 if year == 0 else None,
    )
    return draft.done()


def _book_work(draft: Draft, people: Workforce, worth: Callable[[int], Formula]) -> None:
    label = Text("waarde van het werk", "value of the work")
    draft.flow(
        Flow("work", label, None, Account.EMPLOYER),
        lambda year: people.present * worth(year) if year else None,
    )


def _book_relief(draft: Draft, people: Workforce, worth: Callable[[int], Formula]) -> None:
    label = Text("minder werkdruk", "less pressure of work")
    draft.flow(
        Flow("relief", label, None, Account.EMPLOYER, in_cash=False),
        lambda year: people.present * worth(year) if year else None,
    )
    draft.note(
        Text(
            "Minder werkdruk is gewaardeerd zoals de werkgever dat doet. Het is geen geld op "
            "de rekening.",
            "Less pressure of work is valued as the employer does. It is not money in the bank.",
        )
    )


def _employment(
    job: CarvedJob,
    number: int,
    tasks: Mapping[str, Task],
    known: Mapping[str, CandidateGroup],
    rules: DesignRules,
    setting: Setting,
) -> Employment:
    cost = rules.cost[level_of(job, tasks)] / 100
    wage = cost / (1 + setting.holiday_allowance) / (1 + setting.employer_charges)
    stated = guidance_minutes(job, tasks, [known[key] for key in job.groups]) / _MINUTES_AN_HOUR
    return Employment(
        f"job{number}",
        Text(f"baan {number}", f"job {number}"),
        Job(
            setting.start,
            job.half_hours / 2,
            setting.full_time_hours,
            round(wage, 2),
            setting.employer_charges,
            setting.holiday_allowance,
        ),
        setting.declarations,
        setting.household,
        Believed(
            Pert(0.7 * stated, stated, 1.6 * stated) if stated else Fixed(0.0),
            Origin.DESIGN,
            Text("begeleiding van de taken in het ontwerp", "guidance of the tasks in the design"),
        ),
        Believed.by_employer(rules.guidance_cost / 100),
        setting.extras,
    )


def _freed(
    job: CarvedJob, tasks: Mapping[str, Task], inventory: Inventory, rules: DesignRules
) -> tuple[float, float]:
    """Return what an hour of the freed work costs now, and the relief of an hour, in euros."""
    cost = relief = 0
    for portion in job.portions:
        role = inventory.role_of[tasks[portion.task].role]
        cost += portion.half_hours * role.cost
        relief += portion.half_hours * 2 * rules.relief * role.pressure
    return cost / job.half_hours / 100, relief / job.half_hours / 100


def _hour(draft: Draft, one: Employment, euros: float) -> Ref:
    label = Text(
        f"{one.name.nl}: wat een uur van dit werk nu kost",
        f"{one.name.en}: what an hour of this work costs now",
    )
    source = Text("kosten van de functies in de inventarisatie", "cost of the roles analysed")
    return draft.input(
        Input(
            f"{one.key}.hour_value",
            label,
            Unit.EURO_HOUR,
            Fixed(round(euros, 6)),
            Origin.DESIGN,
            source,
        )
    )


def _relief(draft: Draft, one: Employment, euros: float) -> Ref:
    label = Text(
        f"{one.name.nl}: wat minder werkdruk waard is",
        f"{one.name.en}: what less pressure is worth",
    )
    source = Text("waardering door de werkgever in het ontwerp", "valued by employer in the design")
    return draft.input(
        Input(
            f"{one.key}.relief_value",
            label,
            Unit.EURO_HOUR,
            Fixed(round(euros, 6)),
            Origin.DESIGN,
            source,
        )
    )
