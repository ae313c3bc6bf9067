"""The columns of an unknown table on a page: what each may be, and what its values become."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import QueryDict
from django.utils.translation import gettext as _

from streekwerk.deliveries.importing.source_file import Preview
from streekwerk.registers.sources.choices import Choice, default_choice
from streekwerk.registers.sources.look import ColumnSeen, Look
from streekwerk.registers.sources.mapping import FactKind
from streekwerk.registers.sources.proposal import EDUCATION_LEVELS, Role, propose
from streekwerk.screens.design.templatetags.design import reader_language
from streekwerk.vocabulary.language import Text, number

PREFIX = "kolom"


@dataclass(frozen=True, slots=True)
class Option:
    """One answer in a list of choices."""

    value: str
    label: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class ColumnOnPage:
    """One column to explain: what stands in it, and what it may be."""

    name: str
    header: str
    examples: tuple[str, ...]
    filled: str
    protected: Text | None
    options: tuple[Option, ...]
    problem: str


@dataclass(frozen=True, slots=True)
class ValueOnPage:
    """One value of a column, how often it occurs, and what it becomes."""

    name: str
    value: str
    count: int
    ours: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class MeaningOnPage:
    """What the values of one chosen column become."""

    header: str
    role: str
    kind: str
    values: tuple[ValueOnPage, ...]
    low_name: str
    high_name: str
    low: str
    high: str


def roles_of(seen: Look, asked: Mapping[str, str]) -> dict[int, Role]:
    """Return the roles somebody chose, or our proposal when nothing was chosen yet."""
    proposed = {each.column.place: each.role for each in propose(seen)}
    if not any(key.startswith(PREFIX) for key in asked):
        return proposed
    return {place: _role(asked.get(f"{PREFIX}{place}", "")) for place in proposed}


def columns_on_page(
    seen: Look, roles: Mapping[int, Role], wrong: list[tuple[int | None, Text]]
) -> list[ColumnOnPage]:
    """Return every column with its choices, and what is wrong with what was chosen."""
    language = reader_language()
    problems = {place: text.in_language(language) for place, text in wrong if place is not None}
    return [
        ColumnOnPage(
            name=f"{PREFIX}{column.place}",
            header=column.header,
            examples=column.examples,
            filled=_("%(filled)s van de %(rows)s regels ingevuld")
            % {"filled": number(column.filled, language), "rows": number(seen.rows, language)},
            protected=column.protected,
            options=_roles(roles[column.place]),
            problem=problems.get(column.place, ""),
        )
        for column in seen.columns
    ]


def choices_of(seen: Look, roles: Mapping[int, Role], sent: QueryDict) -> dict[int, Choice]:
    """Return what was filled in for every column, or our guess when nothing was sent."""
    if not sent:
        return {c.place: default_choice(c, roles[c.place]) for c in seen.columns}
    return {column.place: _choice(column, roles[column.place], sent) for column in seen.columns}


def meanings_on_page(seen: Look, choices: Mapping[int, Choice]) -> list[MeaningOnPage]:
    """Return what the values of the chosen columns become."""
    language = reader_language()
    shown = []
    for column in seen.columns:
        choice = choices[column.place]
        kind = choice.role.kind
        if kind is None:
            continue
        name = f"{PREFIX}{column.place}"
        values = _values(column, choice) if kind is FactKind.CODE else ()
        shown.append(
            MeaningOnPage(
                column.header,
                choice.role.words.in_language(language),
                str(kind),
                values,
                f"{name}-laagst",
                f"{name}-hoogst",
                plain_bound(choice.low),
                plain_bound(choice.high),
            )
        )
    return shown


def preview_words(preview: Preview) -> str:
    """Say what the first rows would become."""
    language = reader_language()
    told = {
        "rows": number(preview.rows, language),
        "good": number(preview.good, language),
        "people": number(preview.persons, language),
        "facts": number(preview.facts, language),
    }
    if preview.rows == preview.most:
        first = _(
            "Helemaal te lezen: %(good)s van de eerste %(rows)s regels. Gegevens: %(facts)s. "
            "Mensen: %(people)s."
        )
        return first % told
    every = _(
        "Helemaal te lezen: %(good)s van de %(rows)s regels. Gegevens: %(facts)s. "
        "Mensen: %(people)s."
    )
    return every % told


def number_of(text: str) -> float | None:
    """Read a bound as people write it; nothing or nonsense is no bound."""
    try:
        return float(text.strip().replace(",", "."))
    except ValueError:
        return None


def _role(text: str) -> Role:
    try:
        return Role(text)
    except ValueError:
        return Role.SKIP


def _roles(chosen: Role) -> tuple[Option, ...]:
    language = reader_language()
    return tuple(Option(r.value, r.words.in_language(language), r is chosen) for r in Role)


def _choice(column: ColumnSeen, role: Role, sent: QueryDict) -> Choice:
    name = f"{PREFIX}{column.place}"
    codes = {}
    if role.kind is FactKind.CODE:
        codes = {
            value: str(sent.get(f"{name}-waarde{k}", "")).strip()[:60]
            for k, (value, _count) in enumerate(column.values)
        }
        if role is Role.EDUCATION:
            codes = {v: code if code in EDUCATION_LEVELS else "" for v, code in codes.items()}
    if role.kind is not FactKind.NUMBER:
        return Choice(role, codes)
    low, high = (str(sent.get(f"{name}-{which}", "")) for which in ("laagst", "hoogst"))
    return Choice(role, {}, number_of(low), number_of(high))


def _values(column: ColumnSeen, choice: Choice) -> tuple[ValueOnPage, ...]:
    return tuple(
        ValueOnPage(
            f"{PREFIX}{column.place}-waarde{k}",
            value,
            count,
            choice.codes.get(value, ""),
            levels(choice.codes.get(value, "")) if choice.role is Role.EDUCATION else (),
        )
        for k, (value, count) in enumerate(column.values)
    )


def levels(chosen: str) -> tuple[Option, ...]:
    """Return the levels of education to choose from, and not to use a value."""
    language = reader_language()
    skip = Option("", _("niet gebruiken"), not chosen)
    return (
        skip,
        *(
            Option(code, words.in_language(language), code == chosen)
            for code, words in EDUCATION_LEVELS.items()
        ),
    )


def plain_bound(bound: float | None) -> str:
    """Write a bound for a text box."""
    return "" if bound is None else f"{bound:g}"
