from __future__ import annotations

import pytest
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from tests.cast import Cast, person, signed_in

from streekwerk.accounts.models import AuditEntry, Role, User
from streekwerk.bylaws.models import Decision
from streekwerk.bylaws.terms import TERMS, is_choice

TERMS_PAGE = "/wat-de-wet-geeft/gemeente/"


@pytest.fixture
def anna(cast: Cast) -> User:
    return person("anna", Role.ADMINISTRATOR, cast.alice.municipality)


def fill(user: User, key: str, status: int = 302, **form: str) -> str:
    whole = {"valid_from": "2026-01-01", "source": "Verordening 2026, art. 9", **form}
    answer = signed_in(user).post(reverse("rights:decide", args=[key]), whole)
    assert answer.status_code == status
    return answer.content.decode()


def test_nothing_filled_in_yet_shows_the_neutral_defaults(anna: User) -> None:
    page = signed_in(anna).get(TERMS_PAGE).content.decode()
    assert f"Van de {len(TERMS)} keuzes zijn er <strong>0</strong> ingevuld." in page
    assert page.count("nog niet ingevuld") == len(TERMS)
    for term in TERMS.values():
        assert term.label.nl[1:] in page


@pytest.mark.parametrize("key", sorted(TERMS))
def test_every_term_can_be_filled_in_and_taken_back(anna: User, key: str) -> None:
    fill(anna, key, value="ja" if is_choice(TERMS[key]) else "12,5")
    fill(anna, key, value="", valid_from="2026-07-01")
    kept = Decision.objects.filter(term=key).order_by("valid_from")
    assert [one.value for one in kept] == [1.0 if is_choice(TERMS[key]) else 12.5, None]
    page = signed_in(anna).get(reverse("rights:decide", args=[key])).content.decode()
    assert page.count("Verordening 2026, art. 9") == 2


def test_what_was_filled_in_is_seen_by_colleagues_with_its_source(cast: Cast, anna: User) -> None:
    fill(anna, "jobcoach_maanden", value="24", url="https://example.nl/verordening")
    page = signed_in(cast.alice).get(TERMS_PAGE).content.decode()
    assert "<strong>24 maanden</strong>" in page
    assert "Verordening 2026, art. 9" in page
    assert "De beheerder van uw gemeente vult ze in." in page
    assert reverse("rights:decide", args=["jobcoach_maanden"]) not in page
    assert AuditEntry.objects.filter(action="bylaw.decided", actor=anna).count() == 1


@pytest.mark.parametrize(
    ("key", "wrong", "message"),
    [
        ("jobcoach_maanden", {"value": "-1"}, "Vul een getal in van 0"),
        ("tijdelijke_loonkostensubsidie_procent", {"value": "101"}, "tot en met 100"),
        ("kent_uitstroompremie", {"value": "misschien"}, "misschien"),
        ("jobcoach_maanden", {"value": "1", "source": ""}, "Noem de verordening en het artikel."),
        ("jobcoach_maanden", {"value": "1", "valid_from": ""}, "Kies een dag."),
        ("jobcoach_maanden", {"value": "1", "url": "geen adres"}, "Dit is geen adres."),
    ],
)
def test_mistakes_are_explained_and_nothing_is_kept(
    anna: User, key: str, wrong: dict[str, str], message: str
) -> None:
    assert message in fill(anna, key, 422, **wrong)
    assert not Decision.objects.exists()


def test_more_history_takes_no_more_queries(
    anna: User, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for months in ("6", "12", "24"):
        fill(anna, "jobcoach_maanden", value=months)
    browser = signed_in(anna)
    with django_assert_num_queries(4):  # session, user, municipality, decisions
        browser.get(reverse("rights:decide", args=["jobcoach_maanden"]))
