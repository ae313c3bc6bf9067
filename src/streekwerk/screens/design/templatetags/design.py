"""``{% load design %}``: the components of the house as template tags."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Literal

from django import template
from django.core.paginator import Page
from django.forms import BaseForm
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from streekwerk.charts.figure import Figure
from streekwerk.charts.table import DataTable
from streekwerk.screens.design import icons
from streekwerk.screens.design.evidence_words import tone
from streekwerk.screens.design.navigation import Link, Step
from streekwerk.vocabulary.language import Text, number

register = template.Library()

NOTICE_ICONS = {
    "info": "info",
    "good": "good",
    "care": "care",
    "problem": "problem",
    "learn": "learn",
}
MESSAGE_TONES = {"success": "good", "warning": "care", "error": "problem"}
COMPONENTS = "design/components"


def reader_language() -> Literal["nl", "en"]:
    """Return the language of the page that is being made."""
    return "en" if (get_language() or "nl").startswith("en") else "nl"


@register.simple_tag
def icon(name: str) -> SafeString:
    """``{% icon "upload" %}``: decoration beside words, never alone."""
    return icons.icon(name)


@register.simple_tag
def theme_url(path: str) -> str:
    """Return the address of a municipality's token file: a URL as is, else a static path."""
    return path if path.startswith(("/", "https://", "http://")) else static(path)


@register.filter
def words(text: Text | str) -> str:
    """``{{ text|words }}``: a :class:`Text` of the core in the reader's language."""
    return text.in_language(reader_language()) if isinstance(text, Text) else str(text)


@register.filter
def figures(value: float, decimals: int = 0) -> str:
    """``{{ 1234.5|figures:1 }}``: a number as the reader's language writes it."""
    return number(float(value), reader_language(), decimals)


@register.filter
def message_tone(level: str) -> str:
    """Return the notice that goes with a level of Django's messages."""
    return MESSAGE_TONES.get(level, "info")


@register.inclusion_tag(f"{COMPONENTS}/badge.html")
def badge(level: str, word: str = "") -> dict[str, Any]:
    """``{% badge "good" %}``: traffic light in shape, word and colour."""
    chosen = tone(level)
    return {"tone": chosen, "word": word or chosen.word}


@register.simple_block_tag
def notice(content: str, kind: str = "info", title: str = "") -> SafeString:
    """``{% notice "care" title="…" %}…{% endnotice %}``; kinds as in ``NOTICE_ICONS``."""
    heading = format_html('<p class="sw-notice__title">{}</p>', title) if title else ""
    return format_html(
        '<div class="sw-notice sw-notice--{}">{}<div class="sw-notice__text">{}{}</div></div>',
        kind,
        icons.icon(NOTICE_ICONS[kind]),
        heading,
        content,
    )


@register.simple_block_tag
def card(
    content: str,
    title: str = "",
    url: str = "",
    kicker: str = "",
    kind: Literal["", "learn", "quiet"] = "",
    level: int = 2,
) -> SafeString:
    """``{% card title="…" url="…" %}…{% endcard %}``; ``kind="learn"`` for what we learn."""
    linked = format_html('<a href="{}">{}</a>', url, title) if url else title
    return format_html(
        '<article class="sw-card{}{}">{}{}{}</article>',
        f" sw-card--{kind}" if kind else "",
        " sw-card--link" if url else "",
        format_html('<p class="sw-card__kicker">{}</p>', kicker) if kicker else "",
        format_html('<h{0} class="utrecht-heading-3 sw-card__title">{1}</h{0}>', level, linked)
        if title
        else "",
        content,
    )


@register.simple_block_tag
def empty(content: str, title: str, picture: str = "learn", level: int = 2) -> SafeString:
    """``{% empty title="Nog geen …" %}what to do, and the one action{% endempty %}``."""
    return format_html(
        '<div class="sw-empty">{0}<h{1} class="utrecht-heading-2">{2}</h{1}>{3}</div>',
        icons.icon(picture),
        level,
        title,
        content,
    )


@register.simple_tag
def action(
    label: str,
    url: str,
    kind: Literal["primary", "secondary", "subtle"] = "secondary",
    sign: str = "",
) -> SafeString:
    """``{% action "Nieuwe evaluatie" url "primary" %}``: a link that looks like a button."""
    return format_html(
        '<a class="utrecht-button-link utrecht-button-link--html-a utrecht-button-link--{}-action" '
        'href="{}">{}{}</a>',
        kind,
        url,
        icons.icon(sign) if sign else "",
        label,
    )


@register.simple_tag
def button(
    label: str,
    kind: Literal["primary", "secondary", "subtle"] = "primary",
    name: str = "",
    value: str = "",
) -> SafeString:
    """``{% button "Opslaan" %}``: submits the form it stands in."""
    return format_html(
        '<button type="submit" class="utrecht-button utrecht-button--submit '
        'utrecht-button--{}-action"{}>{}</button>',
        kind,
        format_html(' name="{}" value="{}"', name, value) if name else "",
        label,
    )


@register.inclusion_tag(f"{COMPONENTS}/steps.html")
def steps(steps: Sequence[Step]) -> dict[str, Any]:
    """``{% steps flow %}``: where we are in a flow of steps."""
    return {"steps": steps}


@register.inclusion_tag(f"{COMPONENTS}/tabs.html")
def tabs(links: Iterable[Link], label: str) -> dict[str, Any]:
    """``{% tabs links "Weergave" %}``: views of the same subject, as links."""
    return {"links": links, "label": label}


@register.inclusion_tag(f"{COMPONENTS}/pairs.html")
def pairs(items: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    """``{% pairs items %}``: a definition list of (term, value)."""
    return {"items": items}


@register.inclusion_tag(f"{COMPONENTS}/pages.html", takes_context=True)
def pages(context: template.Context, page: Page[Any]) -> dict[str, Any]:
    """``{% pages page_obj %}``: previous and next, keeping the rest of the address."""
    return {"page": page, "request": context.get("request")}


@register.inclusion_tag(f"{COMPONENTS}/progress.html")
def progress(
    label: str, value: float | None = None, status_url: str = "", detail: str = ""
) -> dict[str, Any]:
    """``{% progress "Berekenen" 40 url %}``: per cent done, or None when unknown.

    With ``status_url`` htmx fetches it every two seconds and swaps the answer in;
    without JavaScript, pass ``refresh_seconds`` to the page instead.
    """
    return {"label": label, "value": value, "status_url": status_url, "detail": detail}


@register.inclusion_tag(f"{COMPONENTS}/error_summary.html")
def error_summary(form: BaseForm) -> dict[str, Any]:
    """``{% error_summary form %}``: what went wrong, each a link to its field."""
    return {"form": form}


@register.inclusion_tag(f"{COMPONENTS}/table.html")
def data_table(table: DataTable, stack: bool = True, small: bool = False) -> dict[str, Any]:
    """``{% data_table table %}``: rows become small cards where the screen is narrow."""
    return {"table": table, "stack": stack, "small": small}


@register.simple_tag
def chart(figure: Figure, table_open: bool = False, with_table: bool = True) -> SafeString:
    """``{% chart figure %}``: words first, then the picture, then its table.

    ``with_table=False`` only where the same numbers stand beside it in words.
    """
    return SafeString(figure.html(table_open=table_open, with_table=with_table))
