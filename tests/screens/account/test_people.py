"""The administrator's screens: own municipality only, never oneself, and all of it written down."""

from __future__ import annotations

import io
import uuid
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries
from python_calamine import CalamineWorkbook
from tests.cast import Cast, person, signed_in

from streekwerk.accounts.entry import queries
from streekwerk.accounts.entry.actions import invite, people, reviews
from streekwerk.accounts.models import AuditEntry, Role, User
from streekwerk.accounts.scope import AT_THE_DOOR, Scope, acting
from streekwerk.screens.account.devices import device_words
from streekwerk.screens.account.export import harmless

OF_A_PERSON = (
    "person",
    "role",
    "confirm",
    "switch",
    "end-sessions",
    "reset-factor",
    "password-link",
)
POSTED = {"confirm", "switch", "end-sessions", "reset-factor", "password-link"}
PAGES = ("people", "export", "invitations", "invite")


@pytest.fixture
def anna(cast: Cast) -> User:
    """Alice's administrator, who comes in without a password: nothing to ask again."""
    return administrator("anna", cast.alice)


def administrator(name: str, of: User) -> User:
    with acting(AT_THE_DOOR):
        user = person(name, Role.ADMINISTRATOR, of.municipality)
        user.set_unusable_password()
        user.save()
    return user


def ask(browser: Client, name: str, public_id: uuid.UUID) -> int:
    path = reverse(f"account:{name}", args=[public_id])
    return (browser.post(path) if name in POSTED else browser.get(path)).status_code


def actions(user: User) -> list[str]:
    assert user.municipality is not None
    with acting(Scope.of_municipality(user.municipality.pk)):
        return list(AuditEntry.objects.order_by("pk").values_list("action", flat=True))


@pytest.mark.parametrize("name", OF_A_PERSON)
def test_nobody_reaches_an_account_elsewhere(cast: Cast, anna: User, name: str) -> None:
    browser = signed_in(anna)
    for stranger in (cast.charlie, cast.dana):
        assert ask(browser, name, stranger.public_id) == 404
    assert ask(browser, name, uuid.uuid4()) == 404
    for user in (cast.alice, cast.bob, cast.charlie):
        assert ask(signed_in(user), name, cast.alice.public_id) == 403
    assert ask(Client(), name, cast.alice.public_id) == 302
    # Dana's word counts for who works for the region.
    with acting(AT_THE_DOOR):
        cast.dana.set_unusable_password()
        cast.dana.save()
    assert ask(signed_in(cast.dana), name, cast.alice.public_id) == 404


@pytest.mark.parametrize("name", PAGES)
def test_lists_are_for_administrators_and_coordinators(cast: Cast, anna: User, name: str) -> None:
    path = reverse(f"account:{name}")
    for user in (anna, cast.dana):
        assert signed_in(user).get(path).status_code == 200, user
    for user in (cast.alice, cast.bob, cast.charlie):
        assert signed_in(user).get(path).status_code == 403, user
    assert Client().get(path).status_code == 302


@pytest.mark.parametrize("name", sorted(POSTED))
def test_nothing_is_done_by_following_a_link(cast: Cast, anna: User, name: str) -> None:
    path = reverse(f"account:{name}", args=[cast.alice.public_id])
    assert signed_in(anna).get(path).status_code == 405


def test_the_list_names_the_own_municipality_and_nobody_else(cast: Cast, anna: User) -> None:
    page = signed_in(anna).get(reverse("account:people")).content.decode()
    assert "Alice" in page
    assert "Bob" in page
    assert "Charlie" not in page
    assert "Dana" not in page


