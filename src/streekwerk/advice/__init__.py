"""Options for one person: lawful, available, and what they probably do. Pure.

A person's file becomes a :class:`Situation` (allow-listed features only), that becomes an
:class:`AdviceRequest`, and that an :class:`Advice`: options in neutral order. No person is
scored. :func:`make_record` keeps an advice so that :func:`replay` can make it again.
"""

from streekwerk.advice.algorithms import ALGORITHMS, CURRENT
from streekwerk.advice.compose import request_for
from streekwerk.advice.evidence import (
    GroupEvidence,
    PerHundred,
    PersonalEvidence,
    RegionalEvidence,
    StudyEvidence,
)
from streekwerk.advice.features import FEATURES, FEATURES_VERSION, Feature
from streekwerk.advice.measures import MEASURES, Measure
from streekwerk.advice.offers import Offer
from streekwerk.advice.options import advise
from streekwerk.advice.record import Record, Replay, canonical, make_record, replay
from streekwerk.advice.request import AdviceRequest, Lawful, Lawfulness, MeasureInput, Question
from streekwerk.advice.result import STANDING, Advice, Closed, Finding, OfferLine, Option
from streekwerk.advice.situation import NotAllowedError, Situation, read_situation

__all__ = [
    "ALGORITHMS",
    "CURRENT",
    "FEATURES",
    "FEATURES_VERSION",
    "MEASURES",
    "STANDING",
    "Advice",
    "AdviceRequest",
    "Closed",
    "Feature",
    "Finding",
    "GroupEvidence",
    "Lawful",
    "Lawfulness",
    "Measure",
    "MeasureInput",
    "NotAllowedError",
    "Offer",
    "OfferLine",
    "Option",
    "PerHundred",
    "PersonalEvidence",
    "Question",
    "Record",
    "RegionalEvidence",
    "Replay",
    "Situation",
    "StudyEvidence",
    "advise",
    "canonical",
    "make_record",
    "read_situation",
    "replay",
    "request_for",
]
