"""What a corrected delivery changes: shown before it replaces its predecessor."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from streekwerk.registers.bsn import masked
from streekwerk.registers.delivery.fingerprint import natural_key
from streekwerk.registers.layouts import Field, Kind, Layout
from streekwerk.registers.rows import Record, to_rows
from streekwerk.vocabulary.language import Text

_EXAMPLES = 20


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of one record before and after; a BSN is masked."""

    registration: str
    field: Field
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Difference:
    """A delivery against the one it corrects, counted in records.

    ``per_field`` counts the changed records by field number; ``examples`` holds
    the first changes.
    """

    added: int
    removed: int
    changed: int
    unchanged: int
    per_field: dict[int, int]
    examples: tuple[FieldChange, ...]

    @property
    def is_empty(self) -> bool:
        """Whether the correction says exactly the same."""
        return not (self.added or self.removed or self.changed)

    def summary(self) -> Text:
        """Say it in a sentence."""
        if self.is_empty:
            return Text(
                "De nieuwe levering zegt precies hetzelfde.", "The new delivery says the same."
            )
        return Text(
            f"{self.added} nieuw, {self.removed} vervallen, {self.changed} gewijzigd, "
            f"{self.unchanged} gelijk.",
            f"{self.added} new, {self.removed} gone, {self.changed} changed, "
            f"{self.unchanged} the same.",
        )

    def as_json(self) -> dict[str, Any]:
        """Return plain data."""
        return {
            "added": self.added,
            "removed": self.removed,
            "changed": self.changed,
            "unchanged": self.unchanged,
            "per_field": {str(number): count for number, count in self.per_field.items()},
            "examples": [
                {
                    "registration": change.registration,
                    "field": change.field.name,
                    "before": change.before,
                    "after": change.after,
                }
                for change in self.examples
            ],
        }


def difference(old: Iterable[Record], new: Iterable[Record], layout: Layout) -> Difference:
    """Compare a delivery with its correction by natural key.

    Records with the same key are paired in the order they stand, so a duplicate
    that goes away counts as one removed. The old delivery is held in memory; one
    month of the largest municipality is some 100,000 records.
    """
    before: dict[tuple[str, ...], list[Record]] = {}
    for record in old:
        before.setdefault(natural_key(record), []).append(record)
    added = changed = unchanged = 0
    per_field: Counter[int] = Counter()
    examples: list[FieldChange] = []
    for record in new:
        others = before.get(natural_key(record))
        if not others:
            added += 1
            continue
        # The equal one if there is one: then only what really differs is called changed.
        other = others.pop(others.index(record)) if record in others else others.pop(0)
        if other == record:
            unchanged += 1
            continue
        changed += 1
        changes = list(_changes(other, record, layout))
        per_field.update({change.field.number for change in changes})
        examples.extend(changes[: _EXAMPLES - len(examples)])
    removed = sum(map(len, before.values()))
    return Difference(added, removed, changed, unchanged, dict(per_field), tuple(examples))


def _changes(old: Record, new: Record, layout: Layout) -> Iterator[FieldChange]:
    before, after = _texts(old, layout), _texts(new, layout)
    for field in layout.fields:
        was, now = before[field.number], after[field.number]
        if was != now:
            show = masked if field.kind is Kind.BSN else str
            yield FieldChange(new.registration or "", field, show(was), show(now))


def _texts(record: Record, layout: Layout) -> dict[int, str]:
    """Return the texts of a record per field; several persons or incomes are joined."""
    texts: dict[int, list[str]] = {field.number: [] for field in layout.fields}
    for row in to_rows([record], layout):
        for level, (fields, part) in enumerate(zip(layout.parts, row.parts, strict=True)):
            if level >= row.starts:
                for field, text in zip(fields, part, strict=True):
                    texts[field.number].append(text)
    return {number: " / ".join(parts) for number, parts in texts.items()}
