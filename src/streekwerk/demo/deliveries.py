"""The region's files, as its municipalities would send them: SRG, BUS and two extra sources.

The rows go through the writers of :mod:`streekwerk.registers`, so the demo enters
the product through the same door as real files.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

import numpy as np

from streekwerk.demo.benefits import benefit_rows
from streekwerk.demo.bsn import fictitious_bsns
from streekwerk.demo.columns import Column, Columns
from streekwerk.demo.config import RegionConfig, month_label
from streekwerk.demo.dates import first_days
from streekwerk.demo.hours import hour_rows
from streekwerk.demo.labour_market import draw_labour_market
from streekwerk.demo.people import Education
from streekwerk.demo.registration import (
    RegisteredMeasures,
    delivery_is_sent,
    register_measures,
)
from streekwerk.demo.simulation import History, World, build_worlds, run
from streekwerk.registers.files.csv_file import write_csv
from streekwerk.registers.files.mapping import provisional
from streekwerk.registers.files.xml_writer import write_xml
from streekwerk.registers.layouts import BUS_2026, SRG_2026, Layout
from streekwerk.registers.rows import Part, Row, blank

FileKind: TypeAlias = Literal["xml", "csv"]
SOFTWARE, VERSION = "and", "demo"
EDUCATION_NAMES = {Education.LOW: "laag", Education.MIDDLE: "midden", Education.HIGH: "hoog"}


@dataclass(frozen=True, slots=True)
class Desk:
    """What a municipality needs to write its deliveries: history, registration and numbers."""

    history: History
    measures: RegisteredMeasures
    bsn: Column
    birth_date: Column

    @property
    def world(self) -> World:
        """The municipality."""
        return self.history.world


def open_desk(history: History) -> Desk:
    """Register the measures of a municipality and give its people test BSNs."""
    world, people = history.world, history.world.people
    before = sum(world.config.sizes()[: world.number])
    born = first_days(world.config, people.birth_month) + (people.birth_day.astype(np.int64) - 1)
    bsn = fictitious_bsns(before, len(people)).astype(str)
    return Desk(history, register_measures(history), bsn, _day_texts(born))


def srg_rows(desk: Desk, month: int) -> Iterator[Row]:
    """Yield the SRG rows of a month, by person."""
    rows = desk.measures.rows(month)
    order = np.lexsort((rows["number"], rows["person"]))
    found = {name: column[order] for name, column in rows.items()}
    person = found["person"]
    if not len(person):
        yield _empty(desk, month, SRG_2026)
        return
    names = {m.code: m.label.nl for m in desk.world.config.measures}
    texts: dict[str, Column] = {
        "bsn": desk.bsn[person],
        "birth_date": desk.birth_date[person],
        "gender": desk.world.people.sex[person].astype(str),
        "work_capacity": found["work_capacity"],
        "goal": found["goal"],
        "registration": _numbered(f"{desk.world.code}V", found["number"], 7),
        "type": found["type"],
        "description": np.array([names.get(str(code), "Overig") for code in found["type"]]),
        "start": _day_texts(found["start"]),
        "end": _day_texts(found["end"]),
        "wage_value": _blank_zero(found["wage_value"], 3),
        "end_reason": found["end_reason"],
    }
    texts |= _header(desk, month, len(person))
    yield from _rows(texts, SRG_2026, _srg_levels(person, found))


def bus_rows(desk: Desk, month: int) -> Iterator[Row]:
    """Yield the BUS rows of a month; every person has a benefit of their own."""
    rows = benefit_rows(desk.history, month)
    person, size = rows["person"], len(rows["person"])
    if not size:
        yield _empty(desk, month, BUS_2026)
        return
    earns = rows["earnings"] > 0
    key = rows["person"] * 1_000 + rows["spell"]
    texts: dict[str, Column] = {
        "registration": _numbered(f"{desk.world.code}U", key, 9),
        "law": np.full(size, "01"),
        "household": rows["household"].astype(str),
        "cost_sharers": _padded(rows["cost_sharers"], 2),
        "norm": _padded(rows["norm"], 4),
        "reduction": np.full(size, "+0000"),
        "income": np.char.add("+", _padded(rows["income"], 4)),
        "paid": _padded(rows["paid"], 6),
        "registered": _day_texts(rows["registered"]),
        "bsn": desk.bsn[person],
        "birth_date": desk.birth_date[person],
        "gender": desk.world.people.sex[person].astype(str),
        "housing": rows["housing"].astype(str),
        "start": _day_texts(rows["start"]),
        "end": _day_texts(rows["end"]),
        "exemption": rows["exemption"].astype(str),
        "reciprocation": np.full(size, "2"),
        "end_reason": rows["end_reason"],
        "kind": np.where(earns, "11", ""),
        "amount": np.where(earns, np.char.add("+", _padded(rows["earnings"], 4)), ""),
        "disregarded": np.where(earns, np.where(rows["disregarded"], "1", "2"), ""),
    }
    texts |= _header(desk, month, size)
    yield from _rows(texts, BUS_2026, np.ones(size, dtype=np.int64))


# No existing labour-market region has this code.
LABOUR_MARKET_REGION = "AM99"


def write_deliveries(
    config: RegionConfig, folder: Path, kind: FileKind = "xml"
) -> tuple[Path, ...]:
    """Write the files of the whole region; return them in the order they would be sent.

    Per municipality and month an SRG and a BUS file (XML in the provisional profile, or
    CSV with the names of the fields), per municipality a CSV with the level of education
    and one with hours of work, and one CSV on the labour market.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written = [write_labour_market(config, folder)]
    for world in build_worlds(config):
        desk = open_desk(run(world))
        written += [write_education(desk, folder), write_hours(desk, folder)]
        for month in range(config.months):
            written.extend(write_month(desk, month, folder, kind))
    return tuple(written)


