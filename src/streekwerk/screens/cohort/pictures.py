"""The cohort drawn: streams of people, the caseload over time, and tables."""

from __future__ import annotations

from collections import Counter

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from streekwerk.charts import (
    Column,
    DataTable,
    Figure,
    Flow,
    Line,
    Lines,
    Measure,
    Place,
    Stream,
    flow,
    lines,
)
from streekwerk.evidence.cohort.months import month_label
from streekwerk.evidence.cohort.panel import VANISHED
from streekwerk.evidence.cohort.rules import RULES
from streekwerk.learning.cohort import GOT, GOT_WORDS, WENT, WENT_WORDS, WORK, CohortOverview
from streekwerk.learning.counting import Counting
from streekwerk.registers.codes import BenefitEndReason
from streekwerk.registers.labour_market.choose import MarketSeries
from streekwerk.vocabulary.language import Language, Text

EVERYBODY = Text("iedereen met bijstand", "everybody on benefit")
WHERE = Text(
    "Wie had bijstand, wat kregen zij, en waar gingen zij heen?",
    "Who was on benefit, what did they get, and where did they go?",
)
CASELOAD = Text("Mensen met bijstand per maand", "People on benefit by month")
ON_BENEFIT = Text("mensen met bijstand", "people on benefit")
EVENTS = Text("Gestart en uitgestroomd per maand", "Started and left by month")
STARTED = Text("gestarte voorzieningen", "measures started")
LEFT = Text("uitstroom naar werk", "exits to work")
MARKET = Text("De arbeidsmarkt per maand", "The labour market by month")
GONE_FROM_FILES = Text("uit de bestanden verdwenen", "disappeared from the files")


def streams(found: CohortOverview, counting: Counting, language: Language) -> Figure | None:
    """Return everybody, by what they got, by where they are now."""
    drawn = [(a, b, counting.round(n)) for a, b, n in found.streams if counting.round(n)]
    if not drawn:
        return None
    got: Counter[str] = Counter()
    for start, _end, people in drawn:
        got[start] += people
    went = {end for _start, end, _people in drawn}
    stages = (
        (Place("all", EVERYBODY),),
        tuple(Place(key, GOT_WORDS[key], "mid") for key in GOT if got[key]),
        tuple(
            Place(key, WENT_WORDS[key], "learn" if key == WORK else "work")
            for key in WENT
            if key in went
        ),
    )
    first = tuple(Stream("all", key, got[key]) for key in GOT if got[key])
    second = tuple(Stream(start, end, people) for start, end, people in drawn)
    return flow(Flow(WHERE, stages, (*first, *second)), language)


def over_time(found: CohortOverview, counting: Counting, language: Language) -> Figure | None:
    """Return the caseload month by month."""
    values = tuple(counting.draw(count) for count in found.caseload)
    return _drawn(Lines(CASELOAD, _moments(found), (Line(ON_BENEFIT, values),)), language)


def starts_over_time(
    found: CohortOverview, counting: Counting, language: Language
) -> Figure | None:
    """Return starts of measures and exits to work, month by month."""
    drawn = tuple(
        Line(label, tuple(counting.draw(count) for count in counts))
        for label, counts in ((STARTED, found.starts), (LEFT, found.left_for_work))
    )
    return _drawn(Lines(EVENTS, _moments(found), drawn), language)


def market(found: MarketSeries, language: Language) -> Figure | None:
    """Return the labour market month by month; it is about no person, so nothing is rounded."""
    moments = tuple(month_label(found.first_month + k) for k in range(len(found.values)))
    label = found.indicator.label
    line = Line(Text(*(capfirst(each) for each in (label.nl, label.en))), found.values)
    measure = Measure(label, decimals=1, signed=False)
    return _drawn(Lines(MARKET, moments, (line,), measure), language)


def _drawn(plot: Lines, language: Language) -> Figure | None:
    """Return the lines, unless every number is too small to be told."""
    told = [value for line in plot.lines for value in line.values if value is not None]
    return lines(plot, language) if told else None


def _moments(found: CohortOverview) -> tuple[Text, ...]:
    return tuple(month_label(found.first_month + k) for k in range(len(found.caseload)))


def measures(found: CohortOverview, counting: Counting, language: Language) -> DataTable:
    """Return every measure with its starts, most used first."""
    columns = (
        Column(_("Voorziening")),
        Column(_("Gestart"), numeric=True),
        Column(_("Mensen"), numeric=True),
        Column(_("Loopt nu"), numeric=True),
        Column(_("Gebruikelijke duur"), numeric=True),
    )
    rows = tuple(
        (
            capfirst(use.label.in_language(language)),
            counting.say(use.starts, language),
            counting.say(use.people, language),
            counting.say(use.running, language),
            _("%(n)s mnd") % {"n": use.median_months} if use.median_months else "–",
        )
        for use in sorted(found.measures, key=lambda use: -use.starts)
    )
    return DataTable(_("Voorzieningen"), columns, rows, hide_caption=True)


def exits(found: CohortOverview, counting: Counting, language: Language) -> DataTable:
    """Return why benefits ended, most frequent first."""
    columns = (Column(_("Reden")), Column(_("Keer"), numeric=True))
    rows = tuple(
        (capfirst(_reason(code).in_language(language)), counting.say(count, language))
        for code, count in sorted(found.exits, key=lambda each: -each[1])
    )
    return DataTable(_("Redenen van uitstroom"), columns, rows, hide_caption=True)


def _reason(code: str) -> Text:
    if int(code) == VANISHED:
        return GONE_FROM_FILES
    return BenefitEndReason(code).label


def repairs(found: CohortOverview, counting: Counting, language: Language) -> DataTable:
    """Return what had to be repaired in the registration to count at all."""
    columns = (Column(_("Wat we zagen en deden")), Column(_("Keer"), numeric=True))
    rows = tuple(
        (RULES[each.rule].in_language(language), counting.say(each.rows, language))
        for each in sorted(found.repairs, key=lambda each: -each.rows)
    )
    return DataTable(_("Wat aan de registratie is hersteld"), columns, rows, hide_caption=True)
