"""The fixed words of a working paper."""

from __future__ import annotations

from streekwerk.vocabulary.language import Text

WORDS: dict[str, Text] = {
    "made_by": Text("Gemaakt met Streekwerk", "Made with Streekwerk"),
    "page": Text("bladzijde", "page"),
    "paper": Text("Werkblad", "Working paper"),
    "step": Text("Stap", "Step"),
    "of": Text("van", "of"),
    "known": Text("Wat er al bekend is", "What is known already"),
    "questions": Text("Om samen te bespreken", "To talk through together"),
    "leaves": Text("Aan het eind ligt er", "At the end there is"),
    "present": Text("Wie was erbij", "Who was there"),
    "agreed": Text("Wat wij afspreken: wie, wat, wanneer", "What we agree: who, what, when"),
    "signed": Text("Naam en datum", "Name and date"),
}
