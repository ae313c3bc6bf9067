from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from streekwerk.registers.labour_market import checks
from streekwerk.registers.labour_market.indicators import Indicator
from streekwerk.registers.labour_market.reader import MarketTable, is_market, read_market
from streekwerk.registers.labour_market.writer import HEADER, as_csv, as_excel
from streekwerk.registers.refusal import RefusedError


def table(tmp_path: Path, text: str) -> MarketTable:
    path = tmp_path / "arbeidsmarkt.csv"
    path.write_text(text, encoding="utf-8")
    return read_market(path, "9901", "fingerprint")


def test_every_cell_becomes_a_figure_with_its_row(tmp_path: Path) -> None:
    found = table(
        tmp_path,
        "Maand;Gebied;Spanningsindicator;Werkloosheidspercentage;Bron\n"
        "2024-01;AM99;3,1;3,6;UWV\n2024-02;AM99;;3,7;\n",
    )
    assert found.rows == 2
    assert not found.findings
    told = [(r.period, r.indicator, r.value, r.source, r.source_row) for r in found.facts]
    assert told == [
        (date(2024, 1, 1), "tightness", 3.1, "UWV", 2),
        (date(2024, 1, 1), "unemployment", 3.6, "UWV", 2),
        (date(2024, 2, 1), "unemployment", 3.7, None, 3),
    ]
    assert {(r.municipality, r.area, r.delivery) for r in found.facts} == {
        ("9901", "AM99", "fingerprint")
    }


def test_a_quarter_counts_for_three_months(tmp_path: Path) -> None:
    found = table(tmp_path, "MAAND;GEBIED;SPANNINGSINDICATOR\n2024-K1;AM99;3\n")
    assert [row.period.month for row in found.facts] == [1, 2, 3]
    assert found.rows == 1


def test_what_is_wrong_is_told_with_its_row(tmp_path: Path) -> None:
    found = table(
        tmp_path,
        "MAAND;GEBIED;SPANNINGSINDICATOR\n"
        "maart;AM99;3\n2024-01;Utrecht;3\n2024-02;AM99;99\n2024-03;AM99;3\n2024-03;AM99;4\n"
        "2024-04;AM99;\n2024-06;AM99;3\n2024-07;AM99;10\n",
    )
    assert [(f.check, f.row, f.column, f.shown) for f in found.findings] == [
        (checks.NO_MONTH, 2, "MAAND", "maart"),
        (checks.NO_AREA, 3, "GEBIED", "Utrecht"),
        (checks.NO_VALUE, 4, "SPANNINGSINDICATOR", "99"),
        (checks.TWICE, 6, "MAAND", "AM99 2024-03"),
        (checks.NOTHING, 7, "", ""),
        (checks.GAP, 8, "SPANNINGSINDICATOR", "AM99: 2024-03 – 2024-06"),
        (checks.JUMP, 9, "SPANNINGSINDICATOR", "AM99: 3 – 10"),
    ]
    assert [(row.period.month, row.value) for row in found.facts] == [(3, 3), (6, 3), (7, 10)]


@pytest.mark.parametrize(
    "header", ["MAAND;GEBIED", "MAAND;SPANNINGSINDICATOR", "GEBIED;SPANNINGSINDICATOR", ""]
)
def test_without_month_area_and_a_figure_it_is_no_such_table(tmp_path: Path, header: str) -> None:
    path = tmp_path / "x.csv"
    path.write_text(f"{header}\n1;2;3\n")
    assert not is_market(path)
    with pytest.raises(RefusedError) as refused:
        read_market(path, "9901", "x")
    assert "sjabloon" in refused.value.advice.nl


def test_the_template_says_it_is_empty_and_is_recognised(tmp_path: Path) -> None:
    for name, content in (("leeg.csv", as_csv()), ("leeg.xlsx", as_excel())):
        path = tmp_path / name
        path.write_bytes(content)
        assert is_market(path)
        with pytest.raises(RefusedError) as refused:
            read_market(path, "9901", "x")
        assert "geen rijen" in refused.value.reason.nl


def test_a_bomb_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "bom.xml"
    path.write_bytes(b"<?xml version='1.0'?><!DOCTYPE x []><x/>")
    assert not is_market(path)
    path.write_bytes(b"%PDF\x00")
    with pytest.raises(RefusedError):
        is_market(path)


months = st.dates(date(1990, 1, 1), date(2099, 12, 1)).map(lambda day: f"{day:%Y-%m}")
areas = st.sampled_from(["AM01", "AM99", "GM0344"])
SOURCES = st.sampled_from(["", "UWV", "=cmd|'x'!A1"])
figures = st.one_of(st.just(""), st.integers(0, 2000).map(lambda n: f"{n // 100},{n % 100:02d}"))
lines = st.lists(
    st.tuples(
        months, areas, figures, figures, figures, st.sampled_from(["", "UWV", "=cmd|'x'!A1"])
    ),
    min_size=1,
    max_size=12,
    unique_by=lambda line: (line[0], line[1]),
)


@pytest.mark.parametrize("writer", [as_csv, as_excel])
@given(written=lines)
def test_what_is_written_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, writer: object, written: list[tuple[str, ...]]
) -> None:
    assert callable(writer)
    path = tmp_path_factory.mktemp("market") / "table.bin"
    path.write_bytes(writer(written))
    found = read_market(path, "9901", "x")
    expected = {
        (line[0], line[1], header, float(line[place].replace(",", ".")), line[5] or None)
        for line in written
        for place, header in enumerate(HEADER)
        if 2 <= place < 5 and line[place]
    }
    read = {
        (f"{r.period:%Y-%m}", r.area, Indicator(r.indicator).header, r.value, r.source)
        for r in found.facts
    }
    assert read == expected
    assert found.rows == len(written)
