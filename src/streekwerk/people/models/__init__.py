"""What the database keeps of people and their guidance."""

from streekwerk.people.models.access import Access
from streekwerk.people.models.advice import AdviceRecord, AdviceSeen, AdviceSwitch, Judgement
from streekwerk.people.models.attention import ContactRhythm, RightToAsk
from streekwerk.people.models.consent import Consent, UseObjection
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
from streekwerk.people.models.outcome import FollowUpAnswer, StepOutcome
from streekwerk.people.models.person import AboutPerson, OfPerson, Person
from streekwerk.people.models.plan import Goal, Plan, Step, StepEvent
from streekwerk.people.models.reflection import DecisionSupport, Reflection, TeamAgreement
from streekwerk.people.models.request import (
    Agreement,
    JobseekerRequest,
    Preference,
    RequestAnswer,
    RequestKind,
)
from streekwerk.people.models.retention import Destruction, Ground, RetentionTerm

__all__ = [
    "AboutPerson",
    "Access",
    "AdviceRecord",
    "AdviceSeen",
    "AdviceSwitch",
    "Agreement",
    "Consent",
    "ContactRhythm",
    "Conversation",
    "ConversationNote",
    "Decision",
    "DecisionChoice",
    "DecisionSupport",
    "Destruction",
    "DiagnosisAnswer",
    "DiagnosisRound",
    "Fact",
    "FollowUpAnswer",
    "Goal",
    "Ground",
    "JobseekerRequest",
    "Judgement",
    "Objection",
    "ObjectionAnswer",
    "ObjectionKind",
    "OfPerson",
    "Offer",
    "Person",
    "Plan",
    "Preference",
    "Reason",
    "Reflection",
    "RequestAnswer",
    "RequestKind",
    "RetentionTerm",
    "RightToAsk",
    "Step",
    "StepEvent",
    "StepOutcome",
    "TeamAgreement",
    "UseObjection",
]
