"""Everything an advice is made from; together with the algorithm's version it fixes the advice."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from streekwerk.advice.evidence import PersonalEvidence, RegionalEvidence, StudyEvidence
from streekwerk.advice.features import FEATURES_VERSION
from streekwerk.advice.offers import Offer
from streekwerk.advice.situation import Situation
from streekwerk.vocabulary.language import Text


class Lawful(StrEnum):
    """Whether the law lets this person have a measure on this day."""

    YES = "yes"
    NO = "no"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Article:
    """A provision and where to read it."""

    citation: str
    url: str


@dataclass(frozen=True, slots=True)
class Question:
    """Something still to ask; ``who`` is who knows or judges it.

    ``key`` is a feature of the allow-list or, where ``about`` names a measure, something
    that a professional judges of that measure.
    """

    key: str
    text: Text
    who: Text
    about: str = ""
    for_professional: bool = False


@dataclass(frozen=True, slots=True)
class LegalChange:
    """A smallest set of things that would undo a "no"; verified by applying it.

    ``certain``: the law then says yes; otherwise there are still questions to ask.
    """

    changes: tuple[tuple[str, bool], ...]
    words: tuple[Text, ...]
    certain: bool = True


@dataclass(frozen=True, slots=True)
class Lawfulness:
    """What the rights engine said about one measure."""

    answer: Lawful
    rule: str
    says: Text
    articles: tuple[Article, ...]
    because: tuple[Text, ...] = ()
    questions: tuple[Question, ...] = ()
    changes: tuple[LegalChange, ...] = ()
    remarks: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class MeasureInput:
    """One measure that somebody offers, with all that is known of it for this person."""

    code: str
    name: Text
    what: Text
    law: Lawfulness
    offers: tuple[Offer, ...]
    region: RegionalEvidence | None = None
    personal: PersonalEvidence | None = None
    studies: tuple[StudyEvidence, ...] = ()


@dataclass(frozen=True, slots=True)
class AdviceRequest:
    """What is asked: for whom (a situation, no name), on which day, from which measures."""

    day: date
    situation: Situation
    measures: tuple[MeasureInput, ...]
    algorithm: str = "1"
    features: str = field(default=FEATURES_VERSION)

    def __post_init__(self) -> None:
        codes = [measure.code for measure in self.measures]
        if len(set(codes)) != len(codes):
            raise ValueError(f"a measure occurs twice: {codes}")
