"""Every field a fact can be about: those of the file, and the questions of the law.

A fact for the rules has the key ``law:<fact of the rights engine>``: asked once, kept with
source and date like everything else, and used to know what the law gives.
"""

from __future__ import annotations

from functools import cache

from streekwerk.guidance.file.catalogue import FIELDS
from streekwerk.guidance.file.field import Field, FieldKind, Theme
from streekwerk.vocabulary.language import Text

LAW = "law:"
MOST = 10_000_000
_PURPOSE = Text("weten wat de wet geeft", "knowing what the law gives")


def field_of(key: str) -> Field:
    """Return the field called ``key``.

    Raises
    ------
    ValueError
        When there is no such field.
    """
    if key in FIELDS:
        return FIELDS[key]
    if key.startswith(LAW):
        return _law_field(key.removeprefix(LAW))
    raise ValueError(f"a file has no field {key!r}")


@cache
def _law_field(key: str) -> Field:
    from streekwerk.rights import REGISTRY  # noqa: PLC0415 - the catalogue of law is large
    from streekwerk.rights.engine.facts import Answer  # noqa: PLC0415

    fact = REGISTRY[key]
    kinds = {
        Answer.YES_NO: FieldKind.YES_NO,
        Answer.NUMBER: FieldKind.NUMBER,
        Answer.DATE: FieldKind.DAY,
    }
    return Field(
        f"{LAW}{key}",
        Theme.LAW,
        kinds.get(fact.kind, FieldKind.LINE),
        fact.claim.plain,
        fact.question,
        _PURPOSE,
        lowest=int(max(fact.lowest, -MOST)),
        highest=int(min(fact.highest, MOST)),
        advice=True,
    )
