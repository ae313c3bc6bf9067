"""Who it is and how to reach them. No address: letters go through the municipality's own system."""

from __future__ import annotations

from streekwerk.guidance.choices import Choice
from streekwerk.guidance.file.field import Field, FieldKind, Term, Theme
from streekwerk.vocabulary.language import Text


class ContactWay(Choice):
    """How somebody likes to be reached."""

    PHONE = "phone", "bellen", "by telephone"
    MESSAGE = "message", "een bericht op de telefoon", "a message on the phone"
    EMAIL = "email", "mail", "e-mail"
    LETTER = "letter", "een brief", "a letter"


_WHO = Text("weten over wie het dossier gaat", "knowing whom the file is about")
_REACH = Text("u kunnen bereiken", "being able to reach you")

CONTACT = (
    Field(
        "first_name",
        Theme.CONTACT,
        FieldKind.LINE,
        Text("Voornaam", "First name"),
        Text("Hoe wilt u genoemd worden?", "What would you like to be called?"),
        _WHO,
        ggm="Natuurlijk persoon.Voornamen",
    ),
    Field(
        "last_name",
        Theme.CONTACT,
        FieldKind.LINE,
        Text("Achternaam", "Last name"),
        Text("Wat is uw achternaam?", "What is your last name?"),
        _WHO,
        ggm="Natuurlijk persoon.Geslachtsnaam",
    ),
    Field(
        "birth_date",
        Theme.CONTACT,
        FieldKind.DAY,
        Text("Geboortedatum", "Date of birth"),
        Text("Wat is uw geboortedatum?", "What is your date of birth?"),
        Text(
            "mensen met dezelfde naam uit elkaar houden, en regels die een leeftijd noemen",
            "telling people of one name apart, and rules that name an age",
        ),
        ggm="Natuurlijk persoon.Datum geboorte",
        advice=True,
    ),
    Field(
        "phone",
        Theme.CONTACT,
        FieldKind.PHONE,
        Text("Telefoon", "Telephone"),
        Text("Op welk nummer kunnen we u bellen?", "What number can we call you on?"),
        _REACH,
        ggm="Klant.Telefoonnummer",
        term=Term.CLOSING,
        needed=True,
    ),
    Field(
        "email",
        Theme.CONTACT,
        FieldKind.EMAIL,
        Text("Mailadres", "E-mail address"),
        Text("Wat is uw mailadres?", "What is your e-mail address?"),
        _REACH,
        ggm="Klant.E-mailadres",
        term=Term.CLOSING,
    ),
    Field(
        "contact_by",
        Theme.CONTACT,
        FieldKind.CHOICE,
        Text("Liefst bereikt via", "Best reached by"),
        Text("Hoe hebt u het liefst contact?", "How do you prefer to be in touch?"),
        _REACH,
        options=ContactWay,
        term=Term.CLOSING,
    ),
    Field(
        "contact_help",
        Theme.CONTACT,
        FieldKind.LINE,
        Text("Hulp bij een gesprek of brief", "Help with a conversation or letter"),
        Text(
            "Hebt u ergens hulp bij nodig? Bijvoorbeeld: iemand meenemen, een tolk, grote letters.",
            "Do you need help with anything? For example: bringing somebody, an interpreter, "
            "large print.",
        ),
        Text("een gesprek voeren dat u goed kunt volgen", "a conversation that you can follow"),
        term=Term.CLOSING,
    ),
)
