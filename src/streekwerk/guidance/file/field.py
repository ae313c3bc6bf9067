"""One field of a file: what it is, what it is for, where it comes from, how long it stays.

A field that cannot say its purpose has no place in a file (AVG art. 5 lid 1 onder b and c).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from streekwerk.guidance.choices import Choice
from streekwerk.vocabulary.language import Text, join

Plain: TypeAlias = str | int | bool | list[str]
LONGEST_LINE, LONGEST_TEXT = 200, 4000
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")
PHONE = re.compile(r"\+?[0-9][0-9 ()\-]{7,18}\Z")


class FieldKind(Choice):
    """What a value looks like."""

    TEXT = "text", "eigen woorden", "own words"
    LINE = "line", "een regel", "one line"
    EMAIL = "email", "een mailadres", "an e-mail address"
    PHONE = "phone", "een telefoonnummer", "a telephone number"
    NUMBER = "number", "een getal", "a number"
    YEAR = "year", "een jaar", "a year"
    DAY = "day", "een dag", "a day"
    CHOICE = "choice", "één keuze", "one choice"
    CHOICES = "choices", "een of meer keuzes", "one or more choices"
    YES_NO = "yes_no", "ja of nee", "yes or no"


class Theme(Choice):
    """The parts of a file, in the order a conversation takes them: wishes come first."""

    WISHES = "wishes", "Wat u wilt", "What you want"
    CONTACT = "contact", "Naam en contact", "Name and contact"
    AVAILABILITY = "availability", "Wanneer u tijd hebt", "When you have time"
    MOBILITY = "mobility", "Hoe u ergens komt", "How you get around"
    LANGUAGE = "language", "Nederlands op het werk", "Dutch at work"
    EDUCATION = "education", "Wat u hebt geleerd", "What you have learned"
    WORK = "work", "Werk dat u deed", "Work you did"
    SKILLS = "skills", "Wat u kunt", "What you can do"
    CIRCUMSTANCES = "circumstances", "Wat meespeelt", "What plays a part"
    LAW = "law", "Vragen voor de regels", "Questions for the rules"


class Term(Choice):
    """How long a value is kept. The municipality's own selection list goes before these."""

    FILE = (
        "file",
        "zolang het dossier loopt en daarna de bewaartermijn van de gemeente",
        "as long as the file runs, and then the municipality's retention term",
    )
    CLOSING = (
        "closing",
        "tot het dossier sluit, dan wordt het gewist",
        "until the file is closed, then it is erased",
    )


WORKERS = frozenset({"caseworker", "team_manager"})
EVERYBODY = WORKERS | {"jobseeker"}
# What is close to health or debts: the caseworker who talks about it, and the person.
TWO_AT_THE_TABLE = frozenset({"caseworker", "jobseeker"})


