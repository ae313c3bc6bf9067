"""The case to the cent: against a calculation by hand, and in a spreadsheet that recalculates."""

from __future__ import annotations

import io
from decimal import Decimal
from functools import cache

import numpy as np
import pytest
from python_calamine import CalamineWorkbook
from tests.matching.cases.examples import EVERY, outcome, sure_job
from tests.matching.cases.spreadsheet import Workbook, read_workbook

from streekwerk.matching.cases import Account, calculate, workbook
from streekwerk.matching.cases.workbook.words import WORDS
from streekwerk.vocabulary.language import Language

# By hand, year 0 to 5 (docs/explanation/business-case.md shows how). 36 hours at € 15.00 on
# 1 July 2026, wage value 60% growing 2 points a year of stay, filled 51 of 52 weeks.
BY_HAND = {
    "work": "0.00 20344.35 20852.96 21234.41 21520.51 21735.08",
    "net_pay": "0.00 26174.02 26174.02 26174.02 26174.02 26174.02",
    "withheld": "0.00 3569.18 3569.18 3569.18 3569.18 3569.18",
    "charges": "0.00 5948.64 5948.64 5948.64 5948.64 5948.64",
    "subsidy": "0.00 14674.30 13940.59 13573.73 13573.73 13206.87",
    "benefit": "0.00 1854.36 1854.36 1854.36 1854.36 1854.36",
    "sick_pay": "0.00 602.76 632.10 646.78 646.78 661.45",
    "recruiting": "1000.00 250.00 250.00 250.00 250.00 250.00",
    "placing": "500.00 125.00 125.00 125.00 125.00 125.00",
    "guidance": "0.00 3060.00 2588.44 2283.11 2077.99 1936.33",
    "assistance": "0.00 13364.76 13364.76 13364.76 13364.76 13364.76",
    "net_elsewhere": "0.00 5234.80 5234.80 5234.80 5234.80 5234.80",
    "taxes_elsewhere": "0.00 1903.56 1903.56 1903.56 1903.56 1903.56",
    "subsidy_elsewhere": "0.00 2934.86 2788.12 2714.75 2714.75 2641.37",
    "benefit_elsewhere": "0.00 491.42 497.29 500.23 500.23 503.16",
    "travel": "0.00 408.00 408.00 408.00 408.00 408.00",
    "guidance_saved": "0.00 470.77 470.77 470.77 470.77 470.77",
    "setup_once": "2000.00 0.00 0.00 0.00 0.00 0.00",
}
NET_PRESENT_VALUES = {
    Account.EMPLOYER: "-7309.32",
    Account.MUNICIPALITY: "11964.46",
    Account.PERSON: "33535.12",
    Account.STATE: "26302.54",
    Account.SOCIETY: "64492.80",
}
EMPLOYER_BY_YEAR = "-3000.00 -1526.07 -1250.27 -915.67 -424.45 -420.41"


@cache
def written(kind: str, language: Language) -> bytes:
    return workbook(outcome(kind), language)


def test_every_amount_is_what_a_pencil_says() -> None:
    found = calculate(sure_job())
    by_name = {flow.name: flow for flow in found.model.flows}
    assert by_name.keys() == BY_HAND.keys()
    for name, amounts in BY_HAND.items():
        years = [str(found.values.get((name, year), Decimal("0.00"))) for year in range(6)]
        assert " ".join(years) == amounts, name


def test_every_account_is_what_a_pencil_says() -> None:
    found = calculate(sure_job()).statements
    values = {one: str(table.net_present_value) for one, table in found.items()}
    assert values == NET_PRESENT_VALUES
    by_year = " ".join(str(amount) for amount in found[Account.EMPLOYER].balance)
    assert by_year == EMPLOYER_BY_YEAR


def npv(book: Workbook, account: Account, language: Language) -> float:
    sheet = account.words.in_language(language)
    sheet = sheet[:1].upper() + sheet[1:]
    row = book.row(sheet, WORDS["npv"].in_language(language))
    return book.value(sheet, f"B{row}")


@pytest.mark.parametrize(("kind", "language"), [*((kind, "nl") for kind in EVERY), ("job", "en")])
def test_the_workbook_recalculates_to_the_same_cents(kind: str, language: Language) -> None:
    book = read_workbook(written(kind, language))
    for (sheet, address), stored in book.stored.items():
        assert book.value(sheet, address) == pytest.approx(stored, abs=1e-9, rel=1e-12)
    for account, table in calculate(EVERY[kind]()).statements.items():
        assert f"{npv(book, account, language):.2f}" == str(table.net_present_value)


CHANGES = {
    "job": ("wage_value", "stay", "law.wml.maand", "job.hours", "discount_rate", "growth"),
    "design": ("used", "job1.guidance_hours", "job1.hour_value", "law.lkv.banenafspraak.uur"),
    "reshoring": ("price_abroad", "volume", "carbon_price", "duty_rate", "crew1.hours_unit"),
    "product": ("demand", "ramp1", "price_unit", "wage_value"),
}


@pytest.mark.parametrize("kind", EVERY)
def test_changing_a_cell_is_changing_the_input(kind: str) -> None:
    model = EVERY[kind]()
    for name in CHANGES[kind]:
        book = read_workbook(written(kind, "nl"))
        one = model.by_name[name]
        changed = round(one.median * Decimal("0.83") + Decimal("0.07"), 4)
        label = one.label.nl
        book.change("Invoer", label[:1].upper() + label[1:], float(changed))
        again = calculate(model, {name: changed}).statements
        before = calculate(model).statements
        assert any(again[a].net_present_value != before[a].net_present_value for a in again)
        for account, table in again.items():
            assert f"{npv(book, account, 'nl'):.2f}" == str(table.net_present_value), name


@pytest.mark.parametrize("kind", EVERY)
def test_changing_every_cell_at_random_keeps_the_cents(kind: str) -> None:
    model = EVERY[kind]()
    book = read_workbook(written(kind, "nl"))
    rng = np.random.default_rng(0)
    for _ in range(3):
        book.known.clear()
        changed = {}
        for line, one in enumerate(model.inputs, start=4):
            value = np.clip(float(one.median) * rng.uniform(0.6, 1.4), *one.limits)
            changed[one.name] = Decimal(f"{value:.3f}")
            book.numbers["Invoer", f"B{line}"] = float(changed[one.name])
        for account, table in calculate(model, changed).statements.items():
            assert f"{npv(book, account, 'nl'):.2f}" == str(table.net_present_value)


def test_the_control_is_zero_and_texts_are_never_formulas() -> None:
    book = read_workbook(written("design", "nl"))
    row = book.row("Uitkomst", "controle")
    assert book.value("Uitkomst", f"B{row}") == 0
    assert not [text for text in book.texts.values() if text.startswith("=")]


def test_a_spreadsheet_program_opens_it() -> None:
    book = CalamineWorkbook.from_filelike(io.BytesIO(written("job", "nl")))
    assert book.sheet_names[:3] == ["Uitkomst", "Invoer", "Berekening"]
    rows = book.get_sheet_by_name("Invoer").to_python()
    assert ["Discontovoet", 2.25, "% per jaar"] in [row[:3] for row in rows]


def test_the_same_case_gives_the_same_file() -> None:
    assert workbook(outcome("job"), "nl") == written("job", "nl")
    assert len(max(read_workbook(written("job", "nl")).formulas.values(), key=len)) < 8_192
