"""The sentences of version 1, at level B1."""

from __future__ import annotations

from streekwerk.advice.evidence import PerHundred
from streekwerk.advice.offers import Offer
from streekwerk.advice.request import LegalChange
from streekwerk.vocabulary.language import LANGUAGES, Language, Text, join, number

ORDER = Text(
    "De mogelijkheden staan op volgorde van het alfabet. De volgorde zegt niets over wat het "
    "beste is, en is voor iedereen gelijk.",
    "The options are in alphabetical order (of their Dutch names). The order does not say which "
    "is best, and is the same for everybody.",
)
KNOW_MORE = (
    Text("Eerst meer weten", "First find out more"),
    Text(
        "U kiest nog niet. U kijkt eerst mee, praat met iemand die het al deed of zoekt samen uit "
        "wat nog open staat.",
        "You do not choose yet. You go and look first, talk to somebody who did it, or find out "
        "together what is still open.",
    ),
)
SOMETHING_ELSE = (
    Text("Iets anders", "Something else"),
    Text(
        "U hebt zelf een ander idee, of samen bedenkt u iets wat hier niet staat.",
        "You have another idea yourself, or together you think of something not listed here.",
    ),
)
NOT_NOW = (
    Text("Nu niet", "Not now"),
    Text(
        "U begint nu niet aan een nieuwe stap. U houdt uw gewone gesprekken. Wat er zonder een "
        "stap gebeurt, staat bij elke mogelijkheid.",
        "You do not start a new step now. You keep your usual conversations. What happens "
        "without a step is told with every option.",
    ),
)
SURE = {
    "fairly": Text("Redelijk zeker", "Fairly sure"),
    "probable": Text("Waarschijnlijk", "Probable"),
    "unsure": Text("Onzeker: het kan helpen en het kan ook niet helpen",
                   "Unsure: it may help and it may not"),
    "unknown": Text("Weten we niet", "We do not know"),
}  # fmt: skip
UNKNOWN = Text(
    "Wat deze stap doet, weten we niet. Dat betekent niet dat hij niet helpt.",
    "What this step does, we do not know. That does not mean it does not help.",
)
UNFAIR = Text(
    "In onze regio konden we geen eerlijke vergelijking maken.",
    "In our region no fair comparison could be made.",
)
TOO_FEW = Text(
    "In onze regio deden te weinig mensen dit om er iets over te kunnen zeggen.",
    "Too few people in our region did this to say anything about it.",
)
NO_CARD = Text(
    "In onze regio is dit nog niet onderzocht.", "This has not been studied in our region yet."
)
ELSEWHERE = Text(
    "Elders is het wel onderzocht. Of dat hier ook zo is, weten we niet.",
    "It was studied elsewhere. Whether it is the same here, we do not know.",
)
AVERAGE_NO_DIFFERENCE = Text(
    "Dit is het gemiddelde van iedereen die het deed. Dat het voor de ene groep anders werkt dan "
    "voor de andere, is niet gebleken.",
    "This is the average of everybody who did it. It was not found to work differently for one "
    "group than for another.",
)
AVERAGE_NOT_ASKED = Text(
    "Dit is het gemiddelde van iedereen die het deed. Het effect verschilt per groep, maar bij "
    "welke groep u hoort weten we nog niet.",
    "This is the average of everybody who did it. The effect differs by group, but we do not "
    "know yet which group you are in.",
)
AVERAGE_TOO_FEW = Text(
    "Dit is het gemiddelde van iedereen die het deed. Voor uw groep zijn er te weinig gegevens.",
    "This is the average of everybody who did it. There is too little data for your group.",
)
GROUP_DIFFERS = Text(
    "Het effect verschilt per groep. Dit is gemeten bij de groep waar u bij hoort.",
    "The effect differs by group. This was measured in the group you are in.",
)
FAIR_IF = Text(
    "Dit klopt als er geen andere verschillen waren tussen de mensen die we vergeleken.",
    "This holds if there were no other differences between the people we compared.",
)
CARE = Text(
    "De vergelijking was niet op alle punten goed: lees dit met voorzichtigheid.",
    "The comparison was not good on all points: read this with care.",
)
NO_PLACE = Text("Er is nu geen plek vrij.", "There is no place free now.")
NOT_FITTING = Text(
    "Wat er nu is, past niet bij de tijd die u hebt.",
    "What there is now does not fit the time you have.",
)
HOURS_UNKNOWN = Text(
    "We weten nog niet hoeveel uur u hebt.", "We do not know yet how many hours you have."
)
START_UNKNOWN = Text(
    "We weten nog niet vanaf wanneer u kunt beginnen.",
    "We do not know yet from when you can start.",
)
_MONTHS_NL = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)
_MONTHS_EN = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_ANYTIME = {6: ("een half jaar", "six months"), 12: ("een jaar", "a year"),
            24: ("twee jaar", "two years")}  # fmt: skip


def decimals(point: PerHundred) -> int:
    """Whole people, unless the interval is so narrow that they would hide it."""
    return 0 if point.high - point.low >= 2 else 1


def period(months: int) -> Text:
    """Return a length of time in words."""
    nl, en = _ANYTIME.get(months, (f"{months} maanden", f"{months} months"))
    return Text(nl, en)


def effect(point: PerHundred, whom: Text) -> Text:
    """Say what was found, with the interval as part of the sentence."""
    parts = [_found(point, whom), _interval(point)]
    if point.low <= 0 <= point.high:
        parts.append(
            Text(
                "We weten dus niet of deze stap verschil maakt.",
                "So we do not know whether this step makes a difference.",
            )
        )
    return join(parts)


