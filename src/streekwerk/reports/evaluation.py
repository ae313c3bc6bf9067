"""A report of an evaluation, as PDF (PDF/UA) or as one HTML page that needs nothing else."""

from __future__ import annotations

from pathlib import Path

from streekwerk.evidence.results.evaluation import Evaluation
from streekwerk.reports.content import report_content
from streekwerk.reports.html import html_page
from streekwerk.reports.pdf import typeset
from streekwerk.vocabulary.language import Language

REPORT_FORMS = (".html", ".pdf")


def as_pdf(evaluation: Evaluation, language: Language = "nl") -> bytes:
    """Return the report as an accessible PDF (PDF/UA-1)."""
    return typeset("evaluation.typ", report_content(evaluation, language))


def as_html(evaluation: Evaluation, language: Language = "nl") -> str:
    """Return the report as one HTML page with everything in it, for screen and print."""
    return html_page(report_content(evaluation, language))


def write_report(evaluation: Evaluation, path: Path, language: Language = "nl") -> None:
    """Write the report to ``path``; its ending (.pdf or .html) decides the form.

    Raises
    ------
    ValueError : another ending.
    """
    match path.suffix.lower():
        case ".pdf":
            path.write_bytes(as_pdf(evaluation, language))
        case ".html":
            path.write_text(as_html(evaluation, language), "utf-8")
        case other:
            raise ValueError(f"a report is .pdf or .html, not {other or path.name!r}")
