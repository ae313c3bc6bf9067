"""Where the reader can go from any page, and as whom."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest

from streekwerk.accounts.models import User
from streekwerk.screens.design.navigation import Link
from streekwerk.screens.design.templatetags.design import reader_language
from streekwerk.screens.home.doors import menu_for


def places(request: HttpRequest) -> dict[str, Any]:
    """Context processor: the main menu (from the list of doors) and the line under the name."""
    user = getattr(request, "user", None) or AnonymousUser()
    role = ""
    if isinstance(user, User):
        role = user.role_words.in_language(reader_language())
        if user.municipality:
            role = f"{role}, {user.municipality}"
    links = [
        Link(str(door.label), url, current=request.path.startswith(url))
        for door in menu_for(user)
        for url in (door.url,)
    ]
    return {"navigation": _one_current(links), "account_role": role}


def _one_current(links: list[Link]) -> list[Link]:
    """Of two entries that lead here, one inside the other, only the inner one is current."""
    here = max((link.url for link in links if link.current), key=len, default="")
    return [Link(link.label, link.url, current=link.url == here) for link in links]
