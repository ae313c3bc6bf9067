"""Read settings from the environment; say clearly what is wrong with one."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

_YES = {"1", "true", "yes", "on", "ja"}
_NO = {"0", "false", "no", "off", "nee", ""}


def flag(name: str, *, default: bool) -> bool:
    """Return the yes/no in environment variable ``name``; ValueError on anything else."""
    raw = os.environ.get(name)
    if raw is None:
        return default
    if raw.strip().lower() in _YES:
        return True
    if raw.strip().lower() in _NO:
        return False
    raise ValueError(f"{name} must be 1 or 0, got {raw!r}")


def words(name: str, default: tuple[str, ...]) -> list[str]:
    """Return the comma-separated words in environment variable ``name``."""
    raw = os.environ.get(name)
    if raw is None:
        return list(default)
    return [word.strip() for word in raw.split(",") if word.strip()]


def number(name: str, default: int, *, least: int, most: int) -> int:
    """Return the whole number in environment variable ``name``; ValueError outside the bounds."""
    raw = os.environ.get(name, str(default)).strip()
    if not raw.isdecimal() or not least <= int(raw) <= most:
        raise ValueError(f"{name} must be a whole number from {least} to {most}, got {raw!r}")
    return int(raw)


def state_directory() -> Path:
    """Return where this installation keeps what it stores itself (``var/`` unless told)."""
    return Path(os.environ.get("STREEKWERK_VAR", "var")).resolve()


def secret_key(directory: Path) -> str:
    """Return ``STREEKWERK_SECRET_KEY``, or a random key kept in ``directory``.

    The kept key lets one machine run without any configuration; several
    machines behind one address must share the variable.
    """
    if given := os.environ.get("STREEKWERK_SECRET_KEY"):
        return given
    path = directory / "secret-key"
    directory.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("x", encoding="ascii") as file:
            path.chmod(0o600)
            file.write(secrets.token_urlsafe(50))
    except FileExistsError:
        pass
    return path.read_text(encoding="ascii")
