"""Charts of cards, results and design reports, in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from streekwerk.charts.figure import Figure
from streekwerk.charts.interval import Forest, Row, compact, forest
from streekwerk.charts.measure import Interval, Measure
from streekwerk.learning.cards import PER_100_PEOPLE, Card, Line
from streekwerk.vocabulary.language import Language, Text

LESS = Text("minder", "less")
MORE = Text("meer", "more")
EFFECTS = Text("Effecten met hun onzekerheid", "Effects with their uncertainty")


def measure_of(line: Line) -> Measure:
    """Return how a figure is written: decimals follow the size of the interval."""
    if line.interval is None:
        return Measure(line.unit, less=LESS, more=MORE)
    return Measure(line.unit, decimals=decimals_for(line.interval), less=LESS, more=MORE)


def decimals_for(values: Iterable[float]) -> int:
    """Return the decimals at which the smallest of two figures' digits can still be told apart."""
    largest = max(abs(value) for value in values)
    if largest >= 20:
        return 0
    return 1 if largest >= 1 else 3


def card_figure(card: Card, language: Language) -> Figure | None:
    """Return the leading interval of a card, small; None where no interval is known."""
    line = card.leading
    if line.interval is None:
        return None
    title = Text(f"{line.label.nl}: {card.title.nl}", f"{line.label.en}: {card.title.en}")
    return compact(title, Interval(*line.interval), language, measure_of(line))


def forests(lines: Sequence[Line], language: Language) -> list[Figure]:
    """Return a forest plot per unit; figures in different units never share an axis."""
    units = list(dict.fromkeys(line.unit for line in lines))
    return [_forest(unit, [ln for ln in lines if ln.unit == unit], language) for unit in units]


def _forest(unit: Text, lines: Sequence[Line], language: Language) -> Figure:
    known = [value for line in lines for value in line.interval or ()]
    measure = Measure(unit, decimals_for(known) if known else 0, less=LESS, more=MORE)
    rows = tuple(
        Row(line_label(line), Interval(*line.interval) if line.interval else None, detail(line))
        for line in lines
    )
    return forest(Forest(EFFECTS, rows, measure), language)


def line_label(line: Line) -> Text:
    """Name a figure: outcome, group, and how long after the start."""
    after = horizon(line.horizon_months)
    return Text(
        f"{line.label.nl}{', ' + after.nl if after else ''}",
        f"{line.label.en}{', ' + after.en if after else ''}",
    )


def detail(line: Line) -> Text:
    """Say whom a figure is about and how many they are."""
    if line.n is None:
        return line.group
    return Text(f"{line.group.nl}, n = {line.n}", f"{line.group.en}, n = {line.n}")


def horizon(months: float | None) -> Text | None:
    """Say how long after the start: months below two years, else years."""
    if months is None:
        return None
    if months >= 24 and months % 12 == 0:
        return Text(f"na {months / 12:.0f} jaar", f"after {months / 12:.0f} years")
    return Text(f"na {months:g} maanden", f"after {months:g} months")


def per_100(line: Line) -> bool:
    """Whether a figure counts people of every hundred."""
    return line.unit == PER_100_PEOPLE
