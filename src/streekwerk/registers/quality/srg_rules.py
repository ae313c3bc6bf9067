"""Checks within one SRG record.

The annex itself says: the wage value belongs to the group *loonkostensubsidie*.
The order of dates follows from what the fields mean. The rest is ours.
"""

from __future__ import annotations

from streekwerk.registers.codes import WAGE_SUBSIDIES, MeasureType, MeasureType2015
from streekwerk.registers.quality.checks import Severity
from streekwerk.registers.quality.rules import Rule, check
from streekwerk.registers.records import Srg2015Record, SrgRecord

AnySrg = SrgRecord | Srg2015Record

_WITH_WAGE_VALUE = (MeasureType.WAGE_SUBSIDY, MeasureType2015.WAGE_SUBSIDY)


def _month_index(record: AnySrg) -> int | None:
    header = record.header
    return header.year * 12 + header.month if header.year and header.month else None


def _end_before_start(record: AnySrg) -> bool:
    return record.end is not None and record.start is not None and record.end < record.start


def _starts_later(record: AnySrg) -> bool:
    period = _month_index(record)
    return (
        period is not None
        and record.start is not None
        and record.start.year * 12 + record.start.month > period
    )


def _ended_long_ago(record: AnySrg) -> bool:
    period = _month_index(record)
    return (
        period is not None
        and record.end is not None
        and period - (record.end.year * 12 + record.end.month) > 12
    )


def _wage_value_elsewhere(record: AnySrg) -> bool:
    return record.wage_value is not None and record.type not in _WITH_WAGE_VALUE


def _wage_value_missing(record: AnySrg) -> bool:
    return record.wage_value is None and record.type in _WITH_WAGE_VALUE


def _wage_value_range(record: AnySrg) -> bool:
    return record.wage_value is not None and record.wage_value > 100


def _reason_without_end(record: AnySrg) -> bool:
    return record.end_reason is not None and record.end is None


def _reason_elsewhere(record: AnySrg) -> bool:
    return (
        isinstance(record, SrgRecord)
        and record.end_reason is not None
        and record.type not in WAGE_SUBSIDIES
    )


def _unlikely_age(record: AnySrg) -> bool:
    birth, start = record.birth_date, record.start
    return birth is not None and start is not None and not 14 <= start.year - birth.year <= 80


SRG_RULES: tuple[Rule[AnySrg], ...] = (
    Rule(
        check(
            "srg-einde-voor-begin",
            Severity.ERROR,
            title=("Einddatum ligt vóór de begindatum", "End date lies before the start date"),
            why=(
                "De duur van de voorziening is niet te bepalen.",
                "The duration of the measure cannot be determined.",
            ),
            advice=("Controleer beide datums.", "Check both dates."),
        ),
        "end",
        _end_before_start,
        ("end", "start"),
    ),
    Rule(
        check(
            "srg-begin-na-maand",
            Severity.WARNING,
            title=("Begint na de maand van de levering", "Starts after the month of the delivery"),
            why=(
                "Een levering gaat over wie de voorziening in die maand echt gebruikte.",
                "A delivery is about who really used the measure in that month.",
            ),
            advice=("Lever de voorziening in een latere maand.", "Deliver it in a later month."),
        ),
        "start",
        _starts_later,
        ("start",),
    ),
    Rule(
        check(
            "srg-lang-beeindigd",
            Severity.NOTE,
            title=("Meer dan een jaar geleden beëindigd", "Ended more than a year ago"),
            why=("De regel zegt niets over deze maand.", "The row says nothing about this month."),
            advice=(
                "Kijk naar de selectie in uw pakket.",
                "Look at the selection in your package.",
            ),
        ),
        "end",
        _ended_long_ago,
        ("end",),
    ),
    Rule(
        check(
            "srg-loonwaarde-bij-ander-type",
            Severity.ERROR,
            title=("Loonwaarde bij een ander type", "Wage value with another type"),
            why=(
                "Loonwaarde hoort alleen bij loonkostensubsidie op grond van de Participatiewet.",
                "Wage value belongs only to the wage subsidy of the Participation Act.",
            ),
            advice=(
                "Haal de loonwaarde weg of verbeter het type.",
                "Remove the wage value or correct the type.",
            ),
            source="regulation",
        ),
        "wage_value",
        _wage_value_elsewhere,
        ("wage_value", "type"),
    ),
    Rule(
        check(
            "srg-loonwaarde-ontbreekt",
            Severity.WARNING,
            title=("Loonkostensubsidie zonder loonwaarde", "Wage subsidy without a wage value"),
            why=(
                "De subsidie hangt af van de loonwaarde; zonder is de ontwikkeling niet te volgen.",
                "The subsidy depends on it; without it progress cannot be followed.",
            ),
            advice=("Neem de vastgestelde loonwaarde op.", "Record the wage value found."),
        ),
        "wage_value",
        _wage_value_missing,
        ("wage_value", "type"),
    ),
    Rule(
        check(
            "srg-loonwaarde-boven-100",
            Severity.ERROR,
            title=("Loonwaarde boven 100 procent", "Wage value above 100 percent"),
            why=(
                "Loonwaarde is een percentage van het minimumloon en ligt bij subsidie onder 100.",
                "Wage value is a percentage of the minimum wage, below 100 with a subsidy.",
            ),
            advice=("Controleer het percentage.", "Check the percentage."),
        ),
        "wage_value",
        _wage_value_range,
        ("wage_value",),
    ),
    Rule(
        check(
            "srg-reden-zonder-einde",
            Severity.ERROR,
            title=("Reden van einde zonder einddatum", "End reason without an end date"),
            why=("Het is onduidelijk of de voorziening loopt.", "It is unclear whether it runs."),
            advice=("Vul de einddatum in of haal de reden weg.", "Fill in the end date or remove."),
        ),
        "end_reason",
        _reason_without_end,
        ("end_reason", "end"),
    ),
    Rule(
        check(
            "srg-reden-bij-ander-type",
            Severity.NOTE,
            title=(
                "Reden van einde bij een voorziening zonder subsidie",
                "End reason with a measure that is no subsidy",
            ),
            why=(
                "De regeling vraagt dit gegeven bij loonkostensubsidie.",
                "The regulation asks for this with wage subsidies.",
            ),
            advice=("Niets te doen.", "Nothing to do."),
            source="regulation",
        ),
        "end_reason",
        _reason_elsewhere,
        ("end_reason", "type"),
    ),
    Rule(
        check(
            "srg-leeftijd",
            Severity.WARNING,
            title=("Onwaarschijnlijke leeftijd", "Unlikely age"),
            why=(
                "De persoon zou bij de start jonger dan 14 of ouder dan 80 zijn.",
                "The person would be under 14 or over 80 at the start.",
            ),
            advice=("Controleer de geboortedatum.", "Check the date of birth."),
        ),
        "birth_date",
        _unlikely_age,
        ("birth_date", "start"),
    ),
)