@dataclass(frozen=True, slots=True)
class Field:
    """One field.

    Attributes
    ----------
    key : its name in the database and in the API.
    label : as the page shows it.
    ask : the question, as put to the jobseeker ("u", level B1).
    purpose : what it is used for; there is no other use.
    ggm : object type and attribute in the Gemeentelijk Gegevensmodel, "" where GGM has none.
    origin : who normally tells it.
    options : for CHOICE and CHOICES.
    lowest, highest : for NUMBER, both inclusive; ``unit`` says of what.
    term : how long it is kept.
    readers, editors : roles (``accounts.models.Role`` values) that see and change it.
    advice : whether advice may be offered it at all; ``advice.features`` is the list that decides.
    needed : whether a page asks for it while it is not known. Nothing depends on the answer.
    sensitive : close to a special category of AVG art. 9, or to debts: asked only as far as
        work needs it, with ``hint`` saying so.
    """

    key: str
    theme: Theme
    kind: FieldKind
    label: Text
    ask: Text
    purpose: Text
    ggm: str = ""
    origin: str = "jobseeker"
    options: type[Choice] | None = None
    lowest: int = 0
    highest: int = 0
    unit: Text | None = None
    hint: Text | None = None
    term: Term = Term.FILE
    readers: frozenset[str] = EVERYBODY
    editors: frozenset[str] = EVERYBODY
    advice: bool = False
    needed: bool = False
    sensitive: bool = False

    def __post_init__(self) -> None:
        if (self.options is not None) != (self.kind in {FieldKind.CHOICE, FieldKind.CHOICES}):
            raise ValueError(f"{self.key}: options go with CHOICE and CHOICES, and only there")
        if not self.editors <= self.readers:
            raise ValueError(f"{self.key}: who changes a field must be able to see it")

    def clean(self, value: object) -> Plain:
        """Return ``value`` as it is kept.

        Raises
        ------
        ValueError
            When it is not a value of this field; the message says what is expected.
        """
        if self.kind is FieldKind.CHOICES:
            return self._chosen(value)
        if self.kind is FieldKind.YES_NO:
            if isinstance(value, bool):
                return value
            raise ValueError(f"{self.key}: expected yes or no, got {value!r}")
        if self.kind in {FieldKind.NUMBER, FieldKind.YEAR}:
            return self._number(value)
        if self.kind is FieldKind.DAY:
            return self._day(value)
        return self._text(value)

    def say(self, value: Plain) -> Text:
        """Return a kept value in words."""
        if self.options is not None and not isinstance(value, bool | int):
            chosen = value if isinstance(value, list) else [value]
            return join([self.options(each).words for each in chosen], ", ")
        if isinstance(value, bool):
            return Text("ja", "yes") if value else Text("nee", "no")
        if self.kind is FieldKind.DAY:
            return said_day(date.fromisoformat(str(value)))
        written = str(value)
        if self.unit is not None:
            return Text(f"{written} {self.unit.nl}", f"{written} {self.unit.en}")
        return Text(written, written)

    def _chosen(self, value: object) -> list[str]:
        if isinstance(value, str) or not isinstance(value, Sequence) or not value:
            raise ValueError(f"{self.key}: expected one or more choices, got {value!r}")
        given = {str(each) for each in value}
        keys = self.options.keys() if self.options else ()
        if unknown := given - set(keys):
            raise ValueError(f"{self.key}: no such choice: {', '.join(sorted(unknown))}")
        return [key for key in keys if key in given]

    def _number(self, value: object) -> int:
        low, high = (1940, 2100) if self.kind is FieldKind.YEAR else (self.lowest, self.highest)
        try:
            number = int(str(value))
        except ValueError:
            raise ValueError(f"{self.key}: expected a whole number, got {value!r}") from None
        if isinstance(value, bool) or not low <= number <= high:
            raise ValueError(f"{self.key}: expected {low} to {high}, got {value!r}")
        return number

    def _day(self, value: object) -> str:
        try:
            return date.fromisoformat(str(value)).isoformat()
        except ValueError:
            raise ValueError(f"{self.key}: expected a day (jjjj-mm-dd), got {value!r}") from None

    def _text(self, value: object) -> str:
        text = str(value).strip()
        longest = LONGEST_TEXT if self.kind is FieldKind.TEXT else LONGEST_LINE
        if not isinstance(value, str) or not text or len(text) > longest:
            raise ValueError(f"{self.key}: expected a text of 1 to {longest} characters")
        keys = self.options.keys() if self.options else None
        if keys is not None and text not in keys:
            raise ValueError(f"{self.key}: no such choice: {text}")
        if self.kind is FieldKind.EMAIL and not _EMAIL.fullmatch(text):
            raise ValueError(f"{self.key}: expected an e-mail address, got {text!r}")
        if self.kind is FieldKind.PHONE and not PHONE.fullmatch(text):
            raise ValueError(f"{self.key}: expected a telephone number, got {text!r}")
        return text


_MONTHS_NL = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)
_MONTHS_EN = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def said_day(day: date) -> Text:
    """Return a day in words, with its year."""
    return Text(
        f"{day.day} {_MONTHS_NL[day.month - 1]} {day.year}",
        f"{day.day} {_MONTHS_EN[day.month - 1]} {day.year}",
    )
