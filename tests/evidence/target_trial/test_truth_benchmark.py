"""The benchmark of target trials can be broken off and continued, and counts by region."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from benchmarks import target_trial_truth
from benchmarks.target_trial_region import examine
from benchmarks.target_trial_summary import report, share, wilson
from benchmarks.target_trial_truth import key_of, read, run, wanted

from streekwerk.demo.config import RegionConfig


def test_a_share_knows_that_cards_of_one_region_go_together() -> None:
    rng = np.random.default_rng(1)
    apart = [list(rng.random(20) < 0.5) for _ in range(50)]
    together = [[bool(rng.random() < 0.5)] * 20 for _ in range(50)]
    one, two = share(apart), share(together)
    assert (one.count, two.count) == (1_000, 1_000)
    # As many as 1,000 loose cards; as many as 50 regions.
    assert one.high - one.low == pytest.approx(2 * 1.96 * np.sqrt(0.25 / 1_000), rel=0.3)
    assert two.high - two.low == pytest.approx(2 * 1.96 * np.sqrt(0.25 / 50), rel=0.15)


def test_what_is_always_so_rests_on_as_many_as_there_are_regions() -> None:
    always = share([[True] * 17] * 11)
    assert (always.value, always.high) == (1.0, 1.0)
    assert always.low == pytest.approx(wilson(1.0, 11)[0]) == pytest.approx(0.741, abs=0.001)
    assert share([[], [True]]).count == 1
    assert np.isnan(share([[]]).value)


def test_a_run_goes_on_where_it_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def made(key: tuple[int, float, int]) -> dict[str, Any]:
        return {"people": key[0], "unobserved": key[1], "seed": key[2], "seconds": {"all": 1.0}}

    monkeypatch.setattr(target_trial_truth, "_make", made)
    file = tmp_path / "folder" / "regions.jsonl"
    todo = wanted(2, 5_000, (0.0, 1.0), 10)
    assert todo == [(5_000, 0.0, 10), (5_000, 1.0, 10), (5_000, 0.0, 11), (5_000, 1.0, 11)]
    run(todo[:2], 1, file)
    with file.open("a", encoding="utf-8") as lines:
        lines.write(json.dumps(made(todo[2]))[:20])  # killed in the middle of a line
    assert [key_of(each) for each in read(file)] == todo[:2]
    known = {key_of(each) for each in read(file)}
    run([key for key in todo if key not in known], 1, file)
    assert [key_of(each) for each in read(file)] == todo
    run(todo[:1], 1, file)  # twice made, once counted
    assert [key_of(each) for each in read(file)] == todo


@pytest.mark.slow
def test_a_region_is_held_against_its_truth(capsys: pytest.CaptureFixture[str]) -> None:
    found = json.loads(json.dumps(examine(RegionConfig(people=2_000, months=40, seed=5))))
    assert {each[0] for each in found["figures"]} == {"target trial", "naive", "immortal time"}
    assert all(low <= estimate <= high for *_, estimate, _, low, high, _ in found["figures"])
    assert len(found["cards"]) == 17
    report([found])
    printed = capsys.readouterr().out
    assert "2000 people, unobserved selection 0.0: 1 regions, seeds 5 to 5" in printed
    assert "audit finds selection" in printed
