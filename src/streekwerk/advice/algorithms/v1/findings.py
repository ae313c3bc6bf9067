"""What a measure probably does for somebody like this, in version 1.

From near to far: this person (where person-level estimation earned it), the person's group
(where the card showed that groups differ), everybody of the region, research elsewhere, and
"we do not know". A comparison that was not fair is not an effect and is never shown as one.
"""

from __future__ import annotations

from streekwerk.advice.algorithms.v1 import words
from streekwerk.advice.evidence import (
    GroupEvidence,
    PerHundred,
    PersonalEvidence,
    RegionalEvidence,
    StudyEvidence,
)
from streekwerk.advice.request import MeasureInput
from streekwerk.advice.result import Finding, Origin, StudyLine
from streekwerk.advice.situation import Situation
from streekwerk.vocabulary.language import Text, join

_LIKE_YOU = Text("zoals u", "like you")
_EVERYBODY = Text("in de bijstand die dit deden", "on social assistance who did this")


def finding_for(measure: MeasureInput, situation: Situation) -> Finding:
    """Return what is known of a measure for a person in this situation."""
    studies = tuple(_study_line(one) for one in measure.studies)
    if measure.region is not None and measure.region.may_be_used:
        return _regional(measure.region, measure.personal, situation, studies)
    reason = _why_nothing(measure.region)
    if studies:
        return Finding(
            level="study",
            why=join([reason, words.ELSEWHERE]),
            words=words.UNKNOWN,
            sure="unknown",
            sure_words=words.SURE["unknown"],
            studies=studies,
        )
    return Finding("unknown", reason, words.UNKNOWN, "unknown", words.SURE["unknown"])


def _why_nothing(region: RegionalEvidence | None) -> Text:
    if region is None:
        return words.NO_CARD
    return words.TOO_FEW if region.verdict == "none" else words.UNFAIR


def _regional(
    region: RegionalEvidence,
    personal: PersonalEvidence | None,
    situation: Situation,
    studies: tuple[StudyLine, ...],
) -> Finding:
    level, main, why, whom = _nearest(region, personal, situation)
    sure = _sure(main, region.verdict)
    earliest = min(region.points, key=lambda point: point.months)
    return Finding(
        level=level,
        why=why,
        words=words.effect(main, whom),
        sure=sure,
        sure_words=words.SURE[sure],
        main=main,
        path=region.points,
        lock_in=words.lock_in(earliest) if earliest.months < main.months else None,
        origin=_origin(region, main),
        studies=studies,
        caveats=(*_care(region), words.FAIR_IF, *region.caveats),
    )


def _nearest(
    region: RegionalEvidence, personal: PersonalEvidence | None, situation: Situation
) -> tuple[str, PerHundred, Text, Text]:
    if personal is not None and personal.level == "person":
        return "person", personal.point, personal.why, _LIKE_YOU
    main = region.main
    if main is None:
        raise ValueError("evidence that may be used has a leading figure")
    if not region.groups:
        return "average", main, words.AVERAGE_NO_DIFFERENCE, _EVERYBODY
    found = group_of(region.groups, situation)
    if isinstance(found, GroupEvidence):
        like = Text(f"zoals u ({found.name.nl})", f"like you ({found.name.en})")
        return "group", found.point, words.GROUP_DIFFERS, like
    return "average", main, found, _EVERYBODY


def group_of(groups: tuple[GroupEvidence, ...], situation: Situation) -> GroupEvidence | Text:
    """Return the person's group, or why there is no figure for it."""
    features = {group.key.partition(":")[0] for group in groups}
    mine = {key for feature in features if (key := group_key(feature, situation)) is not None}
    for group in groups:
        if group.key in mine:
            return group
    return words.AVERAGE_TOO_FEW if mine else words.AVERAGE_NOT_ASKED


def group_key(feature: str, situation: Situation) -> str | None:
    """Return the predeclared group of a dimension a person is in; None when not known.

    The bounds are those of :mod:`streekwerk.evidence.cards.groups`.
    """
    if feature == "household":
        value = situation.get("household")
        return None if value is None else f"household:{value}"
    amount = situation.number(feature)
    if amount is None:
        return None
    if feature == "age":
        name = "under_27" if amount < 27 else "27_to_49" if amount < 50 else "50_and_over"
        return f"age:{name}"
    return f"{feature}:{'short' if amount < 24 else 'long'}"


def _sure(main: PerHundred, verdict: str) -> str:
    if main.low <= 0 <= main.high:
        return "unsure"
    return "fairly" if verdict == "green" else "probable"


def _care(region: RegionalEvidence) -> tuple[Text, ...]:
    return (join([words.CARE, region.reason]),) if region.verdict == "amber" else ()


def _origin(region: RegionalEvidence, main: PerHundred) -> Origin:
    n = main.treated + main.compared
    first, last = words.month(region.first_month), words.month(region.last_month)
    return Origin(
        Text(
            f"Gemeten in {region.place.nl}, bij {main.treated} mensen die dit deden en "
            f"{main.compared} die het niet deden (samen {n}). Zij begonnen tussen {first.nl} en "
            f"{last.nl}. Werk telt als het minstens drie maanden duurt.",
            f"Measured in {region.place.en}, among {main.treated} people who did this and "
            f"{main.compared} who did not ({n} in all). They started between {first.en} and "
            f"{last.en}. Work counts when it lasts at least three months.",
        ),
        region.card,
        region.card_hash,
        region.code_version,
    )


def _study_line(study: StudyEvidence) -> StudyLine:
    drawn = (
        Text("door het lot vergeleken", "compared by lottery")
        if study.randomised
        else Text("zonder loting vergeleken", "compared without a lottery")
    )
    return StudyLine(
        study.key,
        join([Text(f"{study.title.nl}:", f"{study.title.en}:"), study.words]),
        Text(
            f"{study.people.nl}; {study.where.nl}; {drawn.nl}.",
            f"{study.people.en}; {study.where.en}; {drawn.en}.",
        ),
        study.citation,
        study.url,
    )
