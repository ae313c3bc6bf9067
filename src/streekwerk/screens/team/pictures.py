"""What happened against what was to be expected, drawn: the interval before the point."""

from __future__ import annotations

from collections.abc import Sequence

from streekwerk.charts import Figure, Forest, Interval, Measure, Row, forest
from streekwerk.evidence.casemix import Estimate
from streekwerk.people.queries.feedback import AtHorizon, Followed
from streekwerk.vocabulary.language import Language, Text

DIFFERENCE = Measure(
    unit=Text("van de 100 mensen", "of 100 people"),
    less=Text("minder dan verwacht", "fewer than expected"),
    more=Text("meer dan verwacht", "more than expected"),
)
SHARE = Measure(
    unit=Text("van de 100 mensen", "of 100 people"),
    less=Text("niemand", "nobody"),
    more=Text("meer mensen aan het werk", "more people in work"),
    signed=False,
)
WHEN = Text("Wanneer", "When")
OWN = Text("Verschil met wat te verwachten was", "Difference from what was to be expected")
AFTER = Text("Aan het werk, zes maanden later", "In work, six months later")
ALONG = Text("ging mee met het bewijs", "went along with the evidence")
ANOTHER = Text("koos iets anders", "chose something else")


def differences(found: Sequence[AtHorizon], language: Language) -> Figure | None:
    """Draw the difference at each moment; None where there are too few people for any."""
    rows = tuple(_row(at) for at in found)
    if all(row.interval is None for row in rows):
        return None
    return forest(Forest(OWN, rows, DIFFERENCE, row_heading=WHEN), language)


def _row(at: AtHorizon) -> Row:
    found = at.found
    label = Text(f"na {at.months} maanden", f"after {at.months} months")
    detail = Text(
        f"{found.happened} van {found.known} mensen aan het werk",
        f"{found.happened} of {found.known} people in work",
    )
    return Row(label, _interval(found.difference), detail if found.observed else "")


def after_choices(found: Followed, language: Language) -> Figure | None:
    """Draw the share in work of who went along with the evidence and who did not."""
    along, another = found.after
    if along is None and another is None:
        return None
    rows = (Row(ALONG, _interval(along)), Row(ANOTHER, _interval(another)))
    return forest(Forest(AFTER, rows, SHARE), language)


def _interval(found: Estimate | None) -> Interval | None:
    if found is None:
        return None
    return Interval(100 * found.value, 100 * found.low, 100 * found.high)
