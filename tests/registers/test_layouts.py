"""The field tables and code lists against the regulation, from an independent copy of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.registers.examples import a_benefit, a_measure, a_person, an_income

from streekwerk.registers.codes import (
    CURRENT_END_REASON,
    CURRENT_TYPE,
    EndReason2015,
    MeasureType,
    MeasureType2015,
)
from streekwerk.registers.layouts import (
    BUS_2015,
    BUS_2026,
    LAYOUTS,
    SRG_2015,
    SRG_2026,
    Kind,
    Layout,
)

CBS = Path(__file__).parents[2].parent / "shared" / "data" / "cbs"


def regulation(name: str) -> dict[str, Any]:
    path = CBS / name
    if not path.exists():
        pytest.skip("the research data are not here")
    data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return data


@pytest.mark.shared_data
@pytest.mark.parametrize(
    ("layout", "file"), [(SRG_2026, "srg_2026.json"), (BUS_2026, "bus_2026.json")]
)
def test_every_field_and_code_is_that_of_the_regulation(layout: Layout, file: str) -> None:
    source = regulation(file)["fields"]
    assert len(layout.fields) == len(source)
    for field, given in zip(layout.fields, source, strict=True):
        assert (field.number, field.name) == (given["nr"], given["name"])
        assert str(field.level) == {
            "levering": "delivery",
            "uitkering": "benefit",
            "voorziening": "measure",
            "loonkostensubsidie": "measure",
        }.get(given["group"], "income" if field.number in {31, 32, 33} else "person")
        assert sorted(map(str, field.codes)) == sorted(given.get("codes", {}))
        if field.number != 3 and field.kind is not Kind.FREE:
            assert given["format"].startswith(field.notation)


@pytest.mark.shared_data
def test_the_groups_of_measures_are_those_of_the_regulation() -> None:
    groups = regulation("srg_2026.json")["type_groups"]
    ours: dict[str, list[str]] = {}
    for kind in MeasureType:
        ours.setdefault(kind.group.nl.casefold(), []).append(str(kind))
    assert ours == {name.casefold(): codes for name, codes in groups.items()}


@pytest.mark.shared_data
def test_the_codes_of_2015_are_those_of_the_regulation() -> None:
    source = regulation("srg_2015_codes.json")
    assert {str(code) for code in MeasureType2015} == set(source["type_voorziening"])
    assert {str(code) for code in EndReason2015} == set(source["reden_einde"])


def test_the_layouts_are_whole() -> None:
    sizes = [len(layout.fields) for layout in (SRG_2026, SRG_2015, BUS_2026, BUS_2015)]
    assert sizes == [19, 19, 34, 34]
    for layout in LAYOUTS:
        assert [field.number for field in layout.fields] == list(range(1, len(layout.fields) + 1))
        assert sum(map(len, layout.parts)) == len(layout.fields)
        assert all(bool(field.codes) == (field.kind is Kind.CODE) for field in layout.fields)
        with pytest.raises(KeyError):
            layout.field(99)


def test_2015_allows_fewer_codes_in_the_bus() -> None:
    fewer = {
        old.number: {str(code) for code in set(new.codes) - set(old.codes)}
        for old, new in zip(BUS_2015.fields, BUS_2026.fields, strict=True)
        if set(new.codes) - set(old.codes)
    }
    assert fewer == {
        5: {"ssd", "zna", "xws"},
        8: {"20", "21", "22"},
        20: {"3"},
        28: {"04", "09"},
        31: {"41"},
        34: {"41", "42", "43"},
    }


def test_each_field_is_an_attribute_of_its_record() -> None:
    holders = {"person": a_person(), "income": an_income(), "benefit": a_benefit()}
    for layout in LAYOUTS:
        measure = a_measure(layout)
        for field in layout.fields:
            if field.level == "delivery":
                holder: Any = measure.header if layout.statistic == "SRG" else a_benefit().header
            elif layout.statistic == "SRG":
                holder = measure
            else:
                holder = holders[field.level]
            assert hasattr(holder, field.attribute), field.name


def test_every_code_has_a_label_in_both_languages() -> None:
    for layout in LAYOUTS:
        for field in layout.fields:
            assert field.meaning.nl.endswith(".")
            for code in field.codes:
                assert code.label.nl.strip("- "), code
                assert code.label.en.strip("- "), code


def test_old_types_become_current_ones_without_more_precision() -> None:
    assert set(CURRENT_TYPE) == set(MeasureType2015)
    assert set(CURRENT_END_REASON) == set(EndReason2015)
    vague = {code for code, current in CURRENT_TYPE.items() if not current.exact}
    assert vague == {"08", "99"}
    assert {CURRENT_TYPE[MeasureType2015(code)].type for code in vague} == {"98"}
    old = a_measure(SRG_2015)
    assert old.current().type is MeasureType.JOB_COACH
    assert old.current().start == old.start
