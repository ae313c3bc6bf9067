"""Checks on the text of one field: format, code, date, eleven-test."""

from __future__ import annotations

from streekwerk.registers.convert import Fault
from streekwerk.registers.quality.checks import Check, Severity
from streekwerk.vocabulary.language import Text

_EMPTY_NOW = Text(
    "De waarde is niet te gebruiken en telt als niet ingevuld.",
    "The value cannot be used and counts as not filled in.",
)

FIELD_CHECKS: dict[Fault, Check] = {
    Fault.FORMAT: Check(
        "veld-formaat",
        Severity.ERROR,
        Text("Waarde past niet bij het formaat", "Value does not fit the format"),
        _EMPTY_NOW,
        Text(
            "Vul het veld in zoals de regeling voorschrijft.",
            "Fill in the field as the regulation prescribes.",
        ),
        "regulation",
    ),
    Fault.NOTATION: Check(
        "veld-schrijfwijze",
        Severity.NOTE,
        Text(
            "Leesbaar, maar anders geschreven dan voorgeschreven", "Readable, but written otherwise"
        ),
        Text(
            "Wij begrijpen de waarde, een ander systeem misschien niet. "
            "Excel laat vaak nullen vooraan weg.",
            "We understand the value; another system may not. Excel often drops leading zeros.",
        ),
        Text(
            "Maak in Excel van deze kolommen tekst, of lever XML.",
            "Make these columns text in Excel, or deliver XML.",
        ),
        "regulation",
    ),
    Fault.CODE: Check(
        "veld-code",
        Severity.ERROR,
        Text("Code bestaat niet", "Code does not exist"),
        _EMPTY_NOW,
        Text(
            "Kies een code uit de lijst van de regeling. Oudere lijsten verschillen.",
            "Choose a code from the regulation's list. Older lists differ.",
        ),
        "regulation",
    ),
    Fault.DATE: Check(
        "veld-datum",
        Severity.ERROR,
        Text("Datum bestaat niet", "Date does not exist"),
        _EMPTY_NOW,
        Text("Schrijf datums als jjjjmmdd.", "Write dates as yyyymmdd."),
        "regulation",
    ),
    Fault.LENGTH: Check(
        "veld-lengte",
        Severity.ERROR,
        Text("Tekst is te lang", "Text is too long"),
        Text(
            "De regeling geeft een maximum aantal posities. De waarde is wel gelezen.",
            "The regulation gives a maximum number of positions. The value has been read.",
        ),
        Text("Kort de tekst in.", "Shorten the text."),
        "regulation",
    ),
    Fault.ELEVEN: Check(
        "bsn-elfproef",
        Severity.ERROR,
        Text("BSN voldoet niet aan de elfproef", "BSN fails the eleven-test"),
        Text(
            "Dit nummer kan van niemand zijn. De persoon is niet te koppelen aan andere bestanden.",
            "This number can be nobody's. The person cannot be linked to other files.",
        ),
        Text("Zoek het juiste BSN op.", "Look up the right BSN."),
    ),
    Fault.DIACRITICS: Check(
        "veld-diakritisch",
        Severity.WARNING,
        Text(
            "Tekst heeft letters met een teken, zoals é", "Text has letters with accents, such as é"
        ),
        Text(
            "De regeling vraagt tekst zonder diakritische tekens.",
            "The regulation asks for text without diacritics.",
        ),
        Text("Schrijf e in plaats van é.", "Write e instead of é."),
        "regulation",
    ),
}

KEY_MISSING = Check(
    "sleutel-ontbreekt",
    Severity.ERROR,
    Text("Onmisbaar gegeven ontbreekt", "Indispensable value is missing"),
    Text(
        "Zonder dit gegeven is de regel niet aan een persoon, maand of voorziening te koppelen. "
        "De regel telt niet mee in de analyse.",
        "Without this value the row cannot be linked to a person, month or measure. "
        "The row does not count in the analysis.",
    ),
    Text("Vul het veld in.", "Fill in the field."),
)
