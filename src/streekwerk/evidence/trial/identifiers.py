"""Notice identifiers that an evaluation must not see."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from streekwerk.registers.bsn import passes_eleven_test


def looks_like_bsns(values: Iterable[object], sample: int = 200) -> bool:
    """Whether a column seems to hold citizen service numbers (BSN).

    One random number of nine digits in eleven passes the eleven-test, so four
    fifths of the first ``sample`` values passing can't be chance. A leading
    zero that a spreadsheet dropped is put back.
    """
    filled = [str(value) for value in islice(values, sample) if str(value)]
    passing = sum(len(value) in (8, 9) and passes_eleven_test(value.zfill(9)) for value in filled)
    return len(filled) >= 5 and passing >= 0.8 * len(filled)
