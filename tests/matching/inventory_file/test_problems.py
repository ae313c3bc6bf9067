"""What is wrong in a workbook is told by sheet, row and column; nothing of it is taken in."""

import io
import zipfile
from pathlib import Path

import pytest
import xlsxwriter
from python_calamine import CalamineWorkbook

from streekwerk.matching.chains.demand import Place
from streekwerk.matching.inventory import Level, Load, Moment
from streekwerk.matching.inventory_file import (
    WorkbookError,
    read_demand,
    read_inventory,
    write_demand,
    write_inventory,
)
from streekwerk.matching.inventory_file.formats import Number, Skills
from streekwerk.matching.inventory_file.problems import CellError
from streekwerk.registers.refusal import RefusedError

ROLE = ["Functie", "Mensen", "Kosten per uur", "Niveau", "Druk"]
TASK = ["functie", "TAAK", "Uren per week", "Niveau", "Vaardigheden", "Ochtend"]
Cells = list[list[str | float]]


def book(path: Path, **sheets: Cells) -> Path:
    with xlsxwriter.Workbook(str(path)) as made:
        for name, lines in sheets.items():
            page = made.add_worksheet(name)
            for row, line in enumerate(lines):
                page.write_row(row, 0, line)
    return path


def wrong(path: Path) -> list[tuple[str, str]]:
    with pytest.raises(WorkbookError) as refused:
        read_inventory(path)
    return [(each.cell, each.sentence.nl) for each in refused.value.problems]


def test_what_people_really_type_is_understood(tmp_path: Path) -> None:
    path = book(
        tmp_path / "w.xlsx",
        Functies=[[*ROLE], ["Verzorgende", 12, "€ 28,50", "mbo 3", ""]],
        Taken=[
            [*TASK],
            [],
            ["VERZORGENDE", "Eten rondbrengen", "10,5", 1, "Lezen; gastvrij zijn", "Ja"],
        ],
    )
    inventory = read_inventory(path)
    (role,), (task,) = inventory.roles, inventory.tasks
    assert (role.key, role.cost, role.level) == ("verzorgende", 2850, Level.SKILLED)
    assert (task.half_hours, task.level, task.load) == (21, Level.ENTRY, Load())
    assert task.skills == {"reading", "hospitality"}
    assert task.moments == {Moment.MORNING}
    assert (task.autonomy, task.divisible, task.confirmed, task.core) == (2, True, True, False)


def test_every_problem_is_told_with_its_cell(tmp_path: Path) -> None:
    path = book(
        tmp_path / "w.xlsx",
        Functies=[
            [*ROLE],
            ["Kok", "veel", 28, "mbo 9", 7],
            ["Hulp", 2, 22, 1, 0],
            ["hulp", 1, 22, 1, 0],
        ],
        Taken=[[*TASK], ["Bakker", "Deeg", 3, 2, "", ""], ["Hulp", "", 1.3, 1, "", "soms"]],
    )
    problems = wrong(path)
    assert [cell for cell, _ in problems] == ["B2", "D2", "E2", "B3", "C3", "F3", "A3", "A4"]
    told = " ".join(sentence for _, sentence in problems)
    assert "Blad Functies, rij 2, kolom Mensen: Hier hoort een getal van 1" in told
    assert "Kies uit de lijst: 1 praktijkonderwijs of mbo 1" in told
    assert "Rond af op halve uren." in told
    assert "Bakker" not in told, "a task is not to blame for a role that could not be read"


def test_a_task_of_a_role_that_is_not_there(tmp_path: Path) -> None:
    path = book(
        tmp_path / "w.xlsx",
        Functies=[[*ROLE], ["Kok", 2, 28, 2, 0]],
        Taken=[[*TASK], ["Bakker", "Deeg", 3, 2, "", ""], ["Kok", "Soep", 0, 2, "", ""]],
    )
    assert wrong(path) == [
        (
            "A2",
            "Blad Taken, rij 2, kolom Functie: De functie Bakker staat niet op het blad Functies.",
        ),
        ("C3", "Blad Taken, rij 3, kolom Uren per week: Een taak kost tijd."),
    ]


