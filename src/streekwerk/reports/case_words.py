"""The fixed words of the report of a business case."""

from __future__ import annotations

from streekwerk.vocabulary.language import Text

WORDS: dict[str, Text] = {
    "made_by": Text("Gemaakt met Streekwerk", "Made with Streekwerk"),
    "page": Text("bladzijde", "page"),
    "short": Text("In het kort", "In short"),
    "middle": Text(
        "De balk is waar het in 90 van de 100 berekeningen op uitkomt. Het rondje is het midden.",
        "The bar is where it ends up in 90 of 100 calculations. The dot is the middle.",
    ),
    "loss": Text("kost geld", "costs money"),
    "gain": Text("levert geld op", "brings money"),
    "picture": Text(
        "Netto contante waarde voor ieder, met de onzekerheid",
        "Net present value for each, with its uncertainty",
    ),
    "when": Text("Wanneer kan het uit?", "When does it pay?"),
    "when_words": Text(
        "Alle andere waarden blijven hier in het midden. Nul of meer heet: het kan uit.",
        "All other values stay in the middle here. Zero or more is called: it pays.",
    ),
    "matters": Text("Wat doet er het meest toe?", "What matters most?"),
    "matters_words": Text(
        "Hoe de uitkomst verandert als één waarde laag of hoog is en de rest in het midden blijft.",
        "How the result changes when one value is low or high and the rest stays in the middle.",
    ),
    "low": Text("laag", "low"),
    "high": Text("hoog", "high"),
    "years": Text("Van jaar tot jaar", "Year by year"),
    "years_words": Text(
        "In hele euro's, met elke waarde in het midden. Het Excelbestand rekent op de cent. Jaar 0 "
        "is vóór de start.",
        "In whole euros, with every value in the middle. The Excel file calculates to the cent. "
        "Year 0 is before the start.",
    ),
    "flow": Text("geldstroom", "flow"),
    "year": Text("jaar", "year"),
    "together": Text("samen", "together"),
    "npv": Text("Netto contante waarde", "Net present value"),
    "jobs": Text("Werk en wat er verder verandert", "Work and what else changes"),
    "last_year": Text("in jaar", "in year"),
    "mostly": Text("meestal", "mostly"),
    "assumptions": Text("Waar dit op staat", "What this stands on"),
    "assumptions_words": Text(
        "Een aanname is nog niet bevestigd. Verander haar en reken opnieuw.",
        "An assumption has not been confirmed yet. Change it and calculate again.",
    ),
    "what": Text("wat", "what"),
    "value": Text("waarde", "value"),
    "source": Text("bron", "source"),
    "law": Text("Bedragen uit de wet", "Amounts of the law"),
    "not_counted": Text("Wat niet is meegeteld", "What is not counted"),
    "notes": Text("Goed om te weten", "Good to know"),
    "how": Text("Hoe er is gerekend", "How it was calculated"),
    "how_words": Text(
        "Alle bedragen zijn in prijzen van de startdag. Elk jaar telt aan het eind en wordt "
        "teruggerekend met de discontovoet. Elke geldstroom is per jaar afgerond op centen, en "
        "haar contante waarde ook. Wat de een betaalt, ontvangt een ander: de samenleving is de "
        "som van iedereen, en betalingen onderling tellen daarin niet mee.",
        "All amounts are in prices of the first day. Every year counts at its end and is "
        "discounted. Every flow is rounded to cents in each year, and so is its present value. "
        "What one pays another receives: society is the sum of all, and payments between them do "
        "not count in it.",
    ),
    "draws": Text("berekeningen", "calculations"),
    "drawn": Text(
        "De onzekerheid komt uit {n} berekeningen met getrokken waarden.",
        "The uncertainty comes from {n} calculations with drawn values.",
    ),
}
