"""What somebody answered so far. It lives in the reader's own browser and nowhere else.

A signed cookie holds it: no row in the database, no line in a log, no answer in an address.
It goes when the browser closes, after four hours, or at the press of a button.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeAlias

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponseBase

from streekwerk.rights import REGISTRY, Dialogue, Municipality, new_case
from streekwerk.screens.rights.themes import Scope, scope

COOKIE = "rekenhulp"
PATH = "/wat-de-wet-geeft/"
LASTS_SECONDS = 4 * 60 * 60
Given: TypeAlias = "str | float | None"


@dataclass(frozen=True)
class Conversation:
    """A day, what is asked, and the answers in the order they were first given.

    ``given`` holds answers as :meth:`FactSpec.encode` takes them; None is "don't know".
    """

    day: date
    scope: Scope
    given: Mapping[str, Given]

    def dialogue(self, municipality: Municipality) -> Dialogue:
        """Return the engine's dialogue, rebuilt from the answers."""
        case = new_case(self.day, self.given, municipality)
        return replace(Dialogue.start(case, self.scope.rules), asked=tuple(self.given))

    def answering(self, key: str, value: Given) -> Conversation:
        """Return the conversation with an answer added or changed, in its old place.

        Raises
        ------
        ValueError
            When the answer is not of the question's kind.
        """
        REGISTRY[key].encode(value)
        return replace(self, given={**self.given, key: value})

    def questions(self) -> set[str]:
        """Return the keys of every question that may come up."""
        versions = (version for rule in self.scope.rules for version in rule.versions)
        return {fact.key for version in versions for fact in version.facts()} | set(self.given)

    def before(self, key: str | None) -> str | None:
        """Return the question answered before ``key``; before a new one that is the last."""
        asked = list(self.given)
        place = asked.index(key) if key in asked else len(asked)
        return asked[place - 1] if place > 0 else None


def read(request: HttpRequest) -> Conversation | None:
    """Return the conversation of this browser; None when there is none (any more)."""
    try:
        kept = signing.loads(request.COOKIES[COOKIE], salt=COOKIE, max_age=LASTS_SECONDS)
        given = {key: value for key, value in kept["given"] if key in _known()}
        conversation = Conversation(date.fromisoformat(kept["day"]), scope(kept["scope"]), given)
        REGISTRY.encode(given)
    except (KeyError, ValueError, LookupError, signing.BadSignature):
        return None  # too old, tampered with, or of an earlier version of the rules
    return conversation


def keep(response: HttpResponseBase, conversation: Conversation) -> None:
    """Hand the conversation back to the browser."""
    kept = {
        "day": conversation.day.isoformat(),
        "scope": conversation.scope.key,
        "given": list(conversation.given.items()),
    }
    response.set_cookie(
        COOKIE,
        signing.dumps(kept, salt=COOKIE, compress=True),
        path=PATH,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def erase(response: HttpResponseBase) -> None:
    """Take the conversation away from the browser."""
    response.delete_cookie(COOKIE, path=PATH, samesite="Lax")


def _known() -> set[str]:
    return {fact.key for fact in REGISTRY}
