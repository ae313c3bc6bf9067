"""The report of a business case: accessible, complete, words before tables."""

from __future__ import annotations

import shutil
import subprocess
from functools import cache
from pathlib import Path

import pytest
from tests.matching.cases.examples import outcome

from streekwerk.matching.cases import Account, Statement
from streekwerk.reports.case import case_content, case_pdf
from streekwerk.reports.case_words import WORDS
from streekwerk.vocabulary.language import LANGUAGES, Language, number


@cache
def paper(kind: str, language: Language) -> bytes:
    return case_pdf(outcome(kind), "Afdeling Zuid", "23 november 2026", language)


def text_of(pdf: bytes, folder: Path) -> str:
    tool = shutil.which("pdftotext")
    if tool is None:
        pytest.skip("no pdftotext on this machine")
    (folder / "paper.pdf").write_bytes(pdf)
    done = subprocess.run(  # noqa: S603 - the tool found just above
        [tool, str(folder / "paper.pdf"), "-"], capture_output=True, check=True
    )
    return " ".join(done.stdout.decode().split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_paper_is_accessible_and_the_same_every_time(language: Language) -> None:
    again = case_pdf(outcome("design"), "Afdeling Zuid", "23 november 2026", language)
    assert paper("design", language) == again
    assert b"pdfuaid" in again


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["design", "reshoring"])
def test_words_come_first_and_everything_is_there(
    tmp_path: Path, kind: str, language: Language
) -> None:
    text = text_of(paper(kind, language), tmp_path)
    content = case_content(outcome(kind), "Afdeling Zuid", "23 november 2026", language)
    for key in ("short", "when", "matters", "years", "assumptions", "law", "not_counted", "how"):
        assert WORDS[key].in_language(language) in text
    assert text.index(content.accounts[0].sentence) < text.index(content.accounts[0].npv)
    for said in (*content.not_counted, *(note[:40] for note in content.notes)):
        assert " ".join(said.split()) in text
    assert "2,25%" in text or "2.25%" in text


def _written(employer: Statement) -> tuple[str, str]:
    first, second = employer.lines[0].amounts[1:3]
    return number(float(first), "nl"), number(float(second), "nl")


def test_the_tables_hold_the_calculation() -> None:
    found = outcome("job")
    content = case_content(found, "Magazijn", "23 november 2026", "nl")
    employer = found.calculation.statements[Account.EMPLOYER]
    assert len(content.accounts[0].rows) == len(employer.lines)
    assert content.accounts[0].rows[0][:4] == ("Waarde van het werk", "–", *_written(employer))
    inputs = sum(len(one.rows) for one in content.grounds) + len(content.law)
    assert inputs == len(found.model.inputs)
    assert content.grounds[0].origin == "Aanname, te bevestigen"


def test_the_employers_copy_is_silent_about_benefits(tmp_path: Path) -> None:
    copy = outcome("job").seen_by(Account.EMPLOYER)
    text = text_of(case_pdf(copy, "Magazijn", "23 november 2026"), tmp_path).lower()
    assert "bijstand" not in text
    assert "waarde van het werk" in text
