"""Work of employers and what is made of it; every row has its region and its employer."""

from streekwerk.work.models.case import Case
from streekwerk.work.models.design import Choice, Declaration, Design, DesignSet, SetState
from streekwerk.work.models.group import RegionalGroup
from streekwerk.work.models.inventory import Role, Source, Task, WorkAnalysis
from streekwerk.work.models.limits import DesignLimits
from streekwerk.work.models.step import RedesignStep, StepState

__all__ = [
    "Case",
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
    "WorkAnalysis",
]
