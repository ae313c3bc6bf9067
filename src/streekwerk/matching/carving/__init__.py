"""Job carving: which tasks to move into new jobs, so that work, people and quality all gain.

>>> from streekwerk.matching.carving import DesignRules, carve
"""

from streekwerk.matching.carving.check import Breach, breaches
from streekwerk.matching.carving.design import CarvedJob, Design, Portion, Worth, worth_of
from streekwerk.matching.carving.explain import TaskWords, explain
from streekwerk.matching.carving.relax import Relaxation, relaxations
from streekwerk.matching.carving.rules import DesignRules
from streekwerk.matching.carving.solve import Aim, Carving, carve, designs

__all__ = [
    "Aim",
    "Breach",
    "CarvedJob",
    "Carving",
    "Design",
    "DesignRules",
    "Portion",
    "Relaxation",
    "TaskWords",
    "Worth",
    "breaches",
    "carve",
    "designs",
    "explain",
    "relaxations",
    "worth_of",
]
