"""The Dutch classification of economic activities (Standaard Bedrijfsindeling, CBS).

Two editions: SBI 2008 (after NACE Rev. 2) and SBI 2025 (after NACE Rev. 2.1). Sections
(letters) and divisions (two digits) were typed from the published structure; the Dutch
names are those of CBS, the English ones of the NACE edition behind it. Groups, classes
and subclasses (three to five digits) are not listed here: of a longer code only the
division and the form are checked.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources

from streekwerk.vocabulary.code_error import CodeError
from streekwerk.vocabulary.language import Text


class Edition(StrEnum):
    """Which edition a code is of."""

    SBI_2008 = "2008"
    SBI_2025 = "2025"


@dataclass(frozen=True, slots=True)
class Division:
    """Two digits, the letter of its section, and its name."""

    code: str
    section: str
    name: Text


@dataclass(frozen=True, slots=True)
class Section:
    """A letter, its name and the divisions in it."""

    code: str
    name: Text
    divisions: tuple[Division, ...]


@cache
def sections(edition: Edition = Edition.SBI_2008) -> tuple[Section, ...]:
    """Return all sections of an edition, in the order of their letters."""
    file = resources.files("streekwerk.vocabulary") / f"sbi_{edition.value}.tsv"
    rows = list(csv.DictReader(file.read_text("utf-8").splitlines(), delimiter="\t"))
    divisions = [
        Division(row["division"], row["section"], Text(row["nl"], row["en"]))
        for row in rows
        if row["division"]
    ]
    return tuple(
        Section(
            row["section"],
            Text(row["nl"], row["en"]),
            tuple(each for each in divisions if each.section == row["section"]),
        )
        for row in rows
        if not row["division"]
    )


@cache
def divisions(edition: Edition = Edition.SBI_2008) -> dict[str, Division]:
    """Return all divisions of an edition by their two digits."""
    return {each.code: each for section in sections(edition) for each in section.divisions}


def sbi_code(typed: str, edition: Edition = Edition.SBI_2008) -> str:
    """Return the digits of an SBI code, without points and spaces (``01.13`` is ``0113``).

    Raises
    ------
    CodeError
        When it is not two to five digits, or its division is not in ``edition``.
    """
    code = re.sub(r"[\s.]", "", typed)
    if not re.fullmatch("[0-9]{2,5}", code):
        raise CodeError(
            typed,
            Text(
                "Een SBI-code heeft twee tot vijf cijfers, zoals 1071.",
                "An SBI code has two to five digits, such as 1071.",
            ),
        )
    if code[:2] not in divisions(edition):
        raise CodeError(typed, _unknown(code[:2], edition))
    return code


def division_of(code: str, edition: Edition = Edition.SBI_2008) -> Division:
    """Return the division of a code; CodeError when :func:`sbi_code` refuses it."""
    return divisions(edition)[sbi_code(code, edition)[:2]]


def section_of(code: str, edition: Edition = Edition.SBI_2008) -> Section:
    """Return the section of a code; CodeError when :func:`sbi_code` refuses it."""
    letter = division_of(code, edition).section
    return next(each for each in sections(edition) if each.code == letter)


def _unknown(division: str, edition: Edition) -> Text:
    nl = f"Afdeling {division} staat niet in SBI {edition.value}."
    en = f"Division {division} is not in SBI {edition.value}."
    for other in Edition:
        if division in divisions(other):
            nl += f" Wel in SBI {other.value}."
            en += f" It is in SBI {other.value}."
    return Text(nl, en)
