"""Contract forms of a shared job, and what the law says about its weeks and its employer.

Arbeidstijdenwet art. 5:7 lid 2: at most 12 hours a shift, 60 hours a week, and 48 hours a
week on average over 16 weeks; it counts what somebody does for all employers together. Art.
5:3: eleven hours of rest a day. Who lends workers out must be registered for that (art. 7a
Wet allocatie arbeidskrachten door intermediairs); whether that holds for lending without
profit between these employers was not verified, and the words say so.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from streekwerk.matching.chains.demand import WEEKS, ChainRules
from streekwerk.vocabulary.language import Text

# Half hours a week.
MOST_A_WEEK = 120
MOST_ON_AVERAGE = 96
AVERAGED_OVER = 16


@dataclass(frozen=True, slots=True)
class ContractForm:
    """How many hours a job has: half hours a week from ``least_week`` to ``week``."""

    key: str
    words: Text
    week: int
    least_week: int
    weeks: int = 47

    def __post_init__(self) -> None:
        if self.week > MOST_A_WEEK:
            raise ValueError(f"form {self.key!r}: the law allows 60 hours a week")

    def rules(self, others: ChainRules) -> ChainRules:
        """Return ``others`` with the weeks of this form."""
        return replace(others, week=self.week, least_week=self.least_week, weeks=self.weeks)


FORMS = {
    form.key: form
    for form in (
        ContractForm(
            "large", Text("grote baan: 24 tot 32 uur", "large job: 24 to 32 hours"), 64, 48
        ),
        ContractForm("part", Text("deeltijd: 16 tot 20 uur", "part-time: 16 to 20 hours"), 40, 32),
        ContractForm(
            "small", Text("kleine baan: 12 tot 16 uur", "small job: 12 to 16 hours"), 32, 24
        ),
        ContractForm(
            "year",
            Text(
                "jaaruren: 20 tot 40 uur, gelijk betaald over het jaar",
                "annual hours: 20 to 40 hours, paid evenly over the year",
            ),
            80,
            40,
        ),
    )
}


def too_long(weeks: tuple[int, ...]) -> tuple[int, ...]:
    """Return the weeks (from 0) in which the hours break the law.

    The average is taken over every 16 weeks in a row, from one year into the next.
    """
    late = [week for week, hours in enumerate(weeks) if hours > MOST_A_WEEK]
    year = weeks + weeks[: AVERAGED_OVER - 1]
    late += [
        start
        for start in range(WEEKS)
        if sum(year[start : start + AVERAGED_OVER]) > MOST_ON_AVERAGE * AVERAGED_OVER
    ]
    return tuple(sorted(set(late)))


WAADI = Text(
    "Wie een werknemer bij een ander laat werken, kan onder de Waadi vallen (artikel 7a: wie "
    "uitleent, staat zo geregistreerd bij de Kamer van Koophandel). Of dat hier zo is, hebben "
    "wij niet nagegaan: vraag het na voordat u tekent.",
    "Who lets an employee work for somebody else may fall under the Waadi (article 7a: who lends "
    "out is registered as such at the Chamber of Commerce). Whether that is so here was not "
    "verified: have it checked before you sign.",
)
