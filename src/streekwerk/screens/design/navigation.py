"""Where a reader can go from here: at most two levels, plain links."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Link:
    """One entry of a navigation, a row of tabs, or a breadcrumb.

    A breadcrumb's last entry has no ``url``: it is the page itself.
    """

    label: str
    url: str = ""
    current: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a flow. ``wrong`` marks the step that has to be done again."""

    label: str
    state: Literal["done", "current", "next", "wrong"] = "next"
    url: str = ""


def steps_until(labels: tuple[str, ...], current: int) -> tuple[Step, ...]:
    """Return the steps of a flow of which number ``current`` (from zero) is under way."""
    if not 0 <= current < len(labels):
        raise ValueError(f"a flow of {len(labels)} steps has no step {current}")
    return tuple(
        Step(label, "done" if place < current else "current" if place == current else "next")
        for place, label in enumerate(labels)
    )
