"""The acts and regulations, and a short way to cite them."""

from __future__ import annotations

from datetime import date

from streekwerk.rights.engine.rules import Law, LegalBasis

PARTICIPATION = Law("Pw", "Participatiewet", "BWBR0015703")
SUBSIDY_DECREE = Law(
    "Besluit LKS",
    "Besluit loonkostensubsidie en minimumbedragen studietoeslag Participatiewet 2021",
    "BWBR0044894",
)
WAGE_BENEFITS = Law("Wtl", "Wet tegemoetkomingen loondomein", "BWBR0037522")
SICKNESS = Law("ZW", "Ziektewet", "BWBR0001888")
SOCIAL_INSURANCE = Law("Wfsv", "Wet financiering sociale verzekeringen", "BWBR0017745")
LAWS = (PARTICIPATION, SUBSIDY_DECREE, WAGE_BENEFITS, SICKNESS, SOCIAL_INSURANCE)

# From when the rules are described. Most provisions are older; nothing earlier is claimed.
BEGIN = date(2024, 1, 1)
YEAR_2025, YEAR_2026, YEAR_2027 = date(2025, 1, 1), date(2026, 1, 1), date(2027, 1, 1)
END_2024, END_2025, END_2026 = date(2024, 12, 31), date(2025, 12, 31), date(2026, 12, 31)
READ_2024, READ_2025, READ_2026 = date(2024, 1, 1), date(2025, 7, 1), date(2026, 7, 1)


def pw(article: str, paragraph: str = "", read: date = READ_2026) -> LegalBasis:
    """Cite the Participatiewet in the text of the day it was read."""
    return LegalBasis(PARTICIPATION, article, read, paragraph)


def decree(article: str, paragraph: str = "") -> LegalBasis:
    """Cite the Besluit loonkostensubsidie 2021 (text of 1 July 2023, unchanged to 2026)."""
    return LegalBasis(SUBSIDY_DECREE, article, date(2023, 7, 1), paragraph)


def wtl(article: str, paragraph: str = "", read: date = YEAR_2026) -> LegalBasis:
    """Cite the Wet tegemoetkomingen loondomein."""
    return LegalBasis(WAGE_BENEFITS, article, read, paragraph)


def zw(article: str, paragraph: str = "") -> LegalBasis:
    """Cite the Ziektewet."""
    return LegalBasis(SICKNESS, article, READ_2026, paragraph)


def wfsv(article: str, paragraph: str = "", read: date = READ_2026) -> LegalBasis:
    """Cite the Wet financiering sociale verzekeringen."""
    return LegalBasis(SOCIAL_INSURANCE, article, read, paragraph)
