"""Employers and everything that hangs below one; every row has its region and its employer."""

from streekwerk.partners.models.agenda import AgendaEvent, AgendaItem
from streekwerk.partners.models.agreement import Agreement, AgreementEvent, Evaluation
from streekwerk.partners.models.employer import AboutEmployer, Contact, Employer, OfEmployer
from streekwerk.partners.models.motives import MotiveRound, MotiveScore
from streekwerk.partners.models.possibilities import Possibilities, ValuePackage, ValuePoint
from streekwerk.partners.models.relation import ContactMoment, PhaseMove

__all__ = [
    "AboutEmployer",
    "AgendaEvent",
    "AgendaItem",
    "Agreement",
    "AgreementEvent",
    "Contact",
    "ContactMoment",
    "Employer",
    "Evaluation",
    "MotiveRound",
    "MotiveScore",
    "OfEmployer",
    "PhaseMove",
    "Possibilities",
    "ValuePackage",
    "ValuePoint",
]
