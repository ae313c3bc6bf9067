"""The demo region's extra sources are told apart by their columns and read without a fault."""

from __future__ import annotations

from pathlib import Path

import pytest

from streekwerk.deliveries.demo import EDUCATION, HOURS, _with_reference_date
from streekwerk.demo.config import RegionConfig
from streekwerk.demo.deliveries import open_desk, write_education, write_hours
from streekwerk.demo.simulation import build_world, run
from streekwerk.registers.analysis.pseudonym import PseudonymKey
from streekwerk.registers.refusal import RefusedError
from streekwerk.registers.sources.mapping import ColumnMapping
from streekwerk.registers.sources.reader import read_facts

CONFIG = RegionConfig(people=600, months=12, seed=4)
KEY = PseudonymKey("9901", bytes(range(32)))


@pytest.mark.parametrize(
    ("mine", "other", "variable"), [(EDUCATION, HOURS, "education"), (HOURS, EDUCATION, "hours")]
)
def test_each_file_fits_its_own_mapping_alone(
    tmp_path: Path, mine: ColumnMapping, other: ColumnMapping, variable: str
) -> None:
    desk = open_desk(run(build_world(CONFIG, 0)))
    hours = write_hours(desk, tmp_path)
    education = _with_reference_date(write_education(desk, tmp_path), CONFIG)
    path = education if mine is EDUCATION else hours
    rows = list(read_facts(path, mine, KEY, "d"))
    assert len(rows) > 40
    assert not any(row.findings for row in rows)
    assert {fact.variable for row in rows for fact in row.facts} == {variable}
    with pytest.raises(RefusedError):
        next(read_facts(path, other, KEY, "d"))
