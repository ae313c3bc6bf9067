"""Checks within one BUS record, about a person on the benefit and the person's incomes."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from streekwerk.registers.codes import BenefitEndReason, BenefitLaw, Exemption
from streekwerk.registers.quality.checks import Severity
from streekwerk.registers.quality.rules import Rule, check
from streekwerk.registers.records import BusIncome, BusPerson

_STUDY_REASONS = (
    BenefitEndReason.STUDENT_FINANCE_ENDED,
    BenefitEndReason.PUPIL_GRANT_ENDED,
    BenefitEndReason.HEALTH_IMPROVED,
)
_OFFICE = ("Controleer beide datums.", "Check both dates.")


class OnBenefit(NamedTuple):
    """A person in the light of the benefit: what the checks on a person may look at."""

    person: BusPerson
    law: BenefitLaw | None
    period: date | None


def _before(end: date | None, start: date | None) -> bool:
    return end is not None and start is not None and end < start


def _month(day: date) -> int:
    return day.year * 12 + day.month


def _end_before_start(case: OnBenefit) -> bool:
    return _before(case.person.end, case.person.start)


def _starts_later(case: OnBenefit) -> bool:
    start = case.person.start
    return start is not None and case.period is not None and _month(start) > _month(case.period)


def _end_without_reason(case: OnBenefit) -> bool:
    return case.person.end is not None and case.person.end_reason is None


def _reason_without_end(case: OnBenefit) -> bool:
    return case.person.end_reason is not None and case.person.end is None


def _study_reason_elsewhere(case: OnBenefit) -> bool:
    return case.person.end_reason in _STUDY_REASONS and case.law is not BenefitLaw.STUDY_ALLOWANCE


def _exemption_details_without(case: OnBenefit) -> bool:
    person = case.person
    return (person.exemption is None or person.exemption is Exemption.NO) and (
        person.exemption_end is not None or person.exemption_end_reason is not None
    )


def _reduction_dates(case: OnBenefit) -> bool:
    return _before(case.person.reduction_end, case.person.reduction_start)


def _unlikely_age(case: OnBenefit) -> bool:
    birth, period = case.person.birth_date, case.period
    if birth is None or period is None:
        return False
    return not 15 <= period.year - birth.year <= 110


def _amount_without_kind(income: BusIncome) -> bool:
    return income.kind is None and (income.amount is not None or income.disregarded is not None)


def _kind_without_amount(income: BusIncome) -> bool:
    return income.kind is not None and income.amount is None


PERSON_RULES: tuple[Rule[OnBenefit], ...] = (
    Rule(
        check(
            "bus-einde-voor-begin",
            Severity.ERROR,
            title=("Einddatum ligt vóór de aanvangsdatum", "End date lies before the start date"),
            why=("De duur van de uitkering is niet te bepalen.", "The duration is unknown."),
            advice=_OFFICE,
        ),
        "end",
        _end_before_start,
        ("end", "start"),
    ),
    Rule(
        check(
            "bus-begin-na-maand",
            Severity.WARNING,
            title=("Begint na de maand van de levering", "Starts after the month of the delivery"),
            why=(
                "Een levering gaat over wie in die maand een uitkering kreeg.",
                "A delivery is about who received a benefit in that month.",
            ),
            advice=("Lever de uitkering in een latere maand.", "Deliver it in a later month."),
        ),
        "start",
        _starts_later,
        ("start",),
    ),
    Rule(
        check(
            "bus-einde-zonder-reden",
            Severity.WARNING,
            title=("Uitkering beëindigd zonder reden", "Benefit ended without a reason"),
            why=(
                "Zonder reden weten we niet of iemand werk vond.",
                "Without a reason we do not know whether someone found work.",
            ),
            advice=("Vul de reden van beëindiging in.", "Fill in the reason the benefit ended."),
        ),
        "end_reason",
        _end_without_reason,
        ("end", "end_reason"),
    ),
    Rule(
        check(
            "bus-reden-zonder-einde",
            Severity.ERROR,
            title=("Reden van einde zonder einddatum", "End reason without an end date"),
            why=("Het is onduidelijk of de uitkering loopt.", "It is unclear whether it runs."),
            advice=("Vul de einddatum in of haal de reden weg.", "Fill in the end date or remove."),
        ),
        "end",
        _reason_without_end,
        ("end_reason", "end"),
    ),
    Rule(
        check(
            "bus-reden-studietoeslag",
            Severity.ERROR,
            title=(
                "Reden van de studietoeslag bij een andere uitkering",
                "Study allowance reason with another benefit",
            ),
            why=(
                "De regeling geeft 41, 42 en 43 alleen voor de studietoeslag.",
                "The regulation gives 41, 42 and 43 for the study allowance only.",
            ),
            advice=("Kies een andere reden.", "Choose another reason."),
            source="regulation",
        ),
        "end_reason",
        _study_reason_elsewhere,
        ("end_reason", "law"),
    ),
    Rule(
        check(
            "bus-ontheffing-zonder",
            Severity.WARNING,
            title=(
                "Einde van een ontheffing die er niet is",
                "End of an exemption that is not there",
            ),
            why=(
                "De ontheffing bepaalt of re-integratie verwacht mag worden.",
                "The exemption decides whether re-integration may be expected.",
            ),
            advice=("Controleer de ontheffing.", "Check the exemption."),
        ),
        "exemption_end",
        _exemption_details_without,
        ("exemption", "exemption_end", "exemption_end_reason"),
    ),
    Rule(
        check(
            "bus-vermindering-datums",
            Severity.ERROR,
            title=("Vermindering eindigt voor zij begint", "Reduction ends before it starts"),
            why=("De periode bestaat niet.", "The period does not exist."),
            advice=_OFFICE,
        ),
        "reduction_end",
        _reduction_dates,
        ("reduction_end", "reduction_start"),
    ),
    Rule(
        check(
            "bus-leeftijd",
            Severity.WARNING,
            title=("Onwaarschijnlijke leeftijd", "Unlikely age"),
            why=(
                "De persoon zou jonger dan 15 of ouder dan 110 zijn.",
                "The person would be under 15 or over 110.",
            ),
            advice=("Controleer de geboortedatum.", "Check the date of birth."),
        ),
        "birth_date",
        _unlikely_age,
        ("birth_date",),
    ),
)

INCOME_RULES: tuple[Rule[BusIncome], ...] = (
    Rule(
        check(
            "bus-inkomsten-zonder-soort",
            Severity.ERROR,
            title=("Inkomsten zonder soort", "Income without a kind"),
            why=(
                "Inkomsten uit werk zijn niet te onderscheiden.",
                "Income from work cannot be told apart.",
            ),
            advice=("Vul de soort inkomsten in.", "Fill in the kind of income."),
        ),
        "kind",
        _amount_without_kind,
        ("kind", "amount", "disregarded"),
    ),
    Rule(
        check(
            "bus-inkomsten-zonder-bedrag",
            Severity.WARNING,
            title=("Soort inkomsten zonder bedrag", "Kind of income without an amount"),
            why=("We weten niet hoeveel.", "We do not know how much."),
            advice=("Vul het bedrag in.", "Fill in the amount."),
        ),
        "amount",
        _kind_without_amount,
        ("kind", "amount"),
    ),
)
