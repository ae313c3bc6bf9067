"""Pseudonyms in place of BSNs, with a key that lives outside the database.

HMAC-SHA-256 (RFC 2104) over a label and the value, truncated to 128 bits, which
HMAC allows and which keeps tables small. Each municipality has its own key, so
pseudonyms of two municipalities cannot be linked. Without the key nobody can try
all BSNs; with it anybody can: guard it like the BSNs themselves.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field

_SHORTEST = 32
_BLOCK = 64  # bytes SHA-256 takes at a time


@dataclass(frozen=True, slots=True)
class PseudonymKey:
    """The secret key of one municipality.

    Attributes
    ----------
    municipality
        CBS code, four digits; it is part of what is hashed.
    secret
        At least 32 bytes. It never shows in a ``repr``, a log or a traceback.

    Raises
    ------
    ValueError
        When the code is not four digits or the secret is too short.
    """

    municipality: str
    secret: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if not re.fullmatch(r"\d{4}", self.municipality, re.ASCII):
            raise ValueError(f"a municipality code has four digits, got {self.municipality!r}")
        if len(self.secret) < _SHORTEST:
            raise ValueError(f"a pseudonym key needs at least {_SHORTEST} bytes")

    @classmethod
    def from_hex(cls, municipality: str, text: str) -> PseudonymKey:
        """Make a key from hexadecimal text, as a secret store or environment holds it."""
        try:
            secret = bytes.fromhex(text.strip())
        except ValueError:
            # The chained error would show the secret.
            raise ValueError("the pseudonym key is not hexadecimal") from None
        return cls(municipality, secret)

    @classmethod
    def fresh(cls, municipality: str) -> PseudonymKey:
        """Make a new random key; store it at once, it cannot be found back."""
        return cls(municipality, secrets.token_bytes(_SHORTEST))

    def person(self, bsn: str) -> str:
        """Return the pseudonym of a person: 32 hexadecimal digits."""
        return self._digest("person", bsn)

    def number(self, kind: str, number: str) -> str:
        """Return the pseudonym of a registration number; ``kind`` keeps kinds of numbers apart."""
        return self._digest(kind, number)

    def hasher(self, label: str) -> Callable[[str], str]:
        """Return :meth:`number` for one kind (or ``person``), faster when there are many.

        What HMAC does with the key is the same every time (RFC 2104, section 4): it is done once.
        """
        block = self.secret.ljust(_BLOCK, b"\0")
        if len(self.secret) > _BLOCK:
            block = hashlib.sha256(self.secret).digest().ljust(_BLOCK, b"\0")
        inside = hashlib.sha256(bytes(byte ^ 0x36 for byte in block))
        inside.update(f"streekwerk/{label}/{self.municipality}/".encode())
        outside = hashlib.sha256(bytes(byte ^ 0x5C for byte in block))

        def digest(value: str) -> str:
            inner = inside.copy()
            inner.update(value.encode())
            outer = outside.copy()
            outer.update(inner.digest())
            return outer.digest()[:16].hex()

        return digest

    def _digest(self, label: str, value: str) -> str:
        message = f"streekwerk/{label}/{self.municipality}/{value}".encode()
        return hmac.digest(self.secret, message, hashlib.sha256)[:16].hex()
