"""The catalogue as a page of documentation, written from the rules themselves.

``docs/reference/rights.md`` is this page; a test compares the two, so that it cannot
fall behind.
"""

from __future__ import annotations

from collections.abc import Iterator

from streekwerk.rights.catalogue import CATALOGUE, NOT_INCLUDED
from streekwerk.rights.engine.parameters import Parameter, national_parameters
from streekwerk.rights.engine.rules import Rule, Version

_INTRODUCTION = """# Wat de wet geeft: alle regels

Deze bladzijde komt uit de regels zelf (`streekwerk.rights.reference_page`). Elke regel geldt hier
vanaf 1 januari 2024; ouder recht is niet beschreven. De status zegt hoe zeker wij zijn. De datum
in elke verwijzing is de tekst die is gelezen. Is die jonger dan de eerste dag van de regel, dan
gaan wij ervan uit dat het artikel op dit punt niet is veranderd.

Dit is een rekenhulp en geen besluit: de gemeente, UWV of de Belastingdienst beslist.
"""


def reference_page() -> str:
    """Return the page in Markdown, ending in a newline."""
    return "\n".join(_page()) + "\n"


def _page() -> Iterator[str]:
    yield _INTRODUCTION
    yield "## Regels"
    for one in CATALOGUE:
        yield from _rule(one)
    yield "\n## Bedragen en percentages\n"
    yield "| sleutel | vanaf | waarde | bron |"
    yield "|---|---|---|---|"
    for parameter in national_parameters().by_key.values():
        yield from _values(parameter)
    yield "\n## Niet opgenomen\n"
    for missing in NOT_INCLUDED:
        yield f"- **{missing.name.nl}** ({missing.basis}): {missing.reason.nl}"


def _rule(one: Rule) -> Iterator[str]:
    yield f"\n### {one.name.nl} (`{one.key}`)\n"
    yield f"{one.summary.plain.nl}\n"
    if one.summary.professional != one.summary.plain:
        yield f"Voor professionals: {one.summary.professional.nl}\n"
    yield f"- Soort: {one.decides.value.nl}; voor: {one.audience.value.nl}"
    yield f"- Status: {one.status.value.nl}"
    if one.status_note:
        yield f"- Kanttekening: {one.status_note.nl}"
    for version in one.versions:
        yield from _version(version)


def _version(version: Version) -> Iterator[str]:
    until = version.end or "nu"
    ahead = ", alleen bij vooruitlopend toepassen" if version.only_ahead_of_law else ""
    cited = ", ".join(f"[{basis.citation}]({basis.url})" for basis in version.basis)
    yield f"- {version.start} – {until}{ahead}: {cited}"
    terms = ", ".join(f"`{term.key}` ({term.article})" for term in version.open_terms())
    if terms:
        yield f"    - Open norm, in te vullen door de gemeente: {terms}"


def _values(parameter: Parameter) -> Iterator[str]:
    for value in parameter.values:
        doubt = "" if value.verified else " (niet met tweede bron nagekeken)"
        yield f"| `{parameter.key}` | {value.start} | {value.value:g} | {value.source}{doubt} |"


if __name__ == "__main__":
    print(reference_page(), end="")
