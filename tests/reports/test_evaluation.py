"""Reports for paper and e-mail: complete, accessible, the same bytes for the same result."""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from tests.examples import evaluation, in_three_arms

from streekwerk.evidence.results.evaluation import Evaluation
from streekwerk.reports.evaluation import as_html, as_pdf, write_report
from streekwerk.vocabulary.language import LANGUAGES, Language, Text


class Reader(HTMLParser):
    """Collects a page's text and checks that every element is closed in its turn."""

    VOID = frozenset({"meta", "br", "link", "input", "hr"})

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.words: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data.split()

    @property
    def text(self) -> str:
        assert self.open == []
        return " ".join(self.words)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_says_everything_in_the_readers_language(language: Language) -> None:
    result = in_three_arms()
    text = Reader(as_html(result, language)).text

    for finding in result.findings:
        assert finding.sentence.in_language(language) in text
    for design in result.design.arms:
        for check in design.checks:
            assert check.reason.in_language(language) in text
    for told in (*result.assumptions, *result.left_out):
        assert told.in_language(language) in text


def test_names_from_a_file_cannot_break_the_page() -> None:
    page = as_html(renamed("<script>alert(1)</script> & “zo”"))

    assert "<script>" not in page
    assert "<script>alert(1)</script> & “zo”" in Reader(page).text


def test_the_page_fetches_nothing() -> None:
    page = as_html(evaluation())

    for fetching in ("src=", "<link", "@import", "url("):
        assert fetching not in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pdf_is_accessible_and_reproducible(language: Language) -> None:
    pdf = as_pdf(in_three_arms(), language)

    assert pdf.startswith(b"%PDF-")
    assert b"pdfuaid" in pdf
    assert pdf == as_pdf(in_three_arms(), language)


def test_the_pdf_takes_any_text_from_a_file() -> None:
    assert as_pdf(renamed('#panic("x") $ \\ "]')).startswith(b"%PDF-")


@pytest.mark.parametrize(("name", "start"), [("a.html", b"<!doctype"), ("a.pdf", b"%PDF")])
def test_the_ending_decides_the_form(tmp_path: Path, name: str, start: bytes) -> None:
    path = tmp_path / name
    write_report(evaluation(), path)

    assert path.read_bytes().startswith(start)


def test_another_ending_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"\.pdf or \.html"):
        write_report(evaluation(), tmp_path / "a.docx")


def renamed(title: str) -> Evaluation:
    return replace(evaluation(), title=Text(title, title))
