"""An evidence card on a page: sentence first, then the pictures, then how it was made."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from streekwerk.charts import (
    Figure,
    Forest,
    Horizons,
    Interval,
    Measure,
    Row,
    forest,
    horizons,
)
from streekwerk.evidence.cards.card import EvidenceCard, GroupResult
from streekwerk.evidence.cohort.months import month_label, month_number
from streekwerk.evidence.results.evaluation import Finding, OutcomeLabel
from streekwerk.evidence.target_trial.protocol import SUSTAINED_WORK
from streekwerk.evidence.trial.table import Scale
from streekwerk.learning.brief import brief_of
from streekwerk.learning.counting import Counting
from streekwerk.screens.cards.flow import flow_of, flow_table
from streekwerk.screens.cards.listing import PER_100, TONES
from streekwerk.screens.findings.designs import CheckOnPage, data_table, designs_on_page
from streekwerk.vocabulary.language import Language, Text

FOR_WHOM = Text("Effect per groep", "Effect by group")
GROUP = Text("Groep", "Group")


@dataclass(frozen=True, slots=True)
class OverTime:
    """One outcome over the horizons: the sentences, and the picture where there is one."""

    title: str
    sentences: tuple[str, ...]
    figure: Figure | None


def card_page(card: EvidenceCard, counting: Counting, language: Language) -> dict[str, Any]:
    """Return what the template ``cards/card.html`` shows of a card that was made."""
    brief = brief_of(card)
    main = card.main.evaluation
    return {
        "whole": card,
        "first": _month(card.first_month, language),
        "last": _month(card.last_month, language),
        "brief": brief,
        "tone": TONES[brief.tells],
        "level": card.verdict.value if card.verdict else "",
        "too_few": [words for each in card.results for words in each.too_few],
        "outcomes": [_over_time(card, name, language) for name in _outcomes(card)],
        "groups": _groups(card.groups, counting, language),
        "flow": flow_of(card.main.flow, card.label, counting, language),
        "flow_table": flow_table(card.main.flow, counting, language),
        "checks": [
            CheckOnPage(check, None if check.table is None else data_table(check.table, language))
            for check in card.checks
        ],
        "designs": designs_on_page(
            main.design, {arm.code: arm.label for arm in main.arms}, language
        )
        if main
        else [],
        "protocol": data_table(card.protocol, language),
    }


def _month(label: str, language: Language) -> str:
    return month_label(month_number(dt.date.fromisoformat(f"{label}-01"))).in_language(language)


def _outcomes(card: EvidenceCard) -> list[str]:
    """Return the names of all outcomes any horizon has, in the order they were measured."""
    names = (
        finding.outcome.name
        for each in card.results
        if each.evaluation is not None
        for finding in each.evaluation.findings
    )
    # Lasting work leads, whatever the order of the others.
    return sorted(dict.fromkeys(names), key=lambda name: name != SUSTAINED_WORK)


def _over_time(card: EvidenceCard, outcome: str, language: Language) -> OverTime:
    found = card.over_time(outcome)
    measure = _measure_of(found[-1].outcome)
    factor = 100 if found[-1].outcome.scale is Scale.BINARY else 1
    points = tuple(
        (float(finding.outcome.horizon_months or 0), _interval(finding, factor))
        for finding in found
    )
    title = found[-1].outcome.label
    drawn = horizons(Horizons(title, points, measure), language) if len(points) > 1 else None
    return OverTime(
        title=capfirst(title.in_language(language)),
        sentences=tuple(finding.sentence.in_language(language) for finding in found),
        figure=drawn,
    )


def _measure_of(outcome: OutcomeLabel) -> Measure:
    """Return what the numbers of an outcome mean: people of every 100, or its own unit."""
    if outcome.scale is Scale.BINARY:
        return PER_100
    unit = outcome.unit or outcome.label
    return Measure(
        unit,
        decimals=1,
        less=Text(f"minder {unit.nl}", f"fewer {unit.en}"),
        more=Text(f"meer {unit.nl}", f"more {unit.en}"),
    )


def _interval(finding: Finding, factor: float) -> Interval:
    effect = finding.leading
    return Interval(*(factor * value for value in (effect.estimate, effect.low, effect.high)))


def _groups(
    groups: tuple[GroupResult, ...], counting: Counting, language: Language
) -> Figure | None:
    if not groups:
        return None
    rows = tuple(
        Row(
            Text(f"{g.dimension.nl}: {g.group.nl}", f"{g.dimension.en}: {g.group.en}"),
            _of_group(g),
            _("%(n)s gestart") % {"n": counting.say(g.started, language)},
        )
        for g in groups
    )
    return forest(Forest(FOR_WHOM, rows, PER_100, row_heading=GROUP), language)


def _of_group(group: GroupResult) -> Interval | None:
    if group.effect is None:
        return None
    shown = group.pooled or (group.effect.estimate, group.effect.low, group.effect.high)
    return Interval(*(100 * value for value in shown))
