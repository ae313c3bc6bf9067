"""What holds for every request.

In whose scope the database is asked, in which language the answer is, and that nothing of it
is kept in caches.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from django.http import HttpRequest, HttpResponseBase, StreamingHttpResponse
from django.utils import translation

from streekwerk.accounts.models import User
from streekwerk.accounts.scope import AT_THE_DOOR, Scope, acting
from streekwerk.vocabulary.language import LANGUAGES


class ScopeMiddleware:
    """Ask the database in the scope of whoever sent the request, and in no other.

    Until it is known who that is, and for who did not sign in, only accounts can be read.
    No transaction is kept open: an upload may take its time, and an action keeps its own.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer ``request`` in the scope of its sender."""
        with acting(AT_THE_DOOR):
            scope = Scope.of(request.user) if isinstance(request.user, User) else AT_THE_DOOR
        with acting(scope):
            response = self.get_response(request)
        if isinstance(response, StreamingHttpResponse) and not response.is_async:
            response.streaming_content = _in_scope(scope, response)
        return response


def _in_scope(scope: Scope, chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Give ``chunks``, each made in ``scope``: they are made after the view is done."""
    made = iter(chunks)
    while True:
        with acting(scope):
            chunk = next(made, None)
        if chunk is None:
            return
        yield chunk


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
