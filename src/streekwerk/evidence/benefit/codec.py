"""A benefit as text and back: the same benefit is the same text, byte for byte."""

from __future__ import annotations

import json

from streekwerk.evidence.benefit.benefit import Benefit
from streekwerk.evidence.results.codec import from_json, to_json


def encode(benefit: Benefit) -> str:
    """Return ``benefit`` as canonical JSON: sorted keys, no spaces, shortest exact numbers."""
    return json.dumps(
        to_json(benefit), sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False
    )


def decode(text: str) -> Benefit:
    """Rebuild a benefit from :func:`encode`; raises ValueError when ``text`` is not one."""
    return from_json(Benefit, json.loads(text))
