"""The sentence that goes with a number: per 100 people, with what it could also be.

Numbers come as words first. An interval is part of the sentence, not a
footnote to it, and a comparison that is not fair never gets a causal verb.
"""

from __future__ import annotations

from dataclasses import dataclass

from streekwerk.evidence.results.design import ArmDesign
from streekwerk.evidence.results.effect import Effect, Estimand
from streekwerk.evidence.results.evaluation import OutcomeLabel
from streekwerk.evidence.results.writing import decimals_for
from streekwerk.evidence.trial.table import Assignment, Scale
from streekwerk.vocabulary.language import Language, Text, join, number

_WHOM = {
    Estimand.ATE: Text("van de 100 mensen", "of every 100 people"),
    Estimand.ATT: Text("van de 100 mensen die dit kregen", "of every 100 people who got this"),
    Estimand.OVERLAP: Text(
        "van de 100 mensen voor wie het beide kanten op kon",
        "of every 100 people who could have gone either way",
    ),
    Estimand.LATE: Text(
        "van de 100 mensen die meedoen omdat het wordt aangeboden",
        "of every 100 people who take part because it is offered",
    ),
}
_WHOM_NUMERIC = {
    Estimand.ATT: Text(" voor wie dit kreeg", " for those who got this"),
    Estimand.OVERLAP: Text(
        " voor wie het beide kanten op kon", " for those who could have gone either way"
    ),
    Estimand.LATE: Text(
        " voor wie meedoet omdat het wordt aangeboden",
        " for those who take part because it is offered",
    ),
}


# A plain difference between two groups: who had it, beside who had not.
_NO_CLAIM = Text(" dan bij wie het niet kreeg", " than among those who did not get it")


@dataclass(frozen=True, slots=True)
class _Directions:
    """The words for more and less, by language."""

    more: Text
    less: Text
    same: Text


_ESTIMATED = Text("naar schatting", "an estimated")
_ABOUT = Text("ongeveer", "about")
_COUNTS = _Directions(Text("meer", "more"), Text("minder", "fewer"), Text("evenveel", "as many"))
_SIZES = _Directions(Text("hoger", "higher"), Text("lager", "lower"), Text("even hoog", "the same"))


def finding_sentence(
    outcome: OutcomeLabel,
    effect: Effect,
    design: ArmDesign,
    assignment: Assignment,
    causal: bool,
) -> Text:
    """Say what ``effect`` means, in one or two plain sentences.

    A binary outcome is told per 100 people, a numeric one in its unit. When
    ``causal`` is False the sentence speaks of a difference, says that it is no
    proof of an effect, and gives the design's reason.
    """
    than = _NO_CLAIM if not causal else None
    if outcome.scale is Scale.BINARY:
        told = _per_hundred(outcome, effect, than)
    else:
        told = _in_units(outcome, effect, than)
    sentences = [_after(outcome, told)]
    if not causal:
        sentences.append(_no_effect_claim(design))
    elif not effect.certain_of_direction:
        sentences.append(
            Text(
                "Dat het verschil maakt, staat dus niet vast.",
                "So it is not certain that it makes a difference.",
            )
        )
    if causal and assignment is Assignment.OBSERVATIONAL:
        sentences.append(
            Text(
                "Dit geldt als er geen andere, ongemeten verschillen tussen de groepen waren.",
                "This holds if there were no other, unmeasured differences between the groups.",
            )
        )
    return join(sentences)


def _after(outcome: OutcomeLabel, told: Text) -> Text:
    if outcome.horizon_months is None:
        return Text(_capital(told.nl), _capital(told.en))
    months = outcome.horizon_months
    nl, en = number(months, "nl", _decimals_of(months)), number(months, "en", _decimals_of(months))
    unit = Text("maand", "month") if months == 1 else Text("maanden", "months")
    return Text(f"Na {nl} {unit.nl}: {told.nl}", f"After {en} {unit.en}: {told.en}")


def _decimals_of(value: float) -> int:
    return 0 if float(value).is_integer() else 1


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


def _no_effect_claim(design: ArmDesign) -> Text:
    return Text(
        f"Dit is een verband en geen bewijs van een effect. {design.reason.nl}",
        f"This is an association and no proof of an effect. {design.reason.en}",
    )


