"""One kind of job, calculated for one person in a full year: pay, the law's money, assistance."""

from __future__ import annotations

import numpy as np

from streekwerk.matching.cases.accounts import Account
from streekwerk.matching.cases.assistance import SUPPLEMENT, Earnings, Month, months
from streekwerk.matching.cases.beliefs import PERCENT_LIMITS, Beliefs
from streekwerk.matching.cases.employment import WEEKS_A_YEAR, Employment, PersonYear, given
from streekwerk.matching.cases.formula import Formula, Ref, Rounded, formula, largest, smallest
from streekwerk.matching.cases.inputs import Unit
from streekwerk.matching.cases.law import (
    MONTHS_A_YEAR,
    Applied,
    Statute,
    citation,
    month_on,
    yearly,
)
from streekwerk.matching.cases.model import YEARS, Draft, Row
from streekwerk.rights import Municipality, Truth, national_parameters, rule
from streekwerk.rights.engine.frame import Frame
from streekwerk.rights.engine.rules import Status
from streekwerk.rights.finance import MAIN_READING, job_frame
from streekwerk.vocabulary.language import Text

SUBSIDY, BENEFIT, NO_RISK = "loonkostensubsidie", "lkv-hoogste", "no-riskpolis-werkgever"
_HOURS_PAID = "verloonde_uren_per_jaar"


