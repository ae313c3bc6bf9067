"""The reader of PDFs that the tests lean on finds what Typst drew, and does not look away."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
import typst
from tests.pdf_text import text_of

from streekwerk.reports.pdf import _fonts

PAPER = r"""#set document(title: "Titel")
#set text(lang: "nl", hyphenate: false)
= Één mooie dag (fi, ffl)
Karim gaat \] koken. *Vet* en _cursief_: € 12,50 – ’s morgens
#pagebreak()
Bladzijde twee \\ (hier)
"""


@pytest.fixture
def paper(tmp_path: Path) -> bytes:
    source = tmp_path / "paper.typ"
    source.write_text(PAPER, encoding="utf-8")
    made: bytes = typst.compile(source, font_paths=_fonts(), pdf_standards="ua-1")
    return made


def test_every_letter_of_every_page_is_read(paper: bytes) -> None:
    assert text_of(paper).split() == [
        *("Één", "mooie", "dag", "(fi,", "ffl)"),
        *("Karim", "gaat", "]", "koken.", "Vet", "en", "cursief", ":", "€", "12,50", "–"),
        *("’s", "morgens", "Bladzijde", "twee", "\\", "(hier)"),
    ]
    assert b"Karim" not in paper


def test_it_reads_what_another_reader_reads(paper: bytes, tmp_path: Path) -> None:
    tool = shutil.which("pdftotext")
    if tool is None:
        pytest.skip("no pdftotext on this machine")
    (tmp_path / "paper.pdf").write_bytes(paper)
    done = subprocess.run(  # noqa: S603 - the tool found just above
        [tool, str(tmp_path / "paper.pdf"), "-"], capture_output=True, check=True
    )
    assert "".join(done.stdout.decode().split()) == "".join(text_of(paper).split())


def test_what_stands_for_no_letter_is_an_error(paper: bytes) -> None:
    with pytest.raises(ValueError, match="no letter"):
        text_of(_without_tables(paper))


def _without_tables(paper: bytes) -> bytes:
    """Point every font to a table that explains nothing: that of another object."""
    return paper.replace(b"/ToUnicode ", b"/Unexplained 1 0 R/ToUnicode 1 0 R%")
