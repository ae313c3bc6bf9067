"""Assistance beside earnings, the buffer budget and premiums: Pw articles 19, 31(2)j and 34b."""

from streekwerk.rights.engine.nodes import all_of, any_of, largest, smallest, under, when
from streekwerk.rights.engine.rules import Audience, Decides, Outcome, Rule, Status, Version
from streekwerk.rights.engine.terms import Amount, MunicipalChoice, MunicipalNumber
from streekwerk.rights.engine.words import words
from streekwerk.rights.facts import benefits, decisions, income, situation
from streekwerk.rights.facts.making import EURO_MONTH, EURO_YEAR
from streekwerk.rights.law import open_terms
from streekwerk.rights.law.sources import BEGIN, END_2026, YEAR_2026, YEAR_2027, pw
from streekwerk.vocabulary.language import Text

_NORM = when(
    situation.household.is_("alleenstaand"), Amount("norm.alleenstaand"), Amount("norm.gehuwd")
)
_COUNTED = income.net_earnings - smallest(income.applied_disregard, income.net_earnings)
_WITHOUT_HOLIDAY = _NORM * (1 - Amount("bijstand.vakantietoeslag"))
_COUNTED_WITH_HOLIDAY = _COUNTED * (1 + Amount("vakantiebijslag"))

supplement = Rule(
    key="aanvullende-bijstand",
    name=Text("Bijstand naast werk", "Assistance beside work"),
    summary=words(
        "Verdient u minder dan de norm? Dan vult de gemeente uw inkomen aan.",
        "If you earn less than the norm, the municipality supplements your income.",
        "Algemene bijstand: het verschil tussen het inkomen en de bijstandsnorm (lid 2).",
        "General assistance: the difference between income and norm (paragraph 2).",
    ),
    decides=Decides.AMOUNT,
    audience=Audience.PERSON,
    status=Status.CONTESTED,
    status_note=Text(
        "Alleen de normen voor 21 jaar tot AOW-leeftijd zonder kostendelers. De "
        "vakantietoeslag over het "
        "loon (art. 31 lid 4, ministeriële regeling niet gezien) rekenen wij in twee lezingen.",
        "Only norms from 21 to pension age without cost sharers. Holiday allowance on wages "
        "(art. 31(4), "
        "ministerial regulation not seen) is computed in two readings.",
    ),
    versions=(
        Version(
            BEGIN,
            (pw("19", "1"), pw("19", "2"), pw("19", "3"), pw("21"), pw("31", "4")),
            all_of(
                benefits.social_assistance,
                under(situation.age >= 21, "Pw art. 21"),
                under(~situation.pension_age_reached, "Pw art. 21"),
                under(
                    _COUNTED < _NORM,
                    "Pw art. 19 lid 1 a",
                    words(
                        "uw meetellende inkomen is lager dan de bijstandsnorm",
                        "your counted income is below the assistance norm",
                    ),
                ),
            ),
            (
                Outcome(
                    "aanvulling",
                    Text("aanvulling per maand, zonder vakantiegeld", "supplement a month"),
                    EURO_MONTH,
                    largest(_WITHOUT_HOLIDAY - _COUNTED, 0),
                    Text(
                        "lezing 1: loon en norm allebei zonder vakantiegeld",
                        "reading 1: wage and norm both without holiday allowance",
                    ),
                ),
                Outcome(
                    "aanvulling_met_vakantiegeld",
                    Text("aanvulling per maand, met vakantiegeld", "supplement, with allowance"),
                    EURO_MONTH,
                    largest(_NORM - _COUNTED_WITH_HOLIDAY, 0),
                    Text(
                        "lezing 2: loon en norm allebei met vakantiegeld",
                        "reading 2: wage and norm both with holiday allowance",
                    ),
                ),
            ),
        ),
    ),
)

