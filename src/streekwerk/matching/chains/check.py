"""Check a shared job again without any solver: whether it keeps to its rules and to the law.

The same code judges what was found and what an adviser put together by hand.
"""

from __future__ import annotations

from itertools import combinations

from streekwerk.matching.chains.contract import too_long
from streekwerk.matching.chains.demand import WEEKS, ChainRules, Demand, leave_no_rest
from streekwerk.matching.chains.job import ChainJob, formal_employer
from streekwerk.vocabulary.language import Text


def objections(demands: tuple[Demand, ...], rules: ChainRules) -> tuple[Text, ...]:
    """Return why these demands cannot share a person, whatever the weeks."""
    found = [
        *_together(demands, rules),
        *(text for one, other in combinations(demands, 2) for text in _pair(one, other, rules)),
    ]
    full = sum(
        sum(demand.half_hours[week] for demand in demands) >= rules.least_week
        for week in range(WEEKS)
    )
    if full < rules.weeks:
        found.append(
            Text(
                f"in {full} weken is er samen genoeg werk; nodig zijn {rules.weeks} weken van "
                f"ten minste {rules.least_week / 2:g} uur",
                f"in {full} weeks there is enough work together; {rules.weeks} weeks of at least "
                f"{rules.least_week / 2:g} hours are needed",
            )
        )
    return tuple(found)


def _together(demands: tuple[Demand, ...], rules: ChainRules) -> list[Text]:
    found = []
    if len(demands) > rules.most_employers:
        found.append(
            Text(
                f"meer dan {rules.most_employers} werkgevers in één baan",
                f"more than {rules.most_employers} employers in one job",
            )
        )
    if not any(demand.can_employ for demand in demands):
        found.append(
            Text("niemand van hen kan een contract geven", "none of them can give a contract")
        )
    skills = frozenset[str]().union(*(demand.skills for demand in demands))
    if len(skills) > rules.most_skills:
        found.append(
            Text(
                f"de baan vraagt {len(skills)} vaardigheden; {rules.most_skills} is het meeste",
                f"the job asks {len(skills)} skills; {rules.most_skills} is the most",
            )
        )
    return found


def _pair(one: Demand, other: Demand, rules: ChainRules) -> list[Text]:
    found = []
    if one.employer == other.employer:
        found.append(
            Text("twee keer dezelfde werkgever", "the same employer twice"),
        )
    if one.level != other.level:
        found.append(
            Text(
                f"het werk verschilt in niveau: {one.level.words.nl} en {other.level.words.nl}",
                f"the work differs in level: {one.level.words.en} and {other.level.words.en}",
            )
        )
    kilometres = one.place.distance(other.place)
    if kilometres > rules.within:
        found.append(
            Text(
                f"twee werkplekken liggen {kilometres:.0f} km uit elkaar; "
                f"{rules.within:g} km is het meeste",
                f"two workplaces lie {kilometres:.0f} km apart; {rules.within:g} km is the most",
            )
        )
    if leave_no_rest(one, other):
        found.append(
            Text(
                "na een avond of nacht bij de een en een ochtend bij de ander blijft er geen elf "
                "uur rust over (Arbeidstijdenwet, artikel 5:3)",
                "an evening or night at one and a morning at the other leave no eleven hours of "
                "rest (Working Hours Act, article 5:3)",
            )
        )
    return found


def breaches(job: ChainJob, rules: ChainRules) -> tuple[Text, ...]:
    """Return every rule and law that a job breaks; empty when it keeps to all."""
    demands = tuple(share.demand for share in job.shares)
    found = list(objections(demands, rules))
    for share in job.shares:
        over = [
            week
            for week, (taken, there) in enumerate(
                zip(share.half_hours, share.demand.half_hours, strict=True), start=1
            )
            if not 0 <= taken <= there
        ]
        if over:
            found.append(
                Text(
                    f"in week {over[0]} vraagt de baan meer uren dan er zijn",
                    f"in week {over[0]} the job asks more hours than there are",
                )
            )
    weeks = job.weeks
    if any(0 < week < rules.least_week or week > rules.week for week in weeks):
        found.append(
            Text(
                f"niet elke week telt {rules.least_week / 2:g} tot {rules.week / 2:g} uur",
                f"not every week has {rules.least_week / 2:g} to {rules.week / 2:g} hours",
            )
        )
    if job.working_weeks < rules.weeks and full_enough(demands, rules):
        found.append(
            Text(
                f"er is in {job.working_weeks} weken werk; nodig zijn {rules.weeks}",
                f"there is work in {job.working_weeks} weeks; {rules.weeks} are needed",
            )
        )
    if too_long(weeks):
        found.append(
            Text(
                "meer uren dan mag: 60 in een week, 48 gemiddeld over zestien weken "
                "(Arbeidstijdenwet, artikel 5:7)",
                "more hours than allowed: 60 in a week, 48 on average over sixteen weeks "
                "(Working Hours Act, article 5:7)",
            )
        )
    if not formal_employer(job).employer and not found:
        found.append(formal_employer(job).reason)
    return tuple(found)


def full_enough(demands: tuple[Demand, ...], rules: ChainRules) -> bool:
    """Whether there are enough weeks with enough work in them."""
    return (
        sum(sum(d.half_hours[week] for d in demands) >= rules.least_week for week in range(WEEKS))
        >= rules.weeks
    )
