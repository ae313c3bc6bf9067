"""The versions of the algorithm. What is in one of them never changes.

Every stored advice names the version it was made by and is replayed by that version, so a
better way of advising is a new package beside the old ones, not an edit.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from streekwerk.advice.algorithms import v1
from streekwerk.advice.request import AdviceRequest
from streekwerk.advice.result import Advice

CURRENT = "1"
ALGORITHMS: Mapping[str, Callable[[AdviceRequest], Advice]] = MappingProxyType({"1": v1.advise})