def per_hundred(effect: Effect) -> tuple[float, float, float, int]:
    """Return estimate, low and high per 100 people, and the decimals to write them with.

    Whole people, unless the interval is so narrow that they would hide it.
    """
    estimate, low, high = 100 * effect.estimate, 100 * effect.low, 100 * effect.high
    return estimate, low, high, 0 if high - low >= 2 else 1


def _per_hundred(outcome: OutcomeLabel, effect: Effect, than: Text | None) -> Text:
    estimate, low, high, decimals = per_hundred(effect)
    event = outcome.event or Text(
        f"hebben de uitkomst “{outcome.label.nl}”", f"have the outcome “{outcome.label.en}”"
    )
    verb, _, rest = event.nl.partition(" ")
    whom = _WHOM[Estimand.ATT if than else effect.estimand]
    than_nl, than_en = (than.nl, than.en) if than else ("", "")
    nl = _estimated(estimate, "nl", decimals, _COUNTS)
    en = _estimated(estimate, "en", decimals, _COUNTS)
    tail = _tail(low, high, decimals, _COUNTS)
    return Text(
        f"{whom.nl} {verb} er {nl}{f' {rest}' if rest else ''}{than_nl}; {tail.nl}.",
        f"{whom.en} {en} {event.en}{than_en}; {tail.en}.",
    )


def _in_units(outcome: OutcomeLabel, effect: Effect, than: Text | None) -> Text:
    decimals = decimals_for(effect.high - effect.low)
    unit_nl = f" {outcome.unit.nl}" if outcome.unit else ""
    unit_en = f" {outcome.unit.en}" if outcome.unit else ""
    # The average over everyone needs no words of its own.
    whom = _WHOM_NUMERIC.get(Estimand.ATT if than else effect.estimand)
    than_nl, than_en = (than.nl, than.en) if than else ("", "")
    whom_nl, whom_en = (whom.nl, whom.en) if whom else ("", "")
    nl = _estimated(effect.estimate, "nl", decimals, _SIZES, unit_nl)
    en = _estimated(effect.estimate, "en", decimals, _SIZES, unit_en)
    tail = _tail(effect.low, effect.high, decimals, _SIZES)
    return Text(
        f"gemiddeld is “{outcome.label.nl}”{whom_nl} {nl}{than_nl}; {tail.nl}.",
        f"on average “{outcome.label.en}”{whom_en} is {en}{than_en}; {tail.en}.",
    )


def _estimated(
    value: float, language: Language, decimals: int, words: _Directions, unit: str = ""
) -> str:
    """Say the amount as an estimate; no difference is "ongeveer evenveel"."""
    amount = _amount(value, language, decimals, words, unit)
    if round(value, decimals) == 0:
        return f"{_ABOUT.in_language(language)} {amount}"
    return f"{_ESTIMATED.in_language(language)} {amount}"


def _amount(
    value: float, language: Language, decimals: int, words: _Directions, unit: str = ""
) -> str:
    if round(value, decimals) == 0:
        return words.same.in_language(language)
    direction = words.more if value > 0 else words.less
    return f"{number(abs(value), language, decimals)}{unit} {direction.in_language(language)}"


def _tail(low: float, high: float, decimals: int, words: _Directions) -> Text:
    """Say what it could also be, from the interval's ends."""
    one_direction = round(low, decimals) >= 0 or round(high, decimals) <= 0
    if not one_direction:
        lows = [_amount(low, "nl", decimals, words), _amount(low, "en", decimals, words)]
        highs = [_amount(high, "nl", decimals, words), _amount(high, "en", decimals, words)]
        return Text(
            f"het kan ook {lows[0]} of {highs[0]} zijn",
            f"it may also be {lows[1]} or {highs[1]}",
        )
    least, most = sorted((abs(low), abs(high)))
    direction = words.more if high > 0 else words.less
    return Text(
        f"waarschijnlijk tussen {number(least, 'nl', decimals)} en "
        f"{number(most, 'nl', decimals)} {direction.nl}",
        f"probably between {number(least, 'en', decimals)} and "
        f"{number(most, 'en', decimals)} {direction.en}",
    )
