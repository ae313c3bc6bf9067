"""Citizen service numbers that belong to nobody.

Test numbers start with 9999 and pass the eleven-test. A large region needs more
of them than that range holds (about 9,000), so the count goes on downwards from
999999999; numbers this high have never been issued.
"""

from __future__ import annotations

import numpy as np

from streekwerk.demo.arrays import Ints

_HIGHEST = 999_999_999
_WEIGHTS = np.array([9, 8, 7, 6, 5, 4, 3, 2, -1])
_PLACES = 10 ** np.arange(8, -1, -1)


def fictitious_bsns(first: int, count: int) -> Ints:
    """Return ``count`` test numbers, skipping the ``first`` highest ones.

    One number in eleven passes; every run of 11 x 100 numbers holds at least 99.
    """
    needed = first + count
    candidates = _HIGHEST - np.arange(needed * 12 + 100)
    digits = candidates[:, None] // _PLACES % 10
    passing = candidates[digits @ _WEIGHTS % 11 == 0]
    return np.asarray(passing[first:needed])
