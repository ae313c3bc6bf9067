"""What is looked at in a labour market table."""

from __future__ import annotations

from streekwerk.registers.quality.checks import Severity
from streekwerk.registers.quality.rules import check

NO_MONTH = check(
    "markt-maand",
    Severity.ERROR,
    title=("Maand is niet te lezen", "Month cannot be read"),
    why=("De rij telt niet mee.", "The row does not count."),
    advice=(
        "Schrijf de maand als 2024-03, of een kwartaal als 2024-K1.",
        "Write the month as 2024-03, or a quarter as 2024-K1.",
    ),
)
NO_AREA = check(
    "markt-gebied",
    Severity.ERROR,
    title=("Gebied is geen bekende code", "Area is no known code"),
    why=("De rij telt niet mee.", "The row does not count."),
    advice=(
        "Vul de code van de arbeidsmarktregio in (AM en twee cijfers) of van de gemeente (GM en "
        "vier cijfers).",
        "Fill in the code of the labour-market region (AM and two digits) or of the municipality "
        "(GM and four digits).",
    ),
)
NO_VALUE = check(
    "markt-getal",
    Severity.ERROR,
    title=("Geen getal, of een onmogelijk getal", "Not a number, or an impossible one"),
    why=("De waarde telt als niet ingevuld.", "The value counts as not filled in."),
    advice=(
        "Kijk naar de decimale komma en naar de eenheid van de kolom.",
        "Look at the decimal comma and at the unit of the column.",
    ),
)
TWICE = check(
    "markt-dubbel",
    Severity.ERROR,
    title=("Deze maand staat er vaker in", "This month occurs more often"),
    why=(
        "Van een gebied, een maand en een cijfer telt alleen de eerste waarde.",
        "Of an area, a month and a figure only the first value counts.",
    ),
    advice=("Laat een van de rijen weg.", "Leave one of the rows out."),
)
NOTHING = check(
    "markt-leeg",
    Severity.WARNING,
    title=("Rij zonder cijfers", "Row without figures"),
    why=("Over deze maand is dan niets bekend.", "Nothing is known of that month then."),
    advice=("Vul ten minste één cijfer in.", "Fill in one figure at least."),
)
GAP = check(
    "markt-gat",
    Severity.WARNING,
    title=("Er ontbreken maanden", "Months are missing"),
    why=(
        "In die maanden telt de arbeidsmarkt als onbekend.",
        "In those months the labour market counts as unknown.",
    ),
    advice=(
        "Lever de hele reeks, van de eerste tot de laatste maand.",
        "Deliver the whole series, from the first to the last month.",
    ),
)
JUMP = check(
    "markt-sprong",
    Severity.WARNING,
    title=("Plotselinge sprong", "Sudden jump"),
    why=(
        "De waarde is meer dan drie keer zo groot of klein als die van de maand ervoor.",
        "The value is more than three times as large or small as that of the month before.",
    ),
    advice=(
        "Kijk of de komma goed staat en of de bron van meting is veranderd.",
        "See whether the comma is in its place and whether the source changed its measurement.",
    ),
)
