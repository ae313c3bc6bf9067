"""The reference in docs is the one the code writes, and every check is fit to be read."""

from __future__ import annotations

from pathlib import Path

from streekwerk.registers.reference import all_checks, reference

DOCUMENT = Path(__file__).parents[2] / "docs" / "reference" / "registers.md"


def test_the_reference_is_up_to_date() -> None:
    assert DOCUMENT.read_text(encoding="utf-8") == reference(), (
        "write it again: python -m streekwerk.registers.reference > docs/reference/registers.md"
    )


def test_every_check_has_a_name_of_its_own_and_says_what_to_do() -> None:
    checks = all_checks()
    assert len({check.id for check in checks}) == len(checks)
    for check in checks:
        for text in (check.why, check.advice):
            assert text.nl.endswith((".", "?"))
            assert text.en.endswith((".", "?"))
            assert text.nl != text.en
