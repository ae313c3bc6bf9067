"""Search chains over all demand of the region. The system acts here, for who asked."""

from __future__ import annotations

import logging
from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone

from streekwerk import __version__
from streekwerk.accounts import audit
from streekwerk.accounts.models import User
from streekwerk.matching.chains.stored import demand_json
from streekwerk.matching.fingerprint import fingerprint
from streekwerk.partners.permissions import own_region
from streekwerk.vocabulary.language import Text
from streekwerk.work import refusals
from streekwerk.work.chain_queue import defer_search
from streekwerk.work.chaining import SECONDS, search
from streekwerk.work.models import ChainSearch, SetState
from streekwerk.work.models.design import UNFINISHED
from streekwerk.work.queries.demand import demand_visible_to, placed, pure
from streekwerk.work.refusals import Refused

log = logging.getLogger(__name__)
BROKEN = Text(
    "Er ging bij ons iets mis tijdens het zoeken. Probeer het opnieuw.",
    "Something went wrong on our side while searching. Try again.",
)


class _Stopped(Exception):  # noqa: N818 - somebody asked for it
    pass


@transaction.atomic
def ask_for_search(
    user: User, forms: Sequence[str], within: float, *, seconds: float = SECONDS
) -> ChainSearch:
    """Ask for a search over the demand of the user's region, as it stands now.

    Raises
    ------
    PermissionDenied
        For who does not advise employers.
    Refused
        When no demand has a place, or a search is under way.
    """
    region = own_region(user)
    rows = placed(demand_visible_to(user).order_by("pk"))
    if not rows:
        raise Refused(refusals.NO_DEMAND)
    if ChainSearch.objects.filter(region=region, state__in=UNFINISHED).exists():
        raise Refused(refusals.SEARCH_UNDER_WAY)
    inputs = {
        "demands": [demand_json(pure(row)) for row in rows],
        "titles": {str(row.public_id): row.title for row in rows},
        "names": {str(row.employer.public_id): row.employer.name for row in rows},
        "forms": list(forms),
        "within": within,
        "seconds": seconds,
    }
    asked = ChainSearch.objects.create(
        region=region,
        inputs=inputs,
        inputs_hash=fingerprint(inputs),
        code_version=__version__,
        asked_by=user,
    )
    audit.record(user, "chains.search_asked", asked, demands=len(rows))
    defer_search(asked)
    return asked


@transaction.atomic
def stop_search(user: User, asked: ChainSearch) -> None:
    """Stop a search; nothing of it is kept."""
    own_region(user)
    ChainSearch.objects.filter(pk=asked.pk, state__in=UNFINISHED).update(
        state=SetState.CANCELLED, finished_at=timezone.now()
    )
    audit.record(user, "chains.search_stopped", asked)


def perform(search_id: int) -> None:
    """Do a search that waits; one that no longer waits is left alone."""
    waiting = ChainSearch.objects.filter(pk=search_id, state=SetState.WAITING)
    if not waiting.update(state=SetState.BUSY):
        return
    asked = ChainSearch.objects.get(pk=search_id)
    try:
        found, figures = search(asked.inputs, lambda percent: _tell(asked, percent))
    except _Stopped:
        log.info("search %s was stopped", asked.pk)
        return
    except Exception:
        give_up_on(search_id)
        raise  # the queue keeps the traceback in its log and marks the job as failed
    ChainSearch.objects.filter(pk=asked.pk, state=SetState.BUSY).update(
        state=SetState.DONE if found else SetState.NOTHING,
        percent=100,
        finished_at=timezone.now(),
        found=found,
        figures=figures,
    )


def give_up_on(search_id: int) -> None:
    """Record that a search came to nothing."""
    ChainSearch.objects.filter(pk=search_id, state__in=UNFINISHED).update(
        state=SetState.FAILED, finished_at=timezone.now(), failure=BROKEN.as_json()
    )


def _tell(asked: ChainSearch, percent: int) -> None:
    busy = ChainSearch.objects.filter(pk=asked.pk, state=SetState.BUSY)
    if not busy.update(percent=percent):
        raise _Stopped
