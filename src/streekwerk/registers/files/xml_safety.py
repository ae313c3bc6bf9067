"""What makes XML dangerous, refused in one place."""

from __future__ import annotations

from typing import NoReturn
from xml.parsers.expat import XMLParserType

from streekwerk.vocabulary.language import Text


class DamagedXml(ValueError):  # noqa: N818 -- it describes the file, and is caught where it is read
    """The XML is dangerous or beyond its limits."""


def refuse_doctype(parser: XMLParserType) -> None:
    """Make a parser stop at the first DTD: no entities, no outside files, no bombs."""

    def refuse(*_: object) -> NoReturn:
        raise DamagedXml("DTD")

    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    parser.ExternalEntityRefHandler = refuse


def refused_damage(what: str) -> tuple[Text, Text]:
    """Return reason and advice for XML that cannot be read; ``what`` names the place."""
    if what == "DTD":
        return (
            Text(
                "Het XML-bestand bevat een DTD (<!DOCTYPE …>). Dat is onveilig en niet nodig.",
                "The XML file holds a DTD (<!DOCTYPE …>). That is unsafe and not needed.",
            ),
            Text("Haal de DTD eruit.", "Take the DTD out."),
        )
    return (
        Text(
            f"Het XML-bestand is beschadigd of onleesbaar ({what}).",
            f"The XML file is damaged or unreadable ({what}).",
        ),
        Text("Maak het bestand opnieuw aan.", "Make the file again."),
    )
