"""Must-show 2, file bombs: every hostile file is refused, within a second and in little memory."""

from __future__ import annotations

import io
import random
import struct
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter
from tests.registers.examples import a_benefit, a_measure

from streekwerk.registers.exchange import read_bus, read_srg, recognise, write_bus, write_srg
from streekwerk.registers.files.guard import FileKind, inspect
from streekwerk.registers.files.limits import Limits
from streekwerk.registers.layouts import SRG_2026
from streekwerk.registers.refusal import RefusedError

ROOT = b"<srgBestand><levering><statistiekjaar>2026</statistiekjaar></levering>"


def plain_zip(path: Path, parts: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def workbook(path: Path, parts: dict[str, bytes]) -> Path:
    """A real workbook with parts replaced or added."""
    whole = io.BytesIO()
    with xlsxwriter.Workbook(whole, {"in_memory": True}) as book:
        book.add_worksheet().write_string(0, 0, "STATISTIEKJAAR")
    with zipfile.ZipFile(whole) as archive:
        contents = {entry.filename: archive.read(entry) for entry in archive.infolist()}
    return plain_zip(path, contents | parts)


def sheet(cells: str, prolog: str = "") -> bytes:
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return (
        f'<?xml version="1.0"?>{prolog}<worksheet xmlns="{space}"><sheetData>{cells}</sheetData>'
        "</worksheet>"
    ).encode()


SHEET = "xl/worksheets/sheet1.xml"


def zip_ratio(path: Path) -> Path:
    return plain_zip(path, {"srg.xml": ROOT + b" " * 300_000_000})


def sheet_of_gigabytes(path: Path) -> Path:
    """About 1 MB that says it unpacks to 1 GB."""
    blank = b" " * 1_000_000
    with (
        zipfile.ZipFile(workbook(path, {}), "a", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
        archive.open("xl/worksheets/sheet2.xml", "w", force_zip64=True) as part,
    ):
        for _ in range(1000):
            part.write(blank)
    return path


def lying_sheet(path: Path) -> Path:
    """A sheet that says it is small and is not."""
    workbook(path, {SHEET: sheet("<row/>") + b" " * 30_000_000})
    raw = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as archive:
        entry = archive.getinfo(SHEET)
    raw[entry.header_offset + 22 : entry.header_offset + 26] = struct.pack("<I", 2000)
    place = raw.rindex(SHEET.encode()) - 46
    raw[place + 24 : place + 28] = struct.pack("<I", 2000)
    path.write_bytes(raw)
    return path


def far_cell(path: Path) -> Path:
    return workbook(path, {SHEET: sheet('<row r="1048576"><c s="1" r="XFD1048576"/></row>')})


def hidden_far_cell(path: Path) -> Path:
    """The same in a part with another name and an escaped attribute."""
    cells = "<row><c r='&#88;FD1048576'/></row>"
    return workbook(path, {"xl/gegevens.dat": sheet(cells)})


def far_dimension(path: Path) -> Path:
    return workbook(path, {SHEET: sheet("").replace(b"<sheetData>", _FAR + b"<sheetData>")})


_FAR = b'<dimension ref="A1:XFD1048576"/>'


def doctype_in_sheet(path: Path) -> Path:
    lol = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    return workbook(path, {SHEET: sheet("", lol)})


def doctype_utf16(path: Path) -> Path:
    text = sheet("", "<!DOCTYPE x []>").decode().replace("?>", ' encoding="utf-16"?>', 1)
    return workbook(path, {SHEET: text.encode("utf-16")})


def many_files(path: Path) -> Path:
    return workbook(path, {f"xl/media/{n}.bin": b"x" for n in range(250)})


def zip_in_zip(path: Path) -> Path:
    inner = plain_zip(path.with_suffix(".inner"), {"a.xml": ROOT}).read_bytes()
    return plain_zip(path, {"a.zip": inner})


def two_files(path: Path) -> Path:
    return plain_zip(path, {"a.xml": ROOT, "b.xml": ROOT})


def cut_off_zip(path: Path) -> Path:
    whole = workbook(path, {}).read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    return path


def billion_laughs(path: Path) -> Path:
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    text = f'<?xml version="1.0"?><!DOCTYPE srgBestand [<!ENTITY l0 "lol">{entities}]>'
    path.write_text(text + "<srgBestand>&l9;</srgBestand>")
    return path


def outside_entity(path: Path) -> Path:
    text = '<!DOCTYPE srgBestand [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    path.write_text(text + "<srgBestand>&x;</srgBestand>")
    return path


def deep(path: Path) -> Path:
    path.write_bytes(ROOT + b"<a>" * 1_000_000)
    return path


def endless_tag(path: Path) -> Path:
    path.write_bytes(ROOT + b"<persoon x='" + b"a" * 20_000_000)
    return path


def endless_text(path: Path) -> Path:
    path.write_bytes(ROOT + b"<persoon><geslacht>" + b"1" * 20_000_000)
    return path


def endless_children(path: Path) -> Path:
    path.write_bytes(ROOT + b"<persoon>" + b"<voorziening/>" * 1_000_000)
    return path


def not_closed(path: Path) -> Path:
    path.write_bytes(ROOT + b"<persoon>")
    return path


def endless_line(path: Path) -> Path:
    path.write_bytes(b"STATISTIEKJAAR;" + b"a" * 20_000_000)
    return path


def open_quote(path: Path) -> Path:
    header = ";".join(field.name for field in SRG_2026.fields)
    path.write_text(header + '\n"' + "2026;03\n" * 1_000_000)
    return path


def nothing(path: Path) -> Path:
    path.write_bytes(b"")
    return path


def a_program(path: Path) -> Path:
    path.write_bytes(b"\x7fELF\0\0\0\0" + bytes(1000))
    return path


BOMBS: list[Callable[[Path], Path]] = [
    zip_ratio,
    sheet_of_gigabytes,
    lying_sheet,
    far_cell,
    hidden_far_cell,
    far_dimension,
    doctype_in_sheet,
    doctype_utf16,
    many_files,
    zip_in_zip,
    two_files,
    cut_off_zip,
    billion_laughs,
    outside_entity,
    deep,
    endless_tag,
    endless_text,
    endless_children,
    not_closed,
    endless_line,
    open_quote,
    nothing,
    a_program,
]


@pytest.mark.parametrize("bomb", BOMBS, ids=lambda bomb: bomb.__name__)
def test_a_file_bomb_is_refused_within_a_second(
    bomb: Callable[[Path], Path], tmp_path: Path
) -> None:
    path = bomb(tmp_path / "bestand")
    start = time.process_time()
    with pytest.raises(RefusedError) as refused:
        for _ in read_srg(path):
            pass
    assert time.process_time() - start < 1.0
    assert refused.value.file == "bestand"
    assert refused.value.reason.nl != refused.value.reason.en
    assert refused.value.advice.nl


def test_good_files_pass(tmp_path: Path) -> None:
    kinds = {".xml": FileKind.XML, ".csv": FileKind.CSV, ".xlsx": FileKind.EXCEL}
    for suffix, kind in kinds.items():
        path = tmp_path / f"srg{suffix}"
        write_srg([a_measure()], path)
        assert inspect(path) is kind


def test_the_name_of_a_file_decides_nothing(tmp_path: Path) -> None:
    path = tmp_path / "srg.csv"
    write_srg([a_measure()], path)
    renamed = path.rename(tmp_path / "srg.xlsx")
    assert [checked.record for checked in read_srg(renamed)] == [a_measure()]


def test_xml_in_a_zip_is_read(tmp_path: Path) -> None:
    write_bus([a_benefit()], tmp_path / "bus.xml")
    packed = plain_zip(tmp_path / "bus.zip", {"bus.xml": (tmp_path / "bus.xml").read_bytes()})
    assert recognise(packed).kind is FileKind.XML_ZIP
    assert [checked.record for checked in read_bus(packed)] == [a_benefit()]


def test_limits_are_the_users_to_set(tmp_path: Path) -> None:
    path = tmp_path / "srg.csv"
    write_srg([a_measure()], path)
    with pytest.raises(RefusedError, match="groter dan"):
        inspect(path, Limits(plain=100))


def test_the_wrong_statistic_is_said(tmp_path: Path) -> None:
    write_bus([a_benefit()], tmp_path / "bus.xml")
    with pytest.raises(RefusedError, match="BUS-bestand, geen SRG-bestand"):
        list(read_srg(tmp_path / "bus.xml"))


@pytest.mark.parametrize("suffix", [".xml", ".csv", ".xlsx"])
def test_random_damage_never_crashes(suffix: str, tmp_path: Path) -> None:
    """100 damaged copies: each is read or refused, with nothing in between."""
    rng = random.Random(7)
    path = tmp_path / f"srg{suffix}"
    write_srg([a_measure()] * 3, path)
    good = path.read_bytes()
    outcomes = {"read": 0, "refused": 0}
    for _ in range(100):
        bad = bytearray(good)
        for _ in range(rng.randint(1, 8)):
            place = rng.randrange(len(bad))
            bad[place : place + rng.randint(0, 4)] = rng.randbytes(rng.randint(0, 4))
        path.write_bytes(bad)
        try:
            for checked in read_srg(path):
                assert checked.record is not None
            outcomes["read"] += 1
        except RefusedError:
            outcomes["refused"] += 1
    assert sum(outcomes.values()) == 100
    assert outcomes["refused"] > 0
