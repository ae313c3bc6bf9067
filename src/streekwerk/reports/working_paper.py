"""The working paper of one step of redesigning work: on the table when people talk it through."""

from __future__ import annotations

from dataclasses import dataclass

from streekwerk.reports.pdf import typeset
from streekwerk.reports.working_paper_words import WORDS
from streekwerk.vocabulary.language import Language


@dataclass(frozen=True, slots=True)
class QuestionContent:
    """A question, and what was noted; room to write where that is empty."""

    question: str
    note: str


@dataclass(frozen=True, slots=True)
class TableContent:
    """A table: caption, headings, rows of written cells; ``numbers`` are columns set right."""

    caption: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class WorkingPaper:
    """Everything on the paper, in one language. ``facts`` are sentences from what is known."""

    language: Language
    employer: str
    day: str
    number: int
    count: int
    name: str
    purpose: str
    leaves: str
    state: str
    questions: tuple[QuestionContent, ...]
    facts: tuple[str, ...]
    tables: tuple[TableContent, ...]
    words: dict[str, str]


def working_paper_pdf(content: WorkingPaper) -> bytes:
    """Return the paper as an accessible PDF (PDF/UA-1)."""
    return typeset("working_paper.typ", content)


def words_in(language: Language) -> dict[str, str]:
    """Return the fixed words of the paper in one language."""
    return {name: text.in_language(language) for name, text in WORDS.items()}
