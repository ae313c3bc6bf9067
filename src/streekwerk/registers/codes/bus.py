"""Code lists of the BUS about the benefit (BWBR0031830, annex 1, as of 2026-01-01).

The 2015 annex uses parts of the same lists; the layouts say which part.
"""

from __future__ import annotations

from streekwerk.registers.codes.base import CodeList


class BenefitLaw(CodeList):
    """STATISTIEKCODE (BUS field 8): the kind of benefit."""

    GENERAL = "01", "algemene bijstand (incl. AIO)", "general social assistance (incl. AIO)"
    IOAW = "02", "IOAW", "IOAW (older unemployed workers)"
    IOAZ = "03", "IOAZ", "IOAZ (older former self-employed)"
    SPECIAL_PERIODIC = "11", "periodiek bijzondere bijstand", "special assistance, periodic"
    SPECIAL_ONCE = "12", "eenmalig bijzondere bijstand", "special assistance, once"
    BBZ_LIVING = "14", "Bbz levensonderhoud", "Bbz (self-employed), living costs"
    BBZ_CAPITAL = "20", "Bbz bedrijfskapitaal", "Bbz (self-employed), working capital"
    STUDY_ALLOWANCE = "21", "studietoeslag", "study allowance"
    SOLE_EARNER = (
        "22",
        "tegemoetkoming alleenverdienersproblematiek",
        "allowance for sole earners",
    )


class SelfEmployedClass(CodeList):
    """NADERE CLASSIFICATIE BBZ (BUS field 9); code 5 was called "overig" in 2015."""

    STARTING = "1", "zelfstandige, beginnende", "self-employed, starting"
    OLDER = "2", "zelfstandige, oudere", "self-employed, older"
    ENDING = "3", "zelfstandige, beëindigende", "self-employed, ending"
    ESTABLISHED = "5", "zelfstandige, gevestigde", "self-employed, established"


class Household(CodeList):
    """LEEFVORM (BUS field 10)."""

    SINGLE = "1", "alleenstaande", "single"
    SINGLE_PARENT = "2", "alleenstaande ouder", "single parent"
    COUPLE = "3", "gehuwden en samenwonenden", "married or living together"
    OTHER = "4", "anders", "other"


class SpecialCluster(CodeList):
    """CLUSTER BIJZONDERE BIJSTAND (BUS field 17)."""

    NEEDS = "a", "directe levensbehoeften", "direct necessities"
    HOUSEHOLD = "b", "voorzieningen voor het huishouden", "household goods"
    HOUSING = "c", "voorzieningen voor wonen", "housing"
    CHILDCARE = "d", "voorzieningen voor opvang", "care and shelter"
    SOCIAL_CARE = "e", "kosten uit maatschappelijke zorg", "costs of social care"
    FINANCIAL = "f", "financiële transacties", "financial transactions"
    OUTFLOW = "g", "uitstroombevordering", "promoting exit from benefit"
    MEDICAL = "h", "medische dienstverlening", "medical services"
    OTHER_COSTS = "i", "overige kostensoorten", "other costs"
    NOT_SPECIAL = (
        "j",
        "kosten wel in statistiek maar geen bijzondere bijstand",
        "in the statistics but not special assistance",
    )
    INCOME_ALLOWANCE = "k", "individuele inkomenstoeslag", "individual income allowance"
    STUDY_ALLOWANCE = "l", "individuele studietoeslag", "individual study allowance"
    HEALTH_INSURANCE = (
        "m",
        "collectieve aanvullende zorgverzekering",
        "collective supplementary health insurance",
    )


class IncomeKind(CodeList):
    """SOORT INKOMSTEN (BUS field 31); code 41 is newer than 2015."""

    EMPLOYMENT = "11", "(deeltijd) arbeid in dienstbetrekking", "(part-time) employment"
    ASSETS = "18", "vermogensopbrengsten", "returns on assets"
    CHILD_SUPPORT = "23", "kinderalimentatie", "child support"
    PARTNER_SUPPORT = "24", "partneralimentatie", "partner alimony"
    TAX_CREDITS = "31", "heffingskortingen", "tax credits"
    INTERNSHIP = "41", "stagevergoeding", "internship pay"
    OTHER = "98", "andere inkomsten", "other income"


class YesNo(CodeList):
    """BUS fields 27 and 33: 1 yes, 2 no (the 2015 annex prints 1 for both, a slip)."""

    YES = "1", "ja", "yes"
    NO = "2", "nee", "no"
