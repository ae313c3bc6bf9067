"""What the database keeps of people and their guidance."""

from streekwerk.people.models.person import Person

__all__ = ["Person"]
