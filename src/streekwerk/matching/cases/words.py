"""A case in words: what it means for each, before any table."""

from __future__ import annotations

from streekwerk.matching.cases.accounts import Account
from streekwerk.matching.cases.outcome import Outcome
from streekwerk.matching.cases.simulation import Payback
from streekwerk.vocabulary.language import Language, Text, number

_WHOM = {
    Account.EMPLOYER: Text("de werkgever", "the employer"),
    Account.MUNICIPALITY: Text("de gemeente", "the municipality"),
    Account.PERSON: Text("de mensen in de banen", "the people in the jobs"),
    Account.STATE: Text("Rijk en fondsen", "state and funds"),
    Account.SURROUNDINGS: Text("de leefomgeving", "the environment"),
    Account.SOCIETY: Text("de samenleving als geheel", "society as a whole"),
}


def whom(account: Account) -> Text:
    """Return for whom an account is, as used in a sentence."""
    return _WHOM[account]


def verdict(outcome: Outcome, account: Account) -> Text:
    """Return in one sentence what the case means for an account, with its range."""
    found = outcome.simulation.interval(account)
    chance = round(100 * outcome.simulation.chance_of_gain(account))
    years = outcome.model.years

    def one(language: Language) -> str:
        about = _WHOM[account].in_language(language)
        about = about[:1].upper() + about[1:]
        low, high = (hundreds(value, language) for value in (found.low, found.high))
        dutch = language == "nl"
        is_many = account in (Account.PERSON, Account.STATE)
        if found.low >= 0:
            gain = ("gaan" if is_many else "gaat") if dutch else ("gain" if is_many else "gains")
            return (
                f"{about} {gain} er in {years} jaar {_range(low, high, language)} op vooruit."
                if dutch
                else f"{about} {gain} {_range(low, high, language)} in {years} years."
            )
        if found.high <= 0:
            cost = ("kost het", "lose" if is_many else "loses")
            lost = _range(hundreds(-found.high, language), hundreds(-found.low, language), language)
            return (
                f"{about} {cost[0]} in {years} jaar {lost}."
                if dutch
                else f"{about} {cost[1]} {lost} in {years} years."
            )
        loss = hundreds(-found.low, language)
        return (
            f"{about}: in {years} jaar ergens tussen {loss} verlies en {high} winst. In {chance} "
            "van de 100 berekeningen is het winst."
            if dutch
            else f"{about}: in {years} years somewhere between a loss of {loss} and a gain of "
            f"{high}. In {chance} of 100 calculations it is a gain."
        )

    return Text(one("nl"), one("en"))


def payback_words(payback: Payback) -> Text:
    """Return in one sentence when the money is back."""
    years = payback.years
    within = round(100 * payback.within)
    if within == 0:
        return Text(
            f"Het geld komt niet binnen {years} jaar terug.",
            f"The money does not come back within {years} years.",
        )
    if payback.high == 0:
        return Text(
            "Er gaat vooraf geen geld uit dat terug moet komen.",
            "No money is laid out first that has to come back.",
        )
    if payback.low is None or payback.middle is None or payback.high is None:
        return Text(
            f"In {within} van de 100 berekeningen is het geld binnen {years} jaar terug, in de "
            "andere niet.",
            f"In {within} of 100 calculations the money is back within {years} years, in the "
            "others it is not.",
        )
    return Text(
        f"Het geld is terug na ongeveer {_years(payback.middle, 'nl')} jaar (meestal tussen "
        f"{_years(payback.low, 'nl')} en {_years(payback.high, 'nl')} jaar).",
        f"The money is back after about {_years(payback.middle, 'en')} years (mostly between "
        f"{_years(payback.low, 'en')} and {_years(payback.high, 'en')}).",
    )


def hundreds(value: float, language: Language) -> str:
    """Return an amount rounded to hundreds of euros, smaller ones to tens."""
    digits = -2 if abs(value) >= 1_000 else -1
    rounded = round(value, digits) + 0.0
    sign = "−" if rounded < 0 else ""
    return f"{sign}€ {number(abs(rounded), language)}"


def _range(low: str, high: str, language: Language) -> str:
    if low == high:
        return low
    return f"tussen {low} en {high}" if language == "nl" else f"between {low} and {high}"


def _years(value: float, language: Language) -> str:
    return number(value, language, 1)
