"""Keep the innovation agenda of an employer."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from streekwerk.accounts.models import User
from streekwerk.partners import refusals
from streekwerk.partners.actions.noting import note
from streekwerk.partners.choices import AgendaKind, AgendaState, Horizon
from streekwerk.partners.models import AgendaEvent, AgendaItem, Employer
from streekwerk.partners.permissions import require_fill_in


@dataclass(frozen=True, slots=True)
class AgendaCard:
    """What it is, of which kind and by when."""

    kind: AgendaKind
    title: str
    horizon: Horizon
    words: str = ""


@transaction.atomic
def add_item(
    user: User, employer: Employer, card: AgendaCard, state: AgendaState = AgendaState.IDEA
) -> AgendaItem:
    """Put something on the agenda. Refused without a title."""
    require_fill_in(user, employer)
    item = AgendaItem.objects.create(
        region_id=employer.region_id,
        employer=employer,
        state=state.value,
        state_since=timezone.localdate(),
        **_values(card),
    )
    _keep(user, item, "")
    note(user, "agenda.added", item, employer, kind=item.kind)
    return item


@transaction.atomic
def change_item(user: User, item: AgendaItem, card: AgendaCard) -> AgendaItem:
    """Correct what was written. Refused without a title."""
    require_fill_in(user, item.employer)
    values = _values(card)
    for key, value in values.items():
        setattr(item, key, value)
    item.save(update_fields=[*values])
    note(user, "agenda.changed", item, item.employer)
    return item


@transaction.atomic
def move_item(user: User, item: AgendaItem, state: AgendaState, words: str = "") -> AgendaItem:
    """Say how far it is; every state is kept with its day."""
    item = AgendaItem.objects.select_for_update(of=("self",)).get(pk=item.pk)
    require_fill_in(user, item.employer)
    item.state, item.state_since = state.value, timezone.localdate()
    item.save(update_fields=["state", "state_since"])
    _keep(user, item, words)
    note(user, "agenda.moved", item, item.employer, state=state.value)
    return item


def _values(card: AgendaCard) -> dict[str, str]:
    if not card.title.strip():
        raise refusals.Refused(refusals.NO_WORDS)
    return {
        "kind": card.kind.value,
        "title": card.title.strip(),
        "horizon": card.horizon.value,
        "words": card.words.strip(),
    }


def _keep(user: User, item: AgendaItem, words: str) -> None:
    AgendaEvent.objects.create(
        region_id=item.region_id,
        employer_id=item.employer_id,
        item=item,
        state=item.state,
        words=words.strip(),
        on=timezone.localdate(),
        by=user,
    )
