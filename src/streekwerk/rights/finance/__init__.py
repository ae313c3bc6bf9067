"""What it means in money: the employer's picture and the person's picture."""

from streekwerk.rights.finance.employer import (
    MAIN_READING,
    Declarations,
    EmployerPicture,
    Extras,
    Job,
    Line,
    WageValueBelief,
    employer_picture,
    job_frame,
)
from streekwerk.rights.finance.interval import Interval
from streekwerk.rights.finance.person import Pay, PersonPicture, over_hours, person_picture

__all__ = [
    "MAIN_READING",
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
    "job_frame",
    "over_hours",
    "person_picture",
]
