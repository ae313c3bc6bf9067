"""A team that makes something: hours a unit by level, in ordinary and in inclusive jobs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from streekwerk.matching.cases.accounts import Account, Flow
from streekwerk.matching.cases.beliefs import Believed
from streekwerk.matching.cases.distributions import Fixed
from streekwerk.matching.cases.employment import Employment
from streekwerk.matching.cases.formula import Formula, Ref, largest, total
from streekwerk.matching.cases.inputs import Unit
from streekwerk.matching.cases.model import Draft, Row
from streekwerk.matching.cases.workforce import Workforce
from streekwerk.matching.inventory import Level
from streekwerk.vocabulary.language import Text

_WORKED_WEEKS = Believed(Fixed(46.0))
_FULL_TIME = 36


@dataclass(frozen=True, slots=True)
class Crew:
    """Part of a team at one level.

    Attributes
    ----------
    level
        What the work asks.
    hours
        Hours a unit at a normal performance.
    cost
        Euros that an hour worked costs in an ordinary job (leave and illness included).
    employment
        The inclusive job that does this work instead; wages, subsidies and guidance then
        follow from it, and more hours are needed where the wage value is below 100.
    """

    level: Level
    hours: Believed
    cost: Believed | None = None
    employment: Employment | None = None

    def __post_init__(self) -> None:
        if (self.cost is None) == (self.employment is None):
            raise ValueError("a crew has either the cost of an hour or an inclusive job")


def add_team(
    draft: Draft,
    people: Workforce,
    crews: Sequence[Crew],
    units: Callable[[int], Formula],
) -> None:
    """Write the team into a draft: jobs by level as results, ordinary pay as a flow.

    Parameters
    ----------
    units
        How many units are made in a year.
    """
    weeks = draft.input(
        _WORKED_WEEKS.input(
            "worked_weeks",
            Text("weken per jaar dat iemand werkt", "weeks a year that somebody works"),
            Unit.WEEKS,
            (1.0, 52.0),
        )
    )
    ordinary: list[Callable[[int], Formula]] = []
    for number, crew in enumerate(crews, start=1):
        hours = _hours(draft, number, crew, units)
        if crew.employment is None:
            ordinary.append(_ordinary(draft, number, crew, hours, weeks))
        else:
            _inclusive(draft, people, number, crew, hours, weeks)
    if ordinary:
        draft.flow(
            Flow(
                "ordinary_pay",
                Text("lonen van vaste medewerkers", "pay of regular staff"),
                Account.EMPLOYER,
                None,
            ),
            lambda year: total(*(each(year) for each in ordinary)) if year else None,
        )
        draft.leave_out(
            Text(
                "Wat vaste medewerkers erop vooruitgaan: wij gaan ervan uit dat zij elders "
                "hetzelfde zouden verdienen.",
                "What regular staff gain: we assume that they would earn the same elsewhere.",
            )
        )


def _name(crew: Crew) -> Text:
    level = crew.level.words
    if crew.employment is not None:
        name = crew.employment.name
        return Text(f"{name.nl} ({level.nl})", f"{name.en} ({level.en})")
    return Text(f"vaste medewerkers ({level.nl})", f"regular staff ({level.en})")


def _hours(draft: Draft, number: int, crew: Crew, units: Callable[[int], Formula]) -> Row:
    name = _name(crew)
    a_unit = draft.input(
        crew.hours.input(
            f"crew{number}.hours_unit",
            Text(f"{name.nl}: uren per stuk", f"{name.en}: hours a unit"),
            Unit.HOURS_UNIT,
        )
    )
    label = Text(f"{name.nl}: uren per jaar", f"{name.en}: hours a year")
    return draft.each_year(
        f"crew{number}.hours", label, Unit.HOURS_YEAR, lambda year: units(year) * a_unit
    )


def _ordinary(
    draft: Draft, number: int, crew: Crew, hours: Row, weeks: Ref
) -> Callable[[int], Formula]:
    """Count ordinary jobs; return what their hours cost in a year."""
    name = _name(crew)
    cost = (crew.cost or Believed.by_employer(0.0)).input(
        f"crew{number}.cost",
        Text(f"{name.nl}: kosten per gewerkt uur", f"{name.en}: cost of an hour worked"),
        Unit.EURO_HOUR,
    )
    euros = draft.input(cost)
    _jobs(draft, number, crew, lambda year: hours[year] / (_FULL_TIME * weeks))
    return lambda year: hours[year] * euros


def _inclusive(
    draft: Draft, people: Workforce, number: int, crew: Crew, hours: Row, weeks: Ref
) -> None:
    """Add the inclusive job, as many times as the hours ask for."""
    if crew.employment is None:
        raise ValueError("an inclusive crew has a job")
    # How many jobs there are follows from how people perform, which is known only below.
    held: list[Row] = []
    rows = people.add(crew.employment, lambda year: held[0][year])

    def jobs(year: int) -> Formula:
        # Below one per cent the number of jobs would be without end.
        performance = largest(1, rows.performance[year])
        return hours[year] / weeks / (rows.hours * performance / 100 * people.present)

    held.append(_jobs(draft, number, crew, jobs))


def _jobs(draft: Draft, number: int, crew: Crew, jobs: Callable[[int], Formula]) -> Row:
    name = _name(crew)
    week = crew.employment.job.hours_per_week if crew.employment else float(_FULL_TIME)
    row = draft.each_year(
        f"crew{number}.jobs",
        Text(f"banen van {week:g} uur: {name.nl}", f"jobs of {week:g} hours: {name.en}"),
        Unit.JOBS,
        jobs,
    )
    draft.measure(row)
    return row
