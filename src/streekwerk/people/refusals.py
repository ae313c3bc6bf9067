"""Why an action cannot be done now, in the reader's language."""

from __future__ import annotations

from streekwerk.vocabulary.language import Text


class Refused(Exception):  # noqa: N818 - it is an answer, not an error of the program
    """The action is not possible in this state; ``words`` says why and what to do."""

    def __init__(self, words: Text) -> None:
        self.words = words
        super().__init__(words.en)


FILE_CLOSED = Text(
    "Dit dossier is gesloten. Open het eerst weer.", "This file is closed. Open it again first."
)
NO_REASON = Text(
    "Schrijf in een paar woorden waarom u dit dossier nodig hebt.",
    "Write in a few words why you need this file.",
)
ALREADY_THERE = Text(
    "Deze persoon heeft al een dossier in uw gemeente.",
    "This person has a file in your municipality already.",
)
NOT_THE_BIRTH_MONTH = Text(
    "De geboortedatum past niet bij de registratie: dit is waarschijnlijk iemand anders.",
    "The date of birth does not fit the register: this is probably somebody else.",
)
NOT_A_BSN = Text(
    "Dit is geen geldig burgerservicenummer. Kijk of er een cijfer verkeerd staat.",
    "This is not a valid citizen service number. See whether a digit is wrong.",
)
NO_KEY = Text(
    "Uw gemeente heeft nog niets geleverd, dus er valt nog niets te koppelen. Laat dit veld leeg.",
    "Your municipality has not delivered anything yet, so there is nothing to link. Leave this "
    "field empty.",
)
CONVERSATION_CLOSED = Text(
    "Dit gesprek is afgerond. Begin een nieuw gesprek om iets toe te voegen.",
    "This conversation was rounded off. Begin a new one to add something.",
)
CONVERSATION_OPEN = Text(
    "Er is al een gesprek begonnen. Rond dat eerst af.",
    "A conversation was begun already. Round it off first.",
)
ROUND_CLOSED = Text(
    "Deze vragen zijn al afgerond. De antwoorden blijven zoals ze zijn gegeven.",
    "These questions were finished already. The answers stay as they were given.",
)
NO_ANSWER_YET = Text("Er is nog geen vraag beantwoord.", "No question has been answered yet.")
PLAN_CLOSED = Text(
    "Dit plan is afgesloten. Maak een nieuwe stap in het lopende plan.",
    "This plan was closed. Make a new step in the plan that runs.",
)
GOAL_ENDED = Text("Dit doel is al afgesloten.", "This goal has ended already.")
NOT_WITH_THIS_STEP = Text(
    "Dat kan niet meer met deze stap. Ververs de bladzijde om te zien hoe hij staat.",
    "That cannot be done with this step any more. Reload the page to see how it stands.",
)
NOT_AN_OWN_ACCOUNT = Text(
    "Dit account is niet van een werkzoekende in uw gemeente.",
    "This account is not that of a jobseeker in your municipality.",
)
NOT_A_CASEWORKER_HERE = Text(
    "Kies een klantmanager van uw eigen gemeente.", "Choose a caseworker of your own municipality."
)


def not_a_value(label: Text) -> Text:
    """Say that a value does not fit its field."""
    return Text(
        f"{label.nl}: dit kunnen we niet bewaren. Kijk of het klopt.",
        f"{label.en}: we cannot keep this. See whether it is right.",
    )
