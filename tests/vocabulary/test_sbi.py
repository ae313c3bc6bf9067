"""Codes of the Dutch classification of activities: structure and refusals."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from streekwerk.vocabulary.code_error import CodeError
from streekwerk.vocabulary.sbi import (
    Edition,
    division_of,
    divisions,
    sbi_code,
    section_of,
    sections,
)


@pytest.mark.parametrize(
    ("edition", "letters", "count"),
    [
        (Edition.SBI_2008, "ABCDEFGHIJKLMNOPQRSTU", 86),
        (Edition.SBI_2025, "ABCDEFGHIJKLMNOPQRSTUV", 87),
    ],
)
def test_an_edition_has_the_published_number_of_sections_and_divisions(
    edition: Edition, letters: str, count: int
) -> None:
    assert "".join(section.code for section in sections(edition)) == letters
    assert len(divisions(edition)) == count
    assert list(divisions(edition)) == sorted(divisions(edition))
    assert all(section.divisions for section in sections(edition))


@pytest.mark.parametrize(
    ("code", "edition", "section"),
    [
        ("86", Edition.SBI_2008, "Q"),
        ("86", Edition.SBI_2025, "R"),
        ("10711", Edition.SBI_2008, "C"),
        ("6201", Edition.SBI_2008, "J"),
        ("62.10", Edition.SBI_2025, "K"),
        ("88.10.1", Edition.SBI_2008, "Q"),
        ("0113", Edition.SBI_2008, "A"),
    ],
)
def test_a_code_belongs_to_a_section(code: str, edition: Edition, section: str) -> None:
    assert section_of(code, edition).code == section


def test_points_and_spaces_are_left_out() -> None:
    assert sbi_code(" 01.13 ") == "0113"


def test_the_repair_of_cars_moved_between_editions() -> None:
    assert division_of("4520").name.nl.startswith("Handel in en reparatie van auto")
    with pytest.raises(CodeError) as refused:
        sbi_code("4520", Edition.SBI_2025)
    assert "Wel in SBI 2008" in refused.value.words.nl
    assert "It is in SBI 2008" in refused.value.words.en


@pytest.mark.parametrize("typed", ["", "1", "123456", "A", "10-71", "١٠", "04", "34", "44", "00"])
def test_what_is_no_code_is_refused(typed: str) -> None:
    with pytest.raises(CodeError):
        sbi_code(typed)


@given(st.sampled_from(sorted(divisions())), st.from_regex("[0-9]{0,3}", fullmatch=True))
def test_a_known_division_with_any_tail_is_a_code(division: str, tail: str) -> None:
    assert sbi_code(division + tail) == division + tail
    assert division_of(division + tail).code == division
