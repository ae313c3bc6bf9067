"""The demo region's own files and cards: delivered, accepted, computed."""

from __future__ import annotations

from collections.abc import Callable

from streekwerk.accounts.models import Role
from streekwerk.accounts.queries import demo_people
from streekwerk.accounts.scope import Scope, acting
from streekwerk.deliveries import demo as deliveries
from streekwerk.learning.actions.cards import ask_for_cards


def load(say: Callable[[str], None] = lambda _line: None) -> None:
    """Deliver the region's files and queue its cards; what is there stays as it is."""
    deliveries.load(say)
    for role in (Role.REGION_COORDINATOR, Role.RESEARCHER):
        for person in demo_people().filter(role=role):
            with acting(Scope.of(person)):
                ask_for_cards(person)
    say("The worker makes the evidence cards; the page shows how far it is.")
