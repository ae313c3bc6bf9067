"""A new product or service: demand that is not sure, the work it makes, and whether it pays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from streekwerk.matching.cases.beliefs import Beliefs, Believed
from streekwerk.matching.cases.carved import SETUP, Setting
from streekwerk.matching.cases.distributions import Fixed
from streekwerk.matching.cases.formula import Formula, Ref, largest
from streekwerk.matching.cases.inputs import Unit
from streekwerk.matching.cases.ledger import Ledger
from streekwerk.matching.cases.model import YEARS, CaseModel, Draft, Row
from streekwerk.matching.cases.team import Crew, add_team
from streekwerk.matching.cases.workforce import Workforce
from streekwerk.vocabulary.language import Text

_NONE = Believed(Fixed(0.0))
_TITLE = Text("Businesscase van een nieuw product", "Business case of a new product")


@dataclass(frozen=True, slots=True)
class Offer:
    """What is made and sold.

    Attributes
    ----------
    demand
        Units a year once it is known; low, middle and high as ``Scenarios``, or any belief.
    ramp
        Per cent of that demand in each year, from the first.
    price, materials
        Euros a unit.
    crews
        Who makes it.
    investment
        Euros before the start (design, machine, permits).
    selling
        Per cent of the turnover.
    fixed
        Euros a year whatever is sold.
    """

    demand: Believed
    price: Believed
    materials: Believed
    crews: Sequence[Crew]
    investment: Believed
    ramp: tuple[float, ...] = (20.0, 50.0, 80.0, 100.0, 100.0)
    selling: Believed = _NONE
    fixed: Believed = _NONE

    def __post_init__(self) -> None:
        if len(self.ramp) != YEARS or min(self.ramp) <= 0:
            raise ValueError(f"the ramp needs {YEARS} percentages above 0, got {self.ramp}")


def case_of_product(offer: Offer, beliefs: Beliefs, setting: Setting) -> CaseModel:
    """Return the case of a new product or service."""
    draft = Draft(_TITLE, setting.discount)
    people = Workforce(draft, beliefs, setting.municipality, setting.reading)
    ledger = Ledger(draft)
    sold = _sales(ledger, offer)

    def units(year: int) -> Formula:
        return sold[year]

    price = ledger.ask(offer.price, "price_unit", Text("verkoopprijs", "price"), Unit.EURO_UNIT)
    parts = Text("materiaal en energie", "materials and energy")
    materials = ledger.ask(offer.materials, "materials_unit", parts, Unit.EURO_UNIT)
    selling = ledger.percent(offer.selling, "selling_rate", _W["selling"])
    fixed = ledger.ask(offer.fixed, "fixed_year", _W["fixed"], Unit.EURO_YEAR)
    add_team(draft, people, offer.crews, units)
    ledger.saves("turnover", _W["turnover"], lambda year: units(year) * price)
    ledger.costs("materials", parts, lambda year: units(year) * materials)
    ledger.costs("selling", _W["selling"], lambda year: units(year) * price * selling / 100)
    ledger.costs("fixed", _W["fixed"], lambda _: fixed + 0)
    spent = ledger.ask(offer.investment, "investment", _W["investment"], Unit.EURO)
    ledger.invests("investment_once", _W["investment"], spent + 0)
    ledger.invests("setup_once", SETUP, ledger.ask(setting.setup, "setup", SETUP, Unit.EURO) + 0)
    people.book()
    _margin(draft)
    draft.leave_out(*_NOT_COUNTED)
    return draft.done()


def _sales(ledger: Ledger, offer: Offer) -> Row:
    demand = ledger.ask(
        offer.demand,
        "demand",
        Text("vraag als het bekend is", "demand once known"),
        Unit.UNITS_YEAR,
    )
    shares = [
        ledger.ask(
            Believed.by_employer(share),
            f"ramp{year}",
            Text(f"deel van de vraag in jaar {year}", f"share of demand in year {year}"),
            Unit.PERCENT,
            (0.0, 500.0),
        )
        for year, share in enumerate(offer.ramp, start=1)
    ]
    row = ledger.draft.each_year(
        "sold",
        Text("verkocht", "sold"),
        Unit.UNITS_YEAR,
        lambda year: demand * shares[year - 1] / 100,
    )
    ledger.draft.measure(row)
    return row


def _margin(draft: Draft) -> None:
    """Count what is left of a euro of turnover before wages and fixed costs."""
    row = draft.each_year(
        "margin",
        Text("marge op materiaal en verkoop", "margin on materials and selling"),
        Unit.PERCENT,
        lambda year: (
            100
            * (
                1
                - (Ref("materials", year) + Ref("selling", year))
                / largest(1, Ref("turnover", year))
            )
        ),
    )
    draft.measure(row)


_W = {
    "turnover": Text("omzet", "turnover"),
    "selling": Text("verkoopkosten", "cost of selling"),
    "fixed": Text("vaste kosten", "fixed costs"),
    "investment": Text("investering", "investment"),
}
_NOT_COUNTED = (
    Text(
        "Omzet en banen die andere bedrijven verliezen aan dit product.",
        "Turnover and jobs that other companies lose to this product.",
    ),
    Text("Wat het product klanten meer waard is dan de prijs.", "Worth to customers above price."),
    Text("Werkkapitaal in voorraad en debiteuren.", "Working capital in stock and debtors."),
    Text("De restwaarde van de investering na vijf jaar.", "What the investment is worth later."),
)
