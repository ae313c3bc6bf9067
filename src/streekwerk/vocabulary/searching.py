"""How a name is searched by."""

from __future__ import annotations

import unicodedata


def searchable(text: str) -> str:
    """Return ``text`` without capitals, accents and double spaces."""
    plain = unicodedata.normalize("NFKD", text)
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).casefold().split())
