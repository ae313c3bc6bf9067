"""Read people and their guidance, starting from what somebody may see."""

from streekwerk.people.queries.caseload import caseload, caseworkers_of, everybody_findable
from streekwerk.people.queries.facts import FieldNow, file_of, history_of, known_values
from streekwerk.people.queries.files import person_for, person_to_find, visible_to

__all__ = [
    "FieldNow",
    "caseload",
    "caseworkers_of",
    "everybody_findable",
    "file_of",
    "history_of",
    "known_values",
    "person_for",
    "person_to_find",
    "visible_to",
]
