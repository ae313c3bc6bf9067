"""The fields of the SRG: current (annex 2 as of 2026-01-01) and of September 2015."""

from __future__ import annotations

from streekwerk.registers.codes import (
    EndReason,
    EndReason2015,
    Gender,
    Goal,
    MeasureType,
    MeasureType2015,
    Software,
    SrgStatistic,
    WorkCapacity,
)
from streekwerk.registers.layouts.field import Edition, Field, Kind, Layout, Level, Statistic
from streekwerk.vocabulary.language import Text

_SOFTWARE = tuple(
    Software(code)
    for code in ("sam", "com", "ebb", "eva", "moz", "rmw", "ssd", "wst", "xws", "afs", "cmu", "and")
)
_LEVELS = (Level.DELIVERY, Level.PERSON, Level.MEASURE)
_D, _P, _M = _LEVELS

_YEAR = Text("Jaar waarover de levering gaat.", "Year the delivery is about.")
_MONTH = Text("Maand waarover de levering gaat.", "Month the delivery is about.")
_STATISTIC = Text("Welke statistiek dit is: altijd 10.", "Which statistic this is: always 10.")
_PACKAGE = Text("Softwarepakket dat het bestand maakte.", "Software package that made the file.")
_VERSION = Text("Versie van dat pakket.", "Version of that package.")
_MUNICIPALITY = Text("CBS-gemeentecode, zonder GM.", "CBS municipality code, without GM.")
_REPORTER = Text("Nummer van de berichtgever bij het CBS.", "Number of the reporter at CBS.")
_BSN = Text("Burgerservicenummer van de persoon.", "Citizen service number of the person.")
_BIRTH = Text("Geboortedatum van de persoon.", "Date of birth of the person.")
_GENDER = Text("Geslacht van de persoon.", "Gender of the person.")
_CAPACITY = Text(
    "Wat de persoon naar verwachting kan verdienen.", "What the person is expected to earn."
)
_GOAL = Text("Waarvoor de voorzieningen worden ingezet.", "What the measures are for.")
_LADDER = Text("Positie op de participatieladder.", "Position on the participation ladder.")
_LADDER_DATE = Text("Sinds wanneer die positie geldt.", "Since when that position holds.")
_REGISTRATION = Text(
    "Eigen nummer van deze voorziening in uw administratie.",
    "Own number of this measure in your administration.",
)
_TYPE = Text("Welke voorziening het is.", "Which measure it is.")
_DESCRIPTION = Text(
    "Hoe uw gemeente de voorziening noemt, zonder diakritische tekens.",
    "What your municipality calls the measure, without diacritics.",
)
_START = Text("Eerste dag van de voorziening.", "First day of the measure.")
_END = Text("Laatste dag van de voorziening.", "Last day of the measure.")
_WAGE_VALUE = Text(
    "Loonwaarde in procenten van het minimumloon (loonkostensubsidie).",
    "Wage value in percent of the minimum wage (wage subsidy).",
)
_END_REASON = Text("Waarom de voorziening is beëindigd.", "Why the measure was ended.")

_DELIVERY = (
    Field(1, "STATISTIEKJAAR", "year", _D, Kind.YEAR, _YEAR, key=True),
    Field(2, "STATISTIEKMAAND", "month", _D, Kind.MONTH, _MONTH, key=True),
    Field(3, "STATISTIEKCODE", "statistic", _D, Kind.CODE, _STATISTIC, 2, tuple(SrgStatistic)),
    Field(4, "NAAM SOFTWAREPAKKET", "software", _D, Kind.CODE, _PACKAGE, 3, _SOFTWARE),
    Field(5, "RELEASE-/VERSIENUMMER SOFTWAREPAKKET", "version", _D, Kind.TEXT, _VERSION, 12),
    Field(6, "GEMEENTECODE", "municipality", _D, Kind.DIGITS, _MUNICIPALITY, 4, key=True),
    Field(7, "BERICHTGEVERCODE", "reporter", _D, Kind.DIGITS, _REPORTER, 4),
)

