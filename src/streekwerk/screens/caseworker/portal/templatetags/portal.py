"""``{% load portal %}``: what the page of a person shows of the portal."""

from __future__ import annotations

from typing import Any

from django import template

from streekwerk.accounts.entry.queries import invitation_of
from streekwerk.accounts.models import User
from streekwerk.people.actions.invitations import subject_of
from streekwerk.people.models import Person
from streekwerk.people.queries.decisions import given
from streekwerk.people.queries.requests import latest_preference, open_requests

register = template.Library()


@register.inclusion_tag("portal/waiting.html")
def portal_waiting(person: Person) -> dict[str, Any]:
    """``{% portal_waiting person %}``: what the jobseeker asked and nobody answered."""
    return {"person": person, "waiting": open_requests(person)}


@register.inclusion_tag("portal/account.html")
def portal_account(person: Person, user: User) -> dict[str, Any]:
    """``{% portal_account person user %}``: own account, invitation, and the own preference."""
    invitation = None if person.user_id else invitation_of(user, subject_of(person))
    said = latest_preference(person)
    options = given(said.advice).options if said else ()
    name = next((each.name for each in options if said and each.key == said.option), None)
    return {"person": person, "invitation": invitation, "preference": said, "preferred": name}
