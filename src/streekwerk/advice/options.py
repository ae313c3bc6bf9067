"""Advise: from a request to options, by the version of the algorithm the request names."""

from __future__ import annotations

from streekwerk.advice.algorithms import ALGORITHMS
from streekwerk.advice.request import AdviceRequest
from streekwerk.advice.result import Advice


def advise(request: AdviceRequest) -> Advice:
    """Return the advice. Nothing is read but ``request``: the same request, the same advice.

    Raises
    ------
    ValueError
        When the request names a version of the algorithm that does not exist.
    """
    if request.algorithm not in ALGORITHMS:
        known = ", ".join(ALGORITHMS)
        raise ValueError(f"no algorithm {request.algorithm!r}; known: {known}")
    return ALGORITHMS[request.algorithm](request)