_BUFFER = all_of(
    benefits.social_assistance,
    under(income.net_earnings > 0, "Pw art. 34b lid 1"),
    under(decisions.unstable_income, "Pw art. 34b lid 1 a"),
    under(decisions.helps_towards_work, "Pw art. 34b lid 1 b"),
    under(decisions.buffer_used < Amount("bufferbudget.maximum"), "Pw art. 34b lid 1"),
)
_BUFFER_LEFT = Outcome(
    "bufferbudget",
    Text("nog beschikbaar dit jaar", "still available this year"),
    EURO_YEAR,
    Amount("bufferbudget.maximum")
    - smallest(decisions.buffer_used, Amount("bufferbudget.maximum")),
)
buffer_budget = Rule(
    key="bufferbudget",
    name=Text("Bufferbudget", "Buffer budget"),
    summary=words(
        "Wisselt uw inkomen door werk? Dan kan de gemeente tekorten opvangen, tot € 1.000 per "
        "jaar.",
        "If work makes your income vary, the municipality can cover gaps up to € 1,000 a year.",
        "Bufferbudget ambtshalve, ten hoogste € 1.000 per kalenderjaar (art. 34b).",
        "Buffer budget, ex officio, at most € 1,000 a calendar year (art. 34b).",
    ),
    decides=Decides.MAY,
    audience=Audience.PERSON,
    status=Status.CONTESTED,
    status_note=Text(
        "De tekst van 1-7-2026 bevat art. 34b al; het ministerie noemt 1-1-2027. In 2026 "
        "alleen bij "
        "vooruitlopend toepassen.",
        "The text of 1 July 2026 already contains art. 34b; the ministry names 1 January 2027. "
        "In 2026 "
        "only when applied ahead of the law.",
    ),
    versions=(
        Version(
            YEAR_2026, (pw("34b", "1"),), _BUFFER, (_BUFFER_LEFT,), END_2026, only_ahead_of_law=True
        ),
        Version(YEAR_2027, (pw("34b", "1"), pw("34b", "2")), _BUFFER, (_BUFFER_LEFT,)),
    ),
)

_OLD_ENOUGH = any_of(
    situation.age >= 27,
    decisions.wage_subsidy_group,
    article="Pw art. 31 lid 5",
    says=words(
        "u bent 27 of ouder, of hoort bij de doelgroep loonkostensubsidie",
        "you are 27 or over, or in the wage-cost subsidy group",
    ),
)
_PREMIUM = (
    under(benefits.social_assistance, "Pw art. 31 lid 2 j"),
    under(decisions.helps_towards_work, "Pw art. 31 lid 2 j"),
    under(income.number_of_premiums < 2, "Pw art. 31 lid 2 j (een- of tweemalig)"),
    under(income.premiums_this_year < Amount("premie.maximum"), "Pw art. 31 lid 2 j"),
    MunicipalChoice(open_terms.offers_exit_premium, article="Pw art. 8a lid 1 a"),
)
_ROOM = Amount("premie.maximum") - smallest(income.premiums_this_year, Amount("premie.maximum"))
_PREMIUM_AMOUNTS = (
    Outcome("ruimte", Text("nog vrij te laten dit jaar", "room left this year"), EURO_YEAR, _ROOM),
    Outcome(
        "premie",
        Text("premie volgens de verordening", "premium by by-law"),
        EURO_YEAR,
        smallest(MunicipalNumber(open_terms.exit_premium), _ROOM),
    ),
)
exit_premium = Rule(
    key="uitstroompremie",
    name=Text("Premie bij stappen naar werk", "Premium for steps towards work"),
    summary=words(
        "De gemeente kan u één of twee keer per jaar een premie geven. U houdt uw hele bijstand.",
        "The municipality can give you a premium once or twice a year. You keep your assistance.",
        "Een- of tweemalige premie die niet tot de middelen wordt gerekend (art. 31 lid 2 j).",
        "One or two premiums that do not count as means (art. 31(2)(j)).",
    ),
    decides=Decides.MAY,
    audience=Audience.PERSON,
    status=Status.PARTLY,
    status_note=Text(
        "De opening voor jongeren tot 27 vanaf 2027 (en het gedogen in 2026) is bekend uit "
        "berichtgeving; de wettekst van 2027 is niet gezien.",
        "The opening for people under 27 from 2027 (tolerated in 2026) is known from news; the "
        "2027 "
        "text was not seen.",
    ),
    versions=(
        Version(
            BEGIN,
            (pw("31", "2"), pw("31", "5"), pw("8a", "1")),
            all_of(*_PREMIUM, _OLD_ENOUGH),
            _PREMIUM_AMOUNTS,
            END_2026,
        ),
        Version(
            YEAR_2026,
            (pw("31", "2"), pw("8a", "1")),
            all_of(*_PREMIUM),
            _PREMIUM_AMOUNTS,
            END_2026,
            only_ahead_of_law=True,
        ),
        Version(YEAR_2027, (pw("31", "2"), pw("8a", "1")), all_of(*_PREMIUM), _PREMIUM_AMOUNTS),
    ),
)

RULES = (supplement, buffer_budget, exit_premium)
