"""The one thing to do next with an employer: what was agreed first, then what is not known yet."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from streekwerk.partners.choices import Side
from streekwerk.partners.models import Agreement
from streekwerk.partners.queries.files_now import FileNow
from streekwerk.screens.partner_file.frame import Frame
from streekwerk.vocabulary.language import Text


@dataclass(frozen=True, slots=True)
class Thing:
    """Something to do: what, why, and where."""

    words: Text
    reason: Text
    url: str


def next_thing(
    frame: Frame, now: FileNow, agreements: Collection[Agreement], today: date, *, silent: bool
) -> Thing:
    """Return what makes sense now; ``silent`` says that there was no contact for long."""
    for each in agreements:
        day = min((when for when in (each.look_on, each.due) if when), default=None)
        if each.ended_on is None and day is not None and day <= today:
            url = frame.url("agreement", each.public_id)
            return Thing(Text("Vraag hoe het gaat", "Ask how it goes"), _quoted(each), url)
    for each in agreements:
        told = {look.side for look in each.evaluations.all()}
        if each.ended_on is not None and Side.REGION.value not in told:
            url = frame.url("agreement", each.public_id)
            return Thing(Text("Kijk terug", "Look back"), _quoted(each), url)
    if now.round is None:
        return Thing(
            Text("Bespreek wat het bedrijf drijft", "Talk about what drives the business"),
            Text("Acht zinnen, vijf minuten.", "Eight statements, five minutes."),
            frame.url("motives"),
        )
    if silent:
        return Thing(
            Text("Neem contact op", "Get in touch"),
            Text("Er is al een half jaar geen contact.", "There was no contact for half a year."),
            frame.url("moment"),
        )
    return _to_ask(frame, now)


def _to_ask(frame: Frame, now: FileNow) -> Thing:
    if now.possibilities is None:
        return Thing(
            Text("Vraag wat er kan", "Ask what is possible"),
            Text(
                "Begeleiding, werkplekken en tijden zijn nog niet bekend.",
                "Guidance, workplaces and hours are not known yet.",
            ),
            frame.url("possibilities"),
        )
    if now.value is None:
        return Thing(
            Text("Vraag wat het moet opleveren", "Ask what must come out of it"),
            Text(
                "Dan weten we later of het gelukt is.", "Then we know later whether it succeeded."
            ),
            frame.url("value"),
        )
    return Thing(
        Text("Maak een afspraak", "Make an agreement"),
        Text("Alles is gevraagd. Wat doen we nu samen?", "All was asked. What do we do together?"),
        frame.url("agreement-new"),
    )


def _quoted(agreement: Agreement) -> Text:
    return Text(f"Afgesproken: {agreement.what}", f"Agreed: {agreement.what}")
