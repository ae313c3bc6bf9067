"""Work of employers and what is made of it; every row has its region and its employer."""

from streekwerk.work.models.case import Case
from streekwerk.work.models.chain import (
    Answer,
    ChainCalculation,
    ChainMember,
    ChainProposal,
    ChainSearch,
    ChainState,
)
from streekwerk.work.models.demand import WeeklyDemand
from streekwerk.work.models.design import Choice, Declaration, Design, DesignSet, SetState
from streekwerk.work.models.group import RegionalGroup
from streekwerk.work.models.inventory import Role, Source, Task, WorkAnalysis
from streekwerk.work.models.limits import DesignLimits
from streekwerk.work.models.step import RedesignStep, StepState
from streekwerk.work.models.vacancy import Vacancy, VacancyState

__all__ = [
    "Answer",
    "Case",
    "ChainCalculation",
    "ChainMember",
    "ChainProposal",
    "ChainSearch",
    "ChainState",
    "Choice",
    "Declaration",
    "Design",
    "DesignLimits",
    "DesignSet",
    "RedesignStep",
    "RegionalGroup",
    "Role",
    "SetState",
    "Source",
    "StepState",
    "Task",
    "Vacancy",
    "VacancyState",
    "WeeklyDemand",
    "WorkAnalysis",
]
