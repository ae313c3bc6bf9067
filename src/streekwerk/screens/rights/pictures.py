"""Pictures of money: intervals drawn stronger than points, and the table beside them."""

from __future__ import annotations

from collections.abc import Sequence

from streekwerk.charts import (
    Bar,
    Bars,
    Column,
    DataTable,
    Figure,
    Line,
    Lines,
    Measure,
    bars,
    lines,
)
from streekwerk.charts import Interval as Drawn
from streekwerk.rights import Truth
from streekwerk.rights.finance import EmployerPicture, Interval, PersonPicture
from streekwerk.rights.finance import Line as MoneyLine
from streekwerk.vocabulary.language import Language, Text, number

MONTH = Text("€ per maand", "€ a month")
EURO = Measure(MONTH, prefix="€ ", signed=False)
_POST, _YEAR = Text("Wat", "What"), Text("Per jaar", "Per year")
_PER_MONTH = Text("Per maand", "Per month")
_WAITS = Text("wacht op een verklaring", "waits for a declaration")
_NOT = Text("niet van toepassing", "does not apply")
_NET = Text("Wat de baan u kost", "What the job costs you")
_READINGS = Text("Loonkostensubsidie, in elke lezing", "Wage-cost subsidy, in every reading")
_WORK = Text("Waarde van het werk", "Value of the work")


def drawn(interval: Interval) -> Drawn | None:
    """Return an interval to draw; None where there is no uncertainty."""
    if interval.certain:
        return None
    return Drawn(interval.middle, interval.low, interval.high)


def employer_figure(picture: EmployerPicture, language: Language) -> Figure:
    """Draw costs and receipts a month, and what remains."""
    shown = [
        Bar(capital(line.label), line.month.middle, drawn(line.month))
        for line in picture.lines
        if line.truth is Truth.YES and (line.month.middle or not line.month.certain)
    ]
    rest = (
        Bar(_NET, picture.net_month.middle, drawn(picture.net_month)),
        Bar(_WORK, picture.work_done_month.middle, drawn(picture.work_done_month)),
    )
    title = Text("Per maand: kosten en ontvangsten", "Per month: costs and receipts")
    return bars(Bars(title, (*shown, *rest), EURO), language)


def readings_table(picture: EmployerPicture, language: Language) -> DataTable:
    """Return the subsidy in every reading, per month and per year."""
    rows = tuple(
        (
            capital(name).in_language(language),
            said(one, language),
            said(Interval(12 * one.low, 12 * one.middle, 12 * one.high), language),
        )
        for name, one in picture.readings
    )
    columns = (
        Column(Text("Lezing", "Reading").in_language(language)),
        Column(_PER_MONTH.in_language(language), numeric=True),
        Column(_YEAR.in_language(language), numeric=True),
    )
    return DataTable(_READINGS.in_language(language), columns, rows)


def readings_figure(picture: EmployerPicture, language: Language) -> Figure | None:
    """Draw the subsidy in every reading of what is contested; None without a subsidy."""
    if not picture.readings:
        return None
    shown = tuple(Bar(capital(name), one.middle, drawn(one)) for name, one in picture.readings)
    return bars(Bars(_READINGS, shown, EURO), language)


def employer_table(picture: EmployerPicture, language: Language) -> DataTable:
    """Return every line per month and per year."""
    rows = [_row(line, language) for line in picture.lines]
    rows.append(
        (
            _NET.in_language(language),
            said(picture.net_month, language),
            said(picture.net_year, language),
        )
    )
    columns = (
        Column(_POST.in_language(language)),
        Column(_PER_MONTH.in_language(language), numeric=True),
        Column(_YEAR.in_language(language), numeric=True),
    )
    caption = Text("Per maand en per jaar", "Per month and per year").in_language(language)
    return DataTable(caption, columns, tuple(rows))


def _row(line: MoneyLine, language: Language) -> tuple[str, str, str]:
    name = capital(line.label).in_language(language)
    if line.truth is Truth.YES:
        return name, said(line.month, language), said(line.year, language)
    why = (_WAITS if line.truth is Truth.UNKNOWN else _NOT).in_language(language)
    return name, why, why


def said(interval: Interval, language: Language) -> str:
    """Write an interval in whole euros: ``€ 900`` or ``€ 850 tot € 1.020``."""
    low, high = (_euros(end, language) for end in (interval.low, interval.high))
    to = Text("tot", "to").in_language(language)
    return low if low == high else f"{low} {to} {high}"


def _euros(value: float, language: Language) -> str:
    written = number(value, language)
    return f"−€ {written[1:]}" if written.startswith("−") else f"€ {written}"


def capital(text: Text) -> Text:
    """Return a text with a capital."""
    return Text(text.nl[0].upper() + text.nl[1:], text.en[0].upper() + text.en[1:])


def income_bars(pictures: Sequence[PersonPicture], language: Language) -> Figure:
    """Draw what comes in a month for each number of hours."""
    shown = tuple(
        Bar(_hours(one.hours_per_week), one.total.middle, drawn(one.total)) for one in pictures
    )
    title = Text(
        "Wat er per maand binnenkomt, bij zoveel uur werk per week",
        "What comes in a month, for so many hours of work a week",
    )
    return bars(Bars(title, shown, EURO), language)


def income_lines(pictures: Sequence[PersonPicture], language: Language) -> Figure:
    """Draw pay and assistance by hours, at the middle of what remains of gross pay."""
    plot = Lines(
        Text("Loon en bijstand bij meer uren", "Pay and assistance with more hours"),
        tuple(f"{one.hours_per_week:g}" for one in pictures),
        (
            Line(Text("samen", "together"), tuple(one.total.middle for one in pictures)),
            Line(Text("loon", "pay"), tuple(one.earnings.middle for one in pictures)),
            Line(Text("bijstand", "assistance"), tuple(one.assistance.middle for one in pictures)),
        ),
        EURO,
        heading=Text("Uren per week", "Hours a week"),
    )
    return lines(plot, language)


def income_table(pictures: Sequence[PersonPicture], language: Language) -> DataTable:
    """Return every amount for each number of hours, as ranges."""
    names = (
        Text("Uren per week", "Hours a week"),
        Text("Nettoloon", "Net pay"),
        Text("Waarvan vrijgelaten", "Of which disregarded"),
        Text("Bijstand", "Assistance"),
        Text("Samen", "Together"),
    )
    rows = tuple(
        (
            f"{one.hours_per_week:g}",
            *(
                said(amount, language)
                for amount in (one.earnings, one.disregard, one.assistance, one.total)
            ),
        )
        for one in pictures
    )
    columns = tuple(
        Column(name.in_language(language), numeric=place > 0) for place, name in enumerate(names)
    )
    caption = Text("Per maand, in euro’s", "Per month, in euros").in_language(language)
    return DataTable(caption, columns, rows)


def _hours(hours: float) -> Text:
    return Text(f"{hours:g} uur", f"{hours:g} hours")
