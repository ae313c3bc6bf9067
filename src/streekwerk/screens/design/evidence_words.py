"""The few words of the house for how sure we are: shape, word and colour together."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Tone:
    """How one level looks (``icon``, ``css``) and what it is called (``word``)."""

    icon: str
    css: str
    word: str | Promise


TONES: dict[str, Tone] = {
    "good": Tone("good", "good", _("goed")),
    "care": Tone("care", "care", _("let op")),
    "problem": Tone("problem", "problem", _("niet betrouwbaar")),
    "unknown": Tone("unknown", "unknown", _("we weten het niet")),
    "learn": Tone("learn", "learn", _("hiervan leren we")),
}

# The core's verdicts say green, amber and red; the screens say it in words.
ALIASES = {"green": "good", "amber": "care", "red": "problem"}


def tone(level: str) -> Tone:
    """Return the tone of a level, ``green``/``amber``/``red`` included.

    Raises
    ------
    KeyError
        When the level is unknown: a badge must not guess.
    """
    return TONES[ALIASES.get(level, level)]
