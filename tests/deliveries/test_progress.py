"""Long work says how far it is: in rows and megabytes while reading."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from tests.deliveries.conftest import Town

from streekwerk.deliveries.importing import telling
from streekwerk.deliveries.models import Delivery, State
from streekwerk.registers import screening
from streekwerk.registers.exchange import read_screened, read_srg, write_srg
from streekwerk.vocabulary.language import Text


def test_while_reading_rows_and_bytes_are_told(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[tuple[int, str]] = []

    def tell(_self: telling.Teller, _of: Delivery, percent: int, doing: Text) -> None:
        told.append((percent, doing.nl))

    monkeypatch.setattr(telling, "EVERY", 0.0)
    monkeypatch.setattr(telling.Teller, "__call__", tell)
    monkeypatch.setattr(screening, "BATCH", 10)
    delivery = town.deliver(town.file("BUS", "2021-01"))
    assert delivery.state == State.CHECKED
    percents = [percent for percent, _ in told]
    assert percents == sorted(percents)
    reading = [doing for _, doing in told if "regels" in doing]
    assert len(reading) > 3
    assert reading[-1].endswith("0 van 0 MB")  # a small file
    assert f" {delivery.rows} regels" in reading[-1]


@pytest.mark.parametrize("suffix", [".xml", ".csv", ".xlsx", ".zip"])
def test_the_share_grows_to_the_whole_in_every_form(
    town: Town, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str
) -> None:
    source = town.file("SRG", "2021-02")
    path = tmp_path / f"srg{suffix}"
    if suffix == ".zip":
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.write(source, "srg.xml")
    else:
        write_srg((checked.record for checked in read_srg(source)), path)
    monkeypatch.setattr(screening, "BATCH", 7)
    told: list[tuple[int, float]] = []
    for _ in read_screened(path, lambda rows, share: told.append((rows, share))):
        pass
    assert told == sorted(told)
    rows, share = told[-1]
    assert rows == sum(1 for _ in read_srg(path))
    assert share == (0.0 if suffix == ".xlsx" else 1.0)


def test_the_words() -> None:
    words = telling.reading(48_000, 0.5, 70_000_000)
    assert words.nl == "Bestand lezen en nakijken: 48.000 regels, 35 van 70 MB"
    assert words.en == "Reading and checking the file: 48,000 rows, 35 of 70 MB"
    assert telling.reading(5, 0.0, 1).nl.endswith("5 regels")