def test_the_list_asks_the_database_as_often_for_many_as_for_few(
    cast: Cast, anna: User, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with acting(Scope.of(anna)):
        with django_assert_num_queries(2):
            queries.access_list(anna)
        for number in range(20):
            reviews.confirm(anna, person(f"p{number}", Role.CASEWORKER, anna.municipality))
        with django_assert_num_queries(2):
            assert len(queries.access_list(anna)) == 23


def test_nobody_changes_the_own_access(anna: User) -> None:
    browser = signed_in(anna)
    for name in sorted(POSTED | {"role"}):
        assert ask(browser, name, anna.public_id) == 403, name
    assert (
        "Dit bent u zelf"
        in browser.get(reverse("account:person", args=[anna.public_id])).content.decode()
    )
    with acting(Scope.of(anna)):
        for change in (
            lambda: people.change_role(anna, anna, Role.CASEWORKER),
            lambda: people.deactivate(anna, anna),
            lambda: reviews.confirm(anna, anna),
        ):
            with pytest.raises(PermissionDenied):
                change()


def test_who_is_alone_reads_first_that_a_second_person_is_needed(cast: Cast, anna: User) -> None:
    said = "U bent de enige die dit doet"
    own = reverse("account:person", args=[anna.public_id])
    assert said in signed_in(anna).get(reverse("account:people")).content.decode()
    assert "die is er nog niet" in signed_in(anna).get(own).content.decode()
    with acting(AT_THE_DOOR):
        there = person("ella", Role.ADMINISTRATOR, cast.charlie.municipality)
        assert not queries.has_a_second_administrator(there)
        ben = person("ben", Role.ADMINISTRATOR, anna.municipality)
    assert said not in signed_in(anna).get(reverse("account:people")).content.decode()
    assert "die is er nog niet" not in signed_in(anna).get(own).content.decode()
    people.deactivate(anna, ben)
    assert said in signed_in(anna).get(reverse("account:people")).content.decode()


def test_two_administrators_change_each_other(cast: Cast, anna: User) -> None:
    otto = administrator("otto", cast.alice)
    path = reverse("account:role", args=[otto.public_id])
    assert signed_in(anna).post(path, {"role": "caseworker"}).status_code == 302
    otto.refresh_from_db()
    assert otto.role == Role.CASEWORKER
    assert signed_in(otto).get(reverse("account:people")).status_code == 403
    assert "account.role_changed" in actions(anna)


@pytest.mark.parametrize("role", ["region_coordinator", "jobseeker", "emperor"])
def test_a_role_that_is_not_to_be_given_is_refused(cast: Cast, anna: User, role: str) -> None:
    path = reverse("account:role", args=[cast.alice.public_id])
    assert signed_in(anna).post(path, {"role": role}).status_code == 422
    cast.alice.refresh_from_db()
    assert cast.alice.role == Role.RESEARCHER


def test_off_and_on_again(cast: Cast, anna: User) -> None:
    browser, alices = signed_in(anna), signed_in(cast.alice)
    assert ask(browser, "switch", cast.alice.public_id) == 302
    assert alices.get(reverse("account:own")).status_code == 302
    page = browser.get(reverse("account:person", args=[cast.alice.public_id])).content.decode()
    assert "account staat uit" in page
    assert ask(browser, "switch", cast.alice.public_id) == 302
    cast.alice.refresh_from_db()
    assert cast.alice.is_active
    assert actions(anna)[-2:] == ["account.deactivated", "account.reactivated"]


def test_the_yearly_review(cast: Cast, anna: User) -> None:
    long_ago = timezone.now() - timedelta(days=366)
    with acting(AT_THE_DOOR):
        User.objects.filter(pk=cast.bob.pk).update(date_joined=long_ago)
    browser = signed_in(anna)
    page = browser.get(reverse("account:people")).content.decode()
    assert page.count("te lang geleden") == 1
    assert page.index("Bob") < page.index("Alice")
    browser.post(reverse("account:confirm", args=[cast.bob.public_id]))
    page = browser.get(reverse("account:people")).content.decode()
    assert "te lang geleden" not in page
    assert "door Anna op" in page
    # Another role has to be confirmed again.
    with acting(Scope.of(anna)):
        people.change_role(anna, cast.bob, Role.CASEWORKER)
        assert queries.access_of(anna, cast.bob).is_overdue
    assert "account.rights_confirmed" in actions(anna)


def test_the_export_is_text_whatever_people_are_called(cast: Cast, anna: User) -> None:
    with acting(AT_THE_DOOR):
        User.objects.filter(pk=cast.alice.pk).update(first_name='=HYPERLINK("x")', last_name="@b")
    answer = signed_in(anna).get(reverse("account:export"))
    rows = CalamineWorkbook.from_filelike(io.BytesIO(answer.content)).get_sheet_by_index(0)
    cells = [str(cell) for row in rows.to_python() for cell in row]
    assert '\'=HYPERLINK("x") @b' in cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert "charlie" not in cells
    assert b"<f>" not in answer.content
    assert actions(anna)[-1] == "account.list_exported"


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1"])
def test_what_a_spreadsheet_would_compute_is_made_harmless(cell: str) -> None:
    assert harmless(cell) == f"'{cell}"
    assert harmless(f"a{cell}") == f"a{cell}"


def test_an_invitation_elsewhere_is_not_there(cast: Cast, anna: User) -> None:
    chris = administrator("chris", cast.charlie)
    assert cast.charlie.municipality is not None
    with acting(Scope.of(chris)):
        made = invite(chris, Role.TRAINER, cast.charlie.municipality, first_name="Zora")
    browser = signed_in(anna)
    assert "Zora" not in browser.get(reverse("account:invitations")).content.decode()
    for name in ("resend", "withdraw"):
        path = reverse(f"account:{name}", args=[made.invitation.public_id])
        assert browser.post(path).status_code == 404
        assert signed_in(cast.alice).post(path).status_code == 403
    page = signed_in(chris).post(
        reverse("account:withdraw", args=[made.invitation.public_id]), follow=True
    )
    assert "De link werkt niet meer" in page.content.decode()


def test_a_coordinator_says_which_municipality_an_administrator_is_for(cast: Cast) -> None:
    with acting(AT_THE_DOOR):
        cast.dana.set_unusable_password()
        cast.dana.save()
    browser = signed_in(cast.dana)
    form = {"first_name": "Ada", "last_name": "Beheer", "role": "administrator"}
    page = browser.post(reverse("account:invite"), form)
    assert page.status_code == 422
    there = cast.charlie.municipality
    assert there is not None
    page = browser.post(reverse("account:invite"), form | {"municipality": str(there.pk)})
    assert "/uitnodiging/" in page.content.decode()
    assert "Ada Beheer" in browser.get(reverse("account:invitations")).content.decode()


def test_the_administrators_link_lets_somebody_choose_a_password(cast: Cast, anna: User) -> None:
    page = signed_in(anna).post(reverse("account:password-link", args=[cast.alice.public_id]))
    text = page.content.decode()
    path = text.split("http://testserver", 1)[1].split("</textarea>")[0]
    assert Client().get(path).url.endswith("/set-password/")
    assert actions(anna)[-1] == "password.link_made"


def test_ones_own_name_and_language(cast: Cast) -> None:
    browser = signed_in(cast.alice)
    form = {"first_name": "Alice", "last_name": "de Boer", "language": "en"}
    answer = browser.post(reverse("account:details"), form)
    assert answer.url == reverse("account:own")
    page = browser.get(answer.url).content.decode()
    assert "Alice de Boer" in page
    assert "My account" in page


@pytest.mark.parametrize(
    ("agent", "words"),
    [
        ("Mozilla/5.0 (Windows NT 10.0) Gecko/20100101 Firefox/140.0", ("Firefox", "Windows")),
        ("Mozilla/5.0 (X11; Linux) Chrome/140 Safari/537.36 Edg/140", ("Edge", "Linux")),
        ("Mozilla/5.0 (iPhone; like Mac OS X) Version/18 Safari/605", ("Safari", "iPhone")),
        ("curl/8", ("", "")),
    ],
)
def test_devices_are_named_in_words(agent: str, words: tuple[str, str]) -> None:
    assert device_words(agent) == words
