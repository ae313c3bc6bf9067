"""Wage-cost subsidy: Participatiewet articles 6(e), 10c and 10d, Besluit and Regeling LKS 2021."""

from streekwerk.rights.engine.facts import MonthsSince
from streekwerk.rights.engine.nodes import (
    Quantity,
    all_of,
    any_of,
    largest,
    quantity,
    smallest,
    under,
)
from streekwerk.rights.engine.rules import Audience, Decides, Outcome, Rule, Status, Version
from streekwerk.rights.engine.terms import Amount, MunicipalChoice, MunicipalNumber
from streekwerk.rights.engine.words import words
from streekwerk.rights.facts import decisions, work
from streekwerk.rights.facts.making import EURO_MONTH, MONTHS, PERCENT
from streekwerk.rights.law import open_terms
from streekwerk.rights.law.sources import BEGIN, END_2025, YEAR_2026, decree, pw
from streekwerk.rights.law.support import SUPPORTED_GROUP
from streekwerk.vocabulary.language import Text

# --- article 10d(4): the amount ------------------------------------------------------------
_WML = Amount("wml.maand")
_WITH_HOLIDAY = _WML * (1 + Amount("vakantiebijslag"))
_SHARE = work.wage_value / 100
_GAP = _WITH_HOLIDAY - _WITH_HOLIDAY * _SHARE
_CAP = Amount("lks.plafond") * _WITH_HOLIDAY
_CHARGES = 1 + Amount("lks.werkgeverslasten")
# "De overeengekomen arbeidsduur is maximaal een volledige dienstbetrekking", pro rata to 36.
_PART = smallest(work.hours, work.full_time_hours) / Amount("lks.norm_uren")

_CONTESTED = Text(
    "Omstreden: hoe de vergoeding voor werkgeverslasten (23,5%) het plafond raakt, of de "
    "loonwaarde "
    "met of zonder vakantiebijslag telt, en de lasten bij de 50%-start. Wij rekenen alle "
    "lezingen uit.",
    "Contested: how the compensation for employer charges (23.5%) relates to the cap, whether the "
    "wage value counts with or without holiday allowance, and the charges in the 50% start. "
    "We compute every reading.",
)
_PLAIN = Text("zonder vergoeding werkgeverslasten", "without compensation for employer charges")
_ON_TOP = Text(
    "lezing 1: 23,5% boven op de subsidie (zoals gemeenten uitbetalen)",
    "reading 1: 23.5% on top of the subsidy (as municipalities pay)",
)
_IN_CAP = Text(
    "lezing 2: werkgeverslasten alleen in het plafond",
    "reading 2: employer charges only in the cap",
)
_NO_HOLIDAY = Text(
    "lezing 3: loonwaarde zonder vakantiebijslag afgetrokken",
    "reading 3: wage value deducted without holiday allowance",
)


def _euro(key: str, nl: str, en: str, value: Quantity, variant: Text | None = None) -> Outcome:
    return Outcome(key, Text(nl, en), EURO_MONTH, value, variant)


_SUBSIDY = smallest(_GAP, _CAP)
_AMOUNTS = (
    _euro("lks", "subsidie per maand", "subsidy a month", _SUBSIDY * _PART, _PLAIN),
    _euro(
        "lks_met_werkgeverslasten",
        "subsidie per maand met werkgeverslasten",
        "subsidy a month with employer charges",
        _SUBSIDY * _CHARGES * _PART,
        _ON_TOP,
    ),
    _euro(
        "lks_lasten_in_plafond",
        "subsidie per maand, lasten in het plafond",
        "subsidy a month, charges in the cap",
        smallest(_GAP, _CAP * _CHARGES) * _PART,
        _IN_CAP,
    ),
    _euro(
        "lks_loonwaarde_zonder_vakantiebijslag",
        "subsidie per maand, loonwaarde zonder vakantiebijslag",
        "subsidy a month, wage value without holiday allowance",
        smallest(largest(_WITH_HOLIDAY - _WML * _SHARE, 0), _CAP) * _PART,
        _NO_HOLIDAY,
    ),
    _euro("verschil_36_uur", "verschil bij 36 uur", "gap at 36 hours", _GAP),
    _euro("plafond_36_uur", "plafond bij 36 uur", "cap at 36 hours", _CAP),
)
_HALF = Amount("lks.zonder_meting") * _WITH_HOLIDAY * _PART
_HALF_AMOUNTS = (
    _euro("lks", "subsidie per maand", "subsidy a month", _HALF, _PLAIN),
    _euro(
        "lks_met_werkgeverslasten",
        "subsidie per maand met werkgeverslasten",
        "subsidy a month with employer charges",
        _HALF * _CHARGES,
        _ON_TOP,
    ),
    Outcome(
        "duur_maanden",
        Text("ten hoogste de eerste zes maanden", "at most the first six months"),
        MONTHS,
        quantity(6),
    ),
)

