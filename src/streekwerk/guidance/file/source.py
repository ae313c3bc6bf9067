"""Where a value in a file comes from, and whether there is one."""

from __future__ import annotations

from streekwerk.guidance.choices import Choice


class FactSource(Choice):
    """Who or what told it (GGM names no such term; AVG art. 14 lid 2 onder f asks for it)."""

    JOBSEEKER = "jobseeker", "verteld door de werkzoekende", "told by the jobseeker"
    CASEWORKER = "caseworker", "genoteerd door de klantmanager", "noted by the caseworker"
    DOCUMENT = "document", "gezien op papier", "seen on paper"
    REGISTER = "register", "uit de registratie", "from the register"


class FactState(Choice):
    """Whether a value is known. Not knowing counts for nothing and against nobody."""

    KNOWN = "known", "bekend", "known"
    NOT_YET = "not_yet", "nog niet bekend", "not known yet"
    DECLINED = "declined", "wil de werkzoekende niet zeggen", "the jobseeker would rather not say"
