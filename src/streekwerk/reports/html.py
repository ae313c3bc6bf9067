"""A report as one HTML page that needs nothing else: it opens from an e-mail and prints well."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from importlib.resources import files

from streekwerk.charts.interval import Forest, Row, forest
from streekwerk.charts.measure import Interval, Measure
from streekwerk.reports.content import DesignContent, FindingContent, Line, ReportContent
from streekwerk.vocabulary.language import Language

_PAGE = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<main>
<p class="kind">{kind}</p>
<h1>{title}</h1>
{body}
</main>
</body>
</html>
"""


def html_page(content: ReportContent) -> str:
    """Return ``content`` as a complete page; every text is escaped."""
    style = files("streekwerk.reports").joinpath("templates/report.css").read_text("utf-8")
    return _PAGE.format(
        language=content.language,
        title=escape(content.title),
        style=style,
        kind=escape(content.words["report"]),
        body="\n".join(_parts(content)),
    )


def _parts(content: ReportContent) -> Iterable[str]:
    words = content.words
    yield _notice(content.light, f"<b>{escape(content.verdict)}.</b> {escape(content.assignment)}")
    yield _heading(words["found"])
    for finding in content.findings:
        yield _finding(finding, words, content.language)
    for reason in content.left_out:
        yield _notice("amber", escape(reason))
    yield _heading(words["fair"])
    for design in content.designs:
        yield _design(design, words)
    yield _heading(words["compared"])
    yield _list(f"{label}: {n}" for label, n in content.arms)
    yield _heading(words["assumes"])
    yield _list(content.assumptions)
    yield f'<p class="small">{escape(content.provenance)}</p>'


def _heading(text: str) -> str:
    return f"<h2>{escape(text)}</h2>"


def _notice(light: str, inner: str) -> str:
    return f'<div class="notice {light}"><span class="mark {light}"></span><p>{inner}</p></div>'


def _list(items: Iterable[str]) -> str:
    return f"<ul>{''.join(f'<li>{escape(item)}</li>' for item in items)}</ul>"


def _finding(finding: FindingContent, words: dict[str, str], language: Language) -> str:
    columns = ("method", "whose", "estimate", "error", "interval", "people")
    return "\n".join(
        (
            '<section class="finding">',
            f"<h3>{escape(finding.title)}</h3>",
            f'<p class="sentence">{escape(finding.sentence)}</p>',
            _picture(finding, language),
            _table([words[name] for name in columns], [_cells(line) for line in finding.lines]),
            *(_notice("amber", escape(flag)) for flag in finding.flags),
            f"<p>{escape(finding.sensitivity)}</p>" if finding.sensitivity else "",
            "</section>",
        )
    )


def _cells(line: Line) -> tuple[str, ...]:
    return line.method, line.whose, line.written, line.error, line.interval, line.people


def _picture(finding: FindingContent, language: Language) -> str:
    rows = tuple(
        Row(line.method, Interval(line.estimate, line.low, line.high), line.whose)
        for line in finding.lines
    )
    measure = Measure(finding.unit, decimals=finding.decimals, less=finding.less, more=finding.more)
    figure = forest(Forest(finding.title, rows, measure), language)
    return f'<figure class="picture">{figure.pictures()}</figure>'


def _design(design: DesignContent, words: dict[str, str]) -> str:
    checks = "".join(
        f'<li><span class="mark {check.light}"></span><div><b>{escape(check.title)}</b> – '
        f"{escape(check.word)}. {escape(check.reason)}</div></li>"
        for check in design.checks
    )
    balance = _table([words[name] for name in ("covariate", "before", "after")], design.balance)
    return "\n".join(
        (
            "<section>",
            f"<h3>{escape(design.title)}</h3>",
            _notice(design.light, f"<b>{escape(design.verdict)}.</b> {escape(design.reason)}"),
            f"<p>{escape(design.estimand)}</p>",
            f'<ul class="checks">{checks}</ul>',
            f"<h4>{escape(words['balance'])}</h4>{balance}" if design.balance else "",
            "</section>",
        )
    )


def _table(head: list[str], rows: Iterable[tuple[str, ...]]) -> str:
    heads = "".join(f'<th scope="col">{escape(name)}</th>' for name in head)
    body = "".join(
        f'<tr><th scope="row">{escape(first)}</th>'
        + "".join(f"<td>{escape(cell)}</td>" for cell in rest)
        + "</tr>"
        for first, *rest in rows
    )
    table = f"<table><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>"
    # Reachable by keyboard, for it scrolls sideways where the page is narrow.
    label = escape(head[0])
    return f'<div class="table" role="region" tabindex="0" aria-label="{label}">{table}</div>'
