"""Wage-cost benefits for employers (LKV) and the low-income benefit: Wtl chapters 2 to 4.

The employer's rules need a declaration only; whether someone can get the declaration is a
rule on the person's side, because it asks about benefits.
"""

from datetime import date

from streekwerk.rights.engine.facts import MonthsSince
from streekwerk.rights.engine.nodes import (
    Condition,
    Quantity,
    all_of,
    any_of,
    largest,
    quantity,
    smallest,
    under,
    when,
)
from streekwerk.rights.engine.rules import (
    Audience,
    Decides,
    LegalBasis,
    Outcome,
    Rule,
    Status,
    Version,
)
from streekwerk.rights.engine.terms import Amount
from streekwerk.rights.engine.words import words
from streekwerk.rights.facts import benefits, declarations, situation, work
from streekwerk.rights.facts.making import EURO_YEAR, MONTHS
from streekwerk.rights.law.no_risk import LESS_THAN_35
from streekwerk.rights.law.sources import (
    BEGIN,
    END_2024,
    END_2025,
    READ_2024,
    YEAR_2025,
    YEAR_2026,
    wtl,
)
from streekwerk.vocabulary.language import Text

_THREE_YEARS = MonthsSince(work.start) < 36
_NOT_PENSIONED = ~situation.pension_age_reached
_NOT_SHELTERED = ~work.social_employment & ~work.sheltered_job
_CLAIMED = under(declarations.claimed, "Wtl art. 2.1")


def _a_year(kind: str) -> Outcome:
    value = smallest(
        work.paid_hours_year * Amount(f"lkv.{kind}.uur"), Amount(f"lkv.{kind}.maximum")
    )
    return Outcome("lkv", Text("voordeel per jaar", "benefit a year"), EURO_YEAR, value)


def _longest(months: int) -> Outcome:
    return Outcome("duur_maanden", Text("ten hoogste", "at most"), MONTHS, quantity(months))


def _benefit(key: str, name: Text, plain: tuple[str, str], *versions: Version) -> Rule:
    return Rule(
        key, name, words(*plain), Decides.ENTITLED, Audience.EMPLOYER, Status.VERIFIED, versions
    )


def _declaration(
    key: str,
    name: Text,
    basis: tuple[LegalBasis, ...],
    condition: Condition,
    end: date | None = None,
) -> Rule:
    return Rule(
        key,
        name,
        words(
            "U kunt een verklaring aanvragen. Uw werkgever ziet alleen die verklaring, niet uw "
            "uitkering.",
            "You can request a declaration. Your employer sees only that, not your benefit.",
            "Doelgroepverklaring, uitsluitend aan de werknemer verstrekt.",
            "Target-group declaration, given to the employee only.",
        ),
        Decides.ENTITLED,
        Audience.PERSON,
        Status.VERIFIED,
        (Version(BEGIN, basis, condition, end=end),),
    )


_IN_TIME = under(declarations.requested_in_three_months, "Wtl art. 2.3, 2.7, 2.11 en 2.15 lid 1")
_NEW_HERE = under(~declarations.recently_employed_here, "Wtl art. 2.2 lid 1 c en 2.6 lid 1 b")

declaration_disabled = _declaration(
    "verklaring-arbeidsgehandicapte",
    Text("Doelgroepverklaring arbeidsgehandicapte werknemer", "Declaration, disabled worker"),
    (wtl("2.6", "1"), wtl("2.6", "2"), wtl("2.7", "1")),
    all_of(
        any_of(
            under(benefits.disability_benefit_before_start, "Wtl art. 2.6 lid 1 a 1°"),
            under(LESS_THAN_35, "Wtl art. 2.6 lid 2"),
        ),
        _NEW_HERE,
        _NOT_PENSIONED,
        _IN_TIME,
    ),
)
declaration_older = _declaration(
    "verklaring-oudere",
    Text("Doelgroepverklaring oudere werknemer", "Declaration, older worker"),
    (wtl("2.2", "1", YEAR_2025), wtl("2.3", "1", YEAR_2025)),
    all_of(
        under(benefits.benefit_before_start, "Wtl art. 2.2 lid 1 a"),
        under(situation.age >= 56, "Wtl art. 2.2 lid 1 b"),
        _NEW_HERE,
        _NOT_PENSIONED,
        _IN_TIME,
    ),
    END_2025,
)
declaration_reinstated = _declaration(
    "verklaring-herplaatsen",
    Text("Doelgroepverklaring herplaatsen", "Declaration, reinstatement"),
    (wtl("2.14", "1"), wtl("2.15", "1")),
    all_of(
        under(declarations.reinstated, "Wtl art. 2.14 lid 1 a"),
        under(benefits.disability_benefit_at_return, "Wtl art. 2.14 lid 1 a 1°"),
        _NOT_PENSIONED,
        _IN_TIME,
    ),
)

