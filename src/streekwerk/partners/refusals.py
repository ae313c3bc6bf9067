"""Why an action on an employer's file cannot be done now, in the reader's language."""

from __future__ import annotations

from streekwerk.vocabulary.language import Text


class Refused(Exception):  # noqa: N818 - it is an answer, not an error of the program
    """The action is not possible in this state; ``words`` says why and what to do."""

    def __init__(self, words: Text) -> None:
        self.words = words
        super().__init__(words.en)


EMPLOYER_CLOSED = Text(
    "Dit dossier is gesloten. Open het eerst weer.", "This file is closed. Open it again first."
)
ALREADY_THERE = Text(
    "Deze vestiging staat al in uw regio. Zoek op naam of KvK-nummer.",
    "This establishment is in your region already. Search by name or KvK number.",
)
NO_NAME = Text("Vul een naam in.", "Fill in a name.")
NOT_IN_REGION = Text("Kies een gemeente van uw regio.", "Choose a municipality of your region.")
NOT_AN_ADVISER = Text(
    "Kies een accountmanager van uw regio.", "Choose an employer adviser of your region."
)
HALF_A_PLACE = Text(
    "Vul beide coördinaten in, of geen van beide.", "Fill in both coordinates, or neither."
)
NO_WHY = Text(
    "Schrijf in een paar woorden waarom de fase verandert.",
    "Write in a few words why the phase changes.",
)
SAME_PHASE = Text("Deze werkgever is al in die fase.", "This employer is in that phase already.")
NOTHING_ANSWERED = Text(
    "Geef bij minstens één zin een cijfer.", "Give a figure with one statement at least."
)
NO_WORDS = Text("Schrijf in een paar woorden op wat het is.", "Write in a few words what it is.")
AGREEMENT_ENDED = Text(
    "Deze afspraak is afgesloten. Maak een nieuwe afspraak.",
    "This agreement has ended. Make a new one.",
)
NOT_ENDED_YET = Text(
    "Terugkijken kan als de afspraak is nagekomen of gestopt.",
    "Looking back is possible once the agreement was kept or stopped.",
)
BOTH_LOOKED_BACK = Text(
    "Beide kanten hebben teruggekeken. Wat er staat, blijft staan.",
    "Both sides have looked back. What was written stays.",
)
NOT_THIS_EMPLOYER = Text(
    "Kies iemand die bij deze werkgever werkt.", "Choose somebody who works for this employer."
)
HAS_AN_ACCOUNT = Text(
    "Deze contactpersoon heeft al een account.", "This contact person has an account already."
)
CONTACT_GONE = Text(
    "Deze contactpersoon is er niet meer.", "This contact person is no longer there."
)
IN_THE_FUTURE = Text(
    "Deze dag is nog niet geweest. Kies vandaag of eerder.",
    "This day has not been yet. Choose today or earlier.",
)
NOT_A_CHOICE = Text("Kies een van de mogelijkheden.", "Choose one of the possibilities.")
