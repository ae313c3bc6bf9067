"""Any chart one could ask for, within the sizes a municipality meets."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from hypothesis import strategies as st

from streekwerk import charts as c
from streekwerk.vocabulary.language import Language

LETTERS = st.characters(categories=["Lu", "Ll", "Nd"], max_codepoint=0x17F)
NAMES = st.lists(st.text(LETTERS, min_size=1, max_size=18), min_size=1, max_size=9).map(" ".join)
SMALL_NUMBERS = st.floats(-1e4, 1e4).map(lambda value: round(value, 3))
NUMBERS = st.one_of(SMALL_NUMBERS, st.floats(-1e9, 1e9), st.floats(-1e-3, 1e-3))
LANGUAGES: st.SearchStrategy[Language] = st.sampled_from(["nl", "en"])
MEASURES = st.sampled_from(
    [c.PER_100, c.Measure("euro", 2, prefix="€ "), c.Measure("punten", 1, signed=False)]
)
Draw = Callable[[Language], c.Figure]


@st.composite
def intervals(draw: st.DrawFn, *, open_ended: bool = False) -> c.Interval:
    low, estimate, high = sorted(draw(st.tuples(NUMBERS, NUMBERS, NUMBERS)))
    if open_ended:
        low = draw(st.sampled_from([low, low, -float("inf")]))
        high = draw(st.sampled_from([high, high, float("inf")]))
    return c.Interval(estimate, low, high)


ROWS = st.builds(
    c.Row,
    NAMES,
    st.one_of(st.none(), intervals(open_ended=True)),
    st.one_of(st.just(""), NAMES),
    st.sampled_from(["study", "pooled"]),
)
FORESTS = st.builds(
    c.Forest, NAMES, st.lists(ROWS, min_size=1, max_size=8).map(tuple), MEASURES, NAMES
)
HORIZONS = st.builds(
    c.Horizons,
    NAMES,
    st.dictionaries(st.integers(0, 120), intervals(), min_size=1, max_size=9).map(
        lambda points: tuple(sorted(points.items()))
    ),
    MEASURES,
)
BARS = st.builds(
    c.Bars,
    NAMES,
    st.lists(
        st.one_of(
            st.builds(c.Bar, NAMES, NUMBERS, st.none(), st.booleans()),
            intervals().map(lambda interval: c.Bar("naam", interval.estimate, interval)),
        ),
        min_size=1,
        max_size=8,
    ).map(tuple),
    MEASURES,
)
BALANCES = st.builds(
    c.Balance,
    NAMES,
    st.lists(
        st.builds(c.Difference, NAMES, st.floats(-9, 9), st.one_of(st.none(), st.floats(-9, 9))),
        min_size=1,
        max_size=12,
    ).map(tuple),
)
HUNDREDS = st.builds(
    lambda title, without, three: c.HundredPeople(
        title, without, c.Interval(sorted(three)[1], sorted(three)[0], sorted(three)[2])
    ),
    NAMES,
    st.floats(0, 100),
    st.tuples(st.floats(0, 100), st.floats(0, 100), st.floats(0, 100)),
)


@st.composite
def overlaps(draw: st.DrawFn) -> c.Overlap:
    inner = draw(st.sets(st.integers(1, 99), min_size=1, max_size=18))
    edges = tuple(place / 100 for place in sorted({0, 100, *inner}))
    counts = st.lists(st.integers(0, 5000), min_size=len(edges) - 1, max_size=len(edges) - 1).map(
        tuple
    )
    return c.Overlap(draw(NAMES), edges, draw(counts), draw(counts))


@st.composite
def line_charts(draw: st.DrawFn) -> c.Lines:
    moments = draw(st.lists(st.text(LETTERS, min_size=1, max_size=14), min_size=1, max_size=14))
    values = st.lists(
        st.one_of(st.none(), NUMBERS), min_size=len(moments), max_size=len(moments)
    ).map(tuple)
    series = draw(st.lists(st.builds(c.Line, NAMES, values), min_size=1, max_size=4))
    return c.Lines(draw(NAMES), tuple(moments), tuple(series), draw(MEASURES))


@st.composite
def flows(draw: st.DrawFn) -> c.Flow:
    sizes = draw(st.lists(st.integers(1, 3), min_size=2, max_size=3))
    stages = tuple(
        tuple(c.Place(f"{stage}-{place}", draw(NAMES)) for place in range(count))
        for stage, count in enumerate(sizes)
    )
    people = st.integers(1, 20_000)
    streams = tuple(
        c.Stream(start.key, end.key, draw(people))
        for before, after in pairwise(stages)
        for start in before
        for end in after
    )
    return c.Flow(draw(NAMES), stages, streams)


def _drawn(
    plots: st.SearchStrategy[object], draw: Callable[..., c.Figure]
) -> st.SearchStrategy[c.Figure]:
    return st.builds(draw, plots, LANGUAGES)


FIGURES = st.one_of(
    _drawn(FORESTS, c.forest),
    st.builds(c.compact, NAMES, intervals(open_ended=True), LANGUAGES, MEASURES),
    _drawn(HORIZONS, c.horizons),
    _drawn(BARS, c.bars),
    _drawn(BALANCES, c.balance),
    _drawn(HUNDREDS, c.hundred_people),
    _drawn(overlaps(), c.overlap),
    _drawn(line_charts(), c.lines),
    _drawn(flows(), c.flow),
)
