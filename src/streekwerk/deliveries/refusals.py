"""Why something with a delivery cannot be done now: what, and what to do."""

from __future__ import annotations

from streekwerk.vocabulary.language import Text


class Refused(Exception):  # noqa: N818 - it is an answer, not an error of the program
    """Not possible in this state; ``words`` says why and what to do."""

    def __init__(self, words: Text) -> None:
        self.words = words
        super().__init__(words.en)


class NoRoom(Exception):  # noqa: N818 - the file is fine, this machine is not
    """There is too little room to store the file; it waits and can be tried again."""

    def __init__(self, words: Text) -> None:
        self.words = words
        super().__init__(words.en)


NO_REPORTER = Text(
    "Voor uw gemeente is nog geen gemeentecode ingesteld. Vraag uw beheerder dit te doen.",
    "No municipality code was set up for your municipality yet. Ask your administrator.",
)
NO_FILE = Text("Kies eerst een of meer bestanden.", "Choose one or more files first.")
NOT_CHECKED = Text(
    "Over deze levering valt nu niets te beslissen: zij is al beslist of wordt nog nagekeken.",
    "There is nothing to decide about this delivery now: it was decided or is being checked.",
)
NOT_IN_FORCE = Text(
    "Deze levering telt niet mee; er is niets om ongedaan te maken.",
    "This delivery does not count; there is nothing to undo.",
)
NOT_WITHDRAWN = Text(
    "Alleen een levering die ongedaan is gemaakt, kunt u terugzetten.",
    "Only a delivery that was undone can be put back.",
)
NOT_ONE_MONTH = Text(
    "Het bestand gaat over meer dan één maand. Maak per maand een bestand, zoals ook het CBS het "
    "vraagt.",
    "The file is about more than one month. Make a file for every month, as Statistics Netherlands "
    "asks too.",
)
NO_MONTH = Text(
    "In het bestand staat geen leesbare maand (STATISTIEKJAAR en STATISTIEKMAAND). Vul die in en "
    "lever het bestand opnieuw.",
    "The file has no readable month (STATISTIEKJAAR and STATISTIEKMAAND). Fill them in and deliver "
    "the file again.",
)
KEY_GONE = Text(
    "De sleutel waarmee BSN’s worden vervangen ontbreekt of is een andere dan eerst. Er is niets "
    "ingelezen. Uw beheerder kan de sleutel terugzetten uit de kluis.",
    "The key that replaces BSNs is missing or differs from the one used before. Nothing was read. "
    "Your administrator can put the key back from the vault.",
)
DISK_FULL = Text(
    "De schijf van de database is vol. Er is niets half ingelezen. Uw beheerder kan ruimte maken; "
    "daarna leest Streekwerk het bestand vanzelf.",
    "The disk of the database is full. Nothing was taken in half. Your administrator can make "
    "room; Streekwerk then reads the file by itself.",
)
NEVER_EXPLAINED = Text(
    "Een week lang heeft niemand gezegd wat de kolommen betekenen. Het bestand is daarom gewist: "
    "er staan BSN’s in. Lever het opnieuw als u het wilt gebruiken.",
    "For a week nobody said what the columns mean. The file was erased, for it holds BSNs. Deliver "
    "it again if you want to use it.",
)
SET_ASIDE = Text(
    "U hebt dit bestand niet gebruikt. Het is gewist; er is niets ingelezen.",
    "You did not use this file. It was erased; nothing was taken in.",
)
NOT_UNMAPPED = Text(
    "Van dit bestand zijn de kolommen al uitgelegd, of het is er niet meer.",
    "The columns of this file were explained already, or it is gone.",
)
NAME_TAKEN = Text(
    "U hebt al een kolomindeling met deze naam. Kies een andere naam.",
    "You have a column mapping of this name already. Choose another name.",
)
NO_NAME = Text("Geef de kolomindeling een naam.", "Give the column mapping a name.")
WHICH_CODE = Text(
    "Uw dienst levert voor meer dan één gemeente. Kies van welke gemeente de mensen in dit bestand "
    "zijn.",
    "Your service delivers for more than one municipality. Choose to which one the people in this "
    "file belong.",
)
NOT_RECEIVED = Text(
    "De schijf van de server is vol. Het bestand is niet ontvangen en er is niets half bewaard. Uw "
    "beheerder kan ruimte maken; lever het bestand daarna opnieuw.",
    "The disk of the server is full. The file was not received and nothing was kept in half. Your "
    "administrator can make room; then deliver the file again.",
)
FILE_GONE = Text(
    "Het bestand is niet meer te vinden op de server voordat het was nagekeken. Lever het opnieuw.",
    "The file can no longer be found on the server before it was checked. Deliver it again.",
)
BROKEN = Text(
    "Er ging bij ons iets mis bij het lezen. Er is niets ingelezen. Lever het bestand opnieuw; "
    "gaat het weer mis, geef dan deze melding door aan uw beheerder",
    "Something went wrong on our side while reading. Nothing was taken in. Deliver the file again; "
    "if it fails again, pass this message to your administrator",
)


def too_big(megabytes: int) -> Text:
    """Say that a file is larger than can be taken in."""
    return Text(
        f"Het bestand is groter dan {megabytes} MB. Lever het als zip, of per maand.",
        f"The file is larger than {megabytes} MB. Deliver it as a zip, or by month.",
    )


def too_little_room(needed: int, free: int) -> Text:
    """Say how much room there is on the server, in megabytes."""
    return Text(
        f"Op de server is te weinig ruimte: nodig is ongeveer {needed} MB, vrij is {free} MB. Er "
        "is niets half ingelezen. Uw beheerder kan ruimte maken; daarna leest Streekwerk het "
        "bestand vanzelf.",
        f"The server has too little room: about {needed} MB is needed, {free} MB is free. Nothing "
        "was taken in half. Your administrator can make room; Streekwerk then reads the file by "
        "itself.",
    )


def other_municipality(found: str, own: str) -> Text:
    """Say that the file is of another municipality."""
    return Text(
        f"Dit bestand is van gemeente {found}; u levert voor {own}. Kies het bestand van uw eigen "
        "gemeente.",
        f"This file is of municipality {found}; you deliver for {own}. Choose the file of your own "
        "municipality.",
    )
