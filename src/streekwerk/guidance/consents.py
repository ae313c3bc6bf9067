"""What a jobseeker may consent to: each purpose with its exact text and version.

Consent is never asked for what the municipality needs for its task; help does not depend on
it. Change a text and it is another one: raise its version and keep the old one here, so that
it can always be shown what somebody agreed to.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from streekwerk.guidance.choices import Choice
from streekwerk.vocabulary.language import Text


class Purpose(Choice):
    """What consent can be given for."""

    EMPLOYERS = (
        "employers",
        "Mijn profiel delen met werkgevers",
        "Share my profile with employers",
    )
    RESEARCH = "research", "Meedoen aan onderzoek", "Take part in research"


@dataclass(frozen=True, slots=True)
class ConsentText:
    """The text of one version for one purpose.

    Attributes
    ----------
    version : raised whenever a word changes.
    text : what is agreed to, as read by the jobseeker.
    """

    version: str
    text: Text


# Oldest first; the last of each is the one that is asked.
TEXTS: Mapping[Purpose, tuple[ConsentText, ...]] = MappingProxyType(
    {
        Purpose.EMPLOYERS: (
            ConsentText(
                "1",
                Text(
                    "Mijn gemeente mag mijn profiel laten zien aan werkgevers die mensen zoeken. "
                    "In het profiel staat wat ik kan, wat ik heb geleerd, welk werk ik deed, "
                    "wanneer ik tijd heb en wat ik wil. Mijn uitkering, mijn gezondheid, mijn "
                    "schulden en mijn antwoorden op de vragen staan er niet in.",
                    "My municipality may show my profile to employers who are looking for people. "
                    "The profile says what I can do, what I have learned, what work I did, when I "
                    "have time and what I want. My benefit, my health, my debts and my answers to "
                    "the questions are not in it.",
                ),
            ),
        ),
        Purpose.RESEARCH: (
            ConsentText(
                "1",
                Text(
                    "Mijn gemeente mag mij vragen om mee te doen aan onderzoek naar wat helpt bij "
                    "het vinden van werk, en mag onderzoekers daarvoor mijn gegevens geven zonder "
                    "mijn naam en zonder mijn adres. Per onderzoek hoor ik vooraf wat het is. Ik "
                    "kan dan nog nee zeggen.",
                    "My municipality may ask me to take part in research into what helps people "
                    "find work, and may give researchers my data for it without my name and "
                    "without my address. For each study I hear beforehand what it is. I can still "
                    "say no then.",
                ),
            ),
        ),
    }
)


def current_text(purpose: Purpose) -> ConsentText:
    """Return the text that is asked now."""
    return TEXTS[purpose][-1]
