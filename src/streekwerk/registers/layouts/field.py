"""What the regulation says about one field, and about a whole record layout."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, StrEnum

from streekwerk.registers.codes import CodeList
from streekwerk.vocabulary.language import Text


class Statistic(StrEnum):
    """The two statistics read here."""

    SRG = "SRG"
    BUS = "BUS"


class Edition(StrEnum):
    """Which text of the regulation a file follows."""

    CURRENT = "2026"
    LEGACY = "2015"


class Level(StrEnum):
    """Whom or what a field describes; the levels of a layout nest in this order."""

    DELIVERY = "delivery"
    BENEFIT = "benefit"
    PERSON = "person"
    MEASURE = "measure"
    INCOME = "income"


class Kind(Enum):
    """How the text of a field is read; the value is the notation of the regulation."""

    YEAR = "[jjjj]"
    MONTH = "[mm]"
    DATE = "[jjjjmmdd]"
    CODE = "code"
    BSN = "[123456789]"
    DIGITS = "[1…n]"
    NUMBER = "[1…n] getal"
    AMOUNT = "[a1…n]"
    TEXT = "(a…n)"
    FREE = "(geen maximum)"


@dataclass(frozen=True, slots=True)
class Field:
    """One *kenmerk* of the regulation.

    Attributes
    ----------
    number, name
        As in the annex; the name is also the header in CSV and Excel.
    attribute
        The attribute of the canonical record that holds the value.
    level
        Whom or what the field describes.
    kind
        How its text is read and written.
    meaning
        In one sentence, for the reference and for reports.
    length
        Number of positions: exact for digits, numbers and amounts (without
        sign), the maximum for text, 0 where the kind fixes it.
    codes
        The codes this layout allows, empty unless ``kind`` is ``CODE``.
    key
        Without this field a row cannot be followed through time.
    """

    number: int
    name: str
    attribute: str
    level: Level
    kind: Kind
    meaning: Text
    length: int = 0
    codes: tuple[CodeList, ...] = ()
    key: bool = False

    @property
    def notation(self) -> str:
        """The format in the notation of the regulation, such as ``[a1234]``."""
        digits = "123456789"[: self.length]
        match self.kind:
            case Kind.CODE:
                return f"[{digits if self.codes[0].isdigit() else 'abc'[: self.length]}]"
            case Kind.DIGITS | Kind.NUMBER:
                return f"[{digits}]"
            case Kind.AMOUNT:
                return f"[a{digits}]"
            case Kind.TEXT:
                return f"({'abcdefghijklmno'[: self.length]})"
            case _:
                return str(self.kind.value)


@dataclass(frozen=True, slots=True)
class Layout:
    """All fields of one statistic in one edition.

    ``levels`` go from the whole delivery to the innermost repeating part.
    """

    statistic: Statistic
    edition: Edition
    legal: str
    levels: tuple[Level, ...]
    fields: tuple[Field, ...]

    @property
    def parts(self) -> tuple[tuple[Field, ...], ...]:
        """The fields per level, by number: the shape of a row between file and record."""
        return tuple(
            tuple(field for field in self.fields if field.level == level) for level in self.levels
        )

    @property
    def title(self) -> str:
        """For example ``SRG 2026``."""
        return f"{self.statistic} {self.edition}"

    def field(self, number: int) -> Field:
        """Return the field with that number in the annex; ``KeyError`` when there is none."""
        for field in self.fields:
            if field.number == number:
                return field
        raise KeyError(f"{self.title} has no field {number}")
