"""Checks within one BUS record, about the benefit."""

from __future__ import annotations

from streekwerk.registers.codes import BenefitLaw
from streekwerk.registers.quality.checks import Severity
from streekwerk.registers.quality.rules import Rule, check
from streekwerk.registers.records import BusRecord

_BBZ = (BenefitLaw.BBZ_LIVING, BenefitLaw.BBZ_CAPITAL)
_SPECIAL = (BenefitLaw.SPECIAL_PERIODIC, BenefitLaw.SPECIAL_ONCE)
_LIVING = (BenefitLaw.GENERAL, BenefitLaw.IOAW, BenefitLaw.IOAZ)


def _class_elsewhere(record: BusRecord) -> bool:
    return record.self_employed_class is not None and record.law not in _BBZ


def _cluster_elsewhere(record: BusRecord) -> bool:
    return record.special_cluster is not None and record.law not in _SPECIAL


def _cluster_missing(record: BusRecord) -> bool:
    return record.special_cluster is None and record.law in _SPECIAL


def _no_household(record: BusRecord) -> bool:
    return record.household is None and record.law in _LIVING


def _no_persons(record: BusRecord) -> bool:
    return not record.persons


def _paid_above_norm(record: BusRecord) -> bool:
    return (
        record.law in _LIVING
        and record.paid is not None
        and bool(record.norm)
        and record.paid > 6 * (record.norm or 0)
    )


BUS_RULES: tuple[Rule[BusRecord], ...] = (
    Rule(
        check(
            "bus-bbz-klasse-bij-ander",
            Severity.ERROR,
            title=("Bbz-classificatie bij een andere uitkering", "Bbz class with another benefit"),
            why=("De classificatie hoort alleen bij het Bbz.", "The class belongs to Bbz only."),
            advice=("Verbeter de statistiekcode of haal de classificatie weg.", "Correct either."),
        ),
        "self_employed_class",
        _class_elsewhere,
        ("self_employed_class", "law"),
    ),
    Rule(
        check(
            "bus-cluster-bij-ander",
            Severity.ERROR,
            title=(
                "Cluster bijzondere bijstand bij een andere uitkering",
                "Cluster of special assistance with another benefit",
            ),
            why=(
                "Het cluster hoort alleen bij bijzondere bijstand (11 en 12).",
                "The cluster belongs to special assistance only (11 and 12).",
            ),
            advice=("Verbeter de statistiekcode of haal het cluster weg.", "Correct either."),
        ),
        "special_cluster",
        _cluster_elsewhere,
        ("special_cluster", "law"),
    ),
    Rule(
        check(
            "bus-cluster-ontbreekt",
            Severity.WARNING,
            title=("Bijzondere bijstand zonder cluster", "Special assistance without a cluster"),
            why=("Onbekend waarvoor is betaald.", "It is unknown what was paid for."),
            advice=("Vul het cluster in.", "Fill in the cluster."),
        ),
        "special_cluster",
        _cluster_missing,
        ("special_cluster", "law"),
    ),
    Rule(
        check(
            "bus-leefvorm-ontbreekt",
            Severity.WARNING,
            title=("Uitkering zonder leefvorm", "Benefit without a household type"),
            why=(
                "De leefvorm is nodig om mensen eerlijk te vergelijken.",
                "The household type is needed for a fair comparison.",
            ),
            advice=("Vul de leefvorm in.", "Fill in the household type."),
        ),
        "household",
        _no_household,
        ("household", "law"),
    ),
    Rule(
        check(
            "bus-zonder-persoon",
            Severity.ERROR,
            title=("Uitkering zonder persoon", "Benefit without a person"),
            why=(
                "De regeling vraagt alle personen met deze uitkering.",
                "The regulation asks for all persons on this benefit.",
            ),
            advice=("Neem de personen op.", "Include the persons."),
            source="regulation",
        ),
        "registration",
        _no_persons,
        ("persons",),
    ),
    Rule(
        check(
            "bus-betaald-veel-meer-dan-norm",
            Severity.NOTE,
            title=("Uitbetaald is meer dan zes keer de norm", "Paid more than six times the norm"),
            why=(
                "Het kan een nabetaling zijn, of een bedrag in centen.",
                "It may be a back payment, or an amount in cents.",
            ),
            advice=("Controleer het bedrag.", "Check the amount."),
        ),
        "paid",
        _paid_above_norm,
        ("law", "paid", "norm"),
    ),
)