DISABLED = all_of(
    _CLAIMED,
    under(declarations.declared_disabled, "Wtl art. 2.6 lid 1 c"),
    under(_NOT_PENSIONED, "Wtl art. 2.6 lid 3 a"),
    under(_NOT_SHELTERED, "Wtl art. 2.6 lid 3 b"),
    under(_THREE_YEARS, "Wtl art. 2.6 lid 3 c en 2.8"),
)
disabled = _benefit(
    "lkv-arbeidsgehandicapte",
    Text("LKV arbeidsgehandicapte werknemer", "Benefit for a disabled worker"),
    (
        "Uw werkgever krijgt drie jaar € 3,05 per uur, ten hoogste € 6.000 per jaar.",
        "Your employer receives € 3.05 an hour for three years, at most € 6,000 a year.",
    ),
    Version(
        BEGIN,
        (wtl("2.6", "1"), wtl("2.6", "3"), wtl("2.8", "1"), wtl("2.9")),
        DISABLED,
        (_a_year("arbeidsgehandicapte"), _longest(36)),
    ),
)
REINSTATED = all_of(
    _CLAIMED,
    under(declarations.declared_reinstated, "Wtl art. 2.14 lid 1 b"),
    under(declarations.reinstated, "Wtl art. 2.14 lid 1 a"),
    under(_NOT_PENSIONED, "Wtl art. 2.14 lid 2 a"),
    under(_NOT_SHELTERED, "Wtl art. 2.14 lid 2 b"),
    under(MonthsSince(declarations.resumed_on) < 12, "Wtl art. 2.14 lid 2 c en 2.16"),
)
reinstated = _benefit(
    "lkv-herplaatsen",
    Text("LKV herplaatsen arbeidsgehandicapte werknemer", "Benefit for reinstating"),
    (
        "Gaat u bij uw eigen werkgever weer aan het werk? Dan krijgt die een jaar € 3,05 per uur.",
        "If you return to your own employer, they receive € 3.05 an hour for a year.",
    ),
    Version(
        BEGIN,
        (wtl("2.14", "1"), wtl("2.14", "2"), wtl("2.16", "1"), wtl("2.17")),
        REINSTATED,
        (_a_year("herplaatsen"), _longest(12)),
    ),
)

REGISTERED_BEFORE_2026 = all_of(
    _CLAIMED,
    under(declarations.declared_job_agreement, "Wtl art. 2.10 lid 1 c (tot 2026)"),
    under(_NOT_PENSIONED, "Wtl art. 2.10 lid 2 a"),
    under(_NOT_SHELTERED, "Wtl art. 2.10 lid 2 b (tot 2026)"),
    under(_THREE_YEARS, "Wtl art. 2.12 (tot 2026)"),
)
# Transitional law 6.2(1)(a): who started before 2026 outside the register keeps the rest.
REGISTERED = all_of(
    _CLAIMED,
    any_of(
        under(declarations.in_register, "Wtl art. 2.10 lid 1"),
        all_of(
            declarations.declared_job_agreement,
            work.start.before(YEAR_2026),
            _THREE_YEARS,
            article="Wtl art. 6.2 lid 1 a",
            says=words(
                "de baan begon vóór 2026 met een verklaring en duurt nog geen drie jaar",
                "the job started before 2026 with a declaration, less than three years ago",
            ),
        ),
    ),
    under(_NOT_PENSIONED, "Wtl art. 2.10 lid 2 a"),
    under(~work.social_employment, "Wtl art. 2.10 lid 2 b"),
)
job_agreement = _benefit(
    "lkv-banenafspraak",
    Text("LKV doelgroep banenafspraak", "Benefit for the job-agreement group"),
    (
        "Staat u in het doelgroepregister? Dan krijgt uw werkgever € 1,01 per uur, tot € 2.000 "
        "per jaar.",
        "If you are in the register, your employer receives € 1.01 an hour, up to € 2,000 a year.",
    ),
    Version(
        BEGIN,
        (wtl("2.10", "1", YEAR_2025), wtl("2.12", "1", YEAR_2025), wtl("2.13", "", YEAR_2025)),
        REGISTERED_BEFORE_2026,
        (_a_year("banenafspraak"), _longest(36)),
        END_2025,
    ),
    Version(
        YEAR_2026,
        (wtl("2.10", "1"), wtl("2.12", "1"), wtl("2.13"), wtl("6.2", "1")),
        REGISTERED,
        (_a_year("banenafspraak"),),
    ),
)

_OLDER = (
    _CLAIMED,
    under(declarations.declared_older, "Wtl art. 2.2 lid 1 d"),
    under(_NOT_PENSIONED, "Wtl art. 2.2 lid 2 a"),
    under(_NOT_SHELTERED, "Wtl art. 2.2 lid 2 b"),
    under(_THREE_YEARS, "Wtl art. 2.4"),
)
_BEFORE_2024 = under(work.start.before(BEGIN), "Wtl art. 6.2a lid 1")
_OLD_RATE = smallest(
    work.paid_hours_year * Amount("lkv.oudere.overgang.uur"),
    Amount("lkv.oudere.overgang.maximum"),
)
_NEW_RATE = smallest(work.paid_hours_year * Amount("lkv.oudere.uur"), Amount("lkv.oudere.maximum"))
_OLDER_AMOUNT = when(_BEFORE_2024, _OLD_RATE, _NEW_RATE)


