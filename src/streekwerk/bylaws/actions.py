"""Fill in open terms: permission, change and audit entry together."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from streekwerk.accounts import audit
from streekwerk.accounts.models import User
from streekwerk.bylaws.models import Decision
from streekwerk.bylaws.permissions import own_municipality
from streekwerk.bylaws.terms import TERMS, stored


@transaction.atomic
def decide(
    user: User, key: str, value: float | bool | None, valid_from: date, source: str, url: str = ""
) -> Decision:
    """Record what the by-law of the user's municipality says from a day on.

    ``value`` None takes an earlier decision back: the neutral default counts again.

    Raises
    ------
    ValueError
        For a term that does not exist, a value of the wrong kind, or no source.
    """
    municipality = own_municipality(user)
    if key not in TERMS:
        raise ValueError(f"no open term {key!r}; there are: {', '.join(TERMS)}")
    if not source.strip():
        raise ValueError("a decision needs a source: the by-law and its article")
    made = Decision.objects.create(
        municipality=municipality,
        term=key,
        value=None if value is None else stored(TERMS[key], value),
        valid_from=valid_from,
        source=source.strip(),
        url=url,
        decided_by=user,
    )
    day = valid_from.isoformat()
    audit.record(user, "bylaw.decided", made, term=key, value=made.value, valid_from=day)
    return made
