"""Code lists of the BUS about a person (BWBR0031830, annex 1, as of 2026-01-01)."""

from __future__ import annotations

from streekwerk.registers.codes.base import CodeList


class Housing(CodeList):
    """HUISVESTING (BUS field 21)."""

    TENANT = "1", "huurder", "tenant"
    OWNER = "2", "eigenaar", "owner"
    LIVING_IN = "3", "inwonend", "living in with others"
    INSTITUTION = "4", "in inrichting", "in an institution"
    NO_ADDRESS = "5", "adresloos", "without an address"
    NO_FIXED_ABODE = (
        "6",
        "geen vaste woon- of verblijfplaats en niet adresloos",
        "no fixed abode, but not without an address",
    )


class Exemption(CodeList):
    """ONTHEFFING ARBEIDSVERPLICHTING VAN TOEPASSING (BUS field 24)."""

    NO = "2", "nee", "no"
    SINGLE_PARENT = "4", "ja, art. 9a Pw of art. 38 IOAW/IOAZ", "yes, art. 9a Pw"
    URGENT_REASONS = (
        "5",
        "ja, art. 9 lid 2 Pw of art. 37a lid 1 IOAW/IOAZ",
        "yes, art. 9(2) Pw",
    )
    FULLY_DISABLED = (
        "6",
        "ja, art. 9 lid 5 Pw of art. 37a lid 3 IOAW/IOAZ",
        "yes, art. 9(5) Pw",
    )


class ExemptionEndReason(CodeList):
    """REDEN BEËINDIGING ONTHEFFING OF OPSCHORTING (BUS field 26)."""

    PLAN_NOT_FOLLOWED = (
        "1",
        "beëindiging wegens niet nakomen verplichtingen plan van aanpak",
        "ended: duties of the plan not met",
    )
    MAXIMUM_TERM = (
        "2",
        "beëindiging wegens bereiken maximale termijn ontheffing",
        "ended: maximum term reached",
    )
    CHILD_IS_FIVE = (
        "3",
        "opschorting wegens bereiken 5-jarige leeftijd jongste kind",
        "suspended: youngest child turned five",
    )
    PARENT_ASKED = "4", "opschorting op verzoek van de ouder", "suspended: the parent asked"
    OTHER = "5", "overige reden beëindiging", "ended: other reason"


class ReductionReason(CodeList):
    """REDEN VERMINDERING N.A.V. AFSTEMMING (BUS field 28); never used in any analysis."""

    WORK_DUTY = "01", "plicht tot arbeidsinschakeling", "duty to find work"
    AGGRESSION = "03", "agressie", "aggression"
    RESPONSIBILITY = (
        "04",
        "tekortschietend besef van verantwoordelijkheid",
        "insufficient sense of responsibility",
    )
    RECIPROCATION = "05", "niet nakomen tegenprestatie", "unpaid community work not done"
    PLAN = "06", "niet nakomen verplichtingen plan van aanpak", "duties of the plan not met"
    WORK_SEARCH = (
        "07",
        "niet (voldoende) zoeken naar werk in zoekperiode van 4 weken",
        "no (sufficient) search for work in the four-week search period",
    )
    SCHOOL_SEARCH = (
        "08",
        "niet (voldoende) zoeken naar scholing in zoekperiode van 4 weken",
        "no (sufficient) search for education in the four-week search period",
    )
    DUTCH_LANGUAGE = (
        "09",
        "niet nakomen afspraken Nederlandse taal (art. 18b Participatiewet)",
        "agreements on learning Dutch not met (art. 18b Pw)",
    )
    PARTNER = "98", "oorzaak bij partner", "cause lies with the partner"


class BenefitEndReason(CodeList):
    """REDEN BEËINDIGING UITKERING PERSOON (BUS field 34); 41–43 are newer than 2015."""

    EDUCATION = (
        "01",
        "gaan volgen van onderwijs met studiefinanciering",
        "started education with student finance",
    )
    RELATIONSHIP = "02", "aangaan relatie", "entered a relationship"
    PENSION_AGE = "03", "bereiken AOW-gerechtigde leeftijd", "reached state pension age"
    DEATH = "04", "overlijden", "death"
    DETENTION = "05", "detentie", "detention"
    COULD_STUDY = (
        "06",
        "kunnen volgen van onderwijs maar dit niet doen",
        "could follow education but does not",
    )
    STAY_ABROAD = (
        "07",
        "overschrijden maximale verblijfsduur buitenland",
        "stayed abroad longer than allowed",
    )
    EMPLOYMENT = (
        "11",
        "inkomsten uit arbeid in dienstbetrekking/uitkering ziekte",
        "income from employment/sickness benefit",
    )
    SELF_EMPLOYMENT = (
        "13",
        "inkomsten uit zelfstandig beroep of bedrijf",
        "income from self-employment",
    )
    UNEMPLOYMENT_BENEFIT = (
        "14",
        "inkomsten uit uitkering werkloosheid",
        "income from unemployment benefit",
    )
    DISABILITY_BENEFIT = (
        "15",
        "inkomsten uit uitkering arbeidsongeschiktheid",
        "income from disability benefit",
    )
    ALIMONY = "17", "inkomsten uit alimentatie", "income from alimony"
    ASSETS = "18", "inkomsten uit vermogensopbrengsten", "income from assets"
    OTHER_INCOME = "19", "ander inkomen", "other income"
    NO_INFORMATION = "31", "geen inlichtingen", "no information given"
    MOVED = "32", "verhuizing naar andere gemeente", "moved to another municipality"
    MOVED_ABROAD = "33", "verhuizing naar buitenland", "moved abroad"
    NO_SHOW_INFORMATION = (
        "34",
        "niet verschenen op herhaalde oproep inlichtingenplicht",
        "did not appear after repeated calls, duty to inform",
    )
    NO_SHOW_REINTEGRATION = (
        "35",
        "niet verschenen op herhaalde oproep re-integratiegesprek",
        "did not appear after repeated calls, re-integration talk",
    )
    STUDENT_FINANCE_ENDED = (
        "41",
        "studietoeslag: stopzetting/beëindiging van de studiefinanciering",
        "study allowance: student finance ended",
    )
    PUPIL_GRANT_ENDED = (
        "42",
        "studietoeslag: stopzetting/beëindiging van de tegemoetkoming scholieren",
        "study allowance: pupil grant ended",
    )
    HEALTH_IMPROVED = (
        "43",
        "studietoeslag: verbetering van de medische omstandigheden",
        "study allowance: medical condition improved",
    )
    PARTNER = "97", "oorzaak bij partner", "cause lies with the partner"
    OTHER = "98", "andere oorzaak", "other cause"


EXITS_TO_WORK = frozenset({BenefitEndReason.EMPLOYMENT, BenefitEndReason.SELF_EMPLOYMENT})
