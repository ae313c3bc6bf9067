"""A quality report on a page: counts in words, findings with examples, the months as a picture."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from streekwerk.charts import Column, DataTable, Figure, Line, Lines, lines
from streekwerk.deliveries import queries
from streekwerk.deliveries.models import Delivery, Statistic
from streekwerk.evidence.cohort.months import month_label, month_number
from streekwerk.screens.deliveries.months import said_month
from streekwerk.screens.design.templatetags.design import reader_language
from streekwerk.vocabulary.language import Language, Text, number

TONES = {"error": "problem", "warning": "care", "note": "unknown"}
WORDS = {
    "error": Text("fout", "error"),
    "warning": Text("let op", "take care"),
    "note": Text("goed om te weten", "good to know"),
}
PEOPLE = Text("mensen", "people")
ROWS = Text("regels", "rows")
MONTHS = Text("Maand voor maand", "Month by month")


@dataclass(frozen=True, slots=True)
class ResultOnPage:
    """What one check found."""

    id: str
    tone: str
    word: str
    title: str
    why: str
    advice: str
    count: int
    ours: bool
    fields: tuple[str, ...]
    examples: DataTable


def title_of(delivery: Delivery) -> str:
    """Say what a delivery is about, or what the file is called when that is not known."""
    words = delivery.statistic_words
    if words is None:
        return delivery.name
    if delivery.statistic == Statistic.FACTS:
        return delivery.source
    if delivery.period is None:
        return words.in_language(reader_language())
    month = said_month(delivery.period)
    return _("%(what)s, %(month)s") % {
        "what": words.in_language(reader_language()),
        "month": month,
    }


def summary_of(delivery: Delivery, language: Language) -> list[tuple[str, str]]:
    """Return the counts of a report as terms and values."""
    report: dict[str, Any] = delivery.report or {}
    if not report:
        return []
    if market := report.get("market"):
        return _about_market(delivery, report, market, language)
    return [
        (_("Regels in het bestand"), number(delivery.rows, language)),
        (_("Verschillende mensen"), number(delivery.persons, language)),
        (_("Regels met een fout"), number(report.get("rows_with_error", 0), language)),
        (_("Regels zonder bruikbaar BSN of nummer"), number(report["without_key"], language)),
        (_("Vorm"), delivery.layout),
    ]


def _about_market(
    delivery: Delivery, report: dict[str, Any], market: dict[str, Any], language: Language
) -> list[tuple[str, str]]:
    return [
        (_("Regels in het bestand"), number(delivery.rows, language)),
        (_("Regels met een fout"), number(report.get("rows_with_error", 0), language)),
        (_("Cijfers die meetellen"), number(delivery.stored, language)),
        (_("Gebieden"), ", ".join(market["areas"]) or "–"),
        (_("Maanden"), f"{market['first']} – {market['last']}" if market["first"] else "–"),
        (_("Bron"), "; ".join(market["sources"]) or "–"),
        (_("Vorm"), delivery.layout or "–"),
    ]


def results_of(delivery: Delivery, language: Language) -> list[ResultOnPage]:
    """Return the findings of a report, the gravest first."""
    report: dict[str, Any] = delivery.report or {}
    return [_result(result, language) for result in report.get("results", ())]


def _result(result: dict[str, Any], language: Language) -> ResultOnPage:
    severity = result["severity"]
    return ResultOnPage(
        id=result["check"],
        tone=TONES[severity],
        word=WORDS[severity].in_language(language),
        title=result["title"][language],
        why=result["why"][language],
        advice=result["advice"][language],
        count=result["count"],
        ours=result["source"] != "regulation",
        fields=tuple(result["per_field"]),
        examples=_examples(result, language),
    )


def _examples(result: dict[str, Any], language: Language) -> DataTable:
    rows = tuple(
        (
            number(example["row"], language) if example["row"] else "–",
            example["field"] or "–",
            example["shown"][language],
        )
        for example in result["examples"]
    )
    columns = (Column(_("Rij")), Column(_("Veld")), Column(_("Wat er staat")))
    caption = _("De eerste %(n)s plaatsen") % {"n": len(rows)}
    return DataTable(caption, columns, rows, hide_caption=True)


def trend_of(delivery: Delivery, language: Language) -> Figure | None:
    """Return the months up to this one as a picture; nothing for a first month."""
    if delivery.period is None or delivery.report is None:
        return None
    shown = queries.trend(delivery)
    if len(shown) < 2:
        return None
    people, rows = (
        Line(label, tuple(float(value) for value in values))
        for label, values in (
            (PEOPLE, [month.persons for month in shown]),
            (ROWS, [month.rows for month in shown]),
        )
    )
    moments = tuple(month_label(month_number(month.period)) for month in shown)
    drawn = (people,) if people.values == rows.values else (people, rows)
    return lines(Lines(MONTHS, moments, drawn), language)
