"""Every address of the product: who may come there, and that strangers see nothing.

A new address without an entry below fails the first test.
"""

from __future__ import annotations

import re
import uuid

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from tests.cast import Cast, signed_in
from tests.learning import files

from streekwerk.learning.models import Evaluation

PUBLIC = {
    "home",
    "login",
    "logout",
    "who-are-you",
    "set_language",
    "healthy",
    "public:what-works",
    "public:study",
    "public:evaluation",
    "design:guide",
    "design:guide-forms",
    "design:guide-charts",
    "design:accessibility",
    "design:error-page",
}
RESEARCHER_ONLY = {"researcher:upload", "researcher:parts", "researcher:comparison"}
BOTH = {
    "researcher:evaluations",
    "researcher:evaluation",
    "researcher:design",
    "researcher:progress",
    "researcher:result",
    "researcher:download",
}
RESEARCHER_DECIDES = {
    "researcher:open",
    "researcher:try-again",
    "researcher:save",
    "researcher:ask-publication",
}
OFFICER_DECIDES = {"researcher:publish"}
# Who may come here stands in the tests of their screens: account, deliveries, cards and rights.
ELSEWHERE = {
    "account:own",
    "account:details",
    "account:end-session",
    "account:end-others",
    "account:second-factor",
    "account:kept",
    "account:people",
    "account:export",
    "account:person",
    "account:role",
    "account:confirm",
    "account:switch",
    "account:end-sessions",
    "account:reset-factor",
    "account:password-link",
    "account:invitations",
    "account:invite",
    "account:resend",
    "account:withdraw",
    "account_login",
    "mfa_authenticate",
    "mfa_login_webauthn",
    "account_inactive",
    "account-unknown",
    "socialaccount_login_cancelled",
    "socialaccount_login_error",
    "account_logout",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key_done",
    "account_reset_password_from_key",
    "invitation-take",
    "invitation-gone",
    "invitation",
    "account_reauthenticate",
    "mfa_reauthenticate",
    "mfa_reauthenticate_webauthn",
    "account_change_password",
    "account_set_password",
    "mfa_index",
    "mfa_activate_totp",
    "mfa_deactivate_totp",
    "mfa_list_webauthn",
    "mfa_add_webauthn",
    "mfa_remove_webauthn",
    "mfa_edit_webauthn",
    "mfa_view_recovery_codes",
    "mfa_download_recovery_codes",
    "mfa_generate_recovery_codes",
    "openid_connect_login",
    "openid_connect_callback",
    "rights:catalogue",
    "rights:rule",
    "rights:start",
    "rights:question",
    "rights:change",
    "rights:outcome",
    "rights:paper",
    "rights:erase",
    "rights:employer",
    "rights:income",
    "rights:terms",
    "rights:decide",
    "deliveries:overview",
    "deliveries:deliver",
    "deliveries:busy",
    "deliveries:accept-all",
    "deliveries:report",
    "deliveries:accept",
    "deliveries:refuse",
    "deliveries:withdraw",
    "deliveries:restore",
    "deliveries:explain",
    "deliveries:explain-values",
    "deliveries:set-aside",
    "deliveries:sources",
    "deliveries:source",
    "deliveries:withdraw-source",
    "deliveries:set-up",
    "deliveries:join-region",
    "deliveries:leave-region",
    "cohort:overview",
    "cards:overview",
    "cards:compute",
    "cards:compare",
    "cards:comparison",
    "cohort:market-template",
    "cards:busy",
    "cards:card",
}
OF_ONE_EVALUATION = sorted(
    (BOTH | RESEARCHER_ONLY | RESEARCHER_DECIDES | OFFICER_DECIDES)
    - {"researcher:evaluations", "researcher:upload"}
)


def names(patterns: list[URLPattern | URLResolver], prefix: str = "") -> set[str]:
    """Return the name of every address, namespaces included."""
    found: set[str] = set()
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{prefix}{pattern.namespace}:" if pattern.namespace else prefix
            found |= names(pattern.url_patterns, inner)
        else:
            assert pattern.name, f"{pattern} has no name"
            found.add(prefix + pattern.name)
    return found