def _found(point: PerHundred, whom: Text) -> Text:
    d, within = decimals(point), period(point.months)
    after = Text(f"binnen {within.nl}", f"within {within.en}")
    nl = [number(v, "nl", d) for v in (point.with_it, point.without)]
    en = [number(v, "en", d) for v in (point.with_it, point.without)]
    return Text(
        f"Van de 100 mensen {whom.nl} vonden er {after.nl} {nl[0]} werk met deze stap, en "
        f"{nl[1]} zonder.",
        f"Of 100 people {whom.en}, {en[0]} found work {after.en} with this step, and {en[1]} "
        "without.",
    )


def _interval(point: PerHundred) -> Text:
    return Text(*(_interval_in(point, language) for language in LANGUAGES))


def _interval_in(point: PerHundred, language: Language) -> str:
    d = decimals(point)
    low, high = round(point.low, d), round(point.high, d)
    small, large = (number(v, language, d) for v in sorted((abs(low), abs(high))))
    if low < 0 < high:
        fewer, more = number(-low, language, d), number(high, language, d)
        return (
            f"Het verschil is onzeker: het kan {fewer} minder zijn en ook {more} meer."
            if language == "nl"
            else f"The difference is uncertain: it may be {fewer} fewer and also {more} more."
        )
    is_loss = high <= 0 and low < 0
    if language == "nl":
        return f"Het verschil kan ook {small} tot {large}{' minder' if is_loss else ''} zijn."
    return f"The difference may also be {small} to {large}{' fewer' if is_loss else ''}."


def lock_in(point: PerHundred) -> Text | None:
    """Say that people found work less often at first, where that was found."""
    if point.estimate >= 0:
        return None
    within = period(point.months)
    maybe = Text("misschien", "perhaps") if point.high >= 0 else Text("meestal", "mostly")
    return Text(
        f"In het eerste {within.nl.removeprefix('een ')} vinden mensen die dit doen {maybe.nl} "
        "minder snel werk. Zij zijn dan bezig met de stap zelf.",
        f"In the first {within.en.removeprefix('a ')} people who do this {maybe.en} find work "
        "less quickly. They are busy with the step itself.",
    )


def costs(offer: Offer) -> Text:
    """Say what an offer takes of somebody's time."""
    if offer.hours_per_week is None and offer.weeks is None:
        return Text(
            "Hoeveel tijd het kost, spreekt u samen af.", "How much time it takes, you agree."
        )
    hours, weeks = offer.hours_per_week, offer.weeks
    if hours is None:
        return Text(f"{weeks} weken; de uren spreekt u samen af.",
                    f"{weeks} weeks; the hours you agree.")  # fmt: skip
    if weeks is None:
        return Text(f"{hours} uur per week; hoelang spreekt u samen af.",
                    f"{hours} hours a week; for how long you agree.")  # fmt: skip
    return Text(
        f"{hours} uur per week, {weeks} weken lang (samen {number(hours * weeks, 'nl')} uur).",
        f"{hours} hours a week for {weeks} weeks ({number(hours * weeks, 'en')} hours in all).",
    )


def too_many_hours(asked: int, have: float) -> Text:
    """Say that an offer asks more hours than somebody has."""
    return Text(
        f"Dit vraagt {asked} uur per week. U hebt {number(have, 'nl')} uur.",
        f"This asks {asked} hours a week. You have {number(have, 'en')} hours.",
    )


def starts_too_early(day: str) -> Text:
    """Say that an offer starts before somebody can."""
    nl, en = _day(day)
    return Text(f"Dit begint op {nl}. U kunt dan nog niet.",
                f"This starts on {en}. You cannot start by then.")  # fmt: skip


def if_hours(hours: int, name: Text) -> Text:
    """Say what would open with more hours."""
    return Text(
        f"Als u {hours} uur per week of meer tijd hebt, dan kan ook: {name.nl}.",
        f"If you have {hours} hours a week or more, then also: {name.en}.",
    )


def if_start(day: str, name: Text) -> Text:
    """Say what would open by starting earlier."""
    nl, en = _day(day)
    return Text(f"Als u op {nl} kunt beginnen, dan kan ook: {name.nl}.",
                f"If you can start on {en}, then also: {name.en}.")  # fmt: skip


def if_both(hours: int, day: str, name: Text) -> Text:
    """Say what would open with more hours and an earlier start."""
    nl, en = _day(day)
    return Text(
        f"Als u {hours} uur per week of meer tijd hebt en op {nl} kunt beginnen, dan kan ook: "
        f"{name.nl}.",
        f"If you have {hours} hours a week or more and can start on {en}, then also: {name.en}.",
    )


def if_law(change: LegalChange, name: Text) -> Text:
    """Say what would have to be true for the law to allow it, or at least not to forbid it."""
    said = join(change.words, "; ")
    nl, en = ("", "") if change.certain else ("misschien ", "perhaps ")
    return Text(f"{name.nl} kan {nl}wel {said.nl}.", f"{name.en} is {en}possible {said.en}.")


def month(iso: str) -> Text:
    """Return a month (``2021-07``) in words."""
    year, number_of = (int(part) for part in iso.split("-")[:2])
    return Text(f"{_MONTHS_NL[number_of - 1]} {year}", f"{_MONTHS_EN[number_of - 1]} {year}")


def _day(iso: str) -> tuple[str, str]:
    year, month, day = (int(part) for part in iso.split("-"))
    return f"{day} {_MONTHS_NL[month - 1]} {year}", f"{day} {_MONTHS_EN[month - 1]} {year}"
