"""What shows that something stored is still what it was."""

from __future__ import annotations

import hashlib
import json


def fingerprint(content: object) -> str:
    """Return the SHA-256 of ``content`` written as JSON with sorted keys."""
    written = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(written.encode()).hexdigest()
