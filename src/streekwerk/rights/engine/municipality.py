"""What a municipality decides for itself: open terms, and applying the law ahead of time.

Where the law leaves something to the council's by-law (verordening), a rule uses an
:class:`OpenTerm`. A municipality fills it in; until then a neutral default counts and
every answer that leans on it says so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from streekwerk.vocabulary.language import Text

NOT_FILLED_IN = Text(
    nl="De gemeente heeft dit nog niet ingevuld",
    en="The municipality has not filled this in yet",
)


@dataclass(frozen=True, eq=False)
class OpenTerm:
    """Something the law leaves to the municipality.

    Attributes
    ----------
    key
        Name in a municipality's settings, a Dutch legal term.
    label
        What is being decided.
    default
        The neutral value that counts until the municipality decides. ``True``/``False``
        for a yes-or-no term, a number otherwise.
    why_neutral
        Why this default favours nobody.
    article
        The provision that delegates the decision.
    unit
        Unit of a number.
    """

    key: str
    label: Text
    default: float | bool
    why_neutral: Text
    article: str
    unit: Text | None = None

    @property
    def without_default(self) -> bool:
        """Whether the law names nothing at all: a number that is zero until it is decided."""
        return not isinstance(self.default, bool) and self.default == 0

    def check(self, value: object) -> float | bool:
        """Return ``value`` if it is of this term's kind.

        Raises
        ------
        ValueError
            When a yes-or-no term gets a number or the reverse, or a number is negative.
        """
        wanted = "ja of nee" if isinstance(self.default, bool) else "een getal van 0 of hoger"
        if isinstance(self.default, bool):
            if isinstance(value, bool):
                return value
        elif isinstance(value, int | float) and not isinstance(value, bool) and value >= 0:
            return float(value)
        raise ValueError(f"open term {self.key!r}: verwacht {wanted}, gekregen {value!r}")


@dataclass(frozen=True)
class Municipality:
    """The choices of one municipality.

    Attributes
    ----------
    name
        As shown in explanations.
    terms
        Open terms filled in, by key.
    ahead_of_law
        The switch "vooruitlopend toepassen": in the tolerance year 2026 municipalities may
        already apply favourable parts of the Participatiewet in balans of 2027.
    """

    name: str = "de gemeente"
    terms: Mapping[str, float | bool] = field(default_factory=dict)
    ahead_of_law: bool = False

    def value_of(self, term: OpenTerm) -> float | bool:
        """Return the municipality's value, or the term's neutral default."""
        return term.check(self.terms[term.key]) if self.has_filled_in(term) else term.default

    def has_filled_in(self, term: OpenTerm) -> bool:
        """Tell whether the municipality decided this term."""
        return term.key in self.terms
