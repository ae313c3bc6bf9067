"""Fingerprints and corrections."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.registers.examples import a_benefit, a_measure, a_person
from tests.registers.strategies import BSNS, records

from streekwerk.registers.codes import Household, MeasureType
from streekwerk.registers.delivery.difference import difference
from streekwerk.registers.delivery.fingerprint import (
    content_fingerprint,
    file_fingerprint,
    natural_key,
)
from streekwerk.registers.exchange import read_srg, write_srg
from streekwerk.registers.layouts import BUS_2026, LAYOUTS, SRG_2026, Statistic


@given(st.data())
@settings(max_examples=50, deadline=None)
def test_order_does_not_matter_and_content_does(data: Any) -> None:
    layout = data.draw(st.sampled_from(LAYOUTS))
    original = data.draw(records(layout))
    shuffled = data.draw(st.permutations(original))
    print_of = content_fingerprint(original, layout)
    assert content_fingerprint(shuffled, layout) == print_of
    assert content_fingerprint([*original, original[0]], layout) != print_of
    assert content_fingerprint(original[1:], layout) != print_of


def test_the_same_content_in_another_form(tmp_path: Path) -> None:
    original = [replace(a_measure(), bsn=bsn) for bsn in BSNS[:5]]
    prints, contents = set(), set()
    for suffix in (".xml", ".csv", ".xlsx"):
        path = tmp_path / f"srg{suffix}"
        write_srg(original, path)
        prints.add(file_fingerprint(path))
        contents.add(content_fingerprint((c.record for c in read_srg(path)), SRG_2026))
    assert len(prints) == 3
    assert contents == {content_fingerprint(original, SRG_2026)}


@given(st.data())
@settings(max_examples=50, deadline=None)
def test_a_delivery_does_not_differ_from_itself(data: Any) -> None:
    layout = data.draw(st.sampled_from(LAYOUTS))
    original = data.draw(records(layout))
    same = difference(original, data.draw(st.permutations(original)), layout)
    assert same.is_empty
    assert same.unchanged == len(original)


def test_added_removed_and_changed_are_told_apart() -> None:
    old = [replace(a_measure(), bsn=bsn, registration=bsn) for bsn in BSNS[:20]]
    new = [*old[2:10], *(replace(r, type=MeasureType.TRAINING) for r in old[10:]), a_measure()]
    random.Random(3).shuffle(new)
    found = difference(old, new, SRG_2026)
    assert (found.added, found.removed, found.changed, found.unchanged) == (1, 2, 10, 8)
    assert found.per_field == {14: 10}
    assert {(c.field.number, c.before, c.after) for c in found.examples} == {(14, "30", "42")}
    assert found.as_json()["per_field"] == {"14": 10}
    assert found.summary().nl == "1 nieuw, 2 vervallen, 10 gewijzigd, 8 gelijk."


def test_a_change_in_a_person_of_a_benefit_is_shown_without_the_number() -> None:
    old = a_benefit()
    new = replace(old, household=Household.COUPLE, persons=(*old.persons, a_person(BSNS[1])))
    found = difference([old], [new], BUS_2026)
    assert (found.changed, found.added) == (1, 0)
    assert 10 in found.per_field
    assert 18 in found.per_field
    assert all(BSNS[1] not in change.after for change in found.examples)


def test_a_duplicate_that_goes_away_is_one_removed() -> None:
    found = difference([a_measure(), a_measure()], [a_measure()], SRG_2026)
    assert (found.removed, found.unchanged, found.changed) == (1, 1, 0)


def test_natural_keys_hold_the_month() -> None:
    for record in (a_measure(), a_measure(LAYOUTS[1]), a_benefit()):
        other = replace(record, header=replace(record.header, month=4))
        assert natural_key(record) != natural_key(other)
    assert Statistic.SRG == "SRG"
