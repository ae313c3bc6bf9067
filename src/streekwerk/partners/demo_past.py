"""Draw what happened with a fictitious employer before: phases, contact, agreements, looks back.

The words and days are made up; the same generator gives the same past. Some agreements are
due on the day of loading, so that the list of today has something in it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from streekwerk.accounts.models import User
from streekwerk.demo.employers.model import DemoEmployer
from streekwerk.partners.actions.past import Row
from streekwerk.partners.choices import (
    ENDED,
    Again,
    AgendaState,
    AgreementState,
    ContactKind,
    Side,
)
from streekwerk.partners.demo_words import AGREED, BADLY, SPOKEN, WELL, WHY
from streekwerk.partners.models import (
    AgendaEvent,
    AgendaItem,
    Agreement,
    AgreementEvent,
    Contact,
    ContactMoment,
    Employer,
    Evaluation,
    MotiveRound,
    MotiveScore,
    PhaseMove,
    Possibilities,
    ValuePackage,
    ValuePoint,
)

LONGEST_KNOWN, LONGEST_SILENCE = 900, 330
# Share of employers of whom each was noted.
KNOWN = {"motives": 0.85, "possibilities": 0.7, "value": 0.65}
# Share of kept agreements that each side has looked back on.
LOOKED_BACK = {Side.REGION: 0.75, Side.EMPLOYER: 0.5}


@dataclass
class Past:
    """One employer that is not saved yet, and who tells about it."""

    drawn: DemoEmployer
    employer: Employer
    adviser: User
    contacts: list[Contact]
    today: dt.date
    rng: np.random.Generator

    def rows(self) -> Iterator[Row]:
        """Yield every row about the employer, and set what follows from them beside it."""
        first = self.today - dt.timedelta(days=int(self.rng.integers(60, LONGEST_KNOWN)))
        last = max(first, self._ago(3, LONGEST_SILENCE))
        self.employer.last_contact_on = last
        yield from self.contacts
        yield from self._phases(first, last)
        yield from self._moments(first, last)
        yield from self._told(last)
        yield from self._agenda(first)
        if self.drawn.phase >= "DW03":
            yield from self._agreements()

    def _ago(self, least: int, most: int) -> dt.date:
        return self.today - dt.timedelta(days=int(self.rng.integers(least, most)))

    def _between(self, first: dt.date, last: dt.date) -> dt.date:
        return first + dt.timedelta(days=int(self.rng.integers(0, (last - first).days + 1)))

    def _of(self) -> dict[str, object]:
        return {"region": self.employer.region, "employer": self.employer}

    def _phases(self, first: dt.date, last: dt.date) -> Iterator[PhaseMove]:
        before, day = "", first
        route = [code for code in WHY if code < self.drawn.phase and self.rng.random() < 0.6]
        for code in [*route, self.drawn.phase]:
            why = WHY[code] if before else ""
            yield PhaseMove(**self._of(), before=before, after=code, why=why, on=day,
                            by=self.adviser)  # fmt: skip
            self.employer.phase_since = day
            before, day = code, self._between(day, last)

    def _moments(self, first: dt.date, last: dt.date) -> Iterator[ContactMoment]:
        kinds = list(ContactKind)
        days = {self._between(first, last) for _ in range(int(self.rng.integers(1, 6)))} | {last}
        for day in sorted(days):
            yield ContactMoment(
                **self._of(),
                on=day,
                kind=kinds[int(self.rng.choice(5, p=[0.35, 0.3, 0.1, 0.2, 0.05]))].value,
                contact=self.contacts[0],
                words=SPOKEN[int(self.rng.integers(len(SPOKEN)))],
                by=self.adviser,
            )

    def _told(self, last: dt.date) -> Iterator[Row]:
        noted = {**self._of(), "on": last, "by": self.adviser, "side": Side.REGION.value}
        if self.rng.random() < KNOWN["motives"]:
            round_ = MotiveRound(**noted, words=self.drawn.said.nl)
            yield round_
            for said in self.drawn.motives:
                yield MotiveScore(**self._of(), round=round_, motive=said.motive, score=said.score)
        if self.rng.random() < KNOWN["possibilities"]:
            can = self.drawn.possibilities
            lists = {
                name: list(getattr(can, name))
                for name in ("days", "busy_months", "accessibility", "languages", "technology")
            }
            yield Possibilities(
                **noted,
                **lists,
                guidance_minutes=can.guidance_minutes,
                workplaces=can.workplaces,
                from_time=can.from_time,
                until_time=can.until_time,
            )
        if self.rng.random() < KNOWN["value"]:
            package = ValuePackage(**noted, words=self.drawn.value.nl)
            yield package
            for point in self.drawn.value_points:
                yield ValuePoint(**self._of(), package=package, what=point.what.nl,
                                 now=point.now.nl, aim=point.aim.nl)  # fmt: skip

    def _agenda(self, first: dt.date) -> Iterator[Row]:
        for each in self.drawn.innovations:
            state, day = AgendaState(each.state), self._between(first, self.today)
            item = AgendaItem(
                **self._of(),
                kind=each.kind,
                title=each.title.nl,
                horizon=each.horizon,
                state=state.value,
                state_since=day,
            )
            yield item
            yield AgendaEvent(**self._of(), item=item, state=state.value, on=day, by=self.adviser)

    def _agreements(self) -> Iterator[Row]:
        chosen = self.rng.permutation(len(AGREED))[: int(self.rng.integers(0, 4))]
        nexts: list[dt.date] = []
        for place in chosen:
            made = self._ago(20, 400)
            ended = made < self.today - dt.timedelta(days=200) and self.rng.random() < 0.8
            state = self._state(ended)
            look_on = self.today + dt.timedelta(days=int(self.rng.integers(-9, 60)))
            agreement = Agreement(
                **self._of(),
                what=AGREED[place],
                of_region=self.adviser,
                of_employer=self.contacts[0],
                made_on=made,
                made_by=self.adviser,
                due=look_on + dt.timedelta(days=30),
                look_on=None if ended else look_on,
                state=state.value,
                ended_on=self._between(made, self.today) if ended else None,
            )
            yield agreement
            yield from self._events(agreement, state)
            if not ended:
                nexts.append(look_on)
        self.employer.next_on = min(nexts, default=None)

    def _state(self, ended: bool) -> AgreementState:
        if ended:
            return AgreementState.DONE if self.rng.random() < 0.8 else AgreementState.STOPPED
        states = (AgreementState.AGREED, AgreementState.ON_TRACK, AgreementState.HELP)
        return states[int(self.rng.choice(3, p=[0.4, 0.45, 0.15]))]

    def _events(self, agreement: Agreement, state: AgreementState) -> Iterator[Row]:
        told = {**self._of(), "agreement": agreement, "by": self.adviser}
        side = Side.REGION.value
        yield AgreementEvent(**told, state="agreed", on=agreement.made_on, side=side)
        if state is AgreementState.AGREED:
            return
        day = agreement.ended_on or self._between(agreement.made_on, self.today)
        yield AgreementEvent(**told, state=state.value, on=day, side=side)
        if state not in ENDED:
            return
        for who, share in LOOKED_BACK.items():
            if self.rng.random() < share:
                yield Evaluation(
                    **self._of(),
                    agreement=agreement,
                    side=who.value,
                    went_well=WELL[int(self.rng.integers(len(WELL)))],
                    went_badly=BADLY[int(self.rng.integers(len(BADLY)))],
                    again=list(Again)[int(self.rng.choice(4, p=[0.55, 0.3, 0.05, 0.1]))].value,
                    on=self._between(day, self.today),
                    by=self.adviser if who is Side.REGION else None,
                )
