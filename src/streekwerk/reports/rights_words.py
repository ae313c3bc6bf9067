"""The fixed words around the answers of the rules, in both languages."""

from __future__ import annotations

from streekwerk.rights import Truth
from streekwerk.rights.engine.rules import Decides
from streekwerk.vocabulary.language import Text

VERDICTS: dict[Truth, dict[Decides, Text]] = {
    Truth.YES: {
        Decides.ENTITLED: Text("Ja, dit is een recht", "Yes, this is a right"),
        Decides.MAY: Text(
            "Ja, dit kan. De gemeente beslist", "Yes, this is possible. The municipality decides"
        ),
        Decides.DUTY: Text("Ja, dit moet", "Yes, this is a duty"),
        Decides.STATUS: Text("Ja, dit klopt", "Yes, this is so"),
        Decides.AMOUNT: Text("Ja, dit bedrag geldt", "Yes, this amount applies"),
    },
    Truth.UNKNOWN: dict.fromkeys(Decides, Text("Nog niet bekend", "Not known yet")),
    Truth.NO: dict.fromkeys(Decides, Text("Nee", "No")),
}
YES, NO = Text("Ja", "Yes"), Text("Nee", "No")
DONT_KNOW = Text("Weet ik niet", "I don’t know")
MISSING_AMOUNT = Text("nog niet uit te rekenen", "cannot be worked out yet")
NO_MUNICIPALITY = Text("zonder keuzes van een gemeente", "without any municipality’s choices")
AHEAD = Text(
    "De gemeente past dit al toe voordat de wet het voorschrijft (vooruitlopend toepassen).",
    "The municipality already applies this before the law prescribes it.",
)
WORDS = {
    "title": Text("Wat zegt de wet over deze situatie?", "What does the law say about this?"),
    "report": Text("Rekenhulp: wat de wet geeft", "Assistant: what the law gives"),
    "entitled": Text("Dit kan of mag", "This is possible"),
    "duties": Text("Dit moet", "This is a duty"),
    "employer": Text("Dit is er voor de werkgever", "This is there for the employer"),
    "unknown": Text("Dit weten we nog niet", "This we do not know yet"),
    "no": Text("Dit geldt nu niet", "This does not apply now"),
    "because": Text("Waarom?", "Why?"),
    "changes": Text("Wat zou dit veranderen?", "What would change this?"),
    "ask": Text("Nog te vragen", "Still to ask"),
    "human": Text("Hier beslist een mens", "Here a person decides"),
    "human_lead": Text(
        "De wet laat dit aan het oordeel van een professional van de gemeente. Een computer kan "
        "dit niet beantwoorden. Bespreek het samen.",
        "The law leaves this to the judgement of a professional of the municipality. A computer "
        "cannot answer it. Talk about it together.",
    ),
    "given": Text("Dit is ingevuld", "This was filled in"),
    "professional": Text(
        "Alle voorwaarden in vakwoorden, met artikel",
        "All conditions in professional words, with article",
    ),
    "law": Text("Wet", "Law"),
    "no_decision": Text(
        "Dit is een rekenhulp en geen besluit. De gemeente, UWV of de Belastingdienst beslist.",
        "This is an aid and no decision. The municipality, UWV or the Tax Administration decides.",
    ),
    "not_kept": Text(
        "Streekwerk heeft deze antwoorden niet bewaard.", "Streekwerk did not keep these answers."
    ),
    "made_by": Text("Gemaakt met Streekwerk", "Made with Streekwerk"),
    "page": Text("bladzijde", "page"),
}


def summary(yes: int, unknown: int, no: int) -> Text:
    """Count the answers in a sentence."""
    return Text(
        f"Van de {yes + unknown + no} regels die wij nagingen: {yes} keer ja, {unknown} keer nog "
        f"niet zeker, {no} keer nee.",
        f"Of the {yes + unknown + no} rules we checked: {yes} yes, {unknown} not certain yet, "
        f"{no} no.",
    )