def write_month(desk: Desk, month: int, folder: Path, kind: FileKind = "xml") -> Iterator[Path]:
    """Write the deliveries of one month, unless they were never sent."""
    label = month_label(desk.world.config.first_month, month)
    srg_sent, bus_sent = delivery_is_sent(desk.history, month)
    for sent, layout, rows in (
        (srg_sent, SRG_2026, srg_rows),
        (bus_sent, BUS_2026, bus_rows),
    ):
        if sent:
            path = folder / f"{layout.statistic}_{desk.world.code}_{label}.{kind}"
            _write(rows(desk, month), path, layout, kind)
            yield path


def write_education(desk: Desk, folder: Path) -> Path:
    """Write the level of education of everybody: it is in no statistic."""
    path = folder / f"opleiding_{desk.world.code}.csv"
    known = np.array(["", *EDUCATION_NAMES.values()])[desk.world.people.education]
    _write_csv(path, {"BURGERSERVICENUMMER": desk.bsn, "OPLEIDINGSNIVEAU": known})
    return path


def write_hours(desk: Desk, folder: Path) -> Path:
    """Write hours of work per week of who works, once a quarter: they are in no statistic."""
    path = folder / f"uren_{desk.world.code}.csv"
    rows = hour_rows(desk.history)
    columns = {
        "BURGERSERVICENUMMER": desk.bsn[rows["person"]],
        "PEILDATUM": _day_texts(rows["date"]),
        "UREN_PER_WEEK": np.char.mod("%d", rows["hours"]),
    }
    _write_csv(path, columns)
    return path


def write_labour_market(config: RegionConfig, folder: Path) -> Path:
    """Write the regional labour market per month."""
    path = folder / "arbeidsmarkt.csv"
    columns = draw_labour_market(config).columns()
    demand = np.char.mod("%.2f", columns["vacancies_per_100_benefits"])
    months = np.array(columns["month"])
    told = {
        "MAAND": months,
        "GEBIED": np.full(len(months), LABOUR_MARKET_REGION),
        "VACATURES_PER_100": demand,
        "BRON": np.full(len(months), "verzonnen cijfers van de voorbeeldregio"),
    }
    _write_csv(path, told)
    return path


def _write(rows: Iterator[Row], path: Path, layout: Layout, kind: FileKind) -> None:
    if kind == "csv":
        write_csv(rows, path, layout)
        return
    with path.open("w", encoding="utf-8") as stream:
        write_xml(rows, stream, provisional(layout))


def _write_csv(path: Path, columns: Columns) -> None:
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, delimiter=";")
        writer.writerow(columns)
        writer.writerows(zip(*columns.values(), strict=True))


def _header(desk: Desk, month: int, size: int) -> dict[str, Column]:
    label = month_label(desk.world.config.first_month, month)
    values = {
        "statistic": "10",  # SRG only; BUS has a code per benefit instead
        "year": label[:4],
        "month": label[5:],
        "software": SOFTWARE,
        "version": VERSION,
        "municipality": desk.world.code,
        "reporter": desk.world.code,
    }
    return {name: np.full(size, value) for name, value in values.items()}


def _rows(texts: Columns, layout: Layout, starts: Column) -> Iterator[Row]:
    """Zip columns of text into rows; the first row opens the delivery itself."""
    nothing = [""] * len(starts)
    parts: list[Iterator[Part]] = []
    for level in layout.parts:
        columns = [
            texts[field.attribute].tolist() if field.attribute in texts else nothing
            for field in level
        ]
        parts.append(zip(*columns, strict=True))
    levels = [0, *starts.tolist()[1:]]
    for number, row in enumerate(zip(levels, *parts, strict=True), start=1):
        yield Row(number, row[0], row[1:])


def _empty(desk: Desk, month: int, layout: Layout) -> Row:
    """Return the row of a delivery without records: only who sends it about which month."""
    header = {name: str(column[0]) for name, column in _header(desk, month, 1).items()}
    first, *others = layout.parts
    given = tuple(header.get(field.attribute, "") for field in first)
    return Row(0, 0, (given, *(blank(layout, level + 1) for level in range(len(others)))))


def _srg_levels(person: Column, found: Columns) -> Column:
    """Return 2 where a row is a further measure under the person element before it, else 1."""
    same = np.ones(len(person), dtype=np.bool_)
    for column in (person, found["goal"], found["work_capacity"]):
        same[1:] &= column[1:] == column[:-1]
    same[:1] = False
    return np.where(same, 2, 1)


def _day_texts(days: Column) -> Column:
    """Return jjjjmmdd, empty where there is no day."""
    if not days.size:
        return np.zeros(0, dtype=str)
    texts = np.char.replace(days.astype("datetime64[D]").astype(str), "-", "")
    return np.where(np.isnat(days), "", texts)


def _padded(numbers: Column, width: int) -> Column:
    return np.char.zfill(numbers.astype(str), width)


def _blank_zero(numbers: Column, width: int) -> Column:
    return np.where(numbers > 0, _padded(numbers, width), "")


def _numbered(prefix: str, numbers: Column, width: int) -> Column:
    return np.char.add(prefix, _padded(numbers, width))
