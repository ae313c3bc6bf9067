"""Hand a search for chains to the queue, without importing what it needs."""

from __future__ import annotations

from procrastinate.contrib.django import app

from streekwerk.accounts.scope import Scope
from streekwerk.work.models import ChainSearch

SEARCH = "work.search_chains"


def defer_search(asked: ChainSearch) -> None:
    """Queue a search over the caller's own database connection."""
    task = app.configure_task(SEARCH, queueing_lock=f"chain-search-{asked.pk}")
    task.defer(search_id=asked.pk, scope=Scope.of_region(asked.region_id).for_job())
