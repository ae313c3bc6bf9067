"""Cards of a simulated region, from registers to card and back."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from benchmarks.region_panel import panel_of

from streekwerk.demo.config import RegionConfig
from streekwerk.evidence.cards.audit import SelectionAudit
from streekwerk.evidence.cards.build import (
    CardTask,
    audit_region,
    build_card,
    build_cards,
    card_tasks,
)
from streekwerk.evidence.cards.card import EvidenceCard
from streekwerk.evidence.cards.immediate import immediate_exits
from streekwerk.evidence.cards.robust import sensitivity_check, strength
from streekwerk.evidence.cards.settings import CardSettings
from streekwerk.evidence.cohort.panel import Panel
from streekwerk.evidence.results.check import Light
from streekwerk.evidence.results.codec import from_json, to_json
from streekwerk.evidence.results.evaluation import Finding, Sensitivity
from streekwerk.evidence.target_trial.emulate import emulate
from streekwerk.evidence.target_trial.protocol import TargetTrialProtocol
from streekwerk.evidence.target_trial.timeline import Timeline
from streekwerk.vocabulary.language import Text

SETTINGS = CardSettings(seed=9, horizons=(6, 12), main_horizon=12)


@pytest.fixture(scope="module")
def panel() -> Panel:
    return panel_of(RegionConfig(people=3_000, months=32, seed=11))


@pytest.fixture(scope="module")
def timeline(panel: Panel) -> Timeline:
    return Timeline.of(panel)


@pytest.fixture(scope="module")
def selection(panel: Panel, timeline: Timeline) -> SelectionAudit:
    return audit_region(panel, timeline, SETTINGS)


@pytest.fixture(scope="module")
def card(panel: Panel, timeline: Timeline, selection: SelectionAudit) -> EvidenceCard:
    return build_card(panel, timeline, CardTask("40"), selection, SETTINGS)


def test_a_card_says_all_it_must(card: EvidenceCard) -> None:
    assert card.label.nl.startswith("coaching")
    assert (card.first_month, card.last_month) == ("2021-07", "2023-03")
    assert [result.months for result in card.results] == [6, 12]
    main = card.main
    assert main.flow.started.rows > 100
    assert main.evaluation is not None
    assert [arm.n for arm in main.evaluation.arms] == [
        main.flow.compared.rows - main.flow.compared.lost,
        main.flow.started.rows - main.flow.started.lost,
    ]
    assert {f.outcome.name for f in main.evaluation.findings} == {
        "sustained_work",
        "any_work",
        "months_without_benefit",
        "hours_at_work",
    }
    assert [f.outcome.horizon_months for f in card.over_time("any_work")] == [6, 12]
    # Within six months fewer than ten of those who started had found lasting work.
    assert [f.outcome.horizon_months for f in card.over_time("sustained_work")] == [12]
    assert "duurzaam aan het werk" in card.results[0].too_few[0].nl
    assert {trap.name for trap in card.traps} == {
        "anticipation",
        "lock_in",
        "motivation",
        "displacement",
    }
    assert len(card.groups) <= 8
    assert len(card.protocol.rows) == 7
    assert card.unknown
    with pytest.raises(KeyError, match="no horizon of 24"):
        card.result(24)


def test_the_verdict_is_the_worst_of_what_was_checked(card: EvidenceCard) -> None:
    assert card.main.evaluation is not None
    every = [*card.main.evaluation.design.arms[0].checks, *card.checks]
    assert card.verdict is max(check.light for check in every)
    assert {"balance", "placebo", "overlap", "selection_audit"} <= {c.name for c in every}


def test_groups_hold_the_people_of_the_comparison(card: EvidenceCard) -> None:
    main = card.main
    duration = [g for g in card.groups if g.dimension.nl == "uitkeringsduur"]
    assert sum(g.started for g in duration) >= main.flow.started.people - main.flow.started.lost
    for group in card.groups:
        if group.effect is not None:
            assert group.effect.low < group.effect.estimate < group.effect.high
        if group.pooled is not None:
            assert group.effect is not None
            width = group.pooled[2] - group.pooled[1]
            assert width <= group.effect.high - group.effect.low


def test_a_card_survives_being_stored(card: EvidenceCard) -> None:
    assert from_json(EvidenceCard, to_json(card)) == card


def test_a_card_made_alone_is_the_card_made_with_the_others(
    panel: Panel, timeline: Timeline, selection: SelectionAudit
) -> None:
    settings = replace(SETTINGS, horizons=(12,))
    few = replace(panel, episodes=_only(panel, ("60", "98", "unknown")))
    some = list(build_cards(few, settings))
    assert [c.measure for c in some] == ["60", "98"]
    assert [t.measure for t in card_tasks(few)] == ["60", "98"]
    clock = Timeline.of(few)
    audited = audit_region(few, clock, settings)
    # In the other order, with a timeline of its own.
    again = [build_card(few, clock, CardTask(code), audited, settings) for code in ("98", "60")]
    assert to_json(again[0]) == to_json(some[1])
    assert to_json(again[1]) == to_json(some[0])


def _only(panel: Panel, codes: tuple[str, ...]) -> Panel:
    e = panel.episodes
    keep = np.isin(np.array(e.types)[e.type], codes)
    return replace(
        e, person=e.person[keep], type=e.type[keep], start=e.start[keep], last=e.last[keep]
    )


def test_with_few_starts_the_card_says_too_little_data(
    panel: Panel, timeline: Timeline, selection: SelectionAudit
) -> None:
    e = panel.episodes
    rare = np.flatnonzero(np.array(e.types)[e.type] == "40")
    keep = np.ones(e.type.size, dtype=np.bool_)
    keep[rare[5:]] = False
    few = replace(
        panel,
        episodes=replace(
            e, person=e.person[keep], type=e.type[keep], start=e.start[keep], last=e.last[keep]
        ),
    )
    card = build_card(few, Timeline.of(few), CardTask("40"), selection, SETTINGS)
    assert card.verdict is None
    assert card.reason.nl.startswith("Te weinig gegevens")
    assert all(result.evaluation is None for result in card.results)
    assert card.groups == ()
    assert from_json(EvidenceCard, to_json(card)) == card


def test_progress_is_told_and_can_stop_the_work(
    panel: Panel, timeline: Timeline, selection: SelectionAudit
) -> None:
    told = []

    def stop(done: int, total: int) -> None:
        told.append((done, total))
        if done == 1:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        build_card(panel, timeline, CardTask("98"), selection, SETTINGS, stop)
    assert told == [(0, 2), (1, 2)]


def test_a_job_that_came_first_is_seen(panel: Panel) -> None:
    protocol = TargetTrialProtocol("10", horizon=6)
    calm = immediate_exits(emulate(panel, Timeline.of(panel), protocol, 1), Timeline.of(panel))
    assert calm is not None
    assert calm.light is Light.GREEN
    # Now let four in ten of those who start a wage subsidy leave for work that very month.
    rng = np.random.default_rng(2)
    person, month = panel.starts("10")
    leaves = rng.random(person.size) < 0.4
    exit_, benefit = panel.exit.copy(), panel.benefit.copy()
    exit_[person[leaves], month[leaves]] = 11
    for p, m in zip(person[leaves], month[leaves], strict=True):
        benefit[p, m + 1 :] = False
    changed = replace(panel, exit=exit_, benefit=benefit)
    clock = Timeline.of(changed)
    found = immediate_exits(emulate(changed, clock, protocol, 1), clock)
    assert found is not None
    assert found.light is Light.AMBER
    assert "werkgever" in found.reason.nl


def test_a_fragile_effect_is_amber_and_an_uncertain_one_claims_nothing(card: EvidenceCard) -> None:
    finding = card.over_time("sustained_work")[0]
    sure = replace(finding.leading, low=0.01, estimate=0.05, high=0.09)
    words = Text("w", "w")

    def judged(share: float) -> Light | None:
        seen = Sensitivity(share, share, "age", 0.02, 0.01, words)
        found = sensitivity_check(_finding(finding, sure, seen))
        return None if found is None else found.light

    # The benchmark's strength is sqrt(.01 * .02 / .98) = .0143.
    assert judged(0.005) is Light.AMBER
    assert judged(0.05) is Light.GREEN
    assert strength(0.0143) == pytest.approx(0.0144, abs=1e-4)
    unsure = replace(finding.leading, low=-0.01, estimate=0.05, high=0.09)
    seen = Sensitivity(0.05, 0.0, "age", 0.02, 0.01, words)
    assert sensitivity_check(_finding(finding, unsure, seen)) is None


def _finding(finding: Finding, leading: object, seen: Sensitivity) -> Finding:
    return replace(finding, leading=leading, sensitivity=seen)


def test_settings_refuse_what_cannot_be() -> None:
    with pytest.raises(ValueError, match="ascending"):
        CardSettings(horizons=(12, 6))
    with pytest.raises(ValueError, match="main horizon"):
        CardSettings(horizons=(6, 24))
    with pytest.raises(ValueError, match="never shown"):
        CardSettings(smallest_cell=3)