class Payroll:
    """Writes kinds of jobs into a draft.

    Parameters
    ----------
    beliefs
        About the people in the jobs.
    municipality
        Its choices where the law leaves them.
    reading
        Key of the reading of the wage-cost subsidy that counts.
    """

    def __init__(
        self,
        draft: Draft,
        beliefs: Beliefs,
        municipality: Municipality,
        reading: str = MAIN_READING,
    ) -> None:
        self._draft = draft
        self._beliefs = beliefs
        self._municipality = municipality
        self._reading = reading
        self._input_shared()

    def _input_shared(self) -> None:
        held, draft = self._beliefs, self._draft
        growth = Text("groei van de loonwaarde", "growth of the wage value")
        self._growth = draft.input(held.growth.input("growth", growth, Unit.POINTS_YEAR))
        stay = Text("hoe lang iemand blijft", "how long somebody stays")
        self.stay = draft.input(held.stay.input("stay", stay, Unit.YEARS, (0.1, 40.0)))
        fade = Text("begeleiding wordt minder", "guidance becomes less")
        self._fade = draft.input(
            held.guidance_fade.input("guidance_fade", fade, Unit.PERCENT_YEAR, PERCENT_LIMITS)
        )
        absent = Text("ziekteverzuim", "absence through illness")
        self.absence = draft.input(
            held.absence.input("absence", absent, Unit.PERCENT, PERCENT_LIMITS)
        )
        remains = Text("netto van het brutoloon", "net of gross pay")
        self._net = draft.input(
            held.net_share.input("net_share", remains, Unit.PERCENT, PERCENT_LIMITS)
        )
        self.leaving = draft.once(
            "leaving",
            Text("deel dat per jaar vertrekt", "share that leaves in a year"),
            Unit.FACTOR,
            smallest(1, 1 / self.stay),
        )
        self.tenure = draft.growing(
            "tenure",
            Text("hoe lang de mensen er gemiddeld zijn", "how long people have been there"),
            Unit.YEARS,
            0,
            lambda before: (1 - self.leaving) * (before + 1),
        )

    def add(self, one: Employment) -> PersonYear:
        """Write one kind of job and return its rows."""
        draft, job = self._draft, one.job
        self._warn_below_minimum(one)
        statute = Statute(draft, job.start)
        hours = draft.input(
            given(
                one,
                "hours",
                Text("uren per week", "hours a week"),
                Unit.HOURS_WEEK,
                job.hours_per_week,
                (0.0, 60.0),
            )
        )
        gross = self._gross(one, hours)
        performance = self._performance(one)
        net, withheld = self._pay(one, gross)
        charges = self._charges(one, gross)
        law = _Monthly(one, self._municipality)
        subsidy = self._subsidy(one, statute, law, performance, hours)
        return PersonYear(
            performance,
            hours,
            net,
            withheld,
            charges,
            subsidy,
            self._benefit(one, statute, law, hours),
            self._sick_pay(one, statute, law, gross, subsidy),
            self._guidance(one),
            self._assistance(one, statute, net),
        )

    def _row(self, one: Employment, name: str, label: Text, held: object) -> Row:
        said = Text(f"{one.name.nl}: {label.nl}", f"{one.name.en}: {label.en}")
        return self._draft.each_year(
            f"{one.key}.{name}",
            said,
            Unit.EURO_YEAR,
            held,  # type: ignore[arg-type]
        )

    def _gross(self, one: Employment, hours: Ref) -> Ref:
        wage = self._draft.input(
            given(
                one,
                "hourly_wage",
                Text("brutoloon per uur", "gross wage an hour"),
                Unit.EURO_HOUR,
                one.job.hourly_wage,
            )
        )
        holiday = self._draft.input(
            given(
                one,
                "holiday_allowance",
                Text("vakantiebijslag", "holiday allowance"),
                Unit.PERCENT,
                100 * one.job.holiday_allowance,
            )
        )
        return self._draft.once(
            f"{one.key}.gross",
            Text(f"{one.name.nl}: brutoloon", f"{one.name.en}: gross pay"),
            Unit.EURO_YEAR,
            hours * WEEKS_A_YEAR * wage * (1 + holiday / 100),
        )

    def _performance(self, one: Employment) -> Row:
        label = Text("loonwaarde bij de start", "wage value at the start")
        believed, name = self._beliefs.wage_value, "wage_value"
        if one.wage_value is not None:
            believed, name = one.wage_value, f"{one.key}.wage_value"
            label = Text(f"{one.name.nl}: {label.nl}", f"{one.name.en}: {label.en}")
        start = self._draft.input(believed.input(name, label, Unit.PERCENT, PERCENT_LIMITS))
        said = Text(f"{one.name.nl}: loonwaarde", f"{one.name.en}: wage value")
        return self._draft.each_year(
            f"{one.key}.performance",
            said,
            Unit.PERCENT,
            lambda year: smallest(100, start + self._growth * self.tenure[year]),
        )

    def _pay(self, one: Employment, gross: Ref) -> tuple[Row, Row]:
        net = Text("nettoloon", "net pay")
        withheld = Text("belasting en premies op het loon", "tax and premiums on pay")
        return (
            self._row(one, "net", net, lambda _: gross * self._net / 100),
            self._row(one, "withheld", withheld, lambda _: gross * (1 - self._net / 100)),
        )

    def _charges(self, one: Employment, gross: Ref) -> Row:
        label = Text("werkgeverslasten", "employer charges")
        share = self._draft.input(
            given(one, "charges", label, Unit.PERCENT, 100 * one.job.employer_charges)
        )
        return self._row(one, "employer_charges", label, lambda _: gross * share / 100)

    def _subsidy(
        self, one: Employment, statute: Statute, law: _Monthly, performance: Row, hours: Ref
    ) -> Row:
        full = self._draft.input(
            given(
                one,
                "full_time",
                Text("volledige werkweek", "full working week"),
                Unit.HOURS_WEEK,
                one.job.full_time_hours,
                (1.0, 60.0),
            )
        )

        def in_year(year: int) -> Formula:
            facts = {
                "loonwaarde_procent": Rounded(performance[year], 0),
                "uren_per_week": hours,
                "volledige_werkweek": full,
            }
            return yearly(
                [
                    statute.apply(rule(SUBSIDY), self._reading, frame, facts).figure
                    for frame in law.in_year(year)
                ]
            )

        self._say(one, statute.apply(rule(SUBSIDY), "", law.frames[0], {}), SUBSIDY)
        return self._row(one, "subsidy", rule(SUBSIDY).name, in_year)

    def _benefit(self, one: Employment, statute: Statute, law: _Monthly, hours: Ref) -> Row:
        facts = {_HOURS_PAID: hours * WEEKS_A_YEAR}
        answers = [statute.apply(rule(BENEFIT), "lkv", frame, facts) for frame in law.frames]
        self._say(one, answers[0], BENEFIT)
        name = Text("loonkostenvoordeel", "wage-cost benefit")

        def in_year(year: int) -> Formula:
            held = answers[(year - 1) * MONTHS_A_YEAR : year * MONTHS_A_YEAR]
            return yearly([answer.figure for answer in held]) / MONTHS_A_YEAR

        return self._row(one, "benefit", name, in_year)

    def _sick_pay(
        self, one: Employment, statute: Statute, law: _Monthly, gross: Ref, subsidy: Row
    ) -> Row:
        answers = [statute.apply(rule(NO_RISK), "", frame, {}) for frame in law.frames]
        self._say(one, answers[0], NO_RISK)
        label = Text("deel dat UWV betaalt bij ziekte", "share UWV pays during illness")
        share = self._draft.input(
            self._beliefs.sick_pay.input("sick_pay_share", label, Unit.PERCENT, PERCENT_LIMITS)
        )

        def in_year(year: int) -> Formula:
            held = answers[(year - 1) * MONTHS_A_YEAR : year * MONTHS_A_YEAR]
            applies = sum(answer.truth is Truth.YES for answer in held)
            # What the subsidy pays already is not paid twice.
            ill = self.absence / 100 * largest(0, gross - subsidy[year])
            return formula(applies) / MONTHS_A_YEAR * share / 100 * ill

        name = Text("ziekengeld (no-riskpolis)", "sick pay (no-risk policy)")
        return self._row(one, "sick_pay", name, in_year)

    def _guidance(self, one: Employment) -> Row:
        name = Text("begeleiding", "guidance")
        if one.guidance is None:
            return self._row(one, "guidance", name, lambda _: 0)
        label = Text(f"{one.name.nl}: begeleiding", f"{one.name.en}: guidance")
        hours = self._draft.input(
            one.guidance.input(f"{one.key}.guidance_hours", label, Unit.HOURS_WEEK, (0.0, 60.0))
        )
        said = Text(
            f"{one.name.nl}: wat een uur begeleiden kost",
            f"{one.name.en}: what an hour of guiding costs",
        )
        cost = self._draft.input(
            one.guidance_cost.input(f"{one.key}.guidance_cost", said, Unit.EURO_HOUR)
        )
        left = 1 - self._fade / 100
        return self._row(
            one,
            "guidance",
            name,
            lambda year: hours * WEEKS_A_YEAR * cost * left ** self.tenure[year],
        )

    def _assistance(self, one: Employment, statute: Statute, net: Row) -> Row:
        name = Text("bijstand die niet meer nodig is", "assistance no longer needed")
        if one.household is None:
            return self._row(one, "assistance", name, lambda _: 0)
        # Pay without holiday allowance: this reading of the law counts it on both sides.
        month = net[1] / (1 + Ref(f"{one.key}.holiday_allowance") / 100) / MONTHS_A_YEAR
        about = one.job.wage_month * self._beliefs.net_share.belief.median / 100
        held = months(
            statute,
            one.household,
            Earnings(month, about),
            one.job.start,
            YEARS,
            self._municipality,
            subsidised=one.declarations.wage_subsidy_group is True,
        )
        self._draft.note(_contested(SUPPLEMENT, one), Account.PERSON)
        self._draft.note(_contested(SUPPLEMENT, one), Account.MUNICIPALITY)

        def in_year(year: int) -> Formula:
            return _saved(held[(year - 1) * MONTHS_A_YEAR : year * MONTHS_A_YEAR])

        return self._row(one, "assistance", name, in_year)

    def _say(self, one: Employment, answer: Applied, key: str) -> None:
        name = rule(key).name
        if answer.truth is Truth.UNKNOWN:
            self._draft.note(
                Text(
                    f"{one.name.nl}: {name.nl} telt niet mee zolang de verklaring er niet is.",
                    f"{one.name.en}: {name.en} does not count until the declaration is there.",
                )
            )
        if answer.truth is Truth.YES:
            self._draft.note(_contested(key, one))

    def _warn_below_minimum(self, one: Employment) -> None:
        minimum = national_parameters()["wml.uur"].at(one.job.start).value
        if one.job.hourly_wage < minimum:
            self._draft.note(
                Text(
                    f"{one.name.nl}: het uurloon is lager dan het minimumloon voor 21 jaar en "
                    "ouder. Zo mag de baan voor hen niet worden aangeboden.",
                    f"{one.name.en}: the hourly wage is below the minimum wage for people of 21 "
                    "and over. The job may not be offered to them like this.",
                )
            )


class _Monthly:
    """The job as the rules see it in every month of the case."""

    def __init__(self, one: Employment, municipality: Municipality) -> None:
        days = [month_on(one.job.start, number) for number in range(YEARS * MONTHS_A_YEAR)]
        unknown = np.full(1, np.nan)
        self.frames: tuple[Frame, ...] = tuple(
            job_frame(day, one.job, one.declarations, unknown, municipality) for day in days
        )

    def in_year(self, year: int) -> tuple[Frame, ...]:
        """Return the twelve months of a year, counted from the start."""
        return self.frames[(year - 1) * MONTHS_A_YEAR : year * MONTHS_A_YEAR]


def _saved(held: tuple[Month, ...]) -> Formula:
    without = yearly([month.without for month in held])
    return without - yearly([month.beside for month in held])


def _contested(key: str, one: Employment) -> Text:
    held = rule(key)
    where = citation(held, one.job.start)
    nl, en = f"{held.name.nl}: {where.nl}.", f"{held.name.en}: {where.en}."
    if held.status is not Status.VERIFIED and held.status_note is not None:
        nl += f" {held.status_note.nl}"
        en += f" {held.status_note.en}"
    return Text(nl, en)
