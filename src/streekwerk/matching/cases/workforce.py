"""All people in the jobs of a case together: how many, how much of the year, and their flows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from streekwerk.matching.cases.accounts import Account, Flow
from streekwerk.matching.cases.beliefs import PERCENT_LIMITS, Beliefs, Believed
from streekwerk.matching.cases.employment import WEEKS_A_YEAR, Employment, PersonYear
from streekwerk.matching.cases.formula import Formula, Plain, formula, largest, total
from streekwerk.matching.cases.inputs import Unit
from streekwerk.matching.cases.model import Draft
from streekwerk.matching.cases.payroll import Payroll
from streekwerk.rights import Municipality
from streekwerk.rights.finance import MAIN_READING
from streekwerk.vocabulary.language import Text

# What people in the jobs cost the employer, and what comes back.
PAY_FLOWS = (
    "ordinary_pay",
    "net_pay",
    "withheld",
    "charges",
    "subsidy",
    "benefit",
    "sick_pay",
    "recruiting",
    "guidance",
    "adaptation",
    "adaptation_paid",
    "coaching",
    "coaching_paid",
)
Count = Callable[[int], Plain]


@dataclass(frozen=True, slots=True)
class Held:
    """A kind of job with its rows and how many of them there are in a year."""

    employment: Employment
    rows: PersonYear
    count: Count

    def jobs(self, year: int) -> Formula:
        """Return how many jobs there are in a year; before the start none."""
        return formula(self.count(year)) if year else formula(0)


class Workforce:
    """Adds kinds of jobs to a draft and books what they cost and bring for everybody."""

    def __init__(
        self,
        draft: Draft,
        beliefs: Beliefs,
        municipality: Municipality,
        reading: str = MAIN_READING,
    ) -> None:
        self._draft = draft
        self._beliefs = beliefs
        self._payroll = Payroll(draft, beliefs, municipality, reading)
        self._held: list[Held] = []
        gap = Text("hoe lang een baan leeg staat", "how long a job is empty")
        weeks = draft.input(beliefs.gap.input("gap", gap, Unit.WEEKS, (0.0, 52.0)))
        self.filled = draft.once(
            "filled",
            Text("deel van het jaar dat de banen vervuld zijn", "part of the year jobs are filled"),
            Unit.FACTOR,
            1 - self._payroll.leaving * weeks / WEEKS_A_YEAR,
        )
        anyway = Text("had ook zonder deze baan werk gevonden", "would have found work anyway")
        self._anyway = draft.input(
            beliefs.work_anyway.input("work_anyway", anyway, Unit.PERCENT, PERCENT_LIMITS)
        )

    @property
    def present(self) -> Formula:
        """Return the part of the hours that is worked: jobs filled, people not ill."""
        return self.filled * (1 - self._payroll.absence / 100)

    def add(self, one: Employment, count: Count | None = None) -> PersonYear:
        """Add a kind of job; ``count`` gives how many there are in a year (one by default)."""
        rows = self._payroll.add(one)
        self._held.append(Held(one, rows, count or (lambda _: 1)))
        return rows

    def book(self) -> None:
        """Book all flows."""
        self._pay()
        self._law()
        self._starts()
        self._support()
        self._without_this_job()
        self._draft.correlate("wage_value", "growth", -0.3)
        self._draft.correlate("absence", "stay", -0.3)
        for held in self._held:
            self._draft.correlate("wage_value", f"{held.employment.key}.guidance_hours", -0.5)
        self._draft.leave_out(*_NOT_COUNTED)
        for account, words in _NOT_COUNTED_FOR.items():
            self._draft.leave_out(*words, account=account)

    def _flow(
        self,
        flow: Flow,
        part: Callable[[PersonYear, int], Formula],
        share: Formula | None = None,
        held: Sequence[Held] | None = None,
    ) -> None:
        """Book an amount of all people, or of those in ``held``, in every year."""
        people = self._held if held is None else held

        def amount(year: int) -> Formula | None:
            if year == 0:
                return None
            all_people = self.filled * total(
                *(one.jobs(year) * part(one.rows, year) for one in people)
            )
            return all_people if share is None else all_people * share

        self._draft.flow(flow, amount)

    def _pay(self) -> None:
        employer, person, state = Account.EMPLOYER, Account.PERSON, Account.STATE
        self._flow(_flow("net_pay", _W["net_pay"], employer, person), lambda p, y: p.net[y])
        self._flow(_flow("withheld", _W["withheld"], employer, state), lambda p, y: p.withheld[y])
        self._flow(_flow("charges", _W["charges"], employer, state), lambda p, y: p.charges[y])

    def _law(self) -> None:
        employer, state = Account.EMPLOYER, Account.STATE
        self._flow(
            _flow("subsidy", _W["subsidy"], Account.MUNICIPALITY, employer),
            lambda p, y: p.subsidy[y],
        )
        self._flow(_flow("benefit", _W["benefit"], state, employer), lambda p, y: p.benefit[y])
        self._flow(_flow("sick_pay", _W["sick_pay"], state, employer), lambda p, y: p.sick_pay[y])

    def _starts(self) -> None:
        """Book what every start costs: at first, for growth, and for who replaces a leaver."""
        recruiting = self._draft.input(
            self._beliefs.recruitment.input(
                "recruitment", Text("werving en inwerken", "recruiting and settling in"), Unit.EURO
            )
        )
        placing = self._draft.input(
            self._beliefs.placement.input(
                "placement",
                Text("plaatsing door de gemeente", "placing by the municipality"),
                Unit.EURO,
            )
        )

        def starts(year: int) -> Formula:
            if year == 0:
                return total(*(held.jobs(1) for held in self._held))
            grown = [
                largest(0, held.jobs(year) - held.jobs(year - 1)) for held in self._held if year > 1
            ]
            left = [held.jobs(year) * self._payroll.leaving for held in self._held]
            return total(*grown, *left)

        begun = self._draft.each_year(
            "starts",
            Text("mensen die beginnen", "people who start"),
            Unit.JOBS,
            starts,
            first=0,
        )
        self._draft.flow(
            _flow("recruiting", _W["recruiting"], Account.EMPLOYER, None),
            lambda year: begun[year] * recruiting,
        )
        self._draft.flow(
            _flow("placing", _W["placing"], Account.MUNICIPALITY, None),
            lambda year: begun[year] * placing,
        )

    def _support(self) -> None:
        employer, municipality = Account.EMPLOYER, Account.MUNICIPALITY
        self._flow(_flow("guidance", _W["guidance"], employer, None), lambda p, y: p.guidance[y])
        for name, once in (("adaptation", True), ("coaching", False)):
            if any(getattr(held.employment.extras, f"{name}_cost") for held in self._held):
                self._extra(f"{name}_cost", once, Flow(name, _W[name], employer, None))
            if any(getattr(held.employment.extras, f"{name}_paid") for held in self._held):
                paid = f"{name}_paid"
                self._extra(paid, once, Flow(paid, _W[paid], municipality, employer))

    def _extra(self, name: str, once: bool, flow: Flow) -> None:
        amounts = []
        for held in self._held:
            one = held.employment
            said = Text(f"{one.name.nl}: {flow.label.nl}", f"{one.name.en}: {flow.label.en}")
            given = _believed(getattr(one.extras, name)).input(
                f"{one.key}.{name}", said, Unit.EURO if once else Unit.EURO_YEAR
            )
            amounts.append((held, self._draft.input(given)))

        def amount(year: int) -> Formula | None:
            if once:
                if year:
                    return None
                return total(*(held.jobs(1) * euros for held, euros in amounts))
            if year == 0:
                return None
            return self.filled * total(*(held.jobs(year) * euros for held, euros in amounts))

        self._draft.flow(flow, amount)

    def _without_this_job(self) -> None:
        """Book what would have been there anyway: only what the job changes may count."""
        anyway = self._anyway / 100
        person, state, municipality = Account.PERSON, Account.STATE, Account.MUNICIPALITY
        self._flow(
            _flow("net_elsewhere", _W["net_elsewhere"], person, None), lambda p, y: p.net[y], anyway
        )
        self._flow(
            _flow("taxes_elsewhere", _W["taxes_elsewhere"], state, None),
            lambda p, y: p.withheld[y] + p.charges[y],
            anyway,
        )
        self._flow(
            _flow("subsidy_elsewhere", _W["subsidy_elsewhere"], None, municipality),
            lambda p, y: p.subsidy[y],
            anyway,
        )
        self._flow(
            _flow("benefit_elsewhere", _W["benefit_elsewhere"], None, state),
            lambda p, y: p.benefit[y] + p.sick_pay[y],
            anyway,
        )
        self._travel(1 - anyway)
        assisted = [held for held in self._held if held.employment.household is not None]
        if assisted:
            self._no_longer_needed(assisted, 1 - anyway)

    def _travel(self, rest: Formula) -> None:
        """Book what people spend to work."""
        travel = self._draft.input(
            self._beliefs.travel.input(
                "travel_costs",
                Text("reis- en werkkosten van mensen", "people's costs of working"),
                Unit.EURO_WEEK,
            )
        )
        self._flow(
            _flow("travel", _W["travel"], Account.PERSON, None),
            lambda _, __: travel * WEEKS_A_YEAR,
            rest,
        )

    def _no_longer_needed(self, assisted: Sequence[Held], rest: Formula) -> None:
        """Book assistance and municipal guidance of people who come from assistance."""
        self._flow(
            _flow("assistance", _W["assistance"], Account.PERSON, Account.MUNICIPALITY),
            lambda p, y: p.assistance[y],
            rest,
            assisted,
        )
        guiding = self._draft.input(
            self._beliefs.municipal_guidance.input(
                "municipal_guidance",
                Text("begeleiding door de gemeente zonder werk", "municipal guidance without work"),
                Unit.EURO_YEAR,
            )
        )
        self._flow(
            _flow("guidance_saved", _W["guidance_saved"], None, Account.MUNICIPALITY),
            lambda _, __: guiding + 0,
            rest,
            assisted,
        )


def _flow(name: str, label: Text, payer: Account | None, receiver: Account | None) -> Flow:
    return Flow(name, label, payer, receiver)


def _believed(value: float) -> Believed:
    return Believed.by_employer(value)


_W = {
    "net_pay": Text("nettoloon", "net pay"),
    "withheld": Text("belasting en premies op het loon", "tax and premiums on pay"),
    "charges": Text("werkgeverslasten", "employer charges"),
    "subsidy": Text("loonkostensubsidie", "wage-cost subsidy"),
    "benefit": Text("loonkostenvoordeel", "wage-cost benefit"),
    "sick_pay": Text("ziekengeld van UWV (no-riskpolis)", "sick pay by UWV (no-risk policy)"),
    "recruiting": Text("werving en inwerken", "recruiting and settling in"),
    "placing": Text("plaatsing en bemiddeling", "placing"),
    "guidance": Text("begeleiding op het werk", "guidance at work"),
    "adaptation": Text("aanpassing van de werkplek", "adaptation of the workplace"),
    "adaptation_paid": Text("vergoeding voor de aanpassing", "compensation of the adaptation"),
    "coaching": Text("jobcoach", "job coach"),
    "coaching_paid": Text("vergoeding voor de jobcoach", "compensation of the job coach"),
    "assistance": Text("bijstand die niet meer nodig is", "assistance no longer needed"),
    "net_elsewhere": Text(
        "loon dat er ook zonder deze baan was geweest", "pay there would have been anyway"
    ),
    "taxes_elsewhere": Text(
        "belasting en premies die er ook zonder deze baan waren geweest",
        "taxes and premiums there would have been anyway",
    ),
    "subsidy_elsewhere": Text(
        "loonkostensubsidie die ook zonder deze baan was betaald",
        "wage-cost subsidy that would have been paid anyway",
    ),
    "benefit_elsewhere": Text(
        "loonkostenvoordeel en ziekengeld die ook zonder deze baan waren betaald",
        "wage-cost benefit and sick pay that would have been paid anyway",
    ),
    "travel": Text("reis- en werkkosten", "costs of travel and work"),
    "guidance_saved": Text(
        "begeleiding door de gemeente die niet meer nodig is", "municipal guidance no longer needed"
    ),
}

_REIMBURSED = Text(
    "Wat het Rijk de gemeente vergoedt voor bijstand en loonkostensubsidie.",
    "What the state reimburses to the municipality for assistance and wage subsidy.",
)
_NOT_COUNTED = (
    Text(
        "Inflatie en indexering: alle bedragen zijn in prijzen van de startdag.",
        "Inflation and indexation: all amounts are in prices of the day of the start.",
    ),
    Text(
        "Een nieuw recht op loonkostenvoordeel als iemand anders de baan overneemt.",
        "A new right to wage-cost benefit when somebody else takes over the job.",
    ),
)
_NOT_COUNTED_FOR = {
    Account.PERSON: (
        Text(
            "Toeslagen (huur, zorg, kinderen): zij hangen af van het huishouden.",
            "Allowances (rent, care, children): they depend on the household.",
        ),
        Text(
            "De waarde van de vrije tijd die iemand opgeeft.",
            "The value of the free time that somebody gives up.",
        ),
    ),
    Account.MUNICIPALITY: (
        _REIMBURSED,
        Text(
            "Belasting die de gemeente over de bijstand afdraagt.",
            "Tax that the municipality pays over assistance.",
        ),
    ),
    Account.STATE: (_REIMBURSED,),
    Account.SOCIETY: (
        Text(
            "Gezondheid, eigenwaarde en minder beroep op zorg: wij kennen geen bedrag dat hier "
            "geldt.",
            "Health, self-respect and less use of care: we know no amount that holds here.",
        ),
    ),
}
