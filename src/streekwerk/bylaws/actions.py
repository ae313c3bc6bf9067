"""Fill in open terms: permission, change and audit entry together."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from streekwerk.accounts import audit
from streekwerk.accounts.models import User
from streekwerk.accounts.permissions import require
from streekwerk.bylaws.models import Decision
from streekwerk.bylaws.permissions import may_decide
from streekwerk.bylaws.terms import TERMS, stored


@transaction.atomic
def decide(
    user: User, key: str, value: float | bool, valid_from: date, source: str, url: str = ""
) -> Decision:
    """Record what the by-law of the user's municipality says from a day on.

    Raises
    ------
    ValueError
        For a term that does not exist, a value of the wrong kind, or no source.
    """
    require(may_decide(user))
    if key not in TERMS:
        raise ValueError(f"no open term {key!r}; there are: {', '.join(TERMS)}")
    return _add(user, key, stored(TERMS[key], value), valid_from, source, url)


@transaction.atomic
def take_back(user: User, key: str, valid_from: date, source: str) -> Decision:
    """Record that from a day on the municipality decides nothing; the neutral default counts.

    Raises
    ------
    ValueError
        For a term that does not exist, or no source.
    """
    require(may_decide(user))
    if key not in TERMS:
        raise ValueError(f"no open term {key!r}; there are: {', '.join(TERMS)}")
    return _add(user, key, None, valid_from, source, "")


def _add(
    user: User, key: str, value: float | None, valid_from: date, source: str, url: str
) -> Decision:
    if not source.strip():
        raise ValueError("a decision needs a source: the by-law and its article")
    made = Decision.objects.create(
        municipality=user.municipality,
        term=key,
        value=value,
        valid_from=valid_from,
        source=source.strip(),
        url=url,
        decided_by=user,
    )
    audit.record(
        user, "bylaw.decided", made, term=key, value=value, valid_from=valid_from.isoformat()
    )
    return made
