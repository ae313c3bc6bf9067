"""The report of a business case: words first, then the picture, then the tables."""

from __future__ import annotations

from dataclasses import dataclass

from streekwerk.matching.cases import Account, Bar, Outcome, payback_words, verdict
from streekwerk.matching.cases.inputs import Input, Origin
from streekwerk.matching.cases.saying import exactly, rest_of, said
from streekwerk.matching.cases.words import hundreds
from streekwerk.reports.case_words import WORDS
from streekwerk.reports.pdf import typeset
from streekwerk.rights.finance import Interval
from streekwerk.vocabulary.language import Language, Text, number

_MOST_BARS = 6
_LEAST_SWING = 0.01  # of the widest bar; less cannot be seen


@dataclass(frozen=True, slots=True)
class Range:
    """A bar of the picture, in euros."""

    name: str
    low: float
    middle: float
    high: float
    written: str


@dataclass(frozen=True, slots=True)
class Swing:
    """A bar of the tornado: the result at a low and a high value, in euros and written."""

    name: str
    low: str
    high: str
    at_low: float
    at_high: float


@dataclass(frozen=True, slots=True)
class Grounds:
    """Inputs of one origin: (what, value, source).

    ``source`` is the one that they share; otherwise it is empty and every row has its own.
    """

    origin: str
    source: str
    rows: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class AccountContent:
    """What the report says about one account; amounts are written."""

    name: str
    sentence: str
    rows: tuple[tuple[str, ...], ...]
    together: tuple[str, ...]
    npv: str


@dataclass(frozen=True, slots=True)
class CaseContent:
    """Everything in the report, in one language.

    ``swings`` and ``middle`` (the result at the medians) are about ``swings_about``.
    ``measures`` holds (what, in the middle, mostly between); ``law`` holds (what, value, source).
    """

    language: Language
    title: str
    subject: str
    day: str
    accounts: tuple[AccountContent, ...]
    ranges: tuple[Range, ...]
    picture: str
    answers: tuple[tuple[str, tuple[str, ...]], ...]
    swings: tuple[Swing, ...]
    swings_about: str
    swings_alt: str
    middle: float
    measures: tuple[tuple[str, str, str], ...]
    years: tuple[str, ...]
    grounds: tuple[Grounds, ...]
    law: tuple[tuple[str, str, str], ...]
    not_counted: tuple[str, ...]
    notes: tuple[str, ...]
    words: dict[str, str]


def case_pdf(outcome: Outcome, subject: str, day: str, language: Language = "nl") -> bytes:
    """Return the report as an accessible PDF (PDF/UA-1).

    Parameters
    ----------
    outcome
        Give ``outcome.seen_by(Account.EMPLOYER)`` for the employer's own copy.
    subject, day
        What the case is about, and the day of the report, as they are to be read.
    """
    return typeset("case.typ", case_content(outcome, subject, day, language))


def case_content(outcome: Outcome, subject: str, day: str, language: Language) -> CaseContent:
    """Return what the report says."""
    first = outcome.accounts[0]
    model = outcome.model
    bars = _widest(outcome.bars[first])
    ranges = tuple(_range(outcome, one, language) for one in outcome.accounts)
    return CaseContent(
        language=language,
        title=model.title.in_language(language),
        subject=subject,
        day=day,
        accounts=tuple(_account(outcome, one, language) for one in outcome.accounts),
        ranges=ranges,
        picture="; ".join(f"{one.name}: {one.written}" for one in ranges),
        answers=_answers(outcome, language),
        swings=tuple(_swing(bar, language) for bar in bars),
        swings_about=_capital(first.words.in_language(language)),
        swings_alt="; ".join(_swing_alt(bar, language) for bar in bars),
        middle=float(outcome.calculation.statements[first].net_present_value),
        measures=_measures(outcome, language),
        years=tuple(str(year) for year in model.periods),
        grounds=_grounds(outcome, language),
        law=tuple(_law(one, language) for one in model.inputs if _is_law(one)),
        not_counted=tuple(one.in_language(language) for one in model.not_counted),
        notes=tuple(one.in_language(language) for one in model.notes),
        words=_words(outcome, language),
    )


def _words(outcome: Outcome, language: Language) -> dict[str, str]:
    draws = number(len(next(iter(outcome.simulation.values.values()))), language)
    words = {name: text.in_language(language) for name, text in WORDS.items()}
    words["drawn"] = words["drawn"].format(n=draws)
    return words


