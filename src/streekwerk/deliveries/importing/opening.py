"""Find out what a delivered file is."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from streekwerk.deliveries import incoming, refusals
from streekwerk.deliveries.importing.found import OpenedFile
from streekwerk.deliveries.importing.market_file import market_file
from streekwerk.deliveries.importing.register_file import RegisterFile
from streekwerk.deliveries.importing.source_file import SourceFile
from streekwerk.deliveries.models import Delivery, Reporter, Source
from streekwerk.registers.exchange import read_header, recognise
from streekwerk.registers.files.mapping import XmlMapping, provisional
from streekwerk.registers.layouts import LAYOUTS
from streekwerk.registers.refusal import RefusedError
from streekwerk.registers.sources.look import look
from streekwerk.registers.sources.mapping import ColumnMapping


class UnknownColumnsError(Exception):
    """It is a table, but nobody has said yet what its columns mean, or whose people are in it."""


def open_file(delivery: Delivery) -> OpenedFile:
    """Return the file of ``delivery`` as what it is: a register, or a source that was mapped.

    Raises
    ------
    Refused : the file is gone, or is of another municipality.
    RefusedError : it is unsafe, damaged or nothing known.
    UnknownColumnsError : it is a table with columns that must be explained first.
    """
    path = incoming.path_of(delivery.public_id)
    if path is None:
        raise refusals.Refused(refusals.FILE_GONE)
    own = list(Reporter.objects.filter(municipality_id=delivery.municipality_id))
    try:
        file = recognise(path, _own_profiles())
    except RefusedError:
        if (market := market_file(delivery, path, own)) is not None:
            return market
        mapped = _mapped(delivery, path, own)
        if mapped is not None:
            return mapped
        look(path)  # a table? RefusedError says why not
        raise UnknownColumnsError from None
    header = read_header(file)
    reporter = _reporter(own, header.municipality if header is not None else None)
    return RegisterFile(delivery, file, reporter, header.period if header is not None else None)


def _mapped(delivery: Delivery, path: Path, own: list[Reporter]) -> SourceFile | None:
    """Return the file as the saved source that knows most of its columns."""
    reporter = reporter_of_table(delivery, own)
    if reporter is None:
        return None
    saved = Source.objects.filter(municipality_id=delivery.municipality_id).order_by("-saved_at")
    mappings = [ColumnMapping.from_json(source.mapping) for source in saved]
    for mapping in sorted(mappings, key=lambda m: -len(m.columns)):
        mapped = SourceFile(delivery, path, mapping, reporter)
        if mapped.fits():
            return mapped
    return None


def reporter_of_table(delivery: Delivery, own: list[Reporter]) -> Reporter | None:
    """Return whose people are in a table: a service for several municipalities says so.

    A table does not say it, and the key of one municipality makes other pseudonyms than the
    key of another.
    """
    if len(own) == 1:
        return own[0]
    return next((each for each in own if each.code == delivery.code), None)


@cache
def _own_profiles() -> tuple[XmlMapping, ...]:
    """Return the provisional profiles, read once: files come by the hundred."""
    return tuple(provisional(layout) for layout in LAYOUTS)


def _reporter(own: list[Reporter], found: str | None) -> Reporter:
    for reporter in own:
        if found == reporter.code or (found is None and len(own) == 1):
            return reporter
    codes = ", ".join(reporter.code for reporter in own)
    raise refusals.Refused(refusals.other_municipality(found or "?", codes))
