"""Everything that is kept about one person, for that person (AVG art. 15 and 20).

The tables are found, not listed: every table that refers to a person is in it, with every
column. A test compares what comes out with what is in the database.
"""

from __future__ import annotations

import datetime as dt
import json
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import models
from django.utils import timezone

from streekwerk.accounts.entry.queries import second_factors_of, sessions_of
from streekwerk.accounts.models import User
from streekwerk.accounts.permissions import require
from streekwerk.accounts.queries import looks_at
from streekwerk.accounts.scope import Scope, acting
from streekwerk.deliveries import person_queries
from streekwerk.guidance.choices import Choice
from streekwerk.guidance.file.field import said_day
from streekwerk.people import export_words as words
from streekwerk.people.export_values import said_by_itself
from streekwerk.people.models import Person
from streekwerk.people.permissions import may_open
from streekwerk.vocabulary.language import Text

# Who it is about, and of which municipality, is the same in every row.
_SAME = frozenset({"id", "person", "municipality"})


@dataclass(frozen=True, slots=True)
class Section:
    """One table: its rows as they are kept, and as they are shown."""

    key: str
    title: Text
    rows: tuple[dict[str, Any], ...]
    shown: tuple[tuple[tuple[Text, Text], ...], ...]


def tables() -> list[type[models.Model]]:
    """Return the person's own table and every table that refers to it, in the order shown."""
    found = [m for m in apps.get_models() if m is Person or _refers_to_person(m)]
    order = {name: place for place, name in enumerate(words.TABLES)}
    return sorted(found, key=lambda m: (order.get(m.__name__, len(order)), m._meta.label))


def _refers_to_person(model: type[models.Model]) -> bool:
    return any(f.is_relation and f.related_model is Person for f in model._meta.concrete_fields)


def sections(user: User, person: Person) -> list[Section]:
    """Return every table with the rows about ``person``; empty tables too."""
    require(may_open(user, person))
    return [_section(model, person) for model in tables()]


def everything(user: User, person: Person, made_at: dt.datetime) -> dict[str, Any]:
    """Return all that is kept of ``person`` as plain values, to write as JSON.

    With the own account, the records of deliveries under the own pseudonym, and who looked.
    """
    return {
        "format": "streekwerk-own-data/1",
        "made_at": made_at.isoformat(),
        "municipality": str(person.municipality),
        "file": {section.key: list(section.rows) for section in sections(user, person)},
        "records": _records(person),
        "account": _account(person.user) if person.user else None,
        "looked": [
            {"at": look.at.isoformat(), "who": str(look.user), "page": look.page}
            for look in looks_at(person)
        ],
    }


def _section(model: type[models.Model], person: Person) -> Section:
    own = {"pk": person.pk} if model is Person else {"person": person}
    fields = [f for f in model._meta.concrete_fields if f.name not in _SAME]
    relations = [f.name for f in fields if f.is_relation]
    found = list(model._default_manager.filter(**own).select_related(*relations).order_by("pk"))
    return Section(
        key=model._meta.model_name or model.__name__.lower(),
        title=words.TABLES.get(model.__name__, _by_itself(str(model._meta.verbose_name))),
        rows=tuple({f.name: _plain(row, f) for f in fields} for row in found),
        shown=tuple(tuple(_shown(row, fields)) for row in found),
    )


def _plain(row: models.Model, field: models.Field[Any, Any]) -> Any:  # noqa: ANN401 - any JSON value
    value = getattr(row, field.name)
    if isinstance(value, User):
        return str(value)
    if isinstance(value, models.Model):
        return str(getattr(value, "public_id", value.pk))
    if field.name in {"request", "advice"} and isinstance(value, str):
        return json.loads(value)
    return plain(value)


def plain(value: object) -> Any:  # noqa: ANN401 - any JSON value
    """Return a value of a column as JSON has it."""
    if isinstance(value, dt.date | dt.datetime):
        return value.isoformat()
    if isinstance(value, uuid.UUID):
        return str(value)
    if value is None or isinstance(value, bool | int | float | str | list | dict):
        return value
    return str(value)


def _shown(row: models.Model, fields: list[models.Field[Any, Any]]) -> Iterator[tuple[Text, Text]]:
    for field in fields:
        value = getattr(row, field.name)
        if field.name in words.TECHNICAL or value in (None, "", []):
            continue
        label = words.COLUMNS.get(field.name, _by_itself(field.name.replace("_", " ")))
        yield label, _say(row, field.name, value)


def _say(row: models.Model, name: str, value: object) -> Text:  # noqa: PLR0911 - one line a kind
    special = said_by_itself(row, name, value)
    if special is not None:
        return special
    known = getattr(row, f"{name}_now", None)
    if isinstance(known, Choice):
        return known.words
    if isinstance(value, bool):
        return words.YES if value else words.NO
    if isinstance(value, dt.datetime):
        return said_day(timezone.localdate(value))
    if isinstance(value, dt.date):
        return said_day(value)
    if name in {"request", "advice"} and isinstance(value, str):
        return words.IN_THE_FILE
    if isinstance(value, dict) and set(value) == {"nl", "en"}:
        return Text.from_json(value)
    return _by_itself(str(value))


def _by_itself(said_so: str) -> Text:
    return Text(said_so, said_so)


def _records(person: Person) -> dict[str, list[dict[str, Any]]]:
    if person.pseudonym is None:
        return {}
    # The own session sees no deliveries; only records under the own pseudonym are read.
    with acting(Scope.of_municipality(person.municipality_id)):
        found = person_queries.everything_about(person.municipality_id, person.pseudonym)
    return {
        table: [{name: plain(value) for name, value in row.items()} for row in rows]
        for table, rows in found.items()
    }


def _account(user: User) -> dict[str, Any]:
    return {
        "username": user.username,
        "email": user.email,
        "first_name": user.first_name,
        "last_name": user.last_name,
        "role": user.role,
        "language": user.language,
        "made_at": user.date_joined.isoformat(),
        "last_signed_in_at": plain(user.last_login),
        "sessions": [
            {"started_at": plain(each.started_at), "device": each.device}
            for each in sessions_of(user)
        ],
        "second_factors": [
            {"kind": each.type, "made_at": plain(each.created_at)}
            for each in second_factors_of(user)
        ],
    }
