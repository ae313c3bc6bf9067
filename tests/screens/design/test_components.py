"""The template tags write what a screen reader, a keyboard and paper need."""

from __future__ import annotations

import re

import pytest
from django.core.paginator import Paginator
from django.template import Context, Template
from django.test import RequestFactory
from django.utils import translation

from streekwerk import charts
from streekwerk.screens.design import icons
from streekwerk.screens.design.evidence_words import TONES
from streekwerk.screens.design.navigation import Link, steps_until
from streekwerk.vocabulary.language import Text


def write(template: str, **context: object) -> str:
    return Template("{% load design %}" + template).render(Context(context))


@pytest.mark.parametrize(
    ("verdict", "word"),
    [("green", "goed"), ("amber", "let op"), ("red", "niet betrouwbaar"), ("unknown", "weten")],
)
def test_a_badge_is_shape_and_word(verdict: str, word: str) -> None:
    page = write("{% badge level %}", level=verdict)
    assert word in page
    assert "<svg" in page
    assert 'aria-hidden="true"' in page


def test_no_two_levels_share_a_shape() -> None:
    assert len({icons.PATHS[tone.icon] for tone in TONES.values()}) == len(TONES)


def test_a_badge_does_not_guess() -> None:
    with pytest.raises(KeyError):
        write("{% badge 'purple' %}")


@pytest.mark.parametrize(
    "template",
    [
        "{% card title=nasty kicker=nasty url='/x' %}{{ nasty }}{% endcard %}",
        "{% notice 'care' title=nasty %}{{ nasty }}{% endnotice %}",
        "{% empty title=nasty %}{{ nasty }}{% endempty %}",
        "{% action nasty '/x' %}",
        "{% button nasty %}",
        "{% progress nasty 40 detail=nasty %}",
        "{% pairs pairs %}",
        "{% steps flow %}",
        "{% tabs links nasty %}",
    ],
)
def test_what_people_wrote_is_never_markup(template: str) -> None:
    nasty = "<b onclick='x'>"
    page = write(
        template,
        nasty=nasty,
        pairs=[(nasty, nasty)],
        flow=steps_until((nasty, nasty), 1),
        links=[Link(nasty, "/x")],
    )
    assert "<b " not in page
    assert "&lt;b " in page


def test_a_flow_says_where_we_are() -> None:
    page = write("{% steps flow %}", flow=steps_until(("een", "twee", "drie"), 1))
    assert page.count('aria-current="step"') == 1
    assert page.count("(gedaan)") == 1
    with pytest.raises(ValueError, match="has no step 3"):
        steps_until(("een", "twee", "drie"), 3)


def test_progress_polls_only_while_there_is_something_to_ask() -> None:
    assert "hx-get" not in write("{% progress 'Rekenen' 40 %}")
    page = write("{% progress 'Rekenen' 40 '/stand/' %}")
    assert 'hx-get="/stand/"' in page
    assert 'value="40"' in page
    assert "value=" not in write("{% progress 'Rekenen' %}")


def test_paging_keeps_the_rest_of_the_address() -> None:
    request = RequestFactory().get("/", {"zoek": "coach", "page": "2"})
    page = write("{% pages page %}", page=Paginator(range(50), 10).page(2), request=request)
    assert "zoek=coach&amp;page=1" in page or "zoek=coach&page=1" in page
    assert "Bladzijde 2 van 5" in page


def test_numbers_and_texts_follow_the_reader() -> None:
    template = "{{ number|figures:1 }} {{ text|words }}"
    text = Text("werk", "work")
    assert write(template, number=1234.5, text=text) == "1.234,5 werk"
    with translation.override("en"):
        assert write(template, number=1234.5, text=text) == "1,234.5 work"


def test_a_table_keeps_its_meaning_when_its_rows_become_cards() -> None:
    columns = (charts.Column("Maatregel"), charts.Column("Effect", numeric=True))
    table = charts.DataTable("Wat werkt", columns, (("Jobcoaching", "+6"),))
    for page in (write("{% data_table table %}", table=table), table.html()):
        assert re.search(
            r'<td role="cell" data-label="Effect" class="sw-table__number">\+6</td>', page
        )
        assert '<th scope="row" role="rowheader">Jobcoaching</th>' in page
        assert "<caption>Wat werkt</caption>" in page


def test_a_theme_is_a_static_file_or_an_address() -> None:
    assert write("{% theme_url 'gemeente/tokens.css' %}") == "/static/gemeente/tokens.css"
    assert write("{% theme_url 'https://x.example/t.css' %}") == "https://x.example/t.css"


def test_every_icon_draws_within_its_square() -> None:
    for name in icons.PATHS:
        assert icons.icon(name).startswith('<svg class="sw-icon" viewBox="0 0 24 24"')
