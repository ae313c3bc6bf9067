"""The protocol says what was planned, in seven rows."""

from __future__ import annotations

import pytest

from streekwerk.evidence.target_trial.kinds import WORK_BOUND, Kind, kind_of
from streekwerk.evidence.target_trial.protocol import TargetTrialProtocol
from streekwerk.registers.codes import MeasureType
from streekwerk.vocabulary.language import Text


def test_the_protocol_prints_as_the_well_known_table() -> None:
    table = TargetTrialProtocol("42", horizon=24).as_table()
    parts = [row[0].en for row in table.rows if isinstance(row[0], Text)]
    assert parts == [
        "Eligibility",
        "Treatment strategies",
        "Assignment",
        "Time zero and follow-up",
        "Outcomes",
        "Causal contrast",
        "Analysis plan",
    ]
    words = " ".join(cell.nl for row in table.rows for cell in row if isinstance(cell, Text))
    assert "24 maanden" in words
    assert "nu niets starten" in words
    assert "training/cursus/opleiding" in words


def test_two_measures_are_both_named() -> None:
    protocol = TargetTrialProtocol("42", "40")
    assert protocol.title.nl == (
        "training/cursus/opleiding tegenover coaching naar werk of naar participatie, na 12 maanden"
    )
    table = protocol.as_table()
    eligibility, analysis = table.rows[0][1], table.rows[-1][2]
    assert isinstance(eligibility, Text)
    assert "coaching" in eligibility.nl
    assert isinstance(analysis, Text)
    assert "geloot" not in analysis.nl


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"measure": "42", "against": "42"}, "with itself"),
        ({"measure": "41"}, "not a type of measure"),
        ({"measure": "42", "horizon": 3}, "longer than what counts as sustained"),
        ({"measure": "42", "look_back": 0}, "at least 1"),
    ],
)
def test_what_cannot_be_is_refused(given: dict[str, str | int], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        TargetTrialProtocol(**given)  # type: ignore[arg-type]  # wrong on purpose


def test_every_type_has_one_kind() -> None:
    kinds = {kind: kind.types for kind in Kind}
    assert sorted(code for types in kinds.values() for code in types) == sorted(MeasureType)
    assert kinds[Kind.AT_WORK] == WORK_BOUND
    assert kind_of("42") is Kind.TOWARDS_WORK
