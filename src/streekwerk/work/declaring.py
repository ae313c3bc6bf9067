"""What an employer declares before any design is made. A new wording is a new version."""

from __future__ import annotations

from streekwerk.vocabulary.language import Text

VERSION = 1
WORDS = Text(
    "Niemand die hier werkt verliest door de nieuwe banen werk, uren of loon. Wie taken afgeeft, "
    "weet dat en praat erover mee. In een nieuwe baan verdient iemand het gewone loon voor dat "
    "werk, volgens de cao of de wet.",
    "Nobody who works here loses work, hours or pay by the new jobs. Those who hand over tasks "
    "know and have a say. In a new job one earns the normal wage for that work, by collective "
    "agreement or law.",
)
