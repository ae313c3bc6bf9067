"""The fixed words of the workbook."""

from __future__ import annotations

from streekwerk.vocabulary.language import Text

SHEETS: dict[str, Text] = {
    "results": Text("Uitkomst", "Results"),
    "inputs": Text("Invoer", "Inputs"),
    "calculation": Text("Berekening", "Calculation"),
    "explanation": Text("Uitleg", "Explanation"),
}

WORDS: dict[str, Text] = {
    "inputs_words": Text(
        "Verander een waarde in een gele cel: alle bladen rekenen mee. Bedragen uit de wet staan "
        "in een groene cel.",
        "Change a value in a yellow cell: all sheets follow. Amounts of the law stand in a green "
        "cell.",
    ),
    "input": Text("Invoer", "Input"),
    "value": Text("Waarde (midden)", "Value (middle)"),
    "unit": Text("Eenheid", "Unit"),
    "belief": Text("Hoe zeker", "How sure"),
    "origin": Text("Waar vandaan", "Where from"),
    "source": Text("Bron", "Source"),
    "calculation_words": Text(
        "Elke regel rekent met regels erboven en met de invoer.",
        "Every row is calculated from rows above it and from the inputs.",
    ),
    "row": Text("Regel", "Row"),
    "all_years": Text("alle jaren", "all years"),
    "year": Text("jaar", "year"),
    "account_words": Text(
        "Wat binnenkomt is positief, wat eruit gaat negatief. Jaar 0 is vóór de start.",
        "What is received is positive, what is paid negative. Year 0 is before the start.",
    ),
    "flow": Text("Geldstroom", "Flow"),
    "present": Text("Contante waarde (in euro's van de start)", "Present value (euros of start)"),
    "together": Text("samen", "together"),
    "npv": Text("Netto contante waarde", "Net present value"),
    "results_words": Text(
        "De netto contante waarde rekent mee. De onder- en bovengrens en de kans komen uit de "
        "simulatie en veranderen niet mee.",
        "The net present value follows your changes. The bounds and the chance come from the "
        "simulation and do not.",
    ),
    "account": Text("Voor wie", "For whom"),
    "low": Text("ondergrens (90%)", "lower bound (90%)"),
    "high": Text("bovengrens (90%)", "upper bound (90%)"),
    "chance": Text("kans op nul of meer", "chance of zero or more"),
    "words": Text("In woorden", "In words"),
    "check": Text("controle", "check"),
    "check_words": Text(
        "samenleving min alle anderen samen: dit is altijd 0,00",
        "society less all others together: this is always 0.00",
    ),
    "how": Text("Hoe er is gerekend", "How it was calculated"),
    "how_words": Text(
        "Alle bedragen zijn in prijzen van de startdag. Een bedrag in jaar t telt aan het eind "
        "van dat jaar en wordt gedeeld door (1 + discontovoet) tot de macht t.",
        "All amounts are in prices of the first day. An amount in year t counts at the end of "
        "that year and is divided by (1 + discount rate) to the power t.",
    ),
    "rounding": Text(
        "Elke geldstroom wordt per jaar afgerond op hele centen, en haar contante waarde ook; een "
        "halve cent gaat van nul af. Totalen zijn sommen van afgeronde bedragen.",
        "Every flow is rounded to whole cents in each year, and so is its present value; half a "
        "cent goes away from zero. Totals are sums of rounded amounts.",
    ),
    "questions": Text("Wanneer kan het uit?", "When does it pay?"),
    "not_counted": Text("Wat niet is meegeteld", "What is not counted"),
    "notes": Text("Goed om te weten", "Good to know"),
}
