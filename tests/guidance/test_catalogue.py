"""The fields of a file: each with a purpose, none of a protected trait."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from streekwerk.accounts.models import Role
from streekwerk.advice.features import OWN_FEATURES
from streekwerk.guidance.file.catalogue import FIELDS, NEEDED, of_theme, readable_by
from streekwerk.guidance.file.field import Field, FieldKind, Term, Theme
from streekwerk.guidance.file.source import FactSource
from streekwerk.guidance.reference_page import reference_page
from streekwerk.vocabulary.language import Text

PROTECTED = re.compile(
    r"national|etnic|ethnic|ras\b|race|religi|geloof|godsdienst|geboorteland|birth.?country"
    r"|moedertaal|mother.?tongue|postcode|geslacht\b|gender|adres\b(?<!mailadres)",
    re.IGNORECASE,
)


def test_no_field_is_about_a_protected_trait() -> None:
    for field in FIELDS.values():
        for words in (field.key, field.label.nl, field.label.en, field.ask.nl, field.ggm):
            assert not PROTECTED.search(words), (field.key, words)


def test_every_field_says_why_from_whom_and_for_whom() -> None:
    roles = {role.value for role in Role}
    sources = {each.value for each in FactSource}
    for field in FIELDS.values():
        assert field.purpose.nl
        assert field.readers <= roles
        assert field.origin in sources
        assert "jobseeker" in field.readers, "whoever it is about may see it"
        assert field.ask.nl.endswith("?") or field.ask.nl.endswith(".")


def test_what_is_sensitive_is_between_two_people_and_erased_at_closing() -> None:
    sensitive = [field for field in FIELDS.values() if field.sensitive]
    assert sensitive
    for field in sensitive:
        assert field.readers == {"caseworker", "jobseeker"}
        assert field.term is Term.CLOSING
        assert field.hint
        assert not field.advice


def test_advice_reads_only_fields_that_may_be_offered_to_it() -> None:
    for feature in OWN_FEATURES:
        if feature.source in FIELDS:
            assert FIELDS[feature.source].advice, feature.source


def test_wishes_come_first() -> None:
    assert next(iter(FIELDS.values())).theme is Theme.WISHES
    assert readable_by("caseworker")[0].key == "wish_work"
    assert NEEDED[0] == "wish_work"
    assert all(of_theme(theme) for theme in Theme if theme is not Theme.LAW)


def value_of(field: Field) -> st.SearchStrategy[object]:  # noqa: PLR0911 - one line a kind
    """Return values that a field must take."""
    words = st.text("abc é", min_size=1, max_size=40).filter(lambda text: bool(text.strip()))
    match field.kind:
        case FieldKind.CHOICE:
            return st.sampled_from(field.options.keys() if field.options else ())
        case FieldKind.CHOICES:
            keys = field.options.keys() if field.options else ()
            return st.lists(st.sampled_from(keys), min_size=1)
        case FieldKind.NUMBER:
            return st.integers(field.lowest, field.highest)
        case FieldKind.YEAR:
            return st.integers(1940, 2100)
        case FieldKind.DAY:
            return st.dates().map(str)
        case FieldKind.EMAIL:
            return st.just("a@b.nl")
        case FieldKind.PHONE:
            return st.just("06 12345678")
    return words


@given(st.data())
def test_what_is_kept_is_kept_as_it_is_and_said_in_both_languages(data: st.DataObject) -> None:
    field = data.draw(st.sampled_from(list(FIELDS.values())))
    kept = field.clean(data.draw(value_of(field)))
    assert field.clean(kept) == kept
    assert isinstance(field.say(kept), Text)


@given(st.sampled_from(list(FIELDS.values())), st.sampled_from((None, "", [], {}, object())))
def test_nothing_is_no_value(field: Field, value: object) -> None:
    with pytest.raises(ValueError, match=field.key):
        field.clean(value)


def test_the_reference_page_is_up_to_date() -> None:
    page = Path(__file__).parents[2] / "docs" / "reference" / "guidance.md"
    assert page.read_text(encoding="utf-8") == reference_page(), "write the page anew"
