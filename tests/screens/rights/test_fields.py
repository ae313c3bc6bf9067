from __future__ import annotations

import pytest
from django.forms import ValidationError
from django.utils import translation

from streekwerk.rights import REGISTRY
from streekwerk.rights.engine.facts import Answer, FactSpec
from streekwerk.screens.rights.fields import NumberField, choices_of, field_of, given


@pytest.mark.parametrize(
    ("language", "written", "read"),
    [
        ("nl", "12,5", 12.5),
        ("nl", "1.009,58", 1009.58),
        ("nl", "€ 1.200", 1200),
        ("nl", "1.200.000", 1200000),
        ("nl", "14.99", 14.99),
        ("nl", "60 %", 60),
        ("en", "12.5", 12.5),
        ("en", "1,009.58", 1009.58),
        ("en", "1,200", 1200),
        ("en", "12,5", 12.5),
        ("nl", "", None),
    ],
)
def test_numbers_are_read_as_people_write_them(
    language: str, written: str, read: float | None
) -> None:
    with translation.override(language):
        assert NumberField(required=False).clean(written) == read


@pytest.mark.parametrize("written", ["abc", "-1", "101", "1e9", "nan", "inf", "1,2,3"])
def test_what_is_no_number_or_out_of_bounds_is_refused(written: str) -> None:
    with pytest.raises(ValidationError, match="van 0 tot en met 100"):
        NumberField(highest=100).clean(written)


def test_a_number_is_written_back_as_it_was_read() -> None:
    assert NumberField().prepare_value(34.0) == "34"
    assert NumberField().prepare_value(12.5) == "12,5"
    with translation.override("en"):
        assert NumberField().prepare_value(12.5) == "12.5"


@pytest.mark.parametrize("fact", list(REGISTRY), ids=lambda fact: fact.key)
def test_every_question_has_a_field_whose_answers_the_rules_take(fact: FactSpec) -> None:
    field = field_of(fact)
    written = {Answer.NUMBER: ["0", "24"], Answer.DATE: ["2026-07-01"]}
    for value in written.get(fact.kind) or [key for key, _ in choices_of(fact)]:
        fact.encode(given(field.clean(value)))
