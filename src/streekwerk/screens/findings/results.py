"""A result on a page: sentence first, then the picture, then the table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from streekwerk.charts.figure import Figure
from streekwerk.charts.horizons import Horizons, horizons
from streekwerk.charts.interval import Forest, Row, forest
from streekwerk.charts.measure import Interval, Measure
from streekwerk.charts.people import HundredPeople, hundred_people
from streekwerk.evidence.results.check import Light
from streekwerk.evidence.results.evaluation import Evaluation as Result
from streekwerk.evidence.results.evaluation import Finding
from streekwerk.evidence.trial.table import Scale
from streekwerk.learning import queries
from streekwerk.learning.cards import Line, finding_line
from streekwerk.learning.models import Evaluation, OutcomeKind
from streekwerk.reports.content import FindingContent, ReportContent, report_content
from streekwerk.screens.design.templatetags.design import reader_language
from streekwerk.screens.findings import figures
from streekwerk.screens.findings.designs import designs_on_page
from streekwerk.vocabulary.language import Language, Text


@dataclass(frozen=True, slots=True)
class FindingOnPage:
    """One finding: its words and its methods side by side as a figure."""

    title: Text
    content: FindingContent
    figure: Figure


def result_page(evaluation: Evaluation) -> dict[str, Any]:
    """Return what the template ``findings/result.html`` shows; needs a stored result."""
    result = queries.result_of(evaluation)
    if result is None:
        raise ValueError(f"evaluation {evaluation.public_id} has no result")
    language = reader_language()
    content = report_content(result, language)
    lines = [finding_line(finding, result) for finding in result.findings]
    return {
        "evaluation": evaluation,
        "title": evaluation.title_words,
        "result": result,
        "content": content,
        "leading": _leading(lines),
        "weak_spots": [arm.reason for arm in result.design.arms if arm.verdict is not Light.GREEN],
        "people": _people(evaluation, result, language),
        "overview": figures.forests(lines, language) if len(lines) > 1 else [],
        "over_time": _over_time(lines, language),
        "findings": _findings(lines, content),
        "designs": designs_on_page(
            result.design, {arm.code: arm.label for arm in result.arms}, language
        ),
    }


def _leading(lines: list[Line]) -> list[Text]:
    """Return the sentences to start with: the first outcome's, from its longest horizon back."""
    same = [ln for ln in lines if (ln.label, ln.group) == (lines[0].label, lines[0].group)]
    ordered = sorted(same, key=lambda line: line.horizon_months or 0, reverse=True)
    return [line.words for line in ordered]


def _findings(lines: list[Line], content: ReportContent) -> list[FindingOnPage]:
    several = len({line.group for line in lines}) > 1
    return [
        FindingOnPage(_title(line, several), finding, _methods(finding, content.language))
        for line, finding in zip(lines, content.findings, strict=True)
    ]


def _title(line: Line, several_arms: bool) -> Text:
    title = figures.line_label(line)
    if not several_arms:
        return title
    return Text(f"{title.nl}: {line.group.nl}", f"{title.en}: {line.group.en}")


def _methods(finding: FindingContent, language: Language) -> Figure:
    rows = tuple(
        Row(line.method, Interval(line.estimate, line.low, line.high), line.whose)
        for line in finding.lines
    )
    measure = Measure(finding.unit, decimals=finding.decimals, less=finding.less, more=finding.more)
    heading = Text("Methode", "Method")
    return forest(Forest(finding.title, rows, measure, row_heading=heading), language)


def _people(evaluation: Evaluation, result: Result, language: Language) -> Figure | None:
    """Return a hundred people, for the latest effect on finding work that may be called one."""
    countable = [finding for finding in result.findings if _countable(evaluation, finding)]
    if not countable:
        return None
    finding = max(countable, key=lambda finding: finding.outcome.horizon_months or 0)
    without = 100 * finding.leading.comparison_mean
    ends = (finding.leading.estimate, finding.leading.low, finding.leading.high)
    estimate, low, high = (min(100.0, max(0.0, without + 100 * end)) for end in ends)
    plot = HundredPeople(
        title=finding.outcome.label, without=without, with_it=Interval(estimate, low, high)
    )
    return hundred_people(plot, language)


def _countable(evaluation: Evaluation, finding: Finding) -> bool:
    return (
        finding.causal
        and finding.outcome.scale is Scale.BINARY
        and finding.outcome.higher_is_better
        and evaluation.outcome_kind == OutcomeKind.WORK
        and 0 <= finding.leading.comparison_mean <= 1
    )


def _over_time(lines: list[Line], language: Language) -> list[Figure]:
    """Return a picture over time of each outcome that was measured at several horizons."""
    drawn = []
    for key in dict.fromkeys((line.label, line.group, line.unit) for line in lines):
        same = [line for line in lines if (line.label, line.group, line.unit) == key]
        points = [
            (line.horizon_months, Interval(*line.interval))
            for line in sorted(same, key=lambda line: line.horizon_months or 0)
            if line.horizon_months is not None and line.interval is not None
        ]
        if len({moment for moment, _ in points}) == len(points) > 1:
            measure = figures.measure_of(same[0])
            drawn.append(horizons(Horizons(key[0], tuple(points), measure), language))
    return drawn
