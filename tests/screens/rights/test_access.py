"""Who may come where: the law is for everybody, a municipality's choices are its own."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from tests.cast import Cast, person, signed_in

from streekwerk.accounts.models import Role, User
from streekwerk.bylaws.actions import decide
from streekwerk.bylaws.models import Decision
from streekwerk.screens.rights import urls
from streekwerk.screens.rights.conversation import PATH

START = date(2026, 1, 1)
PUBLIC = {
    "catalogue": [],
    "rule": ["loonkostensubsidie"],
    "start": [],
    "employer": [],
    "income": [],
}
# Without a conversation these lead back to the start.
NEEDS_ANSWERS = {"question": [], "change": ["leeftijd"], "outcome": [], "paper": []}
POSTED = {"erase"}
OWN = {"terms": [], "decide": ["jobcoach_maanden"]}


@pytest.fixture
def anna(cast: Cast) -> User:
    """Alice's administrator, who filled in one term."""
    anna = person("anna", Role.ADMINISTRATOR, cast.alice.municipality)
    decide(anna, "jobcoach_maanden", 17, START, "Verordening van Hier, art. 4")
    return anna


def test_every_address_has_an_entry_here() -> None:
    entries = {*PUBLIC, *NEEDS_ANSWERS, *POSTED, *OWN}
    assert {pattern.name for pattern in urls.urlpatterns} == entries


def test_the_cookie_is_sent_to_these_addresses_only() -> None:
    assert reverse("rights:catalogue") == PATH


@pytest.mark.parametrize("name", sorted(PUBLIC))
def test_everybody_may_read_the_law_and_sees_no_municipalitys_choices(
    anna: User, name: str
) -> None:
    page = Client().get(reverse(f"rights:{name}", args=PUBLIC[name]))
    assert page.status_code == 200
    assert "Onze gemeente" not in page.content.decode()


@pytest.mark.parametrize("name", sorted(NEEDS_ANSWERS))
def test_without_answers_one_begins_at_the_start(db: None, name: str) -> None:
    answer = Client().get(reverse(f"rights:{name}", args=NEEDS_ANSWERS[name]), follow=True)
    assert answer.redirect_chain == [(reverse("rights:start"), 302)]
    assert "Er zijn geen antwoorden (meer)." in answer.content.decode()


def test_a_link_erases_nothing(db: None) -> None:
    assert Client().get(reverse("rights:erase")).status_code == 405


@pytest.mark.parametrize("name", sorted(OWN))
def test_strangers_are_sent_to_the_login_page(anna: User, name: str) -> None:
    path = reverse(f"rights:{name}", args=OWN[name])
    assert Client().get(path).url == f"{reverse('login')}?next={path}"


def test_the_municipality_reads_and_only_its_administrator_decides(cast: Cast, anna: User) -> None:
    terms, one = (reverse(f"rights:{name}", args=OWN[name]) for name in ("terms", "decide"))
    matrix = {anna: (200, 200), cast.alice: (200, 403), cast.bob: (200, 403), cast.dana: (403, 403)}
    for user, (reads, decides) in matrix.items():
        assert signed_in(user).get(terms).status_code == reads, user
        assert signed_in(user).get(one).status_code == decides, user
        if decides == 403:
            assert signed_in(user).post(one, {"value": "1"}).status_code == 403, user
    assert Decision.objects.count() == 1


def test_charlie_sees_and_changes_nothing_of_alices_municipality(cast: Cast, anna: User) -> None:
    chris = person("chris", Role.ADMINISTRATOR, cast.charlie.municipality)
    for stranger in (cast.charlie, chris, cast.dana):
        for name, arguments in {**PUBLIC, **OWN}.items():
            page = signed_in(stranger).get(reverse(f"rights:{name}", args=arguments))
            assert "Verordening van Hier" not in page.content.decode()
    rule = reverse("rights:rule", args=["persoonlijke-ondersteuning"])
    assert "17 maanden" in signed_in(cast.alice).get(rule).content.decode()
    for browser in (signed_in(cast.charlie), signed_in(cast.dana), Client()):
        assert "17 maanden" not in browser.get(rule).content.decode()
    form = {"value": "3", "valid_from": "2026-01-01", "source": "Verordening van Daar"}
    one = reverse("rights:decide", args=OWN["decide"])
    assert signed_in(chris).post(one, form).status_code == 302
    kept = Decision.objects.filter(municipality=cast.alice.municipality)
    assert [decision.value for decision in kept] == [17.0]


@pytest.mark.parametrize("name", ["rule", "decide"])
def test_what_does_not_exist_is_not_found(anna: User, name: str) -> None:
    page = signed_in(anna).get(reverse(f"rights:{name}", args=["bestaat-niet"]))
    assert page.status_code == 404
