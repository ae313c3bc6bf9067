"""How long somebody must wait after too many attempts."""

from __future__ import annotations

import math
import time

from allauth.account import app_settings
from allauth.core.internal import ratelimit
from django.core.cache import cache
from django.http import HttpRequest


def minutes_to_wait(request: HttpRequest, key: str) -> int:
    """Return in how many whole minutes an attempt for ``key`` is allowed again, at least 1."""
    rates = ratelimit.get_rates(
        app="allauth.account", action="login_failed", config=app_settings.RATE_LIMITS
    )
    waits = [_wait(request, rate, key) for rate in rates]
    return max(1, math.ceil(max(waits, default=0.0) / 60))


def is_full(request: HttpRequest, key: str) -> bool:
    """Whether the attempt just made was the last one that counts for ``key``."""
    rates = ratelimit.get_rates(
        app="allauth.account", action="login_failed", config=app_settings.RATE_LIMITS
    )
    return any(rate.per == "key" and _wait(request, rate, key) > 0 for rate in rates)


def _wait(request: HttpRequest, rate: ratelimit.Rate, key: str) -> float:
    """Return the seconds until ``rate`` has room again; its history is newest first."""
    name = ratelimit.get_cache_key(
        request, app="allauth.account", action="login_failed", rate=rate, key=key
    )
    history: list[float] = cache.get(name, [])
    if len(history) < rate.amount:
        return 0.0
    free_again: float = history[rate.amount - 1] + float(rate.duration)
    return max(0.0, free_again - time.time())
