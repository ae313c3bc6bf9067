"""Two municipalities with everything in them, and somebody in every role to ask."""

from __future__ import annotations

import importlib
import re
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from types import ModuleType
from typing import Any

from django.db import transaction
from django.http import HttpResponseBase
from django.test import Client
from django.urls import URLPattern, URLResolver, reverse
from tests.cast import person
from tests.pdf_text import text_of
from tests.screens.matrix.address import OF_THE_REGION, POST, Address, Town

from streekwerk.accounts.models import Municipality, Region, Role, User
from streekwerk.accounts.scope import AT_THE_DOOR, Scope, acting

SCREENS = Path(__file__).parents[1]
CANARIES = {"Hier": "kwikstaart5193hier", "Daar": "kanarievogel8847daar"}


def folders() -> list[ModuleType]:
    """Return every ``addresses`` module, in the order of the folders' names."""
    found = sorted(path.parent.name for path in SCREENS.glob("*/addresses.py"))
    return [importlib.import_module(f"tests.screens.{name}.addresses") for name in found]


def addresses() -> list[Address]:
    """Return every entry."""
    return [entry for folder in folders() for entry in folder.ADDRESSES]


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


@dataclass(frozen=True)
class World:
    """Hier and Daar, and a browser for everybody."""

    here: Town
    there: Town
    browsers: Mapping[int, Client]

    def ask(self, who: User | None, address: Address, about: Town) -> HttpResponseBase:
        """Ask an address about a thing of a town, and undo whatever that did."""
        path = reverse(address.name, args=address.arguments(about))
        browser = Client() if who is None else self.browsers[who.pk]
        cookies = browser.cookies.copy()
        data = address.data(about) if address.data else {}
        with transaction.atomic():
            answer = (browser.post if address.method == POST else browser.get)(path, data)
            transaction.set_rollback(True)
        browser.cookies = cookies
        return answer


@contextmanager
def built() -> Iterator[World]:
    """Build the world in a transaction that is never committed."""
    with transaction.atomic():
        with acting(AT_THE_DOOR):
            region = Region.objects.create(name="Testregio", fictitious=True)
            shared = {role: person(f"{role}", role, None, region) for role in OF_THE_REGION}
            here, there = (_town(region, name, shared) for name in CANARIES)
        for folder in folders():
            for town in (here, there):
                if plant := getattr(folder, "plant", None):
                    with acting(Scope.of_municipality(town.municipality.pk)):
                        plant(town)
        with acting(AT_THE_DOOR):
            everybody = {u.pk: u for town in (here, there) for u in town.people.values()}
            browsers = {pk: _browser(user) for pk, user in everybody.items()}
        yield World(here, there, browsers)
        transaction.set_rollback(True)


def _town(region: Region, name: str, shared: Mapping[Role, User]) -> Town:
    home = Municipality.objects.create(region=region, name=name)
    canary = CANARIES[name]
    own = {
        role: person(f"{role}-{name}-{canary}", role, home) for role in Role if role not in shared
    }
    for user in own.values():
        user.first_name, user.last_name = role_name(user), canary
        user.save(update_fields=["first_name", "last_name"])
    return Town(home, canary, own | dict(shared))


def role_name(user: User) -> str:
    """Return a first name that tells what somebody does."""
    return Role(user.role).name.title()


def _browser(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def everything_in(answer: Any) -> bytes:
    """Return all bytes of an answer: headers, body, and what is packed inside the body.

    The letters of a PDF are numbers of glyphs, which no search finds: its text is read, and
    added once more without spaces and hyphens, since a word may stand on two lines.
    """
    headers = "\n".join(f"{name}: {value}" for name, value in answer.headers.items()).encode()
    body: bytes = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return headers + body + b"".join(_packed(body))


def _packed(body: bytes) -> Iterator[bytes]:
    if body.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(BytesIO(body)) as package:
            for name in package.namelist():
                inside = package.read(name)
                yield inside
                yield from _packed(inside)
    if body.startswith(b"%PDF"):
        text = text_of(body)
        yield text.encode()
        yield re.sub(r"[\s\u00ad\u2010-]+", "", text).encode()