SRG_2026 = Layout(
    Statistic.SRG,
    Edition.CURRENT,
    "BWBR0031830, bijlage 2, toestand 2026-01-01",
    _LEVELS,
    (
        *_DELIVERY,
        Field(8, "BURGERSERVICENUMMER", "bsn", _P, Kind.BSN, _BSN, 9, key=True),
        Field(9, "GEBOORTEDATUM", "birth_date", _P, Kind.DATE, _BIRTH),
        Field(10, "GESLACHT", "gender", _P, Kind.CODE, _GENDER, 1, tuple(Gender)),
        Field(
            11, "ARBEIDSVERMOGEN", "work_capacity", _P, Kind.CODE, _CAPACITY, 2, tuple(WorkCapacity)
        ),
        Field(12, "DOEL INZET VOORZIENINGEN", "goal", _P, Kind.CODE, _GOAL, 1, tuple(Goal)),
        Field(
            13,
            "REGISTRATIENUMMER VOORZIENING",
            "registration",
            _M,
            Kind.TEXT,
            _REGISTRATION,
            15,
            key=True,
        ),
        Field(
            14, "TYPE VOORZIENING", "type", _M, Kind.CODE, _TYPE, 2, tuple(MeasureType), key=True
        ),
        Field(15, "OMSCHRIJVING TYPE VOORZIENING", "description", _M, Kind.FREE, _DESCRIPTION),
        Field(16, "BEGINDATUM VOORZIENING", "start", _M, Kind.DATE, _START, key=True),
        Field(17, "EINDDATUM VOORZIENING", "end", _M, Kind.DATE, _END),
        Field(18, "LOONWAARDE", "wage_value", _M, Kind.NUMBER, _WAGE_VALUE, 3),
        Field(
            19, "REDEN BEEINDIGING", "end_reason", _M, Kind.CODE, _END_REASON, 1, tuple(EndReason)
        ),
    ),
)

SRG_2015 = Layout(
    Statistic.SRG,
    Edition.LEGACY,
    "BWBR0031830, bijlage 2, tekst van september 2015",
    _LEVELS,
    (
        *_DELIVERY,
        Field(8, "BURGERSERVICENUMMER", "bsn", _P, Kind.BSN, _BSN, 9, key=True),
        Field(9, "GEBOORTEDATUM", "birth_date", _P, Kind.DATE, _BIRTH),
        # The annex gives only [1]; 3 came into the list later.
        Field(10, "GESLACHT", "gender", _P, Kind.CODE, _GENDER, 1, tuple(Gender)[:2]),
        Field(
            11,
            "POSITIE OP DE PARTICIPATIELADDER",
            "ladder_position",
            _P,
            Kind.NUMBER,
            _LADDER,
            1,
        ),
        Field(
            12,
            "BEGINDATUM POSITIE OP DE PARTICIPATIELADDER",
            "ladder_date",
            _P,
            Kind.DATE,
            _LADDER_DATE,
        ),
        Field(13, "ARBEIDSVERMOGEN", "work_capacity", _P, Kind.NUMBER, _CAPACITY, 1),
        Field(
            14,
            "REGISTRATIENUMMER VOORZIENING",
            "registration",
            _M,
            Kind.TEXT,
            _REGISTRATION,
            15,
            key=True,
        ),
        Field(
            15,
            "TYPE VOORZIENING",
            "type",
            _M,
            Kind.CODE,
            _TYPE,
            2,
            tuple(MeasureType2015),
            key=True,
        ),
        Field(16, "BEGINDATUM VOORZIENING", "start", _M, Kind.DATE, _START, key=True),
        Field(17, "EINDDATUM VOORZIENING", "end", _M, Kind.DATE, _END),
        Field(
            18,
            "REDEN EINDE VOORZIENING",
            "end_reason",
            _M,
            Kind.CODE,
            _END_REASON,
            1,
            tuple(EndReason2015),
        ),
        Field(19, "LOONWAARDE", "wage_value", _M, Kind.NUMBER, _WAGE_VALUE, 3),
    ),
)
