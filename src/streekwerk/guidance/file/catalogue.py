"""Every field of a file, and the traits that are not in it.

Nationality, ethnicity, country of birth, religion, language of birth and gender have no
field here. Postcode and address neither: letters are the benefit administration's work.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from streekwerk.guidance.file.field import Field, Theme
from streekwerk.guidance.file.parts.able import EDUCATION, SKILLS, WORK
from streekwerk.guidance.file.parts.circumstances import CIRCUMSTANCES
from streekwerk.guidance.file.parts.contact import CONTACT
from streekwerk.guidance.file.parts.practical import AVAILABILITY, LANGUAGE, MOBILITY
from streekwerk.guidance.file.parts.wishes import WISHES

_ALL = (
    *WISHES,
    *CONTACT,
    *AVAILABILITY,
    *MOBILITY,
    *LANGUAGE,
    *EDUCATION,
    *WORK,
    *SKILLS,
    *CIRCUMSTANCES,
)
FIELDS: Mapping[str, Field] = MappingProxyType({field.key: field for field in _ALL})
# What a list or a heading shows; the latest fact is copied to the person.
IDENTITY = ("first_name", "last_name", "birth_date")
NEEDED = tuple(field.key for field in _ALL if field.needed)


def of_theme(theme: Theme) -> tuple[Field, ...]:
    """Return the fields of one part of the file."""
    return tuple(field for field in _ALL if field.theme is theme)


def readable_by(role: str) -> tuple[Field, ...]:
    """Return the fields somebody in ``role`` may see."""
    return tuple(field for field in _ALL if role in field.readers)
