"""Fetching style sheets: only what is needed, only when needed, with its licence."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from streekwerk.screens.design import vendor


@pytest.fixture
def clone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A clone with a lock file, whose packages are as npm would leave them."""
    shutil.copy(vendor.REPOSITORY / "package-lock.json", tmp_path)

    def deliver(repository: Path) -> None:
        modules = repository / "node_modules"
        for package in vendor.PACKAGES:
            for name in (*package.files, package.licence):
                path = modules / package.name / name
                path.parent.mkdir(parents=True, exist_ok=True)
                if "." in path.name or path.name.isupper():
                    path.write_text(f"{package.name} {name}", encoding="utf-8")
                else:
                    path.mkdir(exist_ok=True)
                    (path / "letter.woff2").write_bytes(b"wOF2")
        (modules / ".package-lock.json").write_text("{}", encoding="utf-8")

    monkeypatch.setattr(vendor, "run_npm_ci", deliver)
    return tmp_path


def test_a_second_time_does_nothing(clone: Path) -> None:
    target = clone / "vendor"
    assert vendor.install(clone, target)
    first = (target / "utrecht" / "index.css").stat().st_mtime_ns
    assert not vendor.install(clone, target)
    assert (target / "utrecht" / "index.css").stat().st_mtime_ns == first


def test_every_package_comes_with_its_licence(clone: Path) -> None:
    vendor.install(clone, clone / "vendor")
    for package in vendor.PACKAGES:
        assert (clone / "vendor" / package.folder / package.licence).is_file()
    assert (clone / "vendor" / "atkinson-hyperlegible-next" / "files" / "letter.woff2").is_file()


def test_a_new_lock_file_or_a_lost_folder_fetches_again(clone: Path) -> None:
    vendor.install(clone, clone / "vendor")
    with (clone / "package-lock.json").open("a", encoding="utf-8") as lock:
        lock.write("\n")
    assert vendor.install(clone, clone / "vendor")
    shutil.rmtree(clone / "node_modules")
    assert vendor.install(clone, clone / "vendor")


def test_a_package_without_its_file_leaves_the_old_files_alone(
    clone: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vendor.install(clone, clone / "vendor")
    broken = vendor.Package(
        "@utrecht/component-library-css", "utrecht", ("gone.css",), "LICENSE.md"
    )
    monkeypatch.setattr(vendor, "PACKAGES", (broken,))
    monkeypatch.setattr(vendor, "run_npm_ci", lambda _: None)
    with pytest.raises(vendor.AssetsError, match=r"gone\.css"):
        vendor.install(clone, clone / "vendor")
    assert (clone / "vendor" / "utrecht" / "index.css").is_file()
    assert not list(clone.glob("vendor.new-*"))


def test_without_a_lock_file_it_says_so(tmp_path: Path) -> None:
    with pytest.raises(vendor.AssetsError, match=r"package-lock\.json"):
        vendor.install(tmp_path, tmp_path / "vendor")


def test_the_lock_names_no_registry_and_pins_every_package() -> None:
    lock = json.loads((vendor.REPOSITORY / "package-lock.json").read_text(encoding="utf-8"))
    for name, entry in lock["packages"].items():
        assert "resolved" not in entry, name
        assert name == "" or entry["integrity"].startswith("sha512-"), name
    wanted = json.loads((vendor.REPOSITORY / "package.json").read_text(encoding="utf-8"))
    assert all(version[0].isdigit() for version in wanted["dependencies"].values())
    assert {package.name for package in vendor.PACKAGES} == set(wanted["dependencies"])
