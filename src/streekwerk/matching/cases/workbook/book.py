"""Write the workbook: results, inputs, calculation, a sheet for each account, explanation."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import datetime

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from streekwerk.matching.cases.accounts import Account
from streekwerk.matching.cases.inputs import Origin
from streekwerk.matching.cases.model import CaseModel, present
from streekwerk.matching.cases.outcome import Outcome
from streekwerk.matching.cases.reading import Place
from streekwerk.matching.cases.words import payback_words, verdict
from streekwerk.matching.cases.workbook.cells import Cell, CellText
from streekwerk.matching.cases.workbook.words import SHEETS, WORDS
from streekwerk.vocabulary.language import Language, Text

_DAY = datetime(2000, 1, 1)
_FIRST = 3  # rows above a table: title, explanation, heads
_INPUT_VALUE = 1
_ALL_YEARS = 2
_YEAR_ZERO = 3


def workbook(outcome: Outcome, language: Language) -> bytes:
    """Return the case as an Excel workbook.

    Cells hold formulas and, for programs that do not calculate, the values at the medians.
    What a simulation found stands beside them as plain numbers and says so.
    """
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(out, options) as book:
        # The same case gives the same bytes: no clock is read.
        book.set_properties({"title": outcome.model.title.in_language(language), "created": _DAY})
        _Writer(book, outcome, language).write()
    return out.getvalue()


class _Writer:
    def __init__(self, book: Workbook, outcome: Outcome, language: Language) -> None:
        self._book, self._outcome, self._language = book, outcome, language
        self._model = outcome.model
        self._sheets = {
            key: book.add_worksheet(self._say(name))
            for key, name in SHEETS.items()
            if key != "explanation"
        }
        self._accounts = {
            one: book.add_worksheet(self._capital(one.words)) for one in outcome.accounts
        }
        self._sheets["explanation"] = book.add_worksheet(self._say(SHEETS["explanation"]))
        self._formats = _formats(book)
        self._places = _places(
            self._model, self._say(SHEETS["inputs"]), self._say(SHEETS["calculation"])
        )
        self._cell = CellText(self._places)
        self._totals: dict[Account, Cell] = {}

    def write(self) -> None:
        """Write every sheet; results last, because they refer to the others."""
        self._inputs()
        self._calculation()
        for account in self._outcome.accounts:
            self._account(account)
        self._results()
        self._explanation()

    def _say(self, text: Text) -> str:
        return text.in_language(self._language)

    def _word(self, key: str) -> str:
        return self._say(WORDS[key])

    def _capital(self, text: Text) -> str:
        said = self._say(text)
        return said[:1].upper() + said[1:]

    def _head(self, sheet: Worksheet, title: str, explanation: str, columns: list[str]) -> None:
        sheet.write_string(0, 0, title, self._formats["title"])
        sheet.write_string(1, 0, explanation, self._formats["soft"])
        for place, column in enumerate(columns):
            style = "head" if place == 0 else "head_right"
            sheet.write_string(_FIRST - 1, place, column, self._formats[style])
        sheet.freeze_panes(_FIRST, 1)
        sheet.hide_gridlines(2)

    def _inputs(self) -> None:
        sheet = self._sheets["inputs"]
        heads = ["input", "value", "unit", "belief", "origin", "source"]
        self._head(
            sheet,
            self._say(SHEETS["inputs"]),
            self._word("inputs_words"),
            [self._word(key) for key in heads],
        )
        for width, column in ((52, 0), (14, 1), (20, 2), (34, 3), (24, 4), (90, 5)):
            sheet.set_column(column, column, width)
        for line, one in enumerate(self._model.inputs, start=_FIRST):
            style = "law" if one.origin is Origin.RULE else "input"
            sheet.write_string(line, 0, self._capital(one.label))
            sheet.write_number(line, _INPUT_VALUE, float(one.median), self._formats[style])
            sheet.write_string(line, 2, self._say(one.unit))
            sheet.write_string(
                line, 3, one.belief.words(one.unit, self._language) if one.uncertain else ""
            )
            sheet.write_string(line, 4, self._say(one.origin.words))
            sheet.write_string(line, 5, self._say(one.source))

    def _calculation(self) -> None:
        sheet = self._sheets["calculation"]
        years = [f"{self._word('year')} {year}" for year in self._model.periods]
        heads = [self._word("row"), self._word("unit"), self._word("all_years"), *years]
        self._head(sheet, self._say(SHEETS["calculation"]), self._word("calculation_words"), heads)
        sheet.set_column(0, 0, 60)
        sheet.set_column(1, 1, 18)
        sheet.set_column(2, 3 + self._model.years, 14)
        values = self._outcome.calculation.values
        for row in self._model.rows:
            line = self._places[row.name, next(iter(row.formulas))].row
            sheet.write_string(line, 0, self._capital(row.label))
            sheet.write_string(line, 1, self._say(row.unit))
            for year, held in row.formulas.items():
                cell = self._places[row.name, year]
                sheet.write_formula(
                    cell.row,
                    cell.column,
                    f"={self._cell.read(held)}",
                    self._formats["number"],
                    float(values[row.name, year]),
                )

    def _account(self, account: Account) -> None:
        sheet = self._accounts[account]
        years = [f"{self._word('year')} {year}" for year in self._model.periods]
        title = f"{self._say(self._model.title)}: {self._say(account.words)}"
        self._head(sheet, title, self._word("account_words"), [self._word("flow"), *years])
        sheet.set_column(0, 0, 60)
        sheet.set_column(1, self._model.years + 1, 15)
        line = self._block(account, _FIRST, later=False)
        sheet.write_string(line + 1, 0, self._word("present"), self._formats["head"])
        end = self._block(account, line + 2, later=True)
        last = self._model.years + 1
        first_cell, last_cell = (Cell("", end - 1, column) for column in (1, last))
        total = self._outcome.calculation.statements[account].net_present_value
        sheet.write_string(end + 1, 0, self._word("npv"), self._formats["total_label"])
        span = f"{_local(first_cell)}:{_local(last_cell)}"
        sheet.write_formula(end + 1, 1, f"=SUM({span})", self._formats["total"], float(total))
        self._totals[account] = Cell(sheet.get_name(), end + 1, 1)

    def _block(self, account: Account, top: int, *, later: bool) -> int:
        """Write one line a flow and their sum; return the first free row."""
        sheet = self._accounts[account]
        statement = self._outcome.calculation.statements[account]
        line = top
        for held in statement.lines:
            name = present(held.flow.name) if later else held.flow.name
            sheet.write_string(line, 0, self._capital(held.flow.label))
            for year, amount in enumerate(held.present if later else held.amounts):
                if (name, year) in self._places:
                    sign = "" if held.flow.sign_for(account) > 0 else "-"
                    address = self._places[name, year].address
                    sheet.write_formula(
                        line, 1 + year, f"={sign}{address}", self._formats["money"], float(amount)
                    )
            line += 1
        sheet.write_string(line, 0, self._word("together"), self._formats["total_label"])
        sums = statement.present if later else statement.balance
        for year, amount in enumerate(sums):
            first, last = Cell("", top, 1 + year), Cell("", line - 1, 1 + year)
            sheet.write_formula(
                line,
                1 + year,
                f"=SUM({_local(first)}:{_local(last)})",
                self._formats["total"],
                float(amount),
            )
        return line + 1

    def _results(self) -> None:
        sheet = self._sheets["results"]
        heads = ["account", "npv", "low", "high", "chance", "words"]
        self._head(
            sheet,
            self._say(self._model.title),
            self._word("results_words"),
            [self._word(key) for key in heads],
        )
        for width, column in ((34, 0), (20, 1), (20, 2), (20, 3), (22, 4), (110, 5)):
            sheet.set_column(column, column, width)
        line = _FIRST
        for account in self._outcome.accounts:
            self._result(sheet, line, account)
            line += 1
        if Account.SOCIETY in self._totals:
            self._control(sheet, line + 1)
        self._measures(sheet, line + 3)

    def _control(self, sheet: Worksheet, line: int) -> None:
        """Write that society is the sum of all others."""
        others = [
            total.address for one, total in self._totals.items() if one is not Account.SOCIETY
        ]
        society = self._totals[Account.SOCIETY].address
        sheet.write_string(line, 0, self._word("check"))
        sheet.write_formula(
            line, 1, f"=ROUND({society}-({'+'.join(others)}),2)", self._formats["money"], 0.0
        )
        sheet.write_string(line, 2, self._word("check_words"), self._formats["soft"])

    def _result(self, sheet: Worksheet, line: int, account: Account) -> None:
        found = self._outcome.simulation.interval(account)
        total = self._outcome.calculation.statements[account].net_present_value
        said = f"{self._say(verdict(self._outcome, account))} "
        if account is Account.EMPLOYER:
            said += self._say(payback_words(self._outcome.simulation.payback(account)))
        sheet.write_string(line, 0, self._capital(account.words))
        sheet.write_formula(
            line, 1, f"={self._totals[account].address}", self._formats["total"], float(total)
        )
        sheet.write_number(line, 2, round(found.low, 2), self._formats["money"])
        sheet.write_number(line, 3, round(found.high, 2), self._formats["money"])
        sheet.write_number(
            line, 4, self._outcome.simulation.chance_of_gain(account), self._formats["share"]
        )
        sheet.write_string(line, 5, said.strip())

    def _measures(self, sheet: Worksheet, line: int) -> None:
        for name in self._model.measures:
            row = self._model.row(name)
            year = self._model.years
            value = float(self._outcome.calculation.values[name, year])
            label = f"{self._capital(row.label)}, {self._word('year')} {year}"
            sheet.write_string(line, 0, label)
            sheet.write_formula(
                line, 1, f"={self._places[name, year].address}", self._formats["number"], value
            )
            sheet.write_string(line, 2, self._say(row.unit))
            line += 1

    def _explanation(self) -> None:
        sheet = self._sheets["explanation"]
        sheet.set_column(0, 0, 130, self._formats["wrap"])
        sheet.hide_gridlines(2)
        parts = [
            (self._word("how"), [self._word("how_words"), self._word("rounding")]),
            (
                self._word("questions"),
                [
                    f"{self._capital(one.account.words)}. {self._say(one.words())}"
                    for one in self._outcome.questions
                ],
            ),
            (self._word("not_counted"), [self._say(one) for one in self._model.not_counted]),
            (self._word("notes"), [self._say(one) for one in self._model.notes]),
        ]
        line = 0
        for head, sentences in parts:
            sheet.write_string(line, 0, head, self._formats["title"])
            for sentence in sentences:
                line += 1
                sheet.write_string(line, 0, sentence, self._formats["wrap"])
            line += 2


def _places(model: CaseModel, inputs: str, calculation: str) -> Mapping[Place, Cell]:
    places: dict[Place, Cell] = {
        (one.name, None): Cell(inputs, line, _INPUT_VALUE)
        for line, one in enumerate(model.inputs, start=_FIRST)
    }
    for line, row in enumerate(model.rows, start=_FIRST):
        for year in row.formulas:
            column = _ALL_YEARS if year is None else _YEAR_ZERO + year
            places[row.name, year] = Cell(calculation, line, column)
    return places


def _local(cell: Cell) -> str:
    return cell.address.split("!")[1].replace("$", "")


def _formats(book: Workbook) -> dict[str, Format]:
    ink, working, soft = "#1D2B2F", "#0F5257", "#EEF4F3"
    money = "#,##0.00;[Red]-#,##0.00"
    base = {"font_name": "Calibri", "font_color": ink}
    wanted: dict[str, dict[str, object]] = {
        "title": {"bold": True, "font_size": 16, "font_color": working},
        "soft": {"italic": True},
        "head": {"bold": True, "bg_color": soft, "bottom": 1},
        "head_right": {"bold": True, "bg_color": soft, "bottom": 1, "align": "left"},
        "input": {"bg_color": "#FFF6E3", "border": 1, "border_color": "#D8B878"},
        "law": {"bg_color": soft},
        "number": {"num_format": "#,##0.00##"},
        "money": {"num_format": money},
        "share": {"num_format": "0%"},
        "total_label": {"bold": True, "top": 1},
        "total": {"bold": True, "top": 1, "num_format": money},
        "wrap": {"text_wrap": True, "valign": "top"},
    }
    return {key: book.add_format({**base, **style}) for key, style in wanted.items()}
