from __future__ import annotations

import stat
from pathlib import Path

import pytest

from streekwerk.config import environment


@pytest.mark.parametrize(("said", "meant"), [("1", True), ("ja", True), ("0", False), ("", False)])
def test_flags(monkeypatch: pytest.MonkeyPatch, said: str, meant: bool) -> None:
    monkeypatch.setenv("STREEKWERK_DEBUG", said)
    assert environment.flag("STREEKWERK_DEBUG", default=not meant) is meant


def test_a_flag_that_is_neither_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STREEKWERK_SECURE", "maybe")
    with pytest.raises(ValueError, match="STREEKWERK_SECURE must be 1 or 0, got 'maybe'"):
        environment.flag("STREEKWERK_SECURE", default=True)


def test_lists(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STREEKWERK_HOSTS", " a.example , b.example,")
    assert environment.words("STREEKWERK_HOSTS", ("x",)) == ["a.example", "b.example"]
    monkeypatch.delenv("STREEKWERK_HOSTS")
    assert environment.words("STREEKWERK_HOSTS", ("x",)) == ["x"]


def test_the_key_is_made_once_and_is_for_the_owner_alone(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("STREEKWERK_SECRET_KEY", raising=False)
    key = environment.secret_key(tmp_path / "var")
    assert len(key) >= 50
    assert environment.secret_key(tmp_path / "var") == key
    mode = (tmp_path / "var" / "secret-key").stat().st_mode
    assert stat.S_IMODE(mode) == 0o600
    monkeypatch.setenv("STREEKWERK_SECRET_KEY", "given")
    assert environment.secret_key(tmp_path) == "given"
