"""What it means in money: the employer's picture and the person's picture."""

from streekwerk.rights.finance.employer import (
    Declarations,
    EmployerPicture,
    Extras,
    Job,
    Line,
    WageValueBelief,
    employer_picture,
)
from streekwerk.rights.finance.interval import Interval
from streekwerk.rights.finance.person import Pay, PersonPicture, over_hours, person_picture

__all__ = [
    "Declarations",
    "EmployerPicture",
    "Extras",
    "Interval",
    "Job",
    "Line",
    "Pay",
    "PersonPicture",
    "WageValueBelief",
    "employer_picture",
    "over_hours",
    "person_picture",
]
