"""What happened, in words: the figure first, how sure, and what it does not say."""

from __future__ import annotations

from streekwerk.evidence.casemix import CaseMix, Estimate
from streekwerk.people.queries.feedback import AtHorizon
from streekwerk.vocabulary.language import Text


def per_hundred(value: float) -> int:
    """Return a share as so many of a hundred people."""
    return round(100 * value)


def spread(found: Estimate) -> Text:
    """Say an interval of a share."""
    low, high = per_hundred(found.low), per_hundred(found.high)
    return Text(f"{low} tot {high} van de 100", f"{low} to {high} of 100")


def said(at: AtHorizon) -> Text:
    """Say what happened at one moment."""
    found = at.found
    if found.observed is None:
        return _too_few(at)
    nl = (
        f"Na {at.months} maanden had{_den(found.happened)} {found.happened} van de {found.known} "
        "mensen betaald werk."
    )
    en = f"After {at.months} months {found.happened} of {found.known} people had paid work."
    more = _compared(found)
    return Text(f"{nl} {more.nl}", f"{en} {more.en}")


def _den(number: int) -> str:
    return "" if number == 1 else "den"


def _too_few(at: AtHorizon) -> Text:
    known = at.found.known
    return Text(
        f"Na {at.months} maanden: van {known} {_people_nl(known)} is bekend hoe het ging. Dat "
        "zijn er te weinig om iets over te zeggen.",
        f"After {at.months} months: it is known of {known} {_people_en(known)} how it went. Those "
        "are too few to say anything.",
    )


def _people_nl(number: int) -> str:
    return "persoon" if number == 1 else "mensen"


def _people_en(number: int) -> str:
    return "person" if number == 1 else "people"


def _compared(found: CaseMix) -> Text:
    if found.expected is None or found.difference is None:
        return Text(
            "Er zijn nog te weinig anderen om te weten wat te verwachten was.",
            "There are too few others yet to know what was to be expected.",
        )
    expected = per_hundred(found.expected.value)
    return Text(
        f"Bij mensen in een vergelijkbare situatie zijn dat er {expected} van de 100. "
        f"{_meaning(found.difference).nl}",
        f"Of people in a comparable situation that is {expected} of 100. "
        f"{_meaning(found.difference).en}",
    )


def _meaning(difference: Estimate) -> Text:
    low, high = per_hundred(difference.low), per_hundred(difference.high)
    if difference.low > 0:
        return Text(
            f"Hier dus meer: tussen {low} en {high} van de 100. Het kan ook komen door wat wij "
            "niet meten.",
            f"So more here: between {low} and {high} of 100. It may also come from what we do "
            "not measure.",
        )
    if difference.high < 0:
        return Text(
            f"Hier dus minder: tussen {-high} en {-low} van de 100. Het kan ook komen door wat "
            "wij niet meten.",
            f"So fewer here: between {-high} and {-low} of 100. It may also come from what we do "
            "not measure.",
        )
    return Text(
        f"Of dat echt verschilt, weten we niet: het ligt tussen {-low} minder en {high} meer van "
        "de 100.",
        f"Whether that really differs, we do not know: it is between {-low} fewer and {high} more "
        "of 100.",
    )


def unknown_words(found: CaseMix) -> Text | None:
    """Say of how many nobody knows, and what that could change; None where all are known."""
    if not found.unknown:
        return None
    low, high = per_hundred(found.if_none), per_hundred(found.if_all)
    return Text(
        f"Van {found.unknown} weten we het niet. Daardoor kan het aandeel ook {low} of {high} van "
        "de 100 zijn. Vaker navragen maakt dit scherper.",
        f"Of {found.unknown} we do not know. The share may therefore also be {low} or {high} of "
        "100. Asking more often makes this sharper.",
    )
