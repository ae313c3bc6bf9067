"""The citizen service number (burgerservicenummer): its eleven-test, and how to notice one."""

from __future__ import annotations

import re
from collections.abc import Iterable

_NINE_DIGITS = re.compile(r"\d{8,9}")
_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)


def is_bsn(text: str) -> bool:
    """Whether ``text`` passes the eleven-test: weights 9…2 and −1, a sum that divides by 11."""
    if not _NINE_DIGITS.fullmatch(text):
        return False
    digits = [int(digit) for digit in text.zfill(9)]
    total = sum(weight * digit for weight, digit in zip(_WEIGHTS, digits, strict=True))
    return total % 11 == 0 and any(digits)


def looks_like_bsns(values: Iterable[object], sample: int = 200) -> bool:
    """Whether a column seems to hold BSNs.

    One random number of nine digits in eleven passes the test, so four fifths
    of the first ``sample`` values passing can't be chance.
    """
    first = [str(value) for value, _ in zip(values, range(sample), strict=False)]
    filled = [value for value in first if value]
    return len(filled) >= 5 and sum(map(is_bsn, filled)) >= 0.8 * len(filled)
