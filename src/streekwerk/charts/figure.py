"""A chart as it is handed to a page: words, then picture, then table."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from streekwerk.charts.canvas import Canvas
from streekwerk.charts.table import DataTable
from streekwerk.vocabulary.language import Language, Text

SHOW_TABLE = Text("Toon de getallen in een tabel", "Show the numbers in a table")


@dataclass(frozen=True, slots=True)
class Figure:
    """One finished chart in one language.

    Attributes
    ----------
    title, description
        The text alternative: what it is, and what there is to see in it.
    wide, narrow
        The picture for a page (at least 34 rem) and for a phone or a card, as
        SVG. They carry their own colours, so each also stands alone on paper.
        ``narrow`` is empty when one picture serves every width.
    table
        The same numbers.
    language
        Of everything above.
    """

    title: str
    description: str
    wide: str
    narrow: str
    table: DataTable
    language: Language
    words: str = ""

    def html(self, table_open: bool = False, with_table: bool = True) -> str:
        """Return the whole figure as HTML, all text escaped."""
        lead = f'<p class="sw-figure-words">{escape(self.words)}</p>' if self.words else ""
        return (
            f'<figure class="sw-chart">{lead}{self.pictures()}'
            f"{self._details(table_open) if with_table else ''}</figure>"
        )

    def pictures(self) -> str:
        """Return the SVG for every width; the style sheet shows the one that fits."""
        if not self.narrow:
            return f'<div class="sw-chart__only">{self.wide}</div>'
        return (
            f'<div class="sw-chart__wide">{self.wide}</div>'
            f'<div class="sw-chart__narrow">{self.narrow}</div>'
        )

    def _details(self, table_open: bool) -> str:
        summary = escape(SHOW_TABLE.in_language(self.language))
        return (
            f'<details class="sw-details"{" open" if table_open else ""}>'
            f"<summary>{summary}</summary>{self.table.html()}</details>"
        )


def drawn(
    title: str,
    description: str,
    pictures: tuple[Canvas, Canvas],
    table: DataTable,
    language: Language,
    words: str = "",
) -> Figure:
    """Return the figure of two pictures of the same: for a page, and for a phone or a card."""
    wide, narrow = (picture.svg(title, description) for picture in pictures)
    return Figure(title, description, wide, narrow, table, language, words)


def in_words(table: DataTable) -> str:
    """Return a table as one line for who cannot see the picture: a part for every row."""
    return "; ".join(f"{row[0]}: {', '.join(row[1:])}" for row in table.rows)
