"""An advice can be made again from its record, byte for byte, and for ever."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from benchmarks import advice_people
from tests.advice.conftest import DAY

from streekwerk.advice import ALGORITHMS, Record, make_record, replay, request_for
from streekwerk.advice.record import sha256

GOLDEN = Path(__file__).with_name("golden")


def made(seed: int, world: dict[str, Any]) -> Record:
    file = advice_people.person(np.random.default_rng(seed))
    return make_record(request_for(file, DAY, **world), "0.1.0")


@pytest.mark.parametrize("seed", range(20))
def test_a_record_replays_and_reads_back(world: dict[str, Any], seed: int) -> None:
    record = made(seed, world)
    assert replay(record).identical
    stored = Record(**json.loads(json.dumps(asdict(record))))
    assert replay(stored).identical
    assert make_record(stored.asked(), "0.1.0") == record
    assert stored.given().options[-1].key == "not_now"


def test_every_algorithm_has_a_golden_record_that_replays() -> None:
    """Records of earlier releases: these files are added to, and never changed."""
    found = sorted(GOLDEN.glob("*.json"))
    assert {file.stem.partition("-")[0] for file in found} == {f"v{key}" for key in ALGORITHMS}
    for file in found:
        record = Record(**json.loads(file.read_text("utf-8")))
        again = replay(record)
        assert again.identical, f"{file.name}: {again.problem}"


def test_what_was_tampered_with_does_not_replay(world: dict[str, Any]) -> None:
    record = made(1, world)
    for changed in (
        replace(record, advice=record.advice.replace("Nu niet", "Nu wel")),
        replace(record, request=record.request.replace('"day":"2026', '"day":"2025')),
        replace(record, evidence_version="0" * 64),
        replace(record, inputs_hash="0" * 64),
    ):
        assert not replay(changed).identical
    # Even with a fitting hash: the advice does not follow from the request.
    other = record.advice.replace("Nu niet", "Nu wel")
    forged = replay(replace(record, advice=other, advice_hash=sha256(other)))
    assert not forged.identical
    assert "Nu niet" in forged.problem


def test_a_record_that_cannot_be_read_says_so_and_does_not_fail(world: dict[str, Any]) -> None:
    record = made(2, world)
    for request in ("{}", '{"day":"2026-11-23","algorithm":"9","features":"1"}'):
        broken = replace(record, request=request, inputs_hash=sha256(request))
        assert "cannot be made again" in replay(broken).problem


def test_the_same_cards_give_the_same_evidence_version(world: dict[str, Any]) -> None:
    one, two = made(3, world), made(4, world)
    assert one.inputs_hash != two.inputs_hash
    assert one.evidence_version == two.evidence_version
    other = {**world, "region": advice_people.evidence(np.random.default_rng(99))}
    assert made(3, other).evidence_version != one.evidence_version


def test_whole_numbers_are_written_one_way(world: dict[str, Any]) -> None:
    whole = request_for({"hours_available": 16}, DAY, **world)
    broken = request_for({"hours_available": 16.0}, DAY, **world)
    assert make_record(whole, "x") == make_record(broken, "x")
