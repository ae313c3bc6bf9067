"""An advice: options for one person, each with law, offers and what is known. No score."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from streekwerk.advice.evidence import PerHundred
from streekwerk.advice.offers import Offer
from streekwerk.advice.request import Lawfulness, Question
from streekwerk.vocabulary.language import Text

FIRST_KNOW_MORE = "know_more"
SOMETHING_ELSE = "something_else"
NOT_NOW = "not_now"
STANDING = (FIRST_KNOW_MORE, SOMETHING_ELSE, NOT_NOW)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a finding comes from: of whom, when, which card and version."""

    words: Text
    card: str
    card_hash: str
    code_version: str


@dataclass(frozen=True, slots=True)
class StudyLine:
    """What others published about this kind of measure."""

    key: str
    words: Text
    about: Text
    citation: str
    url: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What a measure probably does, for whom that was measured, and how sure it is.

    Attributes
    ----------
    level : ``person``, ``group``, ``average``, ``study`` or ``unknown``.
    why : why at this level and not nearer to the person.
    words : the whole message in plain words.
    sure, sure_words : how sure, as a key and in words.
    main : the leading figure; None where there is none to give.
    path : the same over time; lock-in shows here.
    """

    level: str
    why: Text
    words: Text
    sure: str
    sure_words: Text
    main: PerHundred | None = None
    path: tuple[PerHundred, ...] = ()
    lock_in: Text | None = None
    origin: Origin | None = None
    studies: tuple[StudyLine, ...] = ()
    caveats: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Counterfactual:
    """What would change it: changeable features only, and verified by applying them."""

    changes: tuple[tuple[str, bool | float | str], ...]
    words: Text


@dataclass(frozen=True, slots=True)
class OfferLine:
    """An offer within an option. ``fits``: ``yes``, ``ask`` or ``no``; ``why`` says so."""

    offer: Offer
    fits: str
    costs: Text
    why: Text | None = None
    change: Counterfactual | None = None


@dataclass(frozen=True, slots=True)
class Option:
    """Something this person can choose."""

    key: str
    name: Text
    what: Text
    law: Lawfulness | None = None
    finding: Finding | None = None
    offers: tuple[OfferLine, ...] = ()

    @property
    def is_standing(self) -> bool:
        """Whether everybody always has this option."""
        return self.key in STANDING


@dataclass(frozen=True, slots=True)
class Closed:
    """A measure that this person cannot get now. ``barred``: ``law``, ``full`` or ``fit``."""

    key: str
    name: Text
    what: Text
    barred: str
    reason: Text
    law: Lawfulness
    offers: tuple[OfferLine, ...] = ()
    changes: tuple[Counterfactual, ...] = ()


@dataclass(frozen=True, slots=True)
class Advice:
    """Options in neutral order, what is closed and what would open it, and what is still to ask."""

    algorithm: str
    day: date
    order: Text
    options: tuple[Option, ...]
    closed: tuple[Closed, ...] = ()
    questions: tuple[Question, ...] = ()

    def option(self, key: str) -> Option:
        """Return an option; KeyError when there is none."""
        for one in self.options:
            if one.key == key:
                return one
        raise KeyError(f"no option {key!r}; there are: {[one.key for one in self.options]}")
