"""A saved column mapping on a page, and what somebody changed in it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from django.http import QueryDict
from django.utils.translation import gettext as _

from streekwerk.accounts.models import User
from streekwerk.deliveries.models import Source
from streekwerk.registers.sources.choices import allowed_codes
from streekwerk.registers.sources.mapping import KNOWN_VARIABLES, Column, ColumnMapping, FactKind
from streekwerk.screens.deliveries.columns import (
    MeaningOnPage,
    ValueOnPage,
    levels,
    number_of,
    plain_bound,
)
from streekwerk.screens.design.templatetags.design import reader_language


@dataclass(frozen=True, slots=True)
class Listed:
    """One mapping in the list."""

    pk: int
    name: str
    headers: tuple[str, ...]
    saved_by: User
    saved_at: dt.datetime


def listed(source: Source) -> Listed:
    """Return a mapping for the list."""
    mapping = ColumnMapping.from_json(source.mapping)
    headers = tuple(column.header for column in mapping.columns)
    return Listed(source.pk, source.name, headers, source.saved_by, source.saved_at)


def facts_of(mapping: ColumnMapping) -> list[tuple[str, str]]:
    """Return by which columns a file is recognised."""
    return [
        (_("BSN staat in"), mapping.person),
        (_("Peildatum staat in"), mapping.date or _("elke kolom is zelf een datum")),
    ]


def meanings_of(mapping: ColumnMapping) -> list[MeaningOnPage]:
    """Return what the values of every column become."""
    return [_meaning(k, column) for k, column in enumerate(mapping.columns)]


def changed(mapping: ColumnMapping, name: str, sent: QueryDict) -> ColumnMapping:
    """Return the mapping as it was filled in; headers and variables stay as they are."""
    columns = tuple(_changed(k, column, sent) for k, column in enumerate(mapping.columns))
    return replace(mapping, name=name, columns=columns)


def _meaning(place: int, column: Column) -> MeaningOnPage:
    name, known = f"k{place}", allowed_codes(column.variable)
    values = tuple(
        ValueOnPage(f"{name}-{k}", text, 0, code, levels(code) if known else ())
        for k, (text, code) in enumerate(column.codes.items())
    )
    return MeaningOnPage(
        column.header,
        _named(column.variable),
        str(column.kind),
        values,
        f"{name}-laagst",
        f"{name}-hoogst",
        plain_bound(column.low),
        plain_bound(column.high),
    )


def _named(variable: str) -> str:
    """Name a variable we know in words; one of the user's own by its own name."""
    words = KNOWN_VARIABLES.get(variable)
    return words.in_language(reader_language()) if words else variable


def _changed(place: int, column: Column, sent: QueryDict) -> Column:
    name, known = f"k{place}", allowed_codes(column.variable)
    if column.kind is FactKind.NUMBER:
        low, high = (
            number_of(str(sent.get(f"{name}-{which}", ""))) for which in ("laagst", "hoogst")
        )
        return replace(column, low=low, high=high)
    codes = {}
    for k, text in enumerate(column.codes):
        code = str(sent.get(f"{name}-{k}", "")).strip()[:60]
        codes[text] = code if not known or code in known else ""
    return replace(column, codes=codes)
