"""What happens after somebody disagrees or asks, by when, and which law says so.

Algemene wet bestuursrecht (Awb), Algemene termijnenwet (Atw), AVG (Regulation 2016/679) and
Uitvoeringswet AVG (UAVG). A term of a law that ends on a Saturday, Sunday or recognised
holiday lasts until the first day after it that is none of these (Atw art. 1 lid 1).
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from streekwerk.guidance.choices import Choice
from streekwerk.vocabulary.language import Text

_AVG = "https://eur-lex.europa.eu/eli/reg/2016/679/oj"
_WEEKS_TO_OBJECT = timedelta(weeks=6)
_WEEKS_TO_DECIDE = timedelta(weeks=6)
_WEEKS_FOR_COMPLAINT = timedelta(weeks=6)
_SATURDAY = 5
_YEAR = 12


class Matter(Choice):
    """What it is about."""

    DATA = "data", "uw gegevens", "your data"
    ADVICE = "advice", "de mogelijkheden", "the options"
    DECISION = "decision", "een keuze of besluit", "a choice or decision"
    COMPLAINT = "complaint", "hoe iemand met u omging", "how somebody treated you"
    OTHER = "other", "iets anders", "something else"


@dataclass(frozen=True, slots=True)
class Source:
    """Where the law says it."""

    citation: Text
    url: str


@dataclass(frozen=True, slots=True)
class Remedy:
    """What happens next.

    Attributes
    ----------
    steps : what happens, in order, said to the jobseeker.
    by : last day on which there must be an answer.
    sources : the articles; empty where no law names a term.
    contested : what lawyers disagree about, and what to do meanwhile; None where they do not.
    object_by : last day to object to the decision itself; None where there is none.
    """

    steps: tuple[Text, ...]
    by: date
    sources: tuple[Source, ...] = ()
    contested: Text | None = None
    object_by: date | None = None


_READ = Text(
    "Uw klantmanager leest wat u schreef. Het blijft bewaard zoals u het schreef.",
    "Your caseworker reads what you wrote. It is kept as you wrote it.",
)
_ANSWER = Text("U krijgt hier antwoord.", "You get an answer here.")
_COMMITTEE = Text(
    "Vraagt de gemeente advies aan een bezwaarcommissie? Dan mag dat twaalf weken duren. De "
    "gemeente moet het u vertellen als zij meer tijd neemt.",
    "Does the municipality ask an objections committee for advice? Then it may take twelve weeks. "
    "The municipality must tell you when it takes more time.",
)
_NO_HARM = Text(
    "Uw uitkering verandert hier niet door.", "Your benefit does not change because of this."
)
_AGAIN = Text(
    "De gemeente kijkt opnieuw naar uw mogelijkheden. Wat u eerder zag, blijft bewaard.",
    "The municipality looks at your options again. What you saw before is kept.",
)
_LEADER = Text(
    "Een teamleider leest uw klacht, niet degene over wie de klacht gaat.",
    "A team manager reads your complaint, not the person it is about.",
)
_HEARD = Text(
    "U mag uw verhaal vertellen. De gemeente vraagt u daarvoor.",
    "You may tell your story. The municipality invites you to.",
)
_FIX = Text(
    "Klopt het? Dan verbetert de gemeente het gegeven. Wat er stond, blijft als geschiedenis "
    "bewaard.",
    "Is it right? Then the municipality corrects it. What was there is kept as history.",
)
_REFUSAL = Text(
    "Verbetert de gemeente het niet? Dan leest u waarom. Tegen die weigering kunt u bezwaar maken.",
    "Does the municipality not correct it? Then you read why. You can object to that refusal.",
)
_ERASE = Text(
    "Mag het? Dan kijkt een tweede persoon mee, en is alles over u weg: ook uw account.",
    "Is it allowed? Then a second person looks too, and everything about you is gone: your "
    "account as well.",
)
_KEEP = Text(
    "Moet de gemeente uw dossier van de wet bewaren? Dan leest u welke wet dat is, en tot wanneer. "
    "Tegen die weigering kunt u bezwaar maken.",
    "Does the law oblige the municipality to keep your file? Then you read which law, and until "
    "when. You can object to that refusal.",
)
_UAVG_34 = Source(
    Text("UAVG art. 34", "UAVG art. 34"), "https://wetten.overheid.nl/BWBR0040940#Artikel34"
)
_OFFICIAL = Text(
    "Wilt u officieel bezwaar maken tegen een besluit? Stuur de gemeente dan een brief met uw "
    "naam, adres, de datum, om welk besluit het gaat en waarom u het er niet mee eens bent.",
    "Do you want to object officially to a decision? Then send the municipality a letter with "
    "your name, address, the date, which decision it is about and why you disagree.",
)
_IS_IT_ONE = Text(
    "Niet elke keuze in een plan is een besluit waartegen u officieel bezwaar kunt maken. Daarover "
    "wordt verschillend gedacht. Twijfelt u? Maak dan op tijd bezwaar. De gemeente moet er een "
    "antwoord op geven.",
    "Not every choice in a plan is a decision you can object to officially. Opinions differ on "
    "that. Are you in doubt? Then object in time. The municipality has to answer it.",
)
# How long is held to where no law names a term: the same as for a complaint.
HOUSE_RULE = Text(
    "Hiervoor noemt de wet geen termijn. Streekwerk houdt zes weken aan.",
    "The law names no term for this. Streekwerk keeps to six weeks.",
)


def after_objection(matter: Matter, made_on: date, decided_on: date | None = None) -> Remedy:
    """Return what happens after somebody said on ``made_on`` that something is not right.

    ``decided_on`` is the day a decision was made known, where it is about one.
    """
    if matter is Matter.DATA:
        return after_correction(made_on)
    if matter is Matter.COMPLAINT:
        return Remedy(
            (_LEADER, _HEARD, _ANSWER, _NO_HARM),
            working_day(made_on + _WEEKS_FOR_COMPLAINT),
            (_awb("9:7"), _awb("9:10"), _awb("9:11")),
        )
    if matter is Matter.DECISION:
        return _after_decision(made_on, decided_on or made_on)
    first = (_READ, _AGAIN) if matter is Matter.ADVICE else (_READ,)
    return Remedy((*first, _ANSWER, _NO_HARM), working_day(made_on + _WEEKS_FOR_COMPLAINT))


def _after_decision(made_on: date, decided_on: date) -> Remedy:
    last = last_day_to_object(decided_on)
    # The six weeks to decide run from the day after the last day to object (7:10 lid 1).
    by = working_day(max(last, made_on) + _WEEKS_TO_DECIDE)
    return Remedy(
        (_READ, _ANSWER, _OFFICIAL, _COMMITTEE, _NO_HARM),
        by,
        (_awb("1:3"), _awb("6:5"), _awb("6:7"), _awb("6:8"), _awb("7:10")),
        _IS_IT_ONE,
        last,
    )


def last_day_to_object(made_known_on: date) -> date:
    """Return the last day to object: six weeks from the day after it was made known.

    Awb art. 6:7 and 6:8 lid 1, Atw art. 1 lid 1.
    """
    return working_day(made_known_on + _WEEKS_TO_OBJECT)


def after_correction(made_on: date) -> Remedy:
    """Return what happens after a request to correct data: an answer within a month.

    AVG art. 12 lid 3 and 16; a refusal is a decision (UAVG art. 34).
    """
    return Remedy(
        (_READ, _FIX, _REFUSAL, _NO_HARM),
        a_month_after(made_on),
        (_avg("12 lid 3", "12(3)"), _avg("16", "16"), _UAVG_34),
    )


def after_erasure(made_on: date) -> Remedy:
    """Return what happens after a request to erase everything: an answer within a month.

    AVG art. 12 lid 3 and 17; not where the law obliges to keep (art. 17 lid 3). A refusal is a
    decision (UAVG art. 34).
    """
    return Remedy(
        (_READ, _ERASE, _KEEP, _NO_HARM),
        a_month_after(made_on),
        (_avg("12 lid 3", "12(3)"), _avg("17", "17"), _UAVG_34),
    )


def after_request(kind: str, made_on: date) -> Remedy:
    """Return what happens after a request, by its kind (``people.models.RequestKind``)."""
    return {"correction": after_correction, "erasure": after_erasure}.get(kind, after_question)(
        made_on
    )


def after_question(made_on: date) -> Remedy:
    """Return what happens after somebody asks for help or to look at the options again."""
    return Remedy((_READ, _ANSWER, _NO_HARM), working_day(made_on + _WEEKS_FOR_COMPLAINT))


def a_month_after(day: date) -> date:
    """Return the same day of the next month, or its last day where it is shorter."""
    number = day.year * _YEAR + day.month
    year, month = divmod(number, _YEAR)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def working_day(day: date) -> date:
    """Return ``day``, or the first day after it that is no Saturday, Sunday or holiday."""
    while day.weekday() >= _SATURDAY or day in holidays(day.year):
        day += timedelta(days=1)
    return day


def holidays(year: int) -> frozenset[date]:
    """Return the recognised holidays of Atw art. 3 lid 1 and 2 (Good Friday).

    King's Day is the day on which the birthday is celebrated: 27 April, or the day before
    when that is a Sunday.
    """
    easter = easter_sunday(year)
    kings_day = date(year, 4, 27)
    if kings_day.weekday() == _SATURDAY + 1:
        kings_day -= timedelta(days=1)
    moving = (easter + timedelta(days=days) for days in (-2, 1, 39, 50))
    fixed = (date(year, 1, 1), kings_day, date(year, 5, 5), date(year, 12, 25), date(year, 12, 26))
    return frozenset((*moving, *fixed))


def easter_sunday(year: int) -> date:
    """Return Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher's rule)."""
    century, rest = divmod(year, 100)
    moon = year % 19
    leap, left = divmod(century, 4)
    shift = (century - (century + 8) // 25 + 1) // 3
    full = (19 * moon + century - leap - shift + 15) % 30
    week = (32 + 2 * left + 2 * (rest // 4) - full - rest % 4) % 7
    late = (moon + 11 * full + 22 * week) // 451
    month, day = divmod(full + week - 7 * late + 114, 31)
    return date(year, month, day + 1)


def _awb(article: str) -> Source:
    return Source(
        Text(f"Awb art. {article}", f"Awb art. {article}"),
        f"https://wetten.overheid.nl/BWBR0005537#Artikel{article}",
    )


def _avg(article: str, english: str) -> Source:
    return Source(Text(f"AVG art. {article}", f"GDPR art. {english}"), _AVG)