# --- who ----------------------------------------------------------------------------------
_NOT_WSW = under(~work.social_employment, "Pw art. 10d lid 3")
_PLANNED = all_of(
    under(decisions.wage_subsidy_group, "Pw art. 10d lid 1"),
    under(work.employer_intends, "Pw art. 10d lid 1"),
    under(work.employed, "Pw art. 10d lid 1 a en b"),
)

_ABILITY = all_of(
    decisions.can_do_a_task,
    decisions.basic_employee_skills,
    decisions.can_work_an_hour,
    any_of(
        decisions.hours_able_per_day >= 4,
        (decisions.hours_able_per_day >= 2) & decisions.earns_minimum_per_hour,
        article="Besluit LKS art. 2 lid 1 d",
        says=words(
            "u kunt 4 uur per dag werken, of 2 uur als u per uur het minimumloon verdient",
            "you can work 4 hours a day, or 2 if you earn the minimum wage per hour",
        ),
    ),
    article="Besluit LKS art. 2 lid 1",
    says=words(
        "u hebt mogelijkheden om te werken",
        "you have possibilities to work",
        "mogelijkheden tot arbeidsparticipatie",
        "possibilities for labour participation",
    ),
)

target_group = Rule(
    key="doelgroep-loonkostensubsidie",
    name=Text("Doelgroep loonkostensubsidie", "Wage-cost subsidy group"),
    summary=words(
        "Kunt u wel werken maar niet het hele minimumloon verdienen? Dan hoort u bij deze groep.",
        "If you can work but cannot earn the full minimum wage, you belong to this group.",
        "Vaststelling of iemand tot de doelgroep loonkostensubsidie behoort.",
        "Establishing whether someone belongs to the wage-cost subsidy group.",
    ),
    decides=Decides.STATUS,
    audience=Audience.PERSON,
    status=Status.VERIFIED,
    versions=(
        Version(
            BEGIN,
            (pw("6"), pw("10c", "1"), decree("2", "1")),
            all_of(
                SUPPORTED_GROUP,
                under(decisions.cannot_earn_minimum, "Pw art. 6 onder e"),
                _ABILITY,
            ),
        ),
    ),
)
request = Rule(
    key="aanvraag-doelgroep-loonkostensubsidie",
    name=Text("Aanvraag vaststelling doelgroep", "Request to establish the group"),
    summary=words(
        "U mag één keer per twaalf maanden vragen of u bij de doelgroep hoort.",
        "Once in twelve months you may ask whether you belong to the group.",
        "Aanvraag ex art. 10c lid 1 a, eenmaal per twaalf maanden.",
        "Request under art. 10c(1)(a), once in twelve months.",
    ),
    decides=Decides.MAY,
    audience=Audience.PERSON,
    status=Status.VERIFIED,
    versions=(
        Version(
            BEGIN,
            (pw("10c", "1"), pw("10c", "2")),
            all_of(
                SUPPORTED_GROUP,
                any_of(
                    ~decisions.earlier_group_request,
                    MonthsSince(decisions.last_group_request) >= 12,
                    article="Pw art. 10c lid 2",
                    says=words(
                        "u vroeg dit niet in de laatste twaalf maanden",
                        "you did not ask this in the last twelve months",
                    ),
                ),
            ),
        ),
    ),
)

_SUMMARY = words(
    "Uw werkgever krijgt subsidie voor het werk dat u (nog) niet kunt doen. U krijgt gewoon loon.",
    "Your employer receives a subsidy for what you cannot do (yet). You receive a normal wage.",
    "Het college verleent loonkostensubsidie na vaststelling van de loonwaarde.",
    "The municipality grants a wage-cost subsidy after establishing the wage value.",
)
subsidy = Rule(
    key="loonkostensubsidie",
    name=Text("Loonkostensubsidie", "Wage-cost subsidy"),
    summary=_SUMMARY,
    decides=Decides.ENTITLED,
    audience=Audience.EMPLOYER,
    status=Status.CONTESTED,
    status_note=_CONTESTED,
    versions=(
        Version(
            BEGIN,
            (pw("10d", "1"), pw("10d", "3"), pw("10d", "4"), pw("10d", "9"), decree("3", "2")),
            all_of(_PLANNED, under(work.wage_value_established, "Pw art. 10d lid 1 a"), _NOT_WSW),
            _AMOUNTS,
        ),
    ),
)
half_start = Rule(
    key="forfaitaire-loonkostensubsidie",
    name=Text("Loonkostensubsidie zonder meting (50%)", "Wage-cost subsidy without measurement"),
    summary=words(
        "De eerste zes maanden kan de subsidie 50% zijn, zonder meting van de loonwaarde.",
        "For the first six months the subsidy can be 50%, without measuring the wage value.",
        "Forfaitaire loonkostensubsidie ex art. 10d lid 1 b en lid 5.",
        "Flat-rate wage-cost subsidy under art. 10d(1)(b) and (5).",
    ),
    decides=Decides.ENTITLED,
    audience=Audience.EMPLOYER,
    status=Status.CONTESTED,
    status_note=_CONTESTED,
    versions=(
        Version(
            BEGIN,
            (pw("10d", "1"), pw("10d", "3"), pw("10d", "5")),
            all_of(
                _PLANNED,
                under(work.wage_value_waived, "Pw art. 10d lid 1 b"),
                under(MonthsSince(work.start) < 6, "Pw art. 10d lid 5"),
                _NOT_WSW,
            ),
            _HALF_AMOUNTS,
        ),
    ),
)

