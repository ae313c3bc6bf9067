"""Version 1 of the advice: which options there are for this person now."""

from __future__ import annotations

from collections.abc import Iterable

from streekwerk.advice.algorithms.v1 import fit, words
from streekwerk.advice.algorithms.v1.findings import finding_for, group_key
from streekwerk.advice.features import FEATURES
from streekwerk.advice.request import AdviceRequest, Lawful, MeasureInput, Question
from streekwerk.advice.result import (
    FIRST_KNOW_MORE,
    NOT_NOW,
    SOMETHING_ELSE,
    Advice,
    Closed,
    Counterfactual,
    OfferLine,
    Option,
)
from streekwerk.advice.situation import Situation
from streekwerk.vocabulary.language import Text

VERSION = "1"
_YOU = Text("uzelf", "you")


def advise(request: AdviceRequest) -> Advice:
    """Return the options, what is closed, and what is still to ask.

    A measure is an option when the law does not forbid it and something on offer can be
    had; what is not known forbids nothing. The order is that of the Dutch names.
    """
    ordered = sorted(
        request.measures, key=lambda measure: (measure.name.nl.casefold(), measure.code)
    )
    options, closed = [], []
    for measure in ordered:
        lines = tuple(fit.offer_line(measure, o, request.situation) for o in measure.offers)
        if measure.law.answer is Lawful.NO or all(line.fits == fit.NO for line in lines):
            closed.append(_closed(measure, lines))
        else:
            options.append(_option(measure, lines, request.situation))
    return Advice(
        algorithm=VERSION,
        day=request.day,
        order=words.ORDER,
        options=(*options, *_standing()),
        closed=tuple(closed),
        questions=_questions(ordered, request.situation),
    )


def _option(measure: MeasureInput, lines: tuple[OfferLine, ...], situation: Situation) -> Option:
    return Option(
        measure.code,
        measure.name,
        measure.what,
        measure.law,
        finding_for(measure, situation),
        lines,
    )


def _standing() -> tuple[Option, ...]:
    texts = (
        (FIRST_KNOW_MORE, words.KNOW_MORE),
        (SOMETHING_ELSE, words.SOMETHING_ELSE),
        (NOT_NOW, words.NOT_NOW),
    )
    return tuple(Option(key, name, what) for key, (name, what) in texts)


def _closed(measure: MeasureInput, lines: tuple[OfferLine, ...]) -> Closed:
    if measure.law.answer is Lawful.NO:
        barred, reason = "law", measure.law.says
    elif all(line.offer.places_free == 0 for line in lines):
        barred, reason = "full", words.NO_PLACE
    else:
        barred, reason = "fit", words.NOT_FITTING
    return Closed(
        measure.code,
        measure.name,
        measure.what,
        barred,
        reason,
        measure.law,
        lines,
        _openings(measure, lines),
    )


def _openings(measure: MeasureInput, lines: tuple[OfferLine, ...]) -> tuple[Counterfactual, ...]:
    """Return what would make it an option: through the law, or through time."""
    if measure.law.answer is not Lawful.NO:
        return tuple(line.change for line in lines if line.change is not None)
    if all(line.fits == fit.NO for line in lines):
        return ()  # The law alone would not open it.
    return tuple(
        Counterfactual(change.changes, words.if_law(change, measure.name))
        for change in measure.law.changes
    )


def _questions(measures: Iterable[MeasureInput], situation: Situation) -> tuple[Question, ...]:
    """Return what is not known and would matter, each once."""
    asked: dict[tuple[str, str], Question] = {}
    for measure in measures:
        for question in (*measure.law.questions, *_own_questions(measure, situation)):
            # Two features may come from one field of the file: it is asked once.
            asked.setdefault((question.text.nl, question.about), question)
    return tuple(asked.values())


def _own_questions(measure: MeasureInput, situation: Situation) -> Iterable[Question]:
    if measure.law.answer is Lawful.NO:
        return
    if any(o.hours_per_week is not None for o in measure.offers):
        yield from _unknown("hours_available", situation)
    if any(o.starts_on is not None for o in measure.offers):
        yield from _unknown("available_from", situation)
    if measure.region is not None and measure.region.may_be_used:
        for feature in dict.fromkeys(g.key.partition(":")[0] for g in measure.region.groups):
            if group_key(feature, situation) is None:
                yield from _unknown(feature, situation)


def _unknown(key: str, situation: Situation) -> Iterable[Question]:
    if key not in situation:
        yield Question(key, FEATURES[key].question, _YOU)
