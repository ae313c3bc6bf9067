"""Rules of the Django side that a reader of the code may rely on."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import models

SOURCE = Path(__file__).parents[2] / "src" / "streekwerk"
APPS = ("accounts", "bylaws", "deliveries", "learning", "partners", "people", "work")
WRITES = {"save", "create", "update", "delete", "bulk_create", "get_or_create", "update_or_create"}
OURS = ("accounts", "learning", "config", "screens/home", "screens/public", "screens/researcher")


def modules(*folders: str) -> Iterator[Path]:
    for folder in folders:
        yield from sorted((SOURCE / folder).rglob("*.py"))


def test_migrations_are_complete(db: None) -> None:
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)


@pytest.mark.parametrize("app", APPS)
def test_every_app_has_the_same_rooms(app: str) -> None:
    for room in ("models", "queries", "actions", "permissions"):
        inside = SOURCE / app
        assert (inside / f"{room}.py").exists() or (inside / room).is_dir(), f"{app} has no {room}"


def _written_in(path: Path) -> list[str]:
    tree = ast.parse(path.read_text("utf-8"))
    calls = [n.func for n in ast.walk(tree) if isinstance(n, ast.Call)]
    return [
        f"{path.relative_to(SOURCE)}:{call.lineno} .{call.attr}()"
        for call in calls
        if isinstance(call, ast.Attribute)
        and call.attr in WRITES
        and "objects" in ast.unparse(call)
    ]


def test_only_actions_change_what_is_stored() -> None:
    allowed = {SOURCE / "accounts" / "actions.py", SOURCE / "accounts" / "audit.py"}
    allowed |= {SOURCE / "bylaws" / "actions.py"}
    allowed |= set(
        modules(
            *("accounts/entry/actions", "deliveries/actions", "learning/actions"),
            *("partners/actions", "people/actions", "work/actions"),
        )
    )
    found = [
        line
        for path in modules(*APPS, "screens", "cli", "reports")
        if path not in allowed and "migrations" not in path.parts
        for line in _written_in(path)
    ]
    assert found == []


def test_the_rule_above_can_fail(tmp_path: Path) -> None:
    assert _written_in(SOURCE / "learning" / "actions" / "opening.py") == []
    assert _written_in(SOURCE / "learning" / "actions" / "preparing.py") != []


def test_screens_read_through_queries_only() -> None:
    found = [
        f"{path.relative_to(SOURCE)}: {line.strip()}"
        for path in modules("screens")
        for line in path.read_text("utf-8").splitlines()
        if ".objects" in line
    ]
    assert found == []


def test_every_tenant_row_names_its_municipality_and_stays_traceable() -> None:
    for name in ("Dataset", "Evaluation", "Run"):
        field = apps.get_model("learning", name)._meta.get_field("municipality")
        assert not field.null, name
        assert field.remote_field.on_delete is models.RESTRICT, name


def test_screens_of_different_readers_do_not_know_each_other() -> None:
    readers = ("home", "public", "researcher", "rights")
    for reader in readers:
        for path in modules(f"screens/{reader}"):
            text = path.read_text("utf-8")
            others = [other for other in readers if other != reader]
            assert not [o for o in others if f"streekwerk.screens.{o}" in text], path


def test_nothing_inline_in_any_page() -> None:
    for path in SOURCE.rglob("templates/**/*.html"):
        if "reports" in path.parts:
            continue
        text = path.read_text("utf-8")
        assert not re.search(r"<style|\sstyle=|\son[a-z]+=|javascript:", text), path
        assert not re.search(r"<script(?![^>]*\ssrc=)", text), path


def test_every_page_template_is_used() -> None:
    code = "\n".join(path.read_text("utf-8") for path in modules("screens"))
    pages = [path for path in SOURCE.rglob("screens/*/templates/**/*.*") if path.is_file()]
    code += "\n".join(path.read_text("utf-8") for path in pages)
    for path in pages:
        if any(f"screens/{own}/" in path.as_posix() for own in ("home", "public", "researcher")):
            name = path.relative_to(next(p for p in path.parents if p.name == "templates"))
            assert f'"{name.as_posix()}"' in code, f"{name} is used nowhere"


def test_files_stay_short() -> None:
    for path in modules(*OURS, "screens/findings", "cli"):
        if "migrations" not in path.parts:
            assert len(path.read_text("utf-8").splitlines()) <= 300, path
