"""What the database keeps of people and their guidance."""

from streekwerk.people.models.access import Access
from streekwerk.people.models.advice import AdviceRecord, AdviceSeen, AdviceSwitch, Judgement
from streekwerk.people.models.conversation import Conversation, ConversationNote
from streekwerk.people.models.decision import (
    Decision,
    DecisionChoice,
    Objection,
    ObjectionAnswer,
    ObjectionKind,
    Reason,
)
from streekwerk.people.models.diagnosis import DiagnosisAnswer, DiagnosisRound
from streekwerk.people.models.fact import Fact
from streekwerk.people.models.offer import Offer
from streekwerk.people.models.person import AboutPerson, OfPerson, Person
from streekwerk.people.models.plan import Goal, Plan, Step, StepEvent

__all__ = [
    "AboutPerson",
    "Access",
    "AdviceRecord",
    "AdviceSeen",
    "AdviceSwitch",
    "Conversation",
    "ConversationNote",
    "Decision",
    "DecisionChoice",
    "DiagnosisAnswer",
    "DiagnosisRound",
    "Fact",
    "Goal",
    "Judgement",
    "Objection",
    "ObjectionAnswer",
    "ObjectionKind",
    "OfPerson",
    "Offer",
    "Person",
    "Plan",
    "Reason",
    "Step",
    "StepEvent",
]
