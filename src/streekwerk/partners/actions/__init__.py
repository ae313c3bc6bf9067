"""Change employers' files: permission, change and audit entry together."""

from streekwerk.partners.actions.employers import (
    EmployerCard,
    add_employer,
    assign,
    change_employer,
    close_employer,
    reopen_employer,
)
from streekwerk.partners.actions.phases import move_phase

__all__ = [
    "EmployerCard",
    "add_employer",
    "assign",
    "change_employer",
    "close_employer",
    "move_phase",
    "reopen_employer",
]
