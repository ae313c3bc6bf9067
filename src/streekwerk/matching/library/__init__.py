"""Typical tasks of occupations, to start an inventory of work from.

What one does in an occupation comes from O*NET 29.3; see :data:`SOURCE`. The wording, the
share of the week, the level, the loads and everything else about a task is our own
judgement, made for Dutch workplaces and often wrong for one of them. So every task starts
as not confirmed, and the employer looks at it.

>>> from streekwerk.matching.library import occupations, source_of, typical_tasks
>>> tasks = typical_tasks("ward_assistant", "ward", people=6, hours=24)
"""

from streekwerk.matching.library.entries import (
    SOURCE,
    TO_CONFIRM,
    Occupation,
    TypicalTask,
    occupation,
    occupations,
    source_of,
)
from streekwerk.matching.library.typical import typical_tasks

__all__ = [
    "SOURCE",
    "TO_CONFIRM",
    "Occupation",
    "TypicalTask",
    "occupation",
    "occupations",
    "source_of",
    "typical_tasks",
]
