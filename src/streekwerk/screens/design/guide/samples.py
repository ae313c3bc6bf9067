"""Made-up numbers for the style guide, chosen to show what a chart must be able to say."""

from __future__ import annotations

from streekwerk import charts as c
from streekwerk.vocabulary.language import Text

SHARE = c.Measure(Text("van de 100 mensen", "of every 100 people"), signed=False)
EURO = c.Measure(
    Text("euro per jaar", "euros a year"),
    prefix="€ ",
    less=Text("minder inkomen", "less income"),
    more=Text("meer inkomen", "more income"),
)

FOREST = c.Forest(
    title=Text("Effect van jobcoaching op werk", "Effect of job coaching on work"),
    words=Text(
        "Van de 100 mensen vinden er naar schatting 8 meer werk. Het kunnen er ook 4 of 12 zijn.",
        "Of every 100 people an estimated 8 more find work. It could also be 4 or 12.",
    ),
    rows=(
        c.Row(
            Text("Rijnstede, 2023", "Rijnstede, 2023"),
            c.Interval(6, -1, 13),
            Text("212 met, 198 zonder", "212 with, 198 without"),
        ),
        c.Row(
            Text("Meerdijk, 2022–2024", "Meerdijk, 2022–2024"),
            c.Interval(11, 6, 16),
            Text("804 met, 790 zonder", "804 with, 790 without"),
        ),
        c.Row(
            Text("Oosterkamp, alleen deeltijd", "Oosterkamp, part-time only"),
            c.Interval(2, -11, 15),
            Text("61 met, 58 zonder", "61 with, 58 without"),
        ),
        c.Row(
            Text("Veenhoek", "Veenhoek"),
            None,
            Text("nog geen 30 mensen", "fewer than 30 people so far"),
        ),
        c.Row(
            Text("Alles bij elkaar", "All together"),
            c.Interval(8, 4, 12),
            Text("3 onderzoeken", "3 studies"),
            kind="pooled",
        ),
    ),
)
COMPACT_TITLE = Text("Jobcoaching in Rijnstede", "Job coaching in Rijnstede")
COMPACT = c.Interval(6, -1, 13)
UNBOUNDED = c.Forest(
    title=Text("Effect op inkomen", "Effect on income"),
    measure=EURO,
    words=Text(
        "Dit onderzoek is te klein: het inkomen kan stijgen, maar ook dalen.",
        "This study is too small: income may rise, but it may fall as well.",
    ),
    rows=(
        c.Row(
            Text("Scholing, eerste jaar", "Training, first year"),
            c.Interval(640, -1280, float("inf")),
            Text("38 met, 41 zonder", "38 with, 41 without"),
        ),
    ),
)
HORIZONS = c.Horizons(
    title=Text("Effect van scholing in de tijd", "Effect of training over time"),
    words=Text(
        "In het eerste half jaar werken 9 van de 100 mensen minder: zij volgen de opleiding. "
        "Na twee jaar werken er naar schatting 10 meer.",
        "In the first half year 9 of every 100 people fewer work: they are in training. "
        "After two years an estimated 10 more do.",
    ),
    points=(
        (3, c.Interval(-7, -10, -4)),
        (6, c.Interval(-9, -13, -5)),
        (12, c.Interval(1, -4, 6)),
        (18, c.Interval(7, 1, 13)),
        (24, c.Interval(10, 3, 17)),
        (36, c.Interval(11, 1, 21)),
    ),
)
PEOPLE = c.HundredPeople(
    title=Text("Werk na een jaar met jobcoaching", "Work after a year of job coaching"),
    words=Text(
        "Zonder jobcoaching vinden 31 van de 100 mensen werk, met jobcoaching naar schatting 37. "
        "Het kunnen er ook 30 of 44 zijn.",
        "Without job coaching 31 of every 100 people find work, with it an estimated 37. "
        "It could also be 30 or 44.",
    ),
    without=31,
    with_it=c.Interval(37, 30, 44),
)
BARS = c.Bars(
    title=Text("Mensen aan het werk na een jaar", "People in work after a year"),
    measure=SHARE,
    heading=Text("Maatregel", "Measure"),
    words=Text(
        "Na loonkostensubsidie werken 46 van de 100 mensen. Of het dáárdoor komt, weten we niet.",
        "After a wage subsidy 46 of every 100 people work. Whether because of it, we do not know.",
    ),
    bars=(
        c.Bar(Text("Loonkostensubsidie", "Wage subsidy"), 46, c.Interval(46, 42, 50)),
        c.Bar(Text("Jobcoaching", "Job coaching"), 37, c.Interval(37, 30, 44), learn=True),
        c.Bar(
            Text("Scholing in zorg en techniek", "Training in care and technology"),
            33,
            c.Interval(33, 24, 42),
        ),
        c.Bar(Text("Proefplaatsing", "Trial placement"), 28, c.Interval(28, 12, 47)),
    ),
)
BALANCE = c.Balance(
    title=Text("Lijken de groepen op elkaar?", "Are the groups alike?"),
    words=Text(
        "Na weging lijken de groepen op elkaar, op één kenmerk na.",
        "After weighting the groups are alike, but for one characteristic.",
    ),
    differences=(
        c.Difference(Text("Maanden in de bijstand", "Months on benefit"), 0.62, 0.08),
        c.Difference(Text("Leeftijd", "Age"), -0.34, 0.02),
        c.Difference(
            Text("Eerder werk in de afgelopen vijf jaar", "Work in the past five years"), 0.48, 0.16
        ),
        c.Difference(
            Text("Opleiding: mbo of hoger", "Education: vocational or higher"), 0.21, 0.01
        ),
        c.Difference(Text("Kinderen thuis", "Children at home"), 0.05, 0.04),
    ),
)
OVERLAP = c.Overlap(
    title=Text("Zijn de groepen te vergelijken?", "Can the groups be compared?"),
    words=Text(
        "Tussen 20 en 70 procent staan aan beide kanten genoeg mensen om te vergelijken.",
        "Between 20 and 70 per cent there are enough people on both sides to compare.",
    ),
    edges=tuple(place / 20 for place in range(21)),
    treated=(0, 1, 3, 6, 11, 17, 24, 30, 33, 35, 33, 30, 26, 20, 15, 11, 8, 5, 3, 1),
    control=(22, 41, 58, 66, 62, 55, 47, 38, 30, 22, 16, 11, 7, 4, 2, 1, 0, 0, 0, 0),
)
LINES = c.Lines(
    title=Text("Mensen met een plan en met werk", "People with a plan and in work"),
    measure=SHARE,
    words=Text(
        "Steeds meer mensen hebben een plan; het aantal met werk groeit langzamer mee.",
        "More and more people have a plan; the number in work follows more slowly.",
    ),
    moments=tuple(
        Text(f"{quarter}e kw. {year}", f"Q{quarter} {year}")
        for year in (2024, 2025)
        for quarter in (1, 2, 3, 4)
    ),
    lines=(
        c.Line(Text("heeft een plan", "has a plan"), (34, 38, 41, 47, 52, 58, 61, 66)),
        c.Line(Text("heeft werk", "is in work"), (18, 19, 19, None, 23, 25, 28, 29)),
    ),
)
FLOW = c.Flow(
    title=Text("Waar mensen na een jaar zijn", "Where people are after a year"),
    words=Text(
        "Van de 420 mensen die vorig jaar begonnen, werken er nu 149.",
        "Of the 420 people who started last year, 149 are now in work.",
    ),
    stages=(
        (c.Place("start", Text("begonnen", "started")),),
        (
            c.Place("coach", Text("jobcoaching", "job coaching")),
            c.Place("train", Text("scholing", "training")),
            c.Place("none", Text("geen maatregel", "no measure"), "other"),
        ),
        (
            c.Place("work", Text("aan het werk", "in work"), "learn"),
            c.Place("benefit", Text("nog bijstand", "still on benefit"), "other"),
        ),
    ),
    streams=(
        c.Stream("start", "coach", 160),
        c.Stream("start", "train", 120),
        c.Stream("start", "none", 140),
        c.Stream("coach", "work", 62),
        c.Stream("coach", "benefit", 98),
        c.Stream("train", "work", 48),
        c.Stream("train", "benefit", 72),
        c.Stream("none", "work", 39),
        c.Stream("none", "benefit", 101),
    ),
)