def test_problems_are_told_in_english_too(tmp_path: Path) -> None:
    path = book(
        tmp_path / "w.xlsx",
        Roles=[["Role", "People", "Cost an hour", "Level"], ["Cook", 0, 20, 2]],
        Tasks=[["Role", "Task", "Hours a week", "Level"], ["Cook", "Cook", 20, 2]],
    )
    with pytest.raises(WorkbookError) as refused:
        read_inventory(path)
    assert refused.value.problems[0].sentence.en == (
        "Sheet Roles, row 2, column People: The number must be from 1 to 10000."
    )


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ([[*ROLE]], "Dit blad is leeg"),
        ([["Functie", "Mensen"]], "Deze kolom ontbreekt"),
        ([[*ROLE, "Role"], ["Kok", 1, 20, 2, 0, "x"]], "staat er dubbel in"),
        ([[*ROLE], *([f"f{n}", 1, 20, 2, 0] for n in range(201))], "Hoogstens 200 rijen"),
        ([[*ROLE], ["Kok", 1, 0, 2, 0]], "Een uur kost iets"),
        ([[*ROLE, "Code"], ["Kok", 1, 9, 2, 0, "a"], ["Bak", 1, 9, 2, 0, "a"]], "Code a staat er"),
    ],
)
def test_a_sheet_that_does_not_hang_together(tmp_path: Path, lines: Cells, told: str) -> None:
    tasks: Cells = [[*TASK], ["Kok", "Soep", 3, 2, "", ""]]
    problems = wrong(book(tmp_path / "w.xlsx", Functies=lines, Taken=tasks))
    assert told in " ".join(sentence for _, sentence in problems)


def test_a_sheet_that_is_missing(tmp_path: Path) -> None:
    problems = wrong(book(tmp_path / "w.xlsx", Functies=[[*ROLE], ["Kok", 1, 20, 2, 0]]))
    assert ("", "Blad Taken: Het blad Taken ontbreekt.") in problems


def test_a_file_that_is_no_workbook_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "w.xlsx"
    path.write_text("functie;mensen\n")
    with pytest.raises(RefusedError):
        read_inventory(path)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/worksheets/sheet1.xml", b"<x>" + b" " * 20_000_000 + b"</x>")
    with pytest.raises(RefusedError, match="pakt uit"):
        read_inventory(path)


def test_demand_without_hours_or_with_a_double_name(tmp_path: Path) -> None:
    head = ["Werk", "Niveau", "Meerwaarde per uur", "Week 1"]
    rows: Cells = [[*head], ["Oogst", 1, 4, 10], ["oogst", 1, 4.01, 0]]
    with pytest.raises(WorkbookError) as refused:
        read_demand(book(tmp_path / "w.xlsx", Weken=rows), "w001", Place(0, 0))
    assert "Rond af op 2 cent." in str([each.words.nl for each in refused.value.problems])
    rows[2][2], rows[1][3] = 4.02, 0
    with pytest.raises(WorkbookError) as refused:
        read_demand(book(tmp_path / "w.xlsx", Weken=rows), "w001", Place(0, 0))
    told = [each.words.nl for each in refused.value.problems]
    assert told.count("Dit werk staat er dubbel in.") == 2
    assert told.count("Vul in minstens één week uren in.") == 2


@pytest.mark.parametrize("typed", ["nan", "inf", "1e400", "٣x", "=1+1", "--1"])
def test_what_is_no_number_is_refused(typed: str) -> None:
    with pytest.raises(CellError):
        Number(0, 100, 2).read(typed)


def test_the_empty_workbook_explains_itself_and_has_lists_in_its_cells() -> None:
    for write, names in (
        (write_inventory, ["Uitleg", "Functies", "Taken"]),
        (write_demand, ["Uitleg", "Weken"]),
    ):
        target = io.BytesIO()
        write(target)
        target.seek(0)
        with CalamineWorkbook.from_filelike(target) as made:
            assert made.sheet_names == names
            told = str(made.get_sheet_by_name("Uitleg").to_python())
        assert "Alles wordt ingelezen of niets" in told or write is write_demand
        with zipfile.ZipFile(target) as archive:
            numbers = range(2, len(names) + 1)
            sheet = "".join(
                archive.read(f"xl/worksheets/sheet{number}.xml").decode() for number in numbers
            )
        assert "1 praktijkonderwijs of mbo 1,2 mbo 2" in sheet
        assert 'type="decimal"' in sheet
        assert "Bekend zijn: lezen; schrijven" in told
        assert 'prompt="Wat iemand moet kunnen of snel kan leren' in sheet


def test_an_own_skill_cannot_fall_apart() -> None:
    written = Skills().write(frozenset({"kaas; snijden", "reading"}), "nl")
    assert Skills().read(written) == {"kaas, snijden", "reading"}
