"""Bringing production back: everything it costs from abroad against making it here.

The gain of the employer is what no longer has to be paid abroad (price, freight, duty,
stock, rejects, disruption), less what making it in the region costs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from streekwerk.matching.cases.accounts import Account, Flow
from streekwerk.matching.cases.beliefs import PERCENT_LIMITS, Beliefs, Believed
from streekwerk.matching.cases.carved import SETUP, Setting
from streekwerk.matching.cases.distributions import Fixed, Pert
from streekwerk.matching.cases.formula import Formula, Ref, largest, total
from streekwerk.matching.cases.inputs import Unit
from streekwerk.matching.cases.ledger import Ledger
from streekwerk.matching.cases.model import CaseModel, Draft, Row
from streekwerk.matching.cases.team import Crew, add_team
from streekwerk.matching.cases.workforce import PAY_FLOWS, Workforce
from streekwerk.vocabulary.language import Text

KILOS_A_TONNE = 1_000
_NONE = Believed(Fixed(0.0))
_CAPITAL = Believed(Fixed(6.0))
_CARBON_PRICE = Believed(Pert(50, 130, 300))
_TITLE = Text("Businesscase van productie terughalen", "Business case of reshoring")


@dataclass(frozen=True, slots=True)
class Abroad:
    """What a unit costs when it comes from abroad.

    Attributes
    ----------
    price, freight
        Euros a unit, now; ``price_growth`` in per cent a year above inflation.
    duty
        Per cent of price and freight.
    lead_days, safety_days
        Days that goods are on their way, and of stock kept against uncertainty.
    rejects
        Per cent that is not good enough.
    disruption_chance, disruption_days, margin_day
        Per cent chance in a year that supply stops, for how many days, and euros of margin
        lost in a day.
    carbon
        Kilograms of CO₂ a unit, transport included.
    """

    price: Believed
    freight: Believed
    carbon: Believed
    duty: Believed = _NONE
    price_growth: Believed = _NONE
    lead_days: Believed = _NONE
    safety_days: Believed = _NONE
    rejects: Believed = _NONE
    disruption_chance: Believed = _NONE
    disruption_days: Believed = _NONE
    margin_day: Believed = _NONE


@dataclass(frozen=True, slots=True)
class Region:
    """What a unit costs when it is made in the region.

    Attributes
    ----------
    crews
        Who makes it.
    materials
        Euros a unit, energy included.
    machine, maintenance
        Euros once, and per cent of it a year.
    overhead
        Euros a year.
    stock_days, rejects, carbon
        As abroad.
    """

    crews: Sequence[Crew]
    materials: Believed
    machine: Believed
    carbon: Believed
    maintenance: Believed = _NONE
    overhead: Believed = _NONE
    stock_days: Believed = _NONE
    rejects: Believed = _NONE


@dataclass(frozen=True, slots=True)
class Shared:
    """What counts on both sides.

    Attributes
    ----------
    volume
        Good units a year.
    capital
        Per cent a year that money in stock costs.
    carbon_price
        Euros a tonne of CO₂, damage to everybody; no published price was verified, so the
        default is a wide assumption.
    """

    volume: Believed
    capital: Believed = _CAPITAL
    carbon_price: Believed = _CARBON_PRICE


def case_of_reshoring(
    abroad: Abroad, region: Region, shared: Shared, beliefs: Beliefs, setting: Setting
) -> CaseModel:
    """Return the case of making in the region what now comes from abroad."""
    draft = Draft(_TITLE, setting.discount)
    people = Workforce(draft, beliefs, setting.municipality, setting.reading)
    ledger = Ledger(draft)
    volume = ledger.ask(shared.volume, "volume", Text("aantal", "volume"), Unit.UNITS_YEAR)
    money = Text("kosten van geld in voorraad", "cost of money in stock")
    capital = ledger.ask(shared.capital, "capital", money, Unit.PERCENT_YEAR, PERCENT_LIMITS)
    saved = _abroad(ledger, abroad, volume, capital)
    paid, spent = _region(ledger, region, people, volume, capital)
    people.book()
    ledger.invests("setup_once", SETUP, ledger.ask(setting.setup, "setup", SETUP, Unit.EURO) + 0)
    _carbon(ledger, (abroad, region), shared, volume)
    _a_unit(draft, volume, saved, [*paid, *PAY_FLOWS], [*spent, "setup_once", "recruiting"])
    draft.leave_out(*_NOT_COUNTED)
    draft.note(_DUTY_NOTE)
    return draft.done()


def _abroad(ledger: Ledger, abroad: Abroad, volume: Ref, capital: Ref) -> list[str]:
    """Book what no longer has to be paid, and return the names of the flows."""
    price, freight, duty = _landed(ledger, abroad)
    lost = ledger.rejects(abroad.rejects, "rejects_abroad", Text("afkeur", "rejects abroad"))
    lead = ledger.days(abroad.lead_days, "lead_days", Text("dagen onderweg", "days under way"))
    safe = Text("dagen veiligheidsvoorraad", "days of safety stock")
    stock = lead + ledger.days(abroad.safety_days, "safety_days", safe)

    def landed(year: int) -> Formula:
        return volume * (price[year] + freight + duty[year])

    return [
        ledger.saves("purchase", _W["purchase"], lambda year: volume * price[year]),
        ledger.saves("freight", _W["freight"], lambda _: volume * freight),
        ledger.saves("duty", _W["duty"], lambda year: volume * duty[year], Account.STATE),
        ledger.saves("rejects", _W["rejects"], lambda year: landed(year) * lost),
        ledger.saves("stock", _W["stock"], lambda year: landed(year) * stock * capital / 100),
        _disruption(ledger, abroad),
    ]


def _landed(ledger: Ledger, abroad: Abroad) -> tuple[Row, Ref, Row]:
    """Return price, freight and duty of a unit."""
    label = Text("prijs in het buitenland", "price abroad")
    now = ledger.ask(abroad.price, "price_abroad", label, Unit.EURO_UNIT)
    rises = Text("prijsstijging in het buitenland boven inflatie", "price growth above inflation")
    growth = ledger.ask(
        abroad.price_growth, "price_growth", rises, Unit.PERCENT_YEAR, (-20.0, 50.0)
    )
    freight = ledger.ask(abroad.freight, "freight_unit", Text("vracht", "freight"), Unit.EURO_UNIT)
    rate = ledger.percent(abroad.duty, "duty_rate", Text("invoerrecht", "import duty"))
    price = ledger.draft.each_year(
        "price", label, Unit.EURO_UNIT, lambda year: now * (1 + growth / 100) ** (year - 1)
    )
    duty = ledger.draft.each_year(
        "duty_unit",
        Text("invoerrecht per stuk", "import duty a unit"),
        Unit.EURO_UNIT,
        lambda year: (price[year] + freight) * rate / 100,
    )
    return price, freight, duty


def _disruption(ledger: Ledger, abroad: Abroad) -> str:
    label = Text("kans per jaar op een onderbreking", "chance of a disruption in a year")
    chance = ledger.percent(abroad.disruption_chance, "disruption_chance", label)
    lasts = Text("dagen dat het stilligt", "days of disruption")
    days = ledger.ask(abroad.disruption_days, "disruption_days", lasts, Unit.DAYS, (0.0, 365.0))
    lost = Text("marge die per dag wegvalt", "margin lost in a day")
    margin = ledger.ask(abroad.margin_day, "margin_day", lost, Unit.EURO)
    return ledger.saves("disruption", _W["disruption"], lambda _: chance / 100 * days * margin)


def _region(
    ledger: Ledger, region: Region, people: Workforce, volume: Ref, capital: Ref
) -> tuple[list[str], list[str]]:
    """Book what making it here costs; return the yearly flows and the investment."""
    lost = ledger.rejects(
        region.rejects, "rejects_region", Text("afkeur in de regio", "rejects in the region")
    )
    a_unit = ledger.ask(
        region.materials,
        "materials_unit",
        Text("materiaal en energie", "materials and energy"),
        Unit.EURO_UNIT,
    )
    stock = ledger.days(
        region.stock_days, "stock_days", Text("dagen voorraad in de regio", "days of stock here")
    )
    machine = ledger.ask(region.machine, "machine", _W["machine"], Unit.EURO)
    upkeep = ledger.ask(
        region.maintenance,
        "maintenance_rate",
        Text("onderhoud", "maintenance"),
        Unit.PERCENT_YEAR,
        PERCENT_LIMITS,
    )
    overhead = ledger.ask(region.overhead, "overhead_year", _W["overhead"], Unit.EURO_YEAR)
    made = volume * (1 + lost)
    add_team(ledger.draft, people, region.crews, lambda _: made)
    costs = [
        ledger.costs("materials", _W["materials"], lambda _: made * a_unit),
        ledger.costs(
            "stock_here", _W["stock_here"], lambda _: volume * a_unit * stock * capital / 100
        ),
        ledger.costs("maintenance", _W["maintenance"], lambda _: machine * upkeep / 100),
        ledger.costs("overhead", _W["overhead"], lambda _: overhead + 0),
    ]
    return costs, [ledger.invests("machine_once", _W["machine"], machine + 0)]


def _carbon(ledger: Ledger, sides: tuple[Abroad, Region], shared: Shared, volume: Ref) -> None:
    """Book the damage of CO₂ that stays away, and count the kilograms."""
    label = Text("uitstoot uit het buitenland", "emission from abroad")
    there = ledger.ask(sides[0].carbon, "carbon_abroad", label, Unit.KILOGRAM_UNIT)
    label = Text("uitstoot in de regio", "emission in the region")
    here = ledger.ask(sides[1].carbon, "carbon_region", label, Unit.KILOGRAM_UNIT)
    price = ledger.ask(
        shared.carbon_price, "carbon_price", Text("prijs van CO₂", "price of CO₂"), Unit.EURO_TONNE
    )
    kilos = ledger.draft.each_year(
        "carbon_saved",
        Text("CO₂ die niet vrijkomt", "CO₂ not emitted"),
        Unit.KILOGRAM_YEAR,
        lambda _: volume * (there - here),
    )
    ledger.draft.measure(kilos)
    ledger.draft.flow(
        Flow("carbon", _W["carbon"], None, Account.SURROUNDINGS, in_cash=False),
        lambda year: kilos[year] / KILOS_A_TONNE * price if year else None,
    )


def _a_unit(draft: Draft, volume: Ref, saved: list[str], paid: list[str], spent: list[str]) -> None:
    """Count what a unit costs on both sides; an investment is spread over the years."""
    received = [name for name in paid if name in _RECEIVED]
    given = [name for name in paid if name not in _RECEIVED and draft.has(name)]
    years = draft.years
    landed = draft.each_year(
        "landed_unit",
        Text("uit het buitenland, alles bij elkaar", "from abroad, everything together"),
        Unit.EURO_UNIT,
        lambda year: total(*(Ref(name, year) for name in saved)) / largest(1, volume),
    )
    here = draft.each_year(
        "region_unit",
        Text("in de regio, na subsidies", "in the region, after subsidies"),
        Unit.EURO_UNIT,
        lambda year: (
            (
                total(*(Ref(name, year) for name in given))
                - total(*(Ref(name, year) for name in received if draft.has(name)))
                + total(*(Ref(name, 0) for name in spent)) / years
            )
            / largest(1, volume)
        ),
    )
    draft.measure(landed)
    draft.measure(here)


_RECEIVED = {"subsidy", "benefit", "sick_pay", "adaptation_paid", "coaching_paid"}
_DUTY_NOTE = Text(
    "Invoerrechten staan bij Rijk en fondsen. Een deel ervan gaat naar de Europese Unie.",
    "Import duty stands with state and funds. Part of it goes to the European Union.",
)
_NOT_COUNTED = (
    Text("De restwaarde van de machine na vijf jaar.", "What the machine is worth in the end."),
    Text(
        "Werk en schade die in het buitenland verdwijnen, anders dan de CO₂.",
        "Work and damage that disappear abroad, other than the CO₂.",
    ),
    Text("Schommelingen van de wisselkoers.", "Changes of the exchange rate."),
    Text(
        "Wat klanten extra betalen voor snelle levering van dichtbij.",
        "What customers pay extra for fast delivery from nearby.",
    ),
)
_W = {
    "purchase": Text("inkoop in het buitenland, vervalt", "purchase abroad, saved"),
    "freight": Text("vracht, vervalt", "freight, saved"),
    "duty": Text("invoerrecht, vervalt", "import duty, saved"),
    "rejects": Text("afkeur van inkoop, vervalt", "rejects of purchase, saved"),
    "stock": Text("voorraad en goederen onderweg, vervalt", "stock and goods under way, saved"),
    "disruption": Text("risico dat levering stilvalt, vervalt", "risk of disruption, saved"),
    "materials": Text("materiaal en energie", "materials and energy"),
    "stock_here": Text("voorraad in de regio", "stock in the region"),
    "machine": Text("machine", "machine"),
    "maintenance": Text("onderhoud van de machine", "maintenance of the machine"),
    "overhead": Text("vaste kosten", "overhead"),
    "carbon": Text("schade door CO₂ die wegblijft", "damage by CO₂ avoided"),
}
