"""What the register says about one person, for the file that person has.

Like every reading of records this knows pseudonyms only; whose they are, and who may
know it, is for ``people``.
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import Max, Min, QuerySet

from streekwerk.deliveries.keys import key_of
from streekwerk.deliveries.models import (
    BusBenefitMonth,
    Delivery,
    PersonFact,
    Reporter,
    SrgMeasure,
    State,
    Statistic,
)

# Kinds of benefit that go with guidance to work; special assistance does not.
GUIDED = ("01", "02", "03", "14")
ASSISTANCE = "01"
# The same in every row, and meaningless outside the database.
_NOT_TOLD = frozenset({"id", "municipality", "person", "pk"})


@dataclass(frozen=True, slots=True)
class BenefitSpell:
    """One benefit as the newest month says it; ``end`` is None while it runs."""

    law: str
    start: dt.date | None
    end: dt.date | None
    end_reason: str | None
    first_month: dt.date
    last_month: dt.date


@dataclass(frozen=True, slots=True)
class MeasureSpell:
    """One measure as the newest month says it."""

    type: str | None
    local_name: str | None
    start: dt.date | None
    end: dt.date | None
    last_month: dt.date


def _in_force(municipality_id: int) -> QuerySet[Delivery]:
    return Delivery.objects.filter(municipality_id=municipality_id, state=State.ACCEPTED)


def benefits_of(municipality_id: int, person: uuid.UUID) -> list[BenefitSpell]:
    """Return the benefits of one person, oldest first, from the deliveries that count."""
    rows = BusBenefitMonth.objects.filter(
        municipality_id=municipality_id,
        person=person,
        law__in=GUIDED,
        delivery__in=_in_force(municipality_id),
    )
    months = {
        row["benefit"]: (row["first"], row["last"])
        for row in rows.values("benefit").annotate(first=Min("period"), last=Max("period"))
    }
    newest = rows.order_by("benefit", "-period", "-source_row").distinct("benefit")
    found = [
        BenefitSpell(
            row.law or "", row.start_date, row.end_date, row.end_reason, *months[row.benefit]
        )
        for row in newest
    ]
    return sorted(found, key=lambda spell: spell.start or spell.first_month)


def measures_of(municipality_id: int, person: uuid.UUID) -> list[MeasureSpell]:
    """Return the measures of one person, oldest first, from the deliveries that count."""
    rows = (
        SrgMeasure.objects.filter(
            municipality_id=municipality_id,
            person=person,
            delivery__in=_in_force(municipality_id),
        )
        .order_by("measure", "-period", "-source_row")
        .distinct("measure")
    )
    found = [
        MeasureSpell(row.type, row.local_name, row.start_date, row.end_date, row.period)
        for row in rows
    ]
    return sorted(found, key=lambda spell: spell.start or spell.last_month)


def measures_running(municipality_id: int) -> dict[uuid.UUID, frozenset[str]]:
    """Return the SRG types that ran for each person in the newest delivered month."""
    newest = (
        _in_force(municipality_id)
        .filter(statistic=Statistic.SRG)
        .order_by("code", "-period")
        .distinct("code")
    )
    rows = SrgMeasure.objects.filter(
        municipality_id=municipality_id,
        delivery__in=list(newest.values_list("pk", flat=True)),
        end_date=None,
        type__isnull=False,
    )
    running: dict[uuid.UUID, set[str]] = {}
    for person, kind in rows.values_list("person", "type"):
        running.setdefault(person, set()).add(str(kind))
    return {person: frozenset(kinds) for person, kinds in running.items()}


def benefits_of_many(
    municipality_id: int, people: Iterable[uuid.UUID]
) -> dict[uuid.UUID, list[BenefitSpell]]:
    """Return the benefits of each of these people, oldest first, in two queries."""
    rows = BusBenefitMonth.objects.filter(
        municipality_id=municipality_id,
        person__in=list(people),
        law__in=GUIDED,
        delivery__in=_in_force(municipality_id),
    )
    months = {
        (row["person"], row["benefit"]): (row["first"], row["last"])
        for row in rows.values("person", "benefit").annotate(
            first=Min("period"), last=Max("period")
        )
    }
    newest = rows.order_by("person", "benefit", "-period", "-source_row").distinct(
        "person", "benefit"
    )
    found: dict[uuid.UUID, list[BenefitSpell]] = {}
    for row in newest:
        first, last = months[row.person, row.benefit]
        spell = BenefitSpell(
            row.law or "", row.start_date, row.end_date, row.end_reason, first, last
        )
        found.setdefault(row.person, []).append(spell)
    for spells in found.values():
        spells.sort(key=lambda spell: spell.start or spell.first_month)
    return found


def on_benefit(municipality_id: int) -> QuerySet[BusBenefitMonth]:
    """Return who was on a benefit in the newest delivered month, one row a person.

    A joint service has a newest month for each of its codes.
    """
    rows = BusBenefitMonth.objects.filter(
        municipality_id=municipality_id,
        delivery__in=[each.pk for each in newest_months(municipality_id)],
        law__in=GUIDED,
        end_date=None,
    )
    return rows.order_by("person", "law", "source_row").distinct("person")


@dataclass(frozen=True, slots=True)
class BenefitNow:
    """What the newest delivered month says of one person: the running benefits together."""

    month: dt.date
    laws: frozenset[str]
    since: dt.date | None
    birth_month: dt.date | None
    household: str | None


def newest_months(municipality_id: int) -> list[Delivery]:
    """Return the newest delivery of benefits that counts, one for each code."""
    found = _in_force(municipality_id).filter(statistic=Statistic.BUS)
    return list(found.order_by("code", "-period").distinct("code"))


def benefits_now(
    municipality_id: int, people: Iterable[uuid.UUID]
) -> tuple[dict[uuid.UUID, BenefitNow], dt.date | None]:
    """Return who of ``people`` is on a benefit, and the month up to which that is known.

    With several codes that is the month the one furthest behind has reached: of who is in
    none, nothing is known beyond it. None where nothing was delivered.
    """
    newest = newest_months(municipality_id)
    rows = BusBenefitMonth.objects.filter(
        municipality_id=municipality_id,
        person__in=list(people),
        delivery__in=[each.pk for each in newest],
        law__in=GUIDED,
        end_date=None,
    )
    found: dict[uuid.UUID, BenefitNow] = {}
    for row in rows.order_by("person", "start_date", "law", "source_row"):
        before = found.get(row.person)
        laws = frozenset({row.law or ""}) | (before.laws if before else frozenset())
        told = before or BenefitNow(
            row.period, laws, row.start_date, row.birth_month, row.household
        )
        found[row.person] = replace(told, laws=laws)
    return found, min((each.period for each in newest if each.period), default=None)


def on_assistance(municipality_id: int) -> set[uuid.UUID]:
    """Return who had general assistance (Participatiewet) in the newest delivered month."""
    rows = on_benefit(municipality_id).filter(law=ASSISTANCE)
    return set(rows.values_list("person", flat=True))


def on_benefit_in(municipality_id: int, period: dt.date) -> QuerySet[BusBenefitMonth]:
    """Return who was on a benefit in the delivered month ``period``, one row a person."""
    rows = BusBenefitMonth.objects.filter(
        municipality_id=municipality_id,
        period=period,
        delivery__in=_in_force(municipality_id),
        law__in=GUIDED,
    )
    return rows.order_by("person", "law", "source_row").distinct("person")


def facts_about(municipality_id: int, variable: str) -> dict[uuid.UUID, str]:
    """Return the newest code of one variable of another source, by person."""
    rows = (
        PersonFact.objects.filter(
            municipality_id=municipality_id,
            variable=variable,
            delivery__in=_in_force(municipality_id),
        )
        .order_by("person", "-date")
        .distinct("person")
    )
    return {person: code for person, code in rows.values_list("person", "code") if code}


def pseudonyms_of(municipality_id: int, bsn: str) -> tuple[uuid.UUID, ...]:
    """Return the pseudonyms of a BSN under each code the municipality delivers for.

    Raises
    ------
    Refused
        When a key is not there or is not the one used before.
    """
    reporters = Reporter.objects.filter(municipality_id=municipality_id).order_by("code")
    return tuple(uuid.UUID(key_of(each.code, each.key_check).person(bsn)) for each in reporters)


def tables_about_people() -> list[type[models.Model]]:
    """Return every table of records by person: found by their column, none can be forgotten."""
    found = apps.get_app_config("deliveries").get_models()
    return [m for m in found if any(f.name == "person" for f in m._meta.concrete_fields)]


def everything_about(municipality_id: int, person: uuid.UUID) -> dict[str, list[dict[str, Any]]]:
    """Return every record of one person as it is kept, by table: for that person alone.

    Also of deliveries that do not count any more: they are kept, so they are shown.
    """
    return {
        model._meta.model_name or model.__name__: list(
            model._default_manager.filter(municipality_id=municipality_id, person=person)
            .order_by("pk")
            .values(*(f.attname for f in model._meta.concrete_fields if f.name not in _NOT_TOLD))
        )
        for model in tables_about_people()
    }
