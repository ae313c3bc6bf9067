"""A stored case as people read it: a sentence for each, then the picture, then the tables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from streekwerk.charts.bars import Bar, Bars, bars
from streekwerk.charts.figure import Figure
from streekwerk.charts.interval import Forest, Row, forest
from streekwerk.charts.measure import Interval, Measure
from streekwerk.charts.table import Column, DataTable
from streekwerk.screens.design.templatetags.design import reader_language
from streekwerk.screens.employer.words import said
from streekwerk.vocabulary.language import Text, number

EUROS = Measure(
    Text("Euro", "Euros"), prefix="€", less=Text("kost", "costs"), more=Text("brengt", "brings")
)

# Without plus signs, so that an interval fits beside its bar.
SHORT = replace(EUROS, signed=False)


@dataclass(frozen=True, slots=True)
class AccountShown:
    """What a case means for one of those involved."""

    name: str
    verdict: str


class CaseShown:
    """A result as ``work.casework.summary`` wrote it, ready for a page."""

    def __init__(self, result: Mapping[str, Any]) -> None:
        self.result = result

    @property
    def accounts(self) -> list[AccountShown]:
        """Return a sentence for each of those involved, the employer first."""
        return [
            AccountShown(capfirst(_words(one["name"])), _words(one["verdict"]))
            for one in self.result["accounts"]
        ]

    @property
    def payback(self) -> str:
        """Say when the money is back."""
        return _words(self.result["payback"])

    @property
    def questions(self) -> list[str]:
        """Return the employer's break-even questions with their answers."""
        found = self.result["questions"]
        return [_words(one["words"]) for one in found if one["account"] == "employer"]

    @property
    def notes(self) -> list[str]:
        """Return what the reader must know."""
        return [_words(one) for one in self.result["notes"]]

    @property
    def not_counted(self) -> list[str]:
        """Return what was left out."""
        return [_words(one) for one in self.result["not_counted"]]

    def chart(self) -> Figure:
        """Return the net present value of each account, with its interval."""
        years = self.result["years"]
        rows = tuple(
            Row(
                capfirst(_words(one["name"])),
                # To hundreds: what is this uncertain has no euros.
                Interval(*(round(one[end], -2) for end in ("middle", "low", "high"))),
            )
            for one in self.result["accounts"]
        )
        title = _("Wat het in %(years)s jaar brengt, voor wie") % {"years": years}
        words = _(
            "De balk is waar 95 van de 100 berekeningen in vallen, de opening het midden. De "
            "zinnen noemen waar 90 van de 100 in vallen."
        )
        return forest(Forest(title, rows, SHORT, words, _("Voor wie")), reader_language())

    def tornado(self) -> Figure:
        """Return how much each assumption moves the employer's result."""
        title = _("Waar het voor u het meest van afhangt")
        drawn = tuple(
            Bar(_bar_label(one), abs(one["at_high"] - one["at_low"])) for one in self.result["bars"]
        )
        words = _(
            "Hoe ver de uitkomst uiteen loopt als één aanname laag of hoog uitvalt en de andere "
            "gelijk blijven."
        )
        measure = Measure(Text("Euro verschil", "Euros apart"), prefix="€ ", signed=False)
        return bars(Bars(title, drawn, measure, words, heading=_("Aanname")), reader_language())

    def tornado_table(self) -> DataTable:
        """Return each assumption with the result at its low and its high end."""
        rows = tuple(
            (
                _bar_label(one),
                _amount(one["at_low"]),
                _amount(one["at_high"]),
            )
            for one in self.result["bars"]
        )
        columns = (
            Column(_("Aanname, van laag tot hoog")),
            Column(_("Uitkomst bij laag"), numeric=True),
            Column(_("Uitkomst bij hoog"), numeric=True),
        )
        return DataTable(_("Uitkomst voor u per aanname"), columns, rows)

    def yearly(self) -> DataTable:
        """Return what comes in and goes out in each year, with every assumption at its middle."""
        lines = self.result["lines"]
        years = range(len(lines[0]["amounts"])) if lines else range(0)
        names = (_("Vooraf"), *(_("Jaar %(n)s") % {"n": year} for year in years if year))
        rows = tuple(
            (capfirst(_words(line["label"])), *(_amount(float(each)) for each in line["amounts"]))
            for line in lines
        )
        totals = [sum(float(line["amounts"][year]) for line in lines) for year in years]
        total = ((_("Samen"), *(_amount(each) for each in totals)),) if lines else ()
        columns = (Column(_("Post")), *(Column(name, numeric=True) for name in names))
        return DataTable(_("Voor de werkgever, per jaar"), columns, rows + total)

    def inputs(self) -> DataTable:
        """Return everything that went in, with where it comes from."""
        rows = tuple(
            (
                capfirst(_words(one["label"])),
                _value(one),
                _words(one["origin"]),
                _words(one["source"]),
            )
            for one in self.result["inputs"]
        )
        columns = (Column(_("Wat")), Column(_("Waarde")), Column(_("Soort")), Column(_("Bron")))
        return DataTable(_("Alles wat erin ging"), columns, rows)


def _bar_label(one: Mapping[str, Any]) -> str:
    unit, language = _words(one["unit"]), reader_language()
    low, high = (number(one[end], language, _decimals(one[end])) for end in ("low", "high"))
    between = _("%(low)s tot %(high)s") % {"low": low, "high": high}
    return f"{capfirst(_words(one['label']))} ({between} {unit})"


def _decimals(value: float) -> int:
    return 0 if abs(value) >= 20 else 1


def _amount(euros: float) -> str:
    return EUROS.write(euros, reader_language())


def _value(one: Mapping[str, Any]) -> str:
    language = reader_language()
    middle = float(one["value"])
    told = f"{number(middle, language, 0 if middle == round(middle) else 2)} {_words(one['unit'])}"
    if one["low"] is None:
        return told
    low, high = (number(one[end], language, _decimals(one[end])) for end in ("low", "high"))
    return _("%(told)s (meestal %(low)s tot %(high)s)") % {"told": told, "low": low, "high": high}


def _words(stored: Mapping[str, str]) -> str:
    return said(Text.from_json(dict(stored)))
