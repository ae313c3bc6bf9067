"""What goes on the paper with everything that is kept of somebody."""

from __future__ import annotations

from django.utils import timezone

from streekwerk.accounts.models import User
from streekwerk.guidance.file.field import said_day
from streekwerk.people import export
from streekwerk.people.models import Person
from streekwerk.reports.own_data import OwnDataContent, SectionContent, words_in
from streekwerk.vocabulary.language import Language


def own_data_content(user: User, person: Person, language: Language) -> OwnDataContent:
    """Return everything about ``person`` in words; empty tables are only named."""
    found = export.sections(user, person)
    return OwnDataContent(
        language=language,
        person=str(person),
        municipality=str(person.municipality),
        day=said_day(timezone.localdate()).in_language(language),
        sections=tuple(_section(each, language) for each in found if each.rows),
        empty=tuple(each.title.in_language(language) for each in found if not each.rows),
        words=words_in(language),
    )


def _section(section: export.Section, language: Language) -> SectionContent:
    rows = tuple(
        tuple((label.in_language(language), value.in_language(language)) for label, value in row)
        for row in section.shown
    )
    return SectionContent(section.title.in_language(language), rows)
