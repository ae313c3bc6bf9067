"""Whether a choice went along with the evidence that was on the table.

For looking back together, never for judging anybody: deviating is as good as following, and
often there is nothing to follow.
"""

from __future__ import annotations

from collections.abc import Collection

from streekwerk.advice.result import Advice


def supported(advice: Advice) -> frozenset[str]:
    """Return the options whose interval lies above zero: they probably help. Not ordered."""
    return frozenset(
        option.key
        for option in advice.options
        if option.finding and option.finding.main and option.finding.main.low > 0
    )


def followed(advice: Advice, chosen: Collection[str]) -> bool | None:
    """Return whether something supported was chosen; None where nothing was supported."""
    helpful = supported(advice)
    return bool(helpful & set(chosen)) if helpful else None
