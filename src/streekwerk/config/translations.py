"""The English catalogues: collect what the code says in Dutch, compile what was translated.

Dutch is the source language, so there is no Dutch catalogue. Every app keeps its
English one in ``locale/en/LC_MESSAGES``; both files are in version control, so that
running the product needs no translation tool. After changing a text::

    python -m streekwerk.config.translations

then fill in the empty ``msgstr`` it reports and run it again.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_python
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

SOURCE = Path(__file__).resolve().parents[1]
FUNCTIONS = ("_", "gettext", "gettext_lazy", "gettext_noop", "ngettext", "ngettext_lazy")
KEYWORDS = dict.fromkeys(FUNCTIONS, None)
FOUNDED = datetime(2026, 1, 1, tzinfo=UTC)
Message = str | tuple[str, ...]


def apps() -> list[Path]:
    """Return the folder of every Django app that says something to people."""
    folders = sorted(path.parent for path in SOURCE.rglob("apps.py"))
    return [folder for folder in folders if any(messages(folder))]


def catalogue(app: Path) -> Path:
    """Return where the English catalogue of ``app`` is kept."""
    return app / "locale" / "en" / "LC_MESSAGES" / "django.po"


def messages(app: Path) -> Iterator[Message]:
    """Yield every text of ``app`` that is to be translated."""
    for path in sorted([*app.rglob("*.py"), *app.rglob("*.html"), *app.rglob("*.txt")]):
        if "static" in path.relative_to(app).parts or _belongs_to_inner_app(path, app):
            continue
        text = path.read_text(encoding="utf-8")
        if path.suffix != ".py":
            # What remains is a line of Python per tag; its indentation means nothing.
            text = "\n".join(line.strip() for line in templatize(text).splitlines())
        source = io.BytesIO(text.encode())
        for _line, _function, said, _comments in extract_python(source, KEYWORDS, [], {}):
            yield _message(said)


def _belongs_to_inner_app(path: Path, app: Path) -> bool:
    inner = [folder for folder in path.parents if folder.is_relative_to(app) and folder != app]
    return any((folder / "apps.py").is_file() for folder in inner)


def _message(said: object) -> Message:
    if isinstance(said, str):
        return said
    if isinstance(said, (tuple, list)):
        return tuple(part for part in said if isinstance(part, str))
    raise TypeError(f"only literal texts can be translated, got {said!r}")


def _blank() -> Catalog:
    """Return an empty catalogue whose head never changes: a date in it would only make noise."""
    return Catalog(
        locale="en",
        header_comment="# English texts. Kept by `python -m streekwerk.config.translations`.",
        project="Streekwerk",
        version="1",
        charset="utf-8",
        creation_date=FOUNDED,
        revision_date=FOUNDED,
        last_translator="The Streekwerk authors",
        language_team="The Streekwerk authors",
        msgid_bugs_address="the project's issue tracker",
        fuzzy=False,
    )


def read(app: Path) -> Catalog:
    """Return the English catalogue of ``app``, empty when there is none yet."""
    path = catalogue(app)
    if not path.is_file():
        return _blank()
    with path.open("rb") as file:
        return read_po(file, locale="en")


def collect(app: Path) -> Catalog:
    """Return the catalogue of ``app`` with exactly the texts now in use, known ones translated."""
    known = read(app)
    fresh = _blank()
    for said in messages(app):
        old = known.get(said if isinstance(said, str) else said[0])
        translated = old.string if old is not None else ("" if isinstance(said, str) else ("", ""))
        flags = ["python-brace-format"] if "{" in str(said) and "%" not in str(said) else []
        fresh.add(said, translated, flags=flags)
    return fresh


def compiled(entries: Catalog) -> bytes:
    """Return the catalogue in the form the running product reads."""
    out = io.BytesIO()
    write_mo(out, entries)
    return out.getvalue()


def missing(entries: Catalog) -> list[Message]:
    """Return the texts that have no English yet."""
    return [_message(entry.id) for entry in entries if entry.id and not _is_said(entry.string)]


def _is_said(string: object) -> bool:
    return all(string) if isinstance(string, (tuple, list)) else bool(string)


def update(app: Path) -> list[Message]:
    """Write both files of ``app``'s catalogue and return what still needs English."""
    entries, path = collect(app), catalogue(app)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(file, entries, width=100, omit_header=False, sort_output=True, no_location=True)
    path.with_suffix(".mo").write_bytes(compiled(entries))
    return missing(entries)


def main() -> int:
    """Update every catalogue; say what is missing and return 1 if anything is."""
    incomplete = 0
    for app in apps():
        for text in update(app):
            incomplete = 1
            sys.stdout.write(f"{app.relative_to(SOURCE)}: {text!r}\n")
    return incomplete


if __name__ == "__main__":
    sys.exit(main())
