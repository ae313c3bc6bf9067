"""What is wrong with a file, as a table: where, what, and what to do."""

from __future__ import annotations

from dataclasses import dataclass

from streekwerk.charts.table import Column, DataTable
from streekwerk.evidence.trial.problems import MOST_SHOWN, Problem, TrialError
from streekwerk.screens.design.templatetags.design import reader_language
from streekwerk.vocabulary.language import Text

CAPTION = Text("Wat er niet klopt", "What is wrong")
HEADINGS = (
    Text("Waar", "Where"),
    Text("Waarde", "Value"),
    Text("Wat er niet klopt", "What is wrong"),
    Text("Wat u kunt doen", "What you can do"),
)


@dataclass(frozen=True, slots=True)
class ProblemsOnPage:
    """The first problems as a table, and how many there are besides."""

    table: DataTable
    count: int
    more: int


def on_page(error: TrialError) -> ProblemsOnPage:
    """Return the problems of a file in the reader's language."""
    language = reader_language()
    rows = tuple(
        (
            _where(problem).in_language(language),
            problem.value or "–",
            problem.message.in_language(language),
            problem.advice.in_language(language),
        )
        for problem in error.problems[:MOST_SHOWN]
    )
    columns = tuple(Column(heading.in_language(language)) for heading in HEADINGS)
    table = DataTable(CAPTION.in_language(language), columns, rows, hide_caption=True)
    count = len(error.problems)
    return ProblemsOnPage(table, count, max(0, count - MOST_SHOWN))


def _where(problem: Problem) -> Text:
    nl, en = [], []
    if problem.row is not None:
        nl.append(f"rij {problem.row}")
        en.append(f"row {problem.row}")
    if problem.column is not None:
        nl.append(f"kolom “{problem.column}”")
        en.append(f"column “{problem.column}”")
    return Text(", ".join(nl) or problem.file, ", ".join(en) or problem.file)
