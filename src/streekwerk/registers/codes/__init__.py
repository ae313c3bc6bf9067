"""The code lists of both regulations, current and 2015."""

from streekwerk.registers.codes.base import CodeList
from streekwerk.registers.codes.bus import (
    BenefitLaw,
    Household,
    IncomeKind,
    SelfEmployedClass,
    SpecialCluster,
    YesNo,
)
from streekwerk.registers.codes.bus_person import (
    EXITS_TO_WORK,
    BenefitEndReason,
    Exemption,
    ExemptionEndReason,
    Housing,
    ReductionReason,
)
from streekwerk.registers.codes.shared import Gender, Software
from streekwerk.registers.codes.srg import (
    WAGE_SUBSIDIES,
    EndReason,
    Goal,
    MeasureType,
    SrgStatistic,
    WorkCapacity,
)
from streekwerk.registers.codes.srg_2015 import (
    CURRENT_END_REASON,
    CURRENT_TYPE,
    CurrentType,
    EndReason2015,
    MeasureType2015,
)

__all__ = [
    "CURRENT_END_REASON",
    "CURRENT_TYPE",
    "EXITS_TO_WORK",
    "WAGE_SUBSIDIES",
    "BenefitEndReason",
    "BenefitLaw",
    "CodeList",
    "CurrentType",
    "EndReason",
    "EndReason2015",
    "Exemption",
    "ExemptionEndReason",
    "Gender",
    "Goal",
    "Household",
    "Housing",
    "IncomeKind",
    "MeasureType",
    "MeasureType2015",
    "ReductionReason",
    "SelfEmployedClass",
    "Software",
    "SpecialCluster",
    "SrgStatistic",
    "WorkCapacity",
    "YesNo",
]
