"""Checks across SRG records. None comes from the regulation; the thresholds are ours."""

from __future__ import annotations

from streekwerk.registers.layouts import Statistic
from streekwerk.registers.quality.across import AcrossCheck
from streekwerk.registers.quality.checks import Severity
from streekwerk.registers.quality.rules import check
from streekwerk.vocabulary.language import Text

# Meant to last: wage subsidy, WIW/ID jobs, sheltered work, guidance and facilities at work.
_LASTING = "('10', '20', '21', '30', '31', '50', '59')"
OPEN_MONTHS = 36

SRG_ACROSS = (
    AcrossCheck(
        check(
            "srg-dubbel",
            Severity.ERROR,
            title=("Voorziening staat dubbel in de levering", "Measure occurs twice"),
            why=(
                "Dubbele regels tellen twee keer mee in elk overzicht.",
                "Double rows count twice in every overview.",
            ),
            advice=("Lever elke voorziening één keer per maand.", "Deliver it once a month."),
        ),
        Statistic.SRG,
        Text("ook op rij {}", "also on row {}"),
        """
        SELECT source_row, first_row AS shown FROM (
            SELECT source_row,
                min(source_row) OVER (PARTITION BY period, person, measure) AS first_row
            FROM srg_measure WHERE delivery = $delivery
        ) WHERE source_row > first_row
        """,
    ),
    AcrossCheck(
        check(
            "srg-overlap",
            Severity.WARNING,
            title=(
                "Zelfde type voorziening tegelijk onder een ander nummer",
                "Same type of measure at the same time under another number",
            ),
            why=(
                "Waarschijnlijk is één voorziening twee keer ingevoerd.",
                "Probably one measure was entered twice.",
            ),
            advice=("Sluit of verwijder de dubbele.", "Close or delete the duplicate."),
        ),
        Statistic.SRG,
        Text("overlapt rij {}", "overlaps row {}"),
        """
        SELECT later.source_row, min(earlier.source_row) AS shown
        FROM srg_measure later JOIN srg_measure earlier USING (delivery, period, person, type)
        WHERE delivery = $delivery
            AND earlier.measure <> later.measure AND earlier.source_row < later.source_row
            AND later.start_date <= coalesce(earlier.end_date, DATE '9999-12-31')
            AND earlier.start_date <= coalesce(later.end_date, DATE '9999-12-31')
        GROUP BY later.source_row
        """,
    ),
    AcrossCheck(
        check(
            "srg-nooit-gesloten",
            Severity.WARNING,
            title=(
                f"Loopt al langer dan {OPEN_MONTHS} maanden",
                f"Has been running for more than {OPEN_MONTHS} months",
            ),
            why=(
                "Veel gemeenten vergeten voorzieningen af te sluiten. "
                "Dan lijkt de voorziening langer en het effect kleiner.",
                "Many municipalities forget to close measures. "
                "Then the measure seems longer and its effect smaller.",
            ),
            advice=(
                "Vraag de klantmanager of de voorziening nog loopt en vul anders de einddatum in.",
                "Ask the caseworker whether it still runs; if not, fill in the end date.",
            ),
        ),
        Statistic.SRG,
        Text("sinds {}", "since {}"),
        f"""
        SELECT source_row, strftime(start_date, '%d-%m-%Y') AS shown FROM srg_measure
        WHERE delivery = $delivery AND end_date IS NULL AND type NOT IN {_LASTING}
            AND start_date < period - INTERVAL {OPEN_MONTHS} MONTH
        """,  # noqa: S608 -- constants of this module
    ),
    AcrossCheck(
        check(
            "srg-verdwenen",
            Severity.WARNING,
            title=(
                "Voorziening van vorige maand is weg zonder einddatum",
                "Last month's measure is gone without an end date",
            ),
            why=(
                "Zonder einddatum is niet te zien hoe lang de voorziening duurde.",
                "Without an end date its duration cannot be seen.",
            ),
            advice=(
                "Lever de voorziening nog één keer met einddatum. "
                "Het rijnummer is van de vorige levering.",
                "Deliver it once more with its end date. The row is of the previous delivery.",
            ),
        ),
        Statistic.SRG,
        Text("begonnen {}", "started {}"),
        """
        SELECT before.source_row, strftime(before.start_date, '%d-%m-%Y') AS shown
        FROM srg_measure before
        WHERE before.end_date IS NULL AND (before.municipality, before.period) IN (
            SELECT DISTINCT municipality, CAST(period - INTERVAL 1 MONTH AS DATE)
            FROM srg_measure WHERE delivery = $delivery
        ) AND NOT EXISTS (
            SELECT 1 FROM srg_measure now WHERE now.delivery = $delivery
                AND now.person = before.person AND now.measure = before.measure
        )
        """,
    ),
    AcrossCheck(
        check(
            "srg-niet-in-bus",
            Severity.NOTE,
            title=(
                "Persoon heeft een voorziening maar geen uitkering in deze maand",
                "Person has a measure but no benefit in this month",
            ),
            why=(
                "Dat kan: niet-uitkeringsgerechtigden en mensen met loonkostensubsidie. "
                "Van hen zien we de uitstroom niet.",
                "It happens: people without benefit and people on wage subsidy. "
                "Their exits cannot be seen.",
            ),
            advice=(
                "Kijk alleen als het er veel zijn: klopt het BSN, "
                "is de BUS van deze maand volledig?",
                "Look only when there are many: is the BSN right, is this month's BUS complete?",
            ),
        ),
        Statistic.SRG,
        Text("type {}", "type {}"),
        """
        SELECT min(source_row) AS source_row, min(type) AS shown FROM srg_measure srg
        WHERE delivery = $delivery
            AND EXISTS (SELECT 1 FROM bus_benefit_month any_bus
                WHERE any_bus.municipality = srg.municipality AND any_bus.period = srg.period)
            AND NOT EXISTS (SELECT 1 FROM bus_benefit_month bus
                WHERE bus.municipality = srg.municipality AND bus.period = srg.period
                    AND bus.person = srg.person)
        GROUP BY period, person
        """,
    ),
    AcrossCheck(
        check(
            "srg-persoon-verandert",
            Severity.WARNING,
            title=(
                "Geboortemaand of geslacht wijkt af van een eerdere levering",
                "Month of birth or gender differs from an earlier delivery",
            ),
            why=("Misschien is het BSN van iemand anders.", "The BSN may be someone else's."),
            advice=("Controleer de persoonsgegevens.", "Check the personal data."),
        ),
        Statistic.SRG,
        Text("was {}", "was {}"),
        """
        SELECT now.source_row, max(coalesce(strftime(before.birth_month, '%m-%Y'), '?')
            || ', ' || coalesce(before.gender, '?')) AS shown
        FROM srg_measure now JOIN srg_measure before USING (municipality, person)
        WHERE now.delivery = $delivery AND before.period < now.period
            AND (now.birth_month <> before.birth_month OR now.gender <> before.gender)
        GROUP BY now.source_row
        """,
    ),
)
