"""Typeset a report with Typst into a PDF that screen readers can read."""

from __future__ import annotations

import json
from dataclasses import asdict
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING

import typst

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_HERE = files("streekwerk.reports")


def typeset(template: str, content: DataclassInstance) -> bytes:
    """Return the PDF of ``template`` (in ``templates/``) filled with ``content``.

    The PDF/UA-1 standard is enforced: a picture without a text alternative or
    a skipped heading level is an error here, not a reader's problem later.
    The same content gives the same bytes: no clock is read.
    """
    with as_file(_HERE.joinpath("templates")) as folder:
        result: bytes = typst.compile(
            Path(folder) / template,
            root=folder,
            font_paths=_fonts(),
            sys_inputs={"content": json.dumps(asdict(content), ensure_ascii=False)},
            pdf_standards="ua-1",
            timestamp=0,
        )
    return result


@cache
def _fonts() -> typst.Fonts:
    """Load the typeface once; a machine's own fonts must not change a report."""
    with as_file(_HERE.joinpath("fonts")) as folder:
        return typst.Fonts(include_system_fonts=False, font_paths=[folder])
