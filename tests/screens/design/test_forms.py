"""``{{ form }}`` alone gives every field its label, hint and error, tied together."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from django.utils import translation

from streekwerk.screens.design.guide.forms import ExampleForm


class Reader(HTMLParser):
    """Collects ids, the labels that name them, and what describes each field."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.labelled: set[str] = set()
        self.described: list[str] = []
        self.inline: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if "id" in given:
            self.ids.append(given["id"])
        if tag == "label" and "for" in given:
            self.labelled.add(given["for"])
        self.described += given.get("aria-describedby", "").split()
        self.inline += [name for name in given if name == "style" or name.startswith("on")]


def test_every_id_is_unique_and_every_reference_lands() -> None:
    for form in (ExampleForm(), ExampleForm({"name": ""})):
        page = Reader(str(form))
        assert len(page.ids) == len(set(page.ids))
        assert page.labelled <= set(page.ids)
        assert set(page.described) <= set(page.ids)
        assert page.inline == []


def test_an_error_is_said_with_its_field() -> None:
    page = str(ExampleForm({"name": ""}))
    assert 'aria-invalid="true"' in page
    assert re.search(r'id="id_name_error".*?Dit veld is verplicht\.', page, re.DOTALL)
    assert re.search(r'name="name"[^>]*aria-describedby="id_name_helptext id_name_error"', page)


def test_what_may_stay_empty_says_so() -> None:
    assert str(ExampleForm()).count("(niet verplicht)") == 1
    with translation.override("en"):
        assert str(ExampleForm()).count("(optional)") == 1


def test_choices_form_a_group_with_a_name() -> None:
    page = str(ExampleForm())
    assert re.search(r"<fieldset[^>]*>\s*<legend[^>]*>Hoe kwamen mensen in de groep", page)
    assert page.count('type="radio"') == 3


def test_a_value_is_kept_and_escaped() -> None:
    page = str(ExampleForm({"name": '"><script>', "outcome": "exit", "remarks": "</textarea>"}))
    assert "<script>" not in page
    assert page.count("</textarea>") == 1
    assert '<option value="exit" selected>' in page
