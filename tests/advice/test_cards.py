"""From a whole evidence card to what advice needs of it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from benchmarks.region_panel import panel_of

from streekwerk.advice.cards import regional_evidence
from streekwerk.demo.config import RegionConfig
from streekwerk.evidence.cards.build import CardTask, audit_region, build_card
from streekwerk.evidence.cards.card import EvidenceCard, GroupResult
from streekwerk.evidence.cards.groups import AGE, HOUSEHOLD
from streekwerk.evidence.cards.settings import CardSettings
from streekwerk.evidence.results.check import Light
from streekwerk.evidence.target_trial.timeline import Timeline
from streekwerk.vocabulary.language import Text

PLACE = Text("de regio Middenland", "the region Middenland")


@pytest.fixture(scope="module")
def card() -> EvidenceCard:
    settings = CardSettings(seed=9, horizons=(6, 12), main_horizon=12)
    panel = panel_of(RegionConfig(people=3_000, months=32, seed=11))
    timeline = Timeline.of(panel)
    made = build_card(
        panel, timeline, CardTask("40"), audit_region(panel, timeline, settings), settings
    )
    return replace(made, verdict=Light.GREEN)


def test_the_figures_are_those_of_the_card(card: EvidenceCard) -> None:
    found = regional_evidence(card, PLACE, "x/40", "f" * 64)
    assert found.may_be_used
    main, leading = found.main, card.main.evaluation
    assert main is not None
    assert leading is not None
    effect = leading.finding("sustained_work", leading.findings[0].arm).leading
    assert main.estimate == pytest.approx(100 * effect.estimate, abs=1e-4)
    assert (main.low, main.high) == pytest.approx((100 * effect.low, 100 * effect.high), abs=1e-4)
    assert main.without == pytest.approx(100 * effect.comparison_mean, abs=1e-4)
    assert (main.treated, main.compared) == (effect.n_treated, effect.n_comparison)
    assert (found.first_month, found.last_month) == (card.first_month, card.last_month)
    assert found.caveats == card.unknown


@pytest.mark.parametrize("verdict", [Light.RED, None])
def test_a_card_that_is_not_fair_gives_no_figure_at_all(
    card: EvidenceCard, verdict: Light | None
) -> None:
    found = regional_evidence(replace(card, verdict=verdict), PLACE, "x/40", "f" * 64)
    assert not found.may_be_used
    assert (found.points, found.groups) == ((), ())


def _group(dimension: Text, name: str, estimate: float, like: GroupResult) -> GroupResult:
    assert like.effect is not None
    shift = estimate - like.effect.estimate
    moved = replace(
        like.effect,
        estimate=estimate,
        low=like.effect.low + shift,
        high=like.effect.high + shift,
        standard_error=0.02,
    )
    pooled = (estimate, estimate - 0.04, estimate + 0.04)
    return GroupResult(dimension, Text(name, name), 100, 500, moved, pooled)


def test_groups_are_given_only_where_they_differ(card: EvidenceCard) -> None:
    like = next(group for group in card.groups if group.effect is not None)
    alike = (
        _group(AGE, "jonger dan 27", 0.05, like),
        _group(AGE, "27 tot en met 49", 0.06, like),
    )
    differing = (
        _group(HOUSEHOLD, "alleenstaand", 0.20, like),
        _group(HOUSEHOLD, "paar of anders", -0.05, like),
    )
    found = regional_evidence(replace(card, groups=alike), PLACE, "x", "f")
    assert found.groups == ()
    found = regional_evidence(replace(card, groups=(*alike, *differing)), PLACE, "x", "f")
    assert [group.key for group in found.groups] == [
        "household:single",
        "household:couple_or_other",
    ]
    assert found.groups[0].point.estimate == pytest.approx(20)
    assert found.groups[0].point.low == pytest.approx(16)
