"""The citizen service number: the eleven-test, and a form that may be shown."""

from __future__ import annotations


def passes_eleven_test(bsn: str) -> bool:
    """Tell whether nine digits form a possible BSN.

    The weighted sum 9·d₁ + 8·d₂ + … + 2·d₈ − d₉ must be divisible by 11.
    All zeros would pass and is never issued, so it is refused.
    """
    if len(bsn) != 9 or not (bsn.isascii() and bsn.isdigit()) or bsn == "000000000":
        return False
    # Codes of characters instead of digits: each is 48 more, and the weights add up to 43.
    a, b, c, d, e, f, g, h, i = bsn.encode()
    weighted = 9 * a + 8 * b + 7 * c + 6 * d + 5 * e + 4 * f + 3 * g + 2 * h - i
    return (weighted - 48 * 43) % 11 == 0


def masked(bsn: str) -> str:
    """Return what a report may show of a BSN: its length and last two positions."""
    return "•" * max(len(bsn) - 2, 0) + bsn[-2:] if len(bsn) > 2 else "•" * len(bsn)
