"""What an adviser sees of an employer's work on the employer's own page."""

from __future__ import annotations

from typing import Any

from streekwerk.accounts.models import User
from streekwerk.partners.models import Employer
from streekwerk.screens.adviser.extension import panel
from streekwerk.screens.employer.next_step import next_step
from streekwerk.work.permissions import WORKERS
from streekwerk.work.queries.overview import overview_of


@panel("employer/adviser_panel.html")
def work(user: User, employer: Employer) -> dict[str, Any] | None:
    """Return how far the redesign of work is; nothing for who cannot open those pages."""
    if user.role not in WORKERS:
        return None
    overview = overview_of(employer)
    return {"overview": overview, "next": next_step(employer, overview)}
