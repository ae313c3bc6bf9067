"""What came of a step: plain choices, none of which is a failure.

Asked when a step is settled, of both people at the table. What was not asked, or is not
known yet, says nothing about anybody.
"""

from __future__ import annotations

from streekwerk.guidance.choices import Choice


class CameOf(Choice):
    """What a step led to."""

    WORK = "work", "werk gevonden", "found work"
    MORE_HOURS = "more_hours", "meer uren of vaster werk", "more hours or steadier work"
    EMPLOYER = "employer", "een gesprek bij een werkgever", "a talk with an employer"
    LEARNED = "learned", "iets geleerd of een bewijs gehaald", "learned something or a certificate"
    NEXT_STEP = "next_step", "een volgende stap kan nu", "a next step is possible now"
    CLEARER = "clearer", "duidelijker wat wel en niet past", "clearer what fits and what does not"
    SAME = "same", "er veranderde niets", "nothing changed"
    HARDER = "harder", "het werd moeilijker", "it became harder"
    OTHER = "other", "iets anders", "something else"
    UNKNOWN = "unknown", "dat weten we nog niet", "we do not know yet"
