"""What the database keeps of people and their guidance."""

from streekwerk.people.models.access import Access
from streekwerk.people.models.conversation import Conversation, ConversationNote
from streekwerk.people.models.diagnosis import DiagnosisAnswer, DiagnosisRound
from streekwerk.people.models.fact import Fact
from streekwerk.people.models.person import AboutPerson, OfPerson, Person
from streekwerk.people.models.plan import Goal, Plan, Step, StepEvent

__all__ = [
    "AboutPerson",
    "Access",
    "Conversation",
    "ConversationNote",
    "DiagnosisAnswer",
    "DiagnosisRound",
    "Fact",
    "Goal",
    "OfPerson",
    "Person",
    "Plan",
    "Step",
    "StepEvent",
]
