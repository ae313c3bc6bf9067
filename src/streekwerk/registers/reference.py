"""The reference of fields, codes and checks, written from the tables that do the work.

``python -m streekwerk.registers.reference > docs/reference/registers.md``
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator

from streekwerk.registers.codes import CURRENT_TYPE
from streekwerk.registers.layouts import LAYOUTS, Edition, Field, Layout
from streekwerk.registers.quality.across_bus import BUS_ACROSS
from streekwerk.registers.quality.across_srg import SRG_ACROSS
from streekwerk.registers.quality.bus_person_rules import INCOME_RULES, PERSON_RULES
from streekwerk.registers.quality.bus_rules import BUS_RULES
from streekwerk.registers.quality.checks import Check
from streekwerk.registers.quality.field_checks import FIELD_CHECKS, KEY_MISSING
from streekwerk.registers.quality.srg_rules import SRG_RULES
from streekwerk.registers.quality.trend import GAP, MISSING
from streekwerk.registers.sources.reader import NOBODY, UNREADABLE

_HEAD = """# SRG and BUS: fields, codes and checks

Written by `python -m streekwerk.registers.reference`; a test keeps it the same as the code.

Source: *Regeling statistiek Participatiewet, IOAW en IOAZ 2015* (BWBR0031830). The regulation
names fields and formats; it does not name XML elements. Streekwerk reads XML through a mapping
file (field number to path) and brings one of its own, the *voorlopig profiel*. Nothing here is a
claim of conformity with the schema or the checks of CBS.

Formats: `[12]` exactly two digits, `[a1234]` a sign and four digits, `(abc)` text of at most
three positions, `[jjjjmmdd]` a date. In CSV and Excel the names below are the headers.
A field marked **key** is needed to follow a row through time; any other may be empty.
"""


def all_checks() -> tuple[Check, ...]:
    """Return every check there is, each once."""
    rules: Iterable[Check] = (
        rule.check for rules in (SRG_RULES, BUS_RULES, PERSON_RULES, INCOME_RULES) for rule in rules
    )
    across = (one.check for one in SRG_ACROSS + BUS_ACROSS)
    return (
        *FIELD_CHECKS.values(),
        KEY_MISSING,
        *rules,
        *across,
        GAP,
        MISSING,
        UNREADABLE,
        NOBODY,
    )


def reference() -> str:
    """Return the reference as Markdown."""
    parts = [_HEAD, *map(_layout, LAYOUTS), "\n".join(_mapping_of_2015()), "\n".join(_checks())]
    return "\n".join(parts)


def _layout(layout: Layout) -> str:
    lines = [f"## {layout.title}", "", f"{layout.legal}.", ""]
    lines += ["| nr | name | format | level | attribute | meaning |", "|---|---|---|---|---|---|"]
    lines += [_row(field) for field in layout.fields]
    if layout.edition is Edition.CURRENT:
        lines += ["", f"### Codes of {layout.title}", ""]
        lines += [line for field in layout.fields for line in _codes(field)]
    else:
        lines += ["", *_codes_of_2015(layout)]
    return "\n".join(lines) + "\n"


def _row(field: Field) -> str:
    key = " **key**" if field.key else ""
    return (
        f"| {field.number} | {field.name} | `{field.notation}` | {field.level} "
        f"| `{field.attribute}`{key} | {field.meaning.en} |"
    )


def _codes(field: Field) -> Iterator[str]:
    if field.codes:
        yield f"**{field.number} {field.name}**"
        yield ""
        yield from (f"- `{code}` {code.label.nl} ({code.label.en})" for code in field.codes)
        yield ""


def _codes_of_2015(layout: Layout) -> Iterator[str]:
    yield f"### Codes of {layout.title}"
    yield ""
    for field in layout.fields:
        if field.codes:
            codes = ", ".join(f"`{code}` {code.label.nl}" for code in field.codes)
            yield f"- **{field.number} {field.name}**: {codes}"


def _mapping_of_2015() -> Iterator[str]:
    yield "## From 2015 to now"
    yield ""
    yield "| 2015 | now | |"
    yield "|---|---|---|"
    for old, current in CURRENT_TYPE.items():
        note = "" if current.exact else "the old type was broader"
        yield (f"| `{old}` {old.label.nl} | `{current.type}` {current.type.label.nl} | {note} |")
    yield ""
    yield (
        "The 2015 annex prints code 1 for both answers of *uitvoering tegenprestatie*; we read 1 "
        "as yes and 2 as no, as in the current annex. It gives no codes for *positie op de "
        "participatieladder* and *arbeidsvermogen*: any digit is taken, and neither is mapped."
    )
    yield ""


def _checks() -> Iterator[str]:
    yield "## Checks"
    yield ""
    yield (
        "*Regulation*: the annex says so. *Ours*: it follows from what the fields mean, or is a "
        "threshold we chose."
    )
    yield ""
    yield "| id | severity | source | found | why | advice |"
    yield "|---|---|---|---|---|---|"
    for check in all_checks():
        yield (
            f"| `{check.id}` | {check.severity} | {check.source} | {check.title.en} "
            f"| {check.why.en} | {check.advice.en} |"
        )
    yield ""


if __name__ == "__main__":
    sys.stdout.write(reference())
