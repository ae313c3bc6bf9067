"""The fields of the BUS: current (annex 1 as of 2026-01-01) and of September 2015.

Both texts have the same 34 fields; they differ in the codes they allow.
"""

from __future__ import annotations

from dataclasses import replace

from streekwerk.registers.codes import (
    BenefitEndReason,
    BenefitLaw,
    CodeList,
    Gender,
    Household,
    IncomeKind,
    ReductionReason,
    SelfEmployedClass,
    Software,
    SpecialCluster,
)
from streekwerk.registers.layouts.bus_person import INCOME, PERSON
from streekwerk.registers.layouts.field import Edition, Field, Kind, Layout, Level, Statistic
from streekwerk.vocabulary.language import Text

_LEVELS = (Level.DELIVERY, Level.BENEFIT, Level.PERSON, Level.INCOME)
_D, _B = Level.DELIVERY, Level.BENEFIT


def _packages(*codes: str) -> tuple[CodeList, ...]:
    return tuple(Software(code) for code in codes)


def _text(nl: str, en: str) -> Text:
    return Text(nl, en)


_DELIVERY = (
    Field(
        1,
        "STATISTIEKJAAR",
        "year",
        _D,
        Kind.YEAR,
        _text("Jaar waarover de levering gaat.", "Year the delivery is about."),
        key=True,
    ),
    Field(
        2,
        "STATISTIEKMAAND",
        "month",
        _D,
        Kind.MONTH,
        _text("Maand waarover de levering gaat.", "Month the delivery is about."),
        key=True,
    ),
    Field(
        3,
        "BERICHTGEVERCODE",
        "reporter",
        _D,
        Kind.DIGITS,
        _text("Nummer van de berichtgever bij het CBS.", "Number of the reporter at CBS."),
        4,
    ),
    Field(
        4,
        "GEMEENTECODE",
        "municipality",
        _D,
        Kind.DIGITS,
        _text("CBS-gemeentecode, zonder GM.", "CBS municipality code, without GM."),
        4,
        key=True,
    ),
    Field(
        5,
        "NAAM SOFTWAREPAKKET",
        "software",
        _D,
        Kind.CODE,
        _text("Softwarepakket dat het bestand maakte.", "Software package that made the file."),
        3,
        _packages("sam", "ssd", "soc", "aio", "zna", "xws", "and"),
    ),
    Field(
        6,
        "RELEASE-/VERSIENUMMER SOFTWAREPAKKET",
        "version",
        _D,
        Kind.TEXT,
        _text("Versie van dat pakket.", "Version of that package."),
        12,
    ),
)

_BENEFIT = (
    Field(
        7,
        "REGISTRATIENUMMER UITKERING",
        "registration",
        _B,
        Kind.TEXT,
        _text("Eigen nummer van deze uitkering.", "Own number of this benefit."),
        15,
        key=True,
    ),
    Field(
        8,
        "STATISTIEKCODE",
        "law",
        _B,
        Kind.CODE,
        _text("Welke uitkering het is.", "Which benefit it is."),
        2,
        tuple(BenefitLaw),
        key=True,
    ),
    Field(
        9,
        "NADERE CLASSIFICATIE BBZ",
        "self_employed_class",
        _B,
        Kind.CODE,
        _text("Soort zelfstandige (alleen Bbz).", "Kind of self-employed (Bbz only)."),
        1,
        tuple(SelfEmployedClass),
    ),
    Field(
        10,
        "LEEFVORM",
        "household",
        _B,
        Kind.CODE,
        _text("Samenstelling van het huishouden.", "Composition of the household."),
        1,
        tuple(Household),
    ),
    Field(
        11,
        "AANTAL KOSTENDELERS",
        "cost_sharers",
        _B,
        Kind.NUMBER,
        _text("Aantal mensen die de kosten delen.", "Number of people sharing the costs."),
        2,
    ),
    Field(
        12,
        "BEDRAG BIJSTANDSNORM (incl. vt)",
        "norm",
        _B,
        Kind.NUMBER,
        _text(
            "Norm in euro per maand, met vakantietoeslag.",
            "Norm in euro per month, with holiday pay.",
        ),
        4,
    ),
    Field(
        13,
        "BEDRAG VERMINDERING UITKERING N.A.V. AFSTEMMING (incl. vt)",
        "reduction",
        _B,
        Kind.AMOUNT,
        _text("Verlaging door afstemming, in euro.", "Reduction as a sanction, in euro."),
        4,
    ),
    Field(
        14,
        "BEDRAG INKOMSTEN UITKERING (incl. vt)",
        "income",
        _B,
        Kind.AMOUNT,
        _text("Verrekende inkomsten, in euro.", "Income set off against it, in euro."),
        4,
    ),
    Field(
        15,
        "BETAALBAAR GESTELD BEDRAG UITKERING (excl. vt)",
        "paid",
        _B,
        Kind.NUMBER,
        _text("Uitbetaald bedrag, in euro.", "Amount paid out, in euro."),
        6,
    ),
    Field(
        16,
        "DATUM INVOERING ADMINISTRATIE",
        "registered",
        _B,
        Kind.DATE,
        _text("Dag van invoer in uw administratie.", "Day entered in your administration."),
    ),
    Field(
        17,
        "CLUSTER BIJZONDERE BIJSTAND",
        "special_cluster",
        _B,
        Kind.CODE,
        _text("Waarvoor bijzondere bijstand is gegeven.", "What special assistance was given for."),
        1,
        tuple(SpecialCluster),
    ),
)

BUS_2026 = Layout(
    Statistic.BUS,
    Edition.CURRENT,
    "BWBR0031830, bijlage 1 (tweede, actuele versie), toestand 2026-01-01",
    _LEVELS,
    tuple(sorted((*_DELIVERY, *_BENEFIT, *PERSON, *INCOME), key=lambda field: field.number)),
)

_NEWER_THAN_2015: dict[int, tuple[CodeList, ...]] = {
    8: (BenefitLaw.BBZ_CAPITAL, BenefitLaw.STUDY_ALLOWANCE, BenefitLaw.SOLE_EARNER),
    20: (Gender.OTHER_OR_UNKNOWN,),
    28: (ReductionReason.RESPONSIBILITY, ReductionReason.DUTCH_LANGUAGE),
    31: (IncomeKind.INTERNSHIP,),
    34: (
        BenefitEndReason.STUDENT_FINANCE_ENDED,
        BenefitEndReason.PUPIL_GRANT_ENDED,
        BenefitEndReason.HEALTH_IMPROVED,
    ),
}


def _as_in_2015(field: Field) -> Field:
    if field.number == 5:
        return replace(field, codes=_packages("sam", "gws", "soc", "aio", "ebb", "cso", "and"))
    if field.number == 12:
        return replace(field, name="BEDRAG BIJSTANDSNORM/GRONDSLAG (incl. vt)")
    newer = _NEWER_THAN_2015.get(field.number, ())
    return replace(field, codes=tuple(code for code in field.codes if code not in newer))


BUS_2015 = Layout(
    Statistic.BUS,
    Edition.LEGACY,
    "BWBR0031830, bijlage 1 (eerste versie), tekst van september 2015",
    _LEVELS,
    tuple(_as_in_2015(field) for field in BUS_2026.fields),
)