_ROUTES = (
    under(work.from_special_school, "Pw art. 10d lid 2 a"),
    under(work.from_municipal_group, "Pw art. 10d lid 2 b"),
)
_LEARNING_TRACK = under(work.from_learning_track, "Pw art. 10d lid 2 c (vanaf 2026)")
_LATER = all_of(
    under(decisions.wage_subsidy_group, "Pw art. 6 onder e"),
    under(decisions.cannot_earn_minimum, "Pw art. 10d lid 2"),
    under(work.requested_in_time, "Pw art. 10d lid 2"),
    _NOT_WSW,
)
after_start = Rule(
    key="loonkostensubsidie-na-aanvang",
    name=Text("Loonkostensubsidie na de start", "Wage-cost subsidy after the start"),
    summary=words(
        "Werkt u al en lukt het minimumloon niet? Vraag de subsidie aan binnen zes maanden.",
        "If you already work and cannot earn the minimum wage, apply within six months.",
        "Loonkostensubsidie op aanvraag binnen zes maanden na aanvang (lid 2).",
        "Wage-cost subsidy on application within six months of the start (paragraph 2).",
    ),
    decides=Decides.ENTITLED,
    audience=Audience.EMPLOYER,
    status=Status.CONTESTED,
    status_note=_CONTESTED,
    versions=(
        Version(
            BEGIN,
            (pw("10d", "2"), pw("10d", "3"), pw("10d", "4")),
            all_of(_LATER, any_of(*_ROUTES, article="Pw art. 10d lid 2 a en b")),
            _AMOUNTS,
            end=END_2025,
        ),
        Version(
            YEAR_2026,
            (pw("10d", "2"), pw("10d", "3"), pw("10d", "4")),
            all_of(
                _LATER, any_of(*_ROUTES, _LEARNING_TRACK, article="Pw art. 10d lid 2 a, b en c")
            ),
            _AMOUNTS,
        ),
    ),
)
temporary = Rule(
    key="tijdelijke-loonkostensubsidie",
    name=Text("Tijdelijke loonkostensubsidie van de gemeente", "Temporary municipal wage subsidy"),
    summary=words(
        "Sommige gemeenten geven werkgevers tijdelijk subsidie om u aan te nemen.",
        "Some municipalities temporarily subsidise employers who hire you.",
        "Gemeentelijke tijdelijke loonkostensubsidie op grond van de verordening.",
        "Municipal temporary wage subsidy under the by-law.",
    ),
    decides=Decides.MAY,
    audience=Audience.EMPLOYER,
    status=Status.PARTLY,
    status_note=Text(
        "De wet laat hoogte, duur en doelgroep aan de verordening; hier staat alleen wat de "
        "wet zelf zegt.",
        "The law leaves rate, length and group to the by-law; only what the law itself says is "
        "here.",
    ),
    versions=(
        Version(
            BEGIN,
            (pw("7", "1"), pw("8a", "1"), pw("10d", "9")),
            all_of(
                SUPPORTED_GROUP,
                under(work.employer_intends, "Pw art. 8a lid 2 a"),
                under(decisions.provision_necessary, "Pw art. 7 lid 1 a"),
                under(~work.subsidised, "Pw art. 10d lid 9"),
                MunicipalChoice(
                    open_terms.offers_temporary_subsidy, article="Pw art. 8a lid 1 a en lid 2 a"
                ),
            ),
            (
                Outcome(
                    "procent",
                    Text("deel van de loonkosten", "share of wage costs"),
                    PERCENT,
                    MunicipalNumber(open_terms.temporary_subsidy_share),
                ),
                Outcome(
                    "duur_maanden",
                    Text("duur", "length"),
                    MONTHS,
                    MunicipalNumber(open_terms.temporary_subsidy_months),
                ),
            ),
        ),
    ),
)

RULES = (target_group, request, subsidy, half_start, after_start, temporary)