def address(name: str, evaluation: Evaluation) -> str:
    """Return the address of ``name`` for one evaluation."""
    arguments = [evaluation.public_id, *(["json"] if name.endswith("download") else [])]
    return reverse(name, args=arguments)


def ask(client: Client, name: str, evaluation: Evaluation) -> int:
    """Return the status that ``name`` answers with."""
    decides = name in RESEARCHER_DECIDES | OFFICER_DECIDES
    path = address(name, evaluation)
    return (client.post(path) if decides else client.get(path)).status_code


def test_every_address_has_an_entry_here() -> None:
    known = PUBLIC | RESEARCHER_ONLY | BOTH | RESEARCHER_DECIDES | OFFICER_DECIDES | ELSEWHERE
    assert names(get_resolver().url_patterns) == known


@pytest.fixture
def evaluation(cast: Cast) -> Evaluation:
    return files.done(cast.alice)


@pytest.mark.parametrize("name", OF_ONE_EVALUATION)
def test_charlie_finds_nothing_of_alice(cast: Cast, evaluation: Evaluation, name: str) -> None:
    before = Evaluation.objects.values().get()
    charlie = 403 if name in OFFICER_DECIDES else 404
    assert ask(signed_in(cast.charlie), name, evaluation) == charlie
    assert ask(signed_in(cast.dana), name, evaluation) == 403
    assert ask(Client(), name, evaluation) == 302
    assert Evaluation.objects.values().get() == before


@pytest.mark.parametrize("name", OF_ONE_EVALUATION)
def test_alice_and_bob_come_where_their_role_leads(
    cast: Cast, evaluation: Evaluation, name: str
) -> None:
    alice = 403 if name in OFFICER_DECIDES else 200
    bob = 403 if name in RESEARCHER_ONLY | RESEARCHER_DECIDES else 200
    assert ask(signed_in(cast.alice), name, evaluation) in {alice, alice + 102}
    assert ask(signed_in(cast.bob), name, evaluation) in {bob, bob + 102}


@pytest.mark.parametrize("name", ["researcher:evaluations", "researcher:upload"])
def test_lists_and_forms_without_an_evaluation(cast: Cast, name: str) -> None:
    path = reverse(name)
    assert signed_in(cast.alice).get(path).status_code == 200
    assert signed_in(cast.dana).get(path).status_code == 403
    assert Client().get(path).url == f"{reverse('login')}?next={path}"


def test_charlie_has_an_empty_list(cast: Cast, evaluation: Evaluation) -> None:
    page = signed_in(cast.charlie).get(reverse("researcher:evaluations")).content.decode()
    assert evaluation.title_words.nl not in page
    assert str(evaluation.public_id) not in page
    assert "Nog geen evaluatie" in page


@pytest.mark.parametrize("name", sorted(PUBLIC - {"logout", "set_language", "healthy"}))
def test_what_is_public_shows_nothing_that_was_not_published(
    cast: Cast, evaluation: Evaluation, name: str
) -> None:
    arguments = {
        "public:study": ["nergens"],
        "public:evaluation": [evaluation.public_id],
        "design:error-page": ["404"],
    }
    page = Client().get(reverse(name, args=arguments.get(name, [])))
    absent = {"public:study", "public:evaluation", "who-are-you"}
    assert page.status_code == (404 if name in absent else 200)
    assert evaluation.title_words.nl not in page.content.decode()


@pytest.mark.parametrize("name", sorted(RESEARCHER_DECIDES | OFFICER_DECIDES))
def test_decisions_are_not_made_by_following_a_link(
    cast: Cast, evaluation: Evaluation, name: str
) -> None:
    assert signed_in(cast.alice).get(address(name, evaluation)).status_code == 405


def test_an_unknown_evaluation_and_a_strangers_look_the_same(
    cast: Cast, evaluation: Evaluation
) -> None:
    charlie = signed_in(cast.charlie)
    pages = []
    for public_id in (evaluation.public_id, uuid.uuid4()):
        page = charlie.get(reverse("researcher:result", args=[public_id]))
        assert page.status_code == 404
        # What differs for everybody, at every request: the token of a form, the address itself.
        text = re.sub(r"[A-Za-z0-9]{64}", "TOKEN", page.content.decode())
        pages.append(text.replace(str(public_id), "ADDRESS"))
    assert pages[0] == pages[1]
