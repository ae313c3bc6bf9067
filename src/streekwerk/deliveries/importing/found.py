"""What a delivered file turned out to be, and what the check found in it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any, Protocol

from streekwerk.deliveries.importing.workspace import Workspace
from streekwerk.deliveries.models import Delivery, Statistic
from streekwerk.registers.exchange import Progress


@dataclass(frozen=True, slots=True)
class Found:
    """The outcome of a check, ready to be kept with the delivery."""

    statistic: Statistic
    code: str
    period: dt.date | None
    source: str
    layout: str
    rows: int
    persons: int
    errors: int
    warnings: int
    report: dict[str, Any]


class OpenedFile(Protocol):
    """A file that was recognised and can be checked."""

    @property
    def delivery(self) -> Delivery:
        """The delivery it came in as."""

    @property
    def code(self) -> str:
        """The municipality code it is about."""

    @property
    def order(self) -> tuple[str, int, int]:
        """Where it comes among the files that wait."""

    def check(self, space: Workspace, progress: Progress, /) -> Found:
        """Read and check it; its pseudonymised rows are then in the workspace's tables.

        ``progress`` is told the rows read and the share of the bytes.
        """
