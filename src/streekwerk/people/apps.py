"""The Django app."""

from __future__ import annotations

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Jobseekers and their guidance."""

    name = "streekwerk.people"
    verbose_name = "Mensen"

    def ready(self) -> None:
        """Have the own events and reasons registered before anybody asks for them."""
        from streekwerk.people import (  # noqa: PLC0415 - needs the models
            decision_events,  # noqa: F401
            events,  # noqa: F401
            outcome_events,  # noqa: F401
            outcome_signals,  # noqa: F401
            request_events,  # noqa: F401
            signals,  # noqa: F401
        )
        from streekwerk.people.actions import invitations  # noqa: F401, PLC0415 - it listens
