"""A check on one record: the check, the field it points at, and when it is broken."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from streekwerk.registers.quality.checks import Check, Severity
from streekwerk.vocabulary.language import Text

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Rule(Generic[R]):
    """A check with the test that finds it in a record of type ``R``.

    ``attribute`` is the attribute of the record whose field and value the
    finding shows; ``broken`` tells whether the record breaks the rule. It looks at
    ``looks_at`` and the delivery only, so records that agree in those are judged once.
    """

    check: Check
    attribute: str
    broken: Callable[[R], object]
    looks_at: tuple[str, ...]


def check(
    id: str,
    severity: Severity,
    *,
    title: tuple[str, str],
    why: tuple[str, str],
    advice: tuple[str, str],
    source: str = "ours",
) -> Check:
    """Write a check with Dutch and English side by side."""
    return Check(id, severity, Text(*title), Text(*why), Text(*advice), source)
