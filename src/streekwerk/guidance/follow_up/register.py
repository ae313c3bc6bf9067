"""What the benefit files say about work on a day, and whether people said something else.

The files know ends of benefits and reasons, and nothing of hours or of who never had a
benefit. What people say counts; the files stand beside it ("volgens de uitkeringsbestanden")
and a difference is a question to ask, not a mistake to correct.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from streekwerk.guidance.file.field import said_day
from streekwerk.guidance.follow_up.questions import Working
from streekwerk.vocabulary.language import Text


@dataclass(frozen=True, slots=True)
class Spell:
    """One benefit: from, until (None while it runs), and whether it ended because of work.

    ``seen_until`` is the last month the files tell about.
    """

    start: date | None
    end: date | None
    for_work: bool
    seen_until: date


@dataclass(frozen=True, slots=True)
class AccordingToFiles:
    """What the files say: ``working`` is yes, no or unknown; ``since`` when that began."""

    working: Working
    words: Text
    since: date | None = None


NOT_KNOWN = AccordingToFiles(
    Working.UNKNOWN,
    Text(
        "De uitkeringsbestanden zeggen hier niets over.",
        "The benefit files say nothing about this.",
    ),
)


def according_to_files(spells: Iterable[Spell], day: date) -> AccordingToFiles:
    """Return what the files say about paid work on ``day``.

    A benefit that ended because of work, with none after it, means work. A running benefit
    means no work that ended it: work beside a benefit exists, so nobody is told wrong by it.
    """
    known = [each for each in spells if each.start is None or each.start <= day]
    if not known:
        return NOT_KNOWN
    last = max(known, key=lambda each: (each.start or date.min, each.end or date.max))
    if last.end is None or last.end > day:
        if (last.seen_until.year, last.seen_until.month) < (day.year, day.month):
            return NOT_KNOWN
        words = Text("Er loopt een uitkering.", "A benefit is running.")
        return AccordingToFiles(Working.NO, words, last.start)
    if not last.for_work:
        return NOT_KNOWN
    said = said_day(last.end)
    words = Text(
        f"De uitkering stopte op {said.nl} omdat er werk was.",
        f"The benefit ended on {said.en} because there was work.",
    )
    return AccordingToFiles(Working.YES, words, last.end)


def contradiction(said: Working | None, files: AccordingToFiles) -> Text | None:
    """Say in what people and files differ; None where they do not, or one of them is silent."""
    if said is Working.NO and files.working is Working.YES:
        return Text(
            f"Gezegd is dat er geen werk is. {files.words.nl} Vraag hoe het zit.",
            f"It was said that there is no work. {files.words.en} Ask how it is.",
        )
    if said is Working.YES and files.working is Working.NO:
        return Text(
            f"Gezegd is dat er werk is. {files.words.nl} Dat kan naast elkaar; vraag het na.",
            f"It was said that there is work. {files.words.en} Both can be; ask about it.",
        )
    return None
