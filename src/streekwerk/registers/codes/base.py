"""A code list of the regulation: the code itself, with its label in two languages."""

from __future__ import annotations

from enum import StrEnum
from typing import Self

from streekwerk.vocabulary.language import Text


class CodeList(StrEnum):
    """A closed list of codes; every member *is* its code as text.

    Write members as ``NAME = code, label_nl, label_en``. A member compares
    equal to its code (``MeasureType.JOBCOACH == "30"``), so it can be written
    to a file or a database as it stands. :attr:`label` holds both languages.
    """

    label: Text

    def __new__(cls, code: str, nl: str = "-", en: str = "-") -> Self:
        """Make the member for ``code``; the labels have defaults only for lookup by code."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.label = Text(nl, en)
        return member
