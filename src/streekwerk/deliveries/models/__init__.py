"""What the database keeps of deliveries."""

from streekwerk.deliveries.models.delivery import (
    KEPT,
    WITH_RECORDS,
    Delivery,
    Progress,
    State,
    Statistic,
)
from streekwerk.deliveries.models.labour_market import LabourMarketMonth
from streekwerk.deliveries.models.left_out import LeftOut
from streekwerk.deliveries.models.municipality import Reporter, Source
from streekwerk.deliveries.models.records import (
    BusBenefitMonth,
    BusIncomeMonth,
    PersonFact,
    SrgMeasure,
)

__all__ = [
    "KEPT",
    "WITH_RECORDS",
    "BusBenefitMonth",
    "BusIncomeMonth",
    "Delivery",
    "LabourMarketMonth",
    "LeftOut",
    "PersonFact",
    "Progress",
    "Reporter",
    "Source",
    "SrgMeasure",
    "State",
    "Statistic",
]