def _account(outcome: Outcome, account: Account, language: Language) -> AccountContent:
    held = outcome.calculation.statements[account]
    return AccountContent(
        _capital(account.words.in_language(language)),
        _sentence(outcome, account, language),
        tuple(
            (
                _capital(line.flow.label.in_language(language)),
                *(_euros(float(amount), language) for amount in line.amounts),
            )
            for line in held.lines
        ),
        tuple(_euros(float(amount), language) for amount in held.balance),
        whole_euros(float(held.net_present_value), language),
    )


def _range(outcome: Outcome, account: Account, language: Language) -> Range:
    found = outcome.simulation.interval(account)
    low, high = hundreds(found.low, language), hundreds(found.high, language)
    to = Text("tot", "to").in_language(language)
    name = _capital(account.words.in_language(language))
    return Range(name, found.low, found.middle, found.high, f"{low} {to} {high}")


def _sentence(outcome: Outcome, account: Account, language: Language) -> str:
    sentence = verdict(outcome, account).in_language(language)
    if account is not Account.EMPLOYER:
        return sentence
    back = payback_words(outcome.simulation.payback(account)).in_language(language)
    return f"{sentence} {back}"


def _answers(outcome: Outcome, language: Language) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple(
        (
            _capital(account.words.in_language(language)),
            tuple(one.words().in_language(language) for one in outcome.asked(account)),
        )
        for account in outcome.accounts
        if outcome.asked(account)
    )


def _widest(bars: tuple[Bar, ...]) -> tuple[Bar, ...]:
    widest = max((bar.swing for bar in bars), default=0.0)
    return tuple(bar for bar in bars[:_MOST_BARS] if bar.swing > _LEAST_SWING * widest)


def _swing(bar: Bar, language: Language) -> Swing:
    unit = bar.input.unit
    name = _capital(bar.input.label.in_language(language))
    low, high = (
        f"{said(value, unit, language)}: {hundreds(at, language)}"
        for value, at in ((bar.low, bar.at_low), (bar.high, bar.at_high))
    )
    return Swing(name, low, high, bar.at_low, bar.at_high)


def _swing_alt(bar: Bar, language: Language) -> str:
    at = _swing(bar, language)
    return f"{at.name}: {at.low}; {at.high}"


def _measures(outcome: Outcome, language: Language) -> tuple[tuple[str, str, str], ...]:
    found = []
    for name in outcome.model.measures:
        row = outcome.model.row(name)
        middle = float(outcome.calculation.values[name, outcome.model.years])
        interval = Interval.of(outcome.simulation.measures[name])
        sure = interval.certain
        low, high = (_short(end, row.unit, language) for end in (interval.low, interval.high))
        to = Text("tot", "to").in_language(language)
        label = _capital(row.label.in_language(language))
        found.append(
            (label, said(middle, row.unit, language), "" if sure else f"{low} {to} {high}")
        )
    return tuple(found)


def _short(value: float, unit: Text, language: Language) -> str:
    """Return a value without the words of its unit."""
    rest = rest_of(unit, language)
    return said(value, unit, language).removesuffix(rest).strip()


def _is_law(one: Input) -> bool:
    return one.origin is Origin.RULE


def _grounds(outcome: Outcome, language: Language) -> tuple[Grounds, ...]:
    """Group the inputs by where they come from; what is not confirmed comes first."""
    found = []
    for origin in (Origin.ASSUMPTION, Origin.EMPLOYER, Origin.DESIGN, Origin.PUBLISHED):
        held = [one for one in outcome.model.inputs if one.origin is origin]
        sources = {one.source for one in held}
        shared = sources.pop().in_language(language) if len(sources) == 1 else ""
        rows = tuple(
            (
                _capital(one.label.in_language(language)),
                one.belief.words(one.unit, language),
                one.source.in_language(language),
            )
            for one in held
        )
        if rows:
            name = _capital(origin.words.in_language(language))
            found.append(Grounds(name, _capital(shared), rows))
    return tuple(found)


def _law(one: Input, language: Language) -> tuple[str, str, str]:
    return (
        _capital(one.label.in_language(language)),
        exactly(float(one.median), one.unit, language),
        one.source.in_language(language),
    )


def whole_euros(value: float, language: Language) -> str:
    """Return an amount in whole euros with its sign."""
    sign = "−" if round(value) < 0 else ""
    return f"{sign}€ {number(abs(value), language)}"


def _euros(value: float, language: Language) -> str:
    return number(value, language) if round(value) else "–"


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
