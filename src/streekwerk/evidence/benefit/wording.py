"""What a benefit says in words: short, in both languages, never more certain than it is."""

from __future__ import annotations

from streekwerk.evidence.results.evaluation import OutcomeLabel
from streekwerk.evidence.results.writing import decimals_for
from streekwerk.evidence.saying import say
from streekwerk.evidence.trial.table import Scale
from streekwerk.vocabulary.language import Text, join

LEVELS = {
    "person": Text("voor iemand met deze kenmerken", "for somebody with these traits"),
    "group": Text("voor de groep", "for the group"),
    "average": Text("gemiddeld", "on average"),
    "nothing": Text("niets te zeggen", "nothing to say"),
}
UNKNOWN = Text("We weten niet wat dit doet.", "We do not know what this does.")

RED = Text(
    "Er was geen eerlijke vergelijking te maken. Daarom zeggen we niets over het effect.",
    "No fair comparison could be made. So we say nothing about the effect.",
)
NO_OVERLAP = Text(
    "Er zijn te weinig vergelijkbare mensen met en zonder deze voorziening.",
    "There are too few comparable people with and without this measure.",
)
TOO_FEW = Text(
    "Er zijn te weinig gegevens om iets over het effect te zeggen.",
    "There is too little data to say anything about the effect.",
)
TOO_FEW_FOR_DIFFERENCES = Text(
    "Er zijn te weinig gegevens om te zien of het per persoon of per groep verschilt.",
    "There is too little data to see whether it differs by person or by group.",
)
NO_DIFFERENCES = Text(
    "Dat het voor de een anders werkt dan voor de ander, is niet aangetoond.",
    "That it works differently for one person than for another has not been shown.",
)
GROUPS_ONLY = Text(
    "Het verschilt tussen groepen: dat is aangetoond. Dat het binnen een groep ook per persoon "
    "verschilt, is niet aangetoond.",
    "It differs between groups: that has been shown. That it also differs by person within a "
    "group has not been shown.",
)
PERSONS = Text(
    "Het verschilt per persoon: dat bleek ook bij mensen die we apart hielden om het na te gaan.",
    "It differs by person: that also showed in people we kept apart to check it.",
)
_MEAN_ONLY = Text(
    "De marge gaat over het gemiddelde; voor één persoon kan het meer of minder zijn.",
    "The margin is that of the average; for one person it may be more or less.",
)


def person(unknown: tuple[Text, ...]) -> Text:
    """Say why the person's own figure is shown, and what was averaged over."""
    said = [
        Text("Dit is geschat voor iemand met deze kenmerken.",
             "This is estimated for somebody with these traits."),
        PERSONS,
    ]  # fmt: skip
    if unknown:
        said.append(
            say(
                "Nog niet bekend, en daarom gemiddeld over andere mensen: {what}.",
                "Not known yet, and so averaged over other people: {what}.",
                what=join(unknown, ", "),
            )
        )
    return join(said)


def group(name: Text, why: Text, outside: tuple[Text, ...]) -> Text:
    """Say why the group's figure is shown."""
    said = say("Dit geldt voor de groep: {name}.", "This holds for the group: {name}.", name=name)
    return join([said, _beyond(outside) if outside else why, _MEAN_ONLY])


def average(why: Text, level: str, outside: tuple[Text, ...]) -> Text:
    """Say why the average is shown; ``level`` is the most precise that could have been."""
    said = Text(
        "Dit is het gemiddelde over iedereen in de vergelijking.",
        "This is the average over everyone compared.",
    )
    if outside:
        why = _beyond(outside)
    elif level != "average":
        why = Text(
            "In welke groep deze persoon valt, is nog niet bekend, of de groep is te klein.",
            "Which group this person is in is not known yet, or the group is too small.",
        )
    return join([said, why, _MEAN_ONLY])


def sentence(
    outcome: OutcomeLabel, numbers: tuple[float, float, float], level: str, group: Text | None
) -> Text:
    """Say the figure (estimate, low, high) in words."""
    who = _WHO[level] if group is None else say(
        " in de groep {group}", " in the group {group}", group=group
    )  # fmt: skip
    if outcome.scale is Scale.BINARY:
        return _per_hundred(outcome, numbers, who)
    estimate, low, high = numbers
    decimals = decimals_for(high - low)
    unit = outcome.unit or outcome.label
    figure = say(
        "Naar schatting {estimate} {unit}{who}; de marge loopt van {low} tot {high}.",
        "An estimated {estimate} {unit}{who}; the margin runs from {low} to {high}.",
        estimate=(estimate, decimals),
        low=(low, decimals),
        high=(high, decimals),
        unit=unit,
        who=who,
    )
    return _with_doubt(figure, numbers)


_WHO = {
    "person": Text(" met deze kenmerken", " with these traits"),
    "average": Text(" in de vergelijking", " in the comparison"),
}


def _per_hundred(outcome: OutcomeLabel, numbers: tuple[float, float, float], who: Text) -> Text:
    event = outcome.event or Text(
        f"hebben de uitkomst “{outcome.label.nl}”", f"have the outcome “{outcome.label.en}”"
    )
    verb, _, rest = event.nl.partition(" ")
    estimate, low, high = (round(100 * x) for x in numbers)
    figure = say(
        "Van de 100 mensen{who} {verb} er met deze voorziening naar schatting {estimate}{rest}; "
        "de marge loopt van {low} tot {high}.",
        "Of every 100 people{who}, an estimated {estimate} {event} with this measure; the margin "
        "runs from {low} to {high}.",
        who=who,
        verb=verb,
        rest=f" {rest}" if rest else "",
        event=event,
        estimate=_more(estimate),
        low=_more(low),
        high=_more(high),
    )
    return _with_doubt(figure, numbers)


def _more(count: int) -> Text:
    if count == 0:
        return Text("evenveel", "equally many")
    size = abs(count)
    return Text(f"{size} meer", f"{size} more") if count > 0 else Text(
        f"{size} minder", f"{size} fewer"
    )  # fmt: skip


def _with_doubt(figure: Text, numbers: tuple[float, float, float]) -> Text:
    _, low, high = numbers
    if low <= 0 <= high:
        return join([_DOUBT, figure])
    return figure


_DOUBT = Text("We weten niet zeker of het helpt.", "We do not know for sure if it helps.")


def _beyond(outside: tuple[Text, ...]) -> Text:
    return say(
        "Er waren te weinig mensen om met deze persoon te vergelijken op: {what}.",
        "There were too few people to compare with this person on: {what}.",
        what=join(outside, ", "),
    )