def _older_year(value: Quantity) -> Outcome:
    return Outcome("lkv", Text("voordeel per jaar", "benefit a year"), EURO_YEAR, value)


OLDER = all_of(*_OLDER)
OLDER_FROM_2026 = all_of(*_OLDER, _BEFORE_2024)
older = _benefit(
    "lkv-oudere",
    Text("LKV oudere werknemer (afgeschaft in 2026)", "Older-worker benefit (abolished 2026)"),
    (
        "Tot 2026 kreeg een werkgever voordeel voor werknemers van 56 jaar en ouder.",
        "Until 2026 employers received a benefit for workers aged 56 and over.",
    ),
    Version(
        BEGIN,
        (wtl("2.2", "1", READ_2024), wtl("2.5", "", READ_2024)),
        OLDER,
        (_older_year(_OLD_RATE), _longest(36)),
        END_2024,
    ),
    Version(
        YEAR_2025,
        (wtl("2.2", "1", YEAR_2025), wtl("2.5", "", YEAR_2025), wtl("6.2a", "1")),
        OLDER,
        (_older_year(_OLDER_AMOUNT), _longest(36)),
        END_2025,
    ),
    Version(
        YEAR_2026,
        (wtl("6.2a", "1"),),
        OLDER_FROM_2026,
        (_older_year(_OLD_RATE), _longest(36)),
    ),
)

low_income = _benefit(
    "lage-inkomensvoordeel",
    Text("Lage-inkomensvoordeel (afgeschaft in 2025)", "Low-income benefit (abolished 2025)"),
    (
        "Tot 2025 kreeg een werkgever voordeel voor werknemers rond het minimumloon.",
        "Until 2025 employers received a benefit for workers around the minimum wage.",
    ),
    Version(
        BEGIN,
        (wtl("3.1", "1", READ_2024), wtl("3.2", "1", READ_2024)),
        all_of(
            under(work.average_hourly_wage >= 14.33, "Wtl art. 3.1 lid 1 a"),
            under(work.average_hourly_wage <= 14.91, "Wtl art. 3.1 lid 1 a"),
            under(work.paid_hours_year >= 1248, "Wtl art. 3.1 lid 1 b"),
            under(_NOT_PENSIONED, "Wtl art. 3.1 lid 2"),
        ),
        (
            Outcome(
                "liv",
                Text("voordeel per jaar", "benefit a year"),
                EURO_YEAR,
                smallest(work.paid_hours_year * Amount("liv.uur"), Amount("liv.maximum")),
            ),
        ),
        END_2024,
    ),
)


def _if(condition: Condition, value: Quantity) -> Quantity:
    return when(condition, value, 0)


def _kind(kind: str) -> Quantity:
    return _a_year(kind).value


def _highest(older_condition: Condition, older_value: Quantity, registered: Condition) -> Outcome:
    value = largest(
        _if(older_condition, older_value),
        _if(DISABLED, _kind("arbeidsgehandicapte")),
        _if(registered, _kind("banenafspraak")),
        _if(REINSTATED, _kind("herplaatsen")),
    )
    return Outcome("lkv", Text("toegekend per jaar", "granted a year"), EURO_YEAR, value)


def _one_of(older_condition: Condition, registered: Condition) -> Condition:
    return any_of(
        under(older_condition, "Wtl art. 2.2"),
        under(DISABLED, "Wtl art. 2.6"),
        under(registered, "Wtl art. 2.10"),
        under(REINSTATED, "Wtl art. 2.14"),
    )


highest = _benefit(
    "lkv-hoogste",
    Text("Loonkostenvoordeel: het hoogste telt", "Wage-cost benefit: the highest counts"),
    (
        "Heeft de werkgever recht op meer dan één voordeel? Dan krijgt hij alleen het hoogste.",
        "If the employer is entitled to more than one benefit, only the highest is paid.",
    ),
    Version(
        BEGIN,
        (wtl("4.1", "3"),),
        _one_of(OLDER, REGISTERED_BEFORE_2026),
        (_highest(OLDER, _OLD_RATE, REGISTERED_BEFORE_2026),),
        END_2024,
    ),
    Version(
        YEAR_2025,
        (wtl("4.1", "3"),),
        _one_of(OLDER, REGISTERED_BEFORE_2026),
        (_highest(OLDER, _OLDER_AMOUNT, REGISTERED_BEFORE_2026),),
        END_2025,
    ),
    Version(
        YEAR_2026,
        (wtl("4.1", "3"),),
        _one_of(OLDER_FROM_2026, REGISTERED),
        (_highest(OLDER_FROM_2026, _OLD_RATE, REGISTERED),),
    ),
)

RULES = (
    declaration_disabled,
    declaration_older,
    declaration_reinstated,
    disabled,
    reinstated,
    job_agreement,
    older,
    low_income,
    highest,
)
