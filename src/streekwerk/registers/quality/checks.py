"""What a check is, and what it finds."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from streekwerk.registers.layouts import Field
from streekwerk.vocabulary.language import Text


class Severity(StrEnum):
    """How much a finding matters.

    An *error* breaks the regulation, or makes a row useless for following a
    person. A *warning* is probably wrong. A *note* may well be right and is
    good to know.
    """

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that is looked at in every delivery.

    Attributes
    ----------
    id
        Stable name, in reports and in links to the documentation.
    title
        What was found, in a few words.
    why
        Why it matters.
    advice
        What the municipality can do about it.
    source
        ``regulation`` when the annex itself says so, ``ours`` when we added it.
    """

    id: str
    severity: Severity
    title: Text
    why: Text
    advice: Text
    source: str = "ours"


class Finding(NamedTuple):
    """One place where a check found something.

    ``row`` is as in :class:`streekwerk.registers.rows.Row`; 0 stands for the
    delivery as a whole. ``value`` is the text as delivered; of a BSN only the
    last two digits are ever shown.
    """

    check: Check
    file: str
    row: int
    field: Field | None
    value: str
