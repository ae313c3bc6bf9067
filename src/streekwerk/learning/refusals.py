"""Why an action cannot be done now, in the reader's language."""

from __future__ import annotations

from streekwerk.vocabulary.language import Text


class Refused(Exception):  # noqa: N818 - it is an answer, not an error of the program
    """The action is not possible in this state; ``words`` says why and what to do."""

    def __init__(self, words: Text) -> None:
        self.words = words
        super().__init__(words.en)


SEALED_AGAIN = Text(
    "De uitkomst is al geopend. De opzet kan dan niet meer veranderen: maak een nieuwe evaluatie.",
    "The outcome has been opened. The design can no longer change then: make a new evaluation.",
)
NO_DESIGN = Text(
    "De opzet is nog niet beoordeeld. Daarna kunt u de uitkomst openen.",
    "The design has not been judged yet. You can open the outcome after that.",
)
NO_RESULT = Text("Er is nog geen uitkomst om te bewaren.", "There is no result to save yet.")
NOT_SAVED = Text(
    "Bewaar de evaluatie eerst; daarna kunt u publicatie aanvragen.",
    "Save the evaluation first; then you can ask for publication.",
)
NOT_ASKED = Text(
    "Voor deze evaluatie is geen publicatie aangevraagd.",
    "Nobody asked for publication of this evaluation.",
)
TOO_BIG = Text(
    "Het bestand is groter dan 50 MB. Laat kolommen weg die u niet nodig hebt, of lever Parquet "
    "aan.",
    "The file is larger than 50 MB. Leave out columns that you do not need, or supply Parquet.",
)
NOTHING_TO_RETRY = Text(
    "Er is geen mislukte berekening om opnieuw te doen.",
    "There is no failed computation to do again.",
)


def too_few(arm: str, n: int, least: int) -> Text:
    """Say that a group is too small to publish."""
    return Text(
        f"Groep “{arm}” heeft {n} mensen. Wat minder dan {least} mensen betreft, blijft binnen de "
        "gemeente.",
        f"Group “{arm}” has {n} people. What concerns fewer than {least} people stays within the "
        "municipality.",
    )
