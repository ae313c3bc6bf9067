"""The pages on the workbook and on the library say what the code does."""

from pathlib import Path

from streekwerk.matching.inventory_file.columns import ROLES, TASKS
from streekwerk.matching.inventory_file.weeks import WEEK_SHEET
from streekwerk.matching.library import SOURCE, occupations

REFERENCE = Path(__file__).resolve().parents[3] / "docs" / "reference"


def test_every_column_is_on_the_page() -> None:
    page = (REFERENCE / "work-in-excel.md").read_text("utf-8")
    for sheet in (ROLES, TASKS, WEEK_SHEET):
        part = page.split(f"## Sheet {sheet.name.nl} ({sheet.name.en})\n")[1]
        part = part.split("\n## ", maxsplit=1)[0]
        shown = [
            column
            for column in sheet.columns
            if column.key == "week_1" or not column.key.startswith("week_")
        ]
        rows = [line for line in part.splitlines() if line.startswith("|")][2:]
        assert len(rows) == len(shown)
        for row, column in zip(rows, shown, strict=True):
            needed = "yes" if column.needed else "no"
            assert row.startswith(f"| {column.heading.nl} | {column.heading.en} | {needed} |")
        assert str(sheet.most) in page


def test_every_occupation_is_on_the_page() -> None:
    page = (REFERENCE / "library-of-tasks.md").read_text("utf-8")
    for one in occupations():
        codes = ", ".join(one.onet)
        assert (
            f"| `{one.key}` | {one.name.nl} | {one.name.en} | {one.sector} | {one.level:d} "
            f"| {len(one.tasks)} | {codes} |" in page
        )
    assert f"{len(occupations())} occupations" in page
    assert f"{sum(len(one.tasks) for one in occupations())} tasks" in page
    assert SOURCE.en in page
