"""What holds for every answer: the reader's own language, and nothing kept in caches."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase
from django.utils import translation

from streekwerk.accounts.models import User
from streekwerk.vocabulary.language import LANGUAGES


class SavedLanguageMiddleware:
    """Activate the language of the session, else of the account, else Dutch."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer ``request`` in the reader's language."""
        with translation.override(saved_language(request)):
            response = self.get_response(request)
            response.headers.setdefault("Content-Language", translation.get_language() or "nl")
        return response


class NothingKeptMiddleware:
    """Forbid browsers and proxies to keep what somebody who signed in has seen."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer ``request``; the answer may be kept only where everybody gets the same."""
        response = self.get_response(request)
        if isinstance(request.user, User):
            response.headers.setdefault("Cache-Control", "no-store")
        return response


def saved_language(request: HttpRequest) -> str:
    """Return the language to speak with whoever sent ``request``."""
    chosen = request.session.get("language")
    if chosen is None and isinstance(request.user, User):
        chosen = request.user.language
    return chosen if chosen in LANGUAGES else "nl"
