"""Must-show 1: every field and code of both regulations survives write and read, every profile."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.registers.examples import a_benefit, a_measure, a_person, an_income
from tests.registers.strategies import records

from streekwerk.registers.exchange import (
    CSV,
    EXCEL,
    Profile,
    read_bus,
    read_header,
    read_srg,
    recognise,
    write_bus,
    write_srg,
)
from streekwerk.registers.files.mapping import XmlMapping, provisional, read_mapping
from streekwerk.registers.layouts import (
    BUS_2026,
    LAYOUTS,
    SRG_2026,
    Field,
    Kind,
    Layout,
    Level,
    Statistic,
)
from streekwerk.registers.records import BusHeader, BusRecord, SrgHeader

SUFFIX = {"xml": ".xml", "csv": ".csv", "excel": ".xlsx", "attributes": ".xml", "flat": ".xml"}
quick = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


def attributes(layout: Layout) -> XmlMapping:
    """A quite different XML: a namespace, and every field an attribute."""
    space = "{urn:test:andere-leverancier}"
    path: tuple[str, ...] = ()
    levels = []
    for level in layout.levels:
        path = (*path, space + level)
        levels.append(path)
    fields = {
        field.number: (*levels[layout.levels.index(field.level)], f"@v{field.number}")
        for field in layout.fields
    }
    return XmlMapping("attributen", layout, tuple(levels), fields)


def flat(layout: Layout) -> XmlMapping:
    """XML in which every line repeats everything, as a table does."""
    levels = (("bestand",), *[("bestand", "regel")] * (len(layout.levels) - 1))
    fields = {
        field.number: (*levels[layout.levels.index(field.level)], f"v{field.number}")
        for field in layout.fields
    }
    return XmlMapping("plat", layout, levels, fields)


def profile_of(name: str, layout: Layout) -> Profile:
    match name:
        case "csv":
            return CSV
        case "excel":
            return EXCEL
        case "attributes":
            return attributes(layout)
        case "flat":
            return flat(layout)
        case _:
            return provisional(layout)


def there_and_back(given: list[Any], layout: Layout, name: str, folder: Path) -> list[Any]:
    path = folder / f"{layout.statistic}{layout.edition}{SUFFIX[name]}"
    profile = profile_of(name, layout)
    mappings = [profile] if isinstance(profile, XmlMapping) else []
    if layout.statistic is Statistic.SRG:
        write_srg(given, path, profile)
        return [checked.record for checked in read_srg(recognise(path, mappings))]
    write_bus(given, path, profile, layout=layout)
    what = replace(recognise(path, mappings), layout=layout)
    return [checked.record for checked in read_bus(what)]


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.title)
@pytest.mark.parametrize("name", ["xml", "csv", "excel", "attributes", "flat"])
def test_what_is_written_is_read(layout: Layout, name: str, tmp_path: Path) -> None:
    # Excel is the slow one; its cells are the same texts as those of CSV.
    @settings(quick, max_examples=12 if name == "excel" else 25)
    @given(records(layout))
    def check(original: list[Any]) -> None:
        assert there_and_back(original, layout, name, tmp_path) == original

    check()


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.title)
@pytest.mark.parametrize("name", ["xml", "csv", "excel"])
def test_every_code_of_every_field(layout: Layout, name: str, tmp_path: Path) -> None:
    """Not left to chance: each code of each list once, and each is the one that returns."""
    for field in layout.fields:
        if field.kind is not Kind.CODE:
            continue
        original = [with_value(layout, field, code) for code in field.codes]
        # A file holds one delivery, so a code of the delivery gets a file of its own.
        files = [[one] for one in original] if field.level is Level.DELIVERY else [original]
        returned = [there_and_back(records, layout, name, tmp_path) for records in files]
        assert returned == files, field.name


def test_one_xml_file_holds_one_delivery(tmp_path: Path) -> None:
    first = a_benefit()
    second = replace(first, header=replace(first.header, month=4))
    with pytest.raises(ValueError, match="one delivery per file"):
        write_bus([first, second], tmp_path / "twee.xml")
    write_bus([first, second], tmp_path / "twee.csv")
    assert [checked.record for checked in read_bus(tmp_path / "twee.csv")] == [first, second]


def with_value(layout: Layout, field: Field, code: Any) -> Any:
    """A record in which one coded field has a chosen value."""
    attribute = field.attribute
    if layout.statistic is Statistic.SRG:
        return changed(a_measure(layout), attribute, code)
    benefit = a_benefit()
    number = f"U{code}"
    if field.level is Level.INCOME:
        income = replace(an_income(), **{attribute: code})
        person = replace(a_person(), incomes=(income,))
        return replace(benefit, registration=number, persons=(person,))
    if field.level is Level.PERSON:
        person = replace(a_person(), **{attribute: code})
        return replace(benefit, registration=number, persons=(person,))
    return replace(changed(benefit, attribute, code), registration=number)


def changed(record: Any, attribute: str, code: Any) -> Any:
    if hasattr(record, attribute):
        return replace(record, **{attribute: code})
    return replace(record, header=replace(record.header, **{attribute: code}))


@pytest.mark.parametrize("suffix", [".xml", ".csv", ".xlsx"])
def test_an_empty_delivery_still_says_which_month(suffix: str, tmp_path: Path) -> None:
    srg, bus = tmp_path / f"srg{suffix}", tmp_path / f"bus{suffix}"
    srg_header = a_measure(SRG_2026).header
    bus_header = a_benefit().header
    assert isinstance(srg_header, SrgHeader)
    assert isinstance(bus_header, BusHeader)
    write_srg([], srg, header=srg_header)
    write_bus([], bus, header=bus_header)
    assert list(read_srg(srg)) == []
    assert list(read_bus(bus)) == []
    assert read_header(srg) == srg_header
    assert read_header(bus) == bus_header


def test_a_mapping_file_gives_the_same_records(tmp_path: Path) -> None:
    """A municipality's own mapping: other names, deeper nesting, a namespace with a prefix."""
    own = tmp_path / "eigen.yaml"
    lines = ["name: eigen leverancier", "statistic: BUS", 'edition: "2026"']
    lines += ["namespaces: {x: 'urn:test:eigen'}", "levels:"]
    roots = {
        "delivery": "/x:doc",
        "benefit": "/x:doc/x:lijst/x:u",
        "person": "/x:doc/x:lijst/x:u/x:ps/x:p",
        "income": "/x:doc/x:lijst/x:u/x:ps/x:p/x:i",
    }
    lines += [f"  {level}: {path}" for level, path in roots.items()]
    lines += ["fields:"]
    lines += [f"  {f.number}: {roots[f.level]}/x:w/x:k{f.number}" for f in BUS_2026.fields]
    own.write_text("\n".join(lines), encoding="utf-8")
    mapping = read_mapping(own)
    person = replace(a_person(), incomes=(an_income(), an_income()))
    original = [replace(a_benefit(), registration=f"U{n}", persons=(person,)) for n in range(3)]
    write_bus(original, tmp_path / "eigen.xml", mapping)
    what = recognise(tmp_path / "eigen.xml", [mapping])
    assert [checked.record for checked in read_bus(what)] == original
    assert all(isinstance(record, BusRecord) for record in original)


@given(st.lists(st.booleans(), min_size=1, max_size=4))
@quick
def test_a_benefit_without_persons_is_not_lost(tmp_path_factory: Any, filled: list[bool]) -> None:
    path = tmp_path_factory.getbasetemp() / "zonder.csv"
    original = [
        replace(a_benefit(), registration=f"U{n}", persons=(a_person(),) if full else ())
        for n, full in enumerate(filled)
    ]
    write_bus(original, path)
    assert [checked.record for checked in read_bus(path)] == original
