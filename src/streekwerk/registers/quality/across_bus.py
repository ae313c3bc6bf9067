"""Checks across BUS records. None comes from the regulation; the thresholds are ours."""

from __future__ import annotations

from streekwerk.registers.layouts import Statistic
from streekwerk.registers.quality.across import AcrossCheck
from streekwerk.registers.quality.checks import Severity
from streekwerk.registers.quality.rules import check
from streekwerk.vocabulary.language import Text

BUS_ACROSS = (
    AcrossCheck(
        check(
            "bus-dubbel",
            Severity.ERROR,
            title=("Persoon staat dubbel op een uitkering", "Person occurs twice on a benefit"),
            why=(
                "Dubbele regels tellen twee keer mee in elk overzicht.",
                "Double rows count twice in every overview.",
            ),
            advice=("Lever elke uitkering één keer per maand.", "Deliver each benefit once."),
        ),
        Statistic.BUS,
        Text("ook op rij {}", "also on row {}"),
        """
        SELECT source_row, first_row AS shown FROM (
            SELECT source_row, min(source_row) OVER (
                PARTITION BY period, person, benefit, law, special_cluster, paid
            ) AS first_row
            FROM bus_benefit_month WHERE delivery = $delivery
        ) WHERE source_row > first_row
        """,
    ),
    AcrossCheck(
        check(
            "bus-twee-uitkeringen",
            Severity.WARNING,
            title=(
                "Twee uitkeringen voor levensonderhoud in één maand",
                "Two benefits for living costs in one month",
            ),
            why=(
                "Meestal is een oude uitkering niet afgesloten.",
                "Usually an old benefit was not closed.",
            ),
            advice=("Sluit de oude uitkering af.", "Close the old benefit."),
        ),
        Statistic.BUS,
        Text("ook op rij {}", "also on row {}"),
        """
        SELECT max(source_row) AS source_row, min(source_row) AS shown
        FROM bus_benefit_month
        WHERE delivery = $delivery AND law IN ('01', '02', '03')
            AND (end_date IS NULL OR end_date >= period + INTERVAL 1 MONTH)
        GROUP BY period, person HAVING count(DISTINCT benefit) > 1
        """,
    ),
    AcrossCheck(
        check(
            "bus-verdwenen",
            Severity.WARNING,
            title=(
                "Uitkering van vorige maand is weg zonder einddatum",
                "Last month's benefit is gone without an end date",
            ),
            why=(
                "We zien dat iemand weg is, maar niet waarheen: werk, school of verhuizing.",
                "We see that someone left but not where to: work, school or another town.",
            ),
            advice=(
                "Lever de uitkering nog één keer met einddatum en reden. "
                "Het rijnummer is van de vorige levering.",
                "Deliver the benefit once more with end date and reason. "
                "The row is of the previous delivery.",
            ),
        ),
        Statistic.BUS,
        Text("begonnen {}", "started {}"),
        """
        SELECT before.source_row, strftime(before.start_date, '%d-%m-%Y') AS shown
        FROM bus_benefit_month before
        WHERE before.end_date IS NULL AND before.law IN ('01', '02', '03', '14')
            AND (before.municipality, before.period) IN (
                SELECT DISTINCT municipality, CAST(period - INTERVAL 1 MONTH AS DATE)
                FROM bus_benefit_month WHERE delivery = $delivery
            ) AND NOT EXISTS (
                SELECT 1 FROM bus_benefit_month now WHERE now.delivery = $delivery
                    AND now.person = before.person
            )
        """,
    ),
    AcrossCheck(
        check(
            "bus-loopt-door-na-einde",
            Severity.WARNING,
            title=(
                "Uitkering loopt door na een gemelde einddatum",
                "Benefit continues after a reported end date",
            ),
            why=(
                "Een uitstroom die teruggedraaid is, telt nu mee als uitstroom.",
                "An exit that was undone now counts as an exit.",
            ),
            advice=("Lever de eerdere maand opnieuw.", "Deliver the earlier month again."),
        ),
        Statistic.BUS,
        Text("eerder beëindigd per {}", "ended before, on {}"),
        """
        SELECT now.source_row, strftime(max(before.end_date), '%d-%m-%Y') AS shown
        FROM bus_benefit_month now
        JOIN bus_benefit_month before USING (municipality, person, benefit)
        WHERE now.delivery = $delivery AND before.period < now.period AND now.end_date IS NULL
            AND before.end_date < now.period AND now.start_date <= before.end_date
        GROUP BY now.source_row
        """,
    ),
)
