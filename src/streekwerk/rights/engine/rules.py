"""Rules: what a provision decides, from which day, on what legal basis."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from streekwerk.rights.engine.facts import FactSpec, facts_of
from streekwerk.rights.engine.municipality import Municipality, OpenTerm
from streekwerk.rights.engine.nodes import Condition, Node, Quantity
from streekwerk.rights.engine.terms import Amount, MunicipalChoice, MunicipalNumber
from streekwerk.rights.engine.words import Words
from streekwerk.vocabulary.language import Text


class Decides(Enum):
    """What kind of thing a rule decides."""

    ENTITLED = Text("recht", "entitlement")
    MAY = Text("mogelijkheid (de gemeente kan dit geven)", "option (the municipality may grant it)")
    DUTY = Text("plicht", "duty")
    STATUS = Text("vaststelling", "status")
    AMOUNT = Text("bedrag", "amount")


class Audience(Enum):
    """Who gets what the rule gives."""

    PERSON = Text("werkzoekende", "jobseeker")
    EMPLOYER = Text("werkgever", "employer")


class Status(Enum):
    """How sure we are that the rule is the law."""

    VERIFIED = Text("nagekeken in de wettekst", "checked against the text of the law")
    PARTLY = Text(
        "deels nagekeken: niet alles is in de wettekst gezien",
        "partly checked: not everything was seen in the text of the law",
    )
    CONTESTED = Text("omstreden: meer dan één lezing", "contested: more than one reading")
    NOT_INCLUDED = Text("niet opgenomen", "not included")


@dataclass(frozen=True, slots=True)
class Law:
    """An act, decree or regulation."""

    short: str
    title: str
    bwb: str


@dataclass(frozen=True, slots=True)
class LegalBasis:
    """A provision in the text of a certain day.

    Attributes
    ----------
    law, article, paragraph
        Where it stands: ``article="10d"``, ``paragraph="4"``.
    text_date
        First day of the consolidated text that was read.
    """

    law: Law
    article: str
    text_date: date
    paragraph: str = ""

    @property
    def citation(self) -> str:
        """The provision as a professional writes it: ``Pw art. 10d lid 4``."""
        paragraph = f" lid {self.paragraph}" if self.paragraph else ""
        return f"{self.law.short} art. {self.article}{paragraph}"

    @property
    def link_id(self) -> str:
        """The juriconnect identifier (jci 1.3)."""
        paragraph = f"&lid={self.paragraph}" if self.paragraph else ""
        day = f"&z={self.text_date}&g={self.text_date}"
        return f"jci1.3:c:{self.law.bwb}&artikel={self.article}{paragraph}{day}"

    @property
    def url(self) -> str:
        """Where to read it."""
        place = f"{self.law.bwb}/{self.text_date}#Artikel{self.article}"
        return f"https://wetten.overheid.nl/{place}"


@dataclass(frozen=True, eq=False)
class Outcome:
    """An amount, a duration or another figure that a rule gives.

    Attributes
    ----------
    key, label, unit
        Name and meaning.
    value
        The formula; it counts only for whom the rule's condition holds.
    variant
        The reading of a contested point that this figure follows; empty when undisputed.
    """

    key: str
    label: Text
    unit: Text
    value: Quantity
    variant: Text | None = None


@dataclass(frozen=True, eq=False)
class Version:
    """A rule as it read between two days.

    Attributes
    ----------
    start, end
        First and last day; no end means still in force.
    basis
        The provisions.
    condition
        For whom it holds.
    outcomes
        What it gives, if figures.
    only_ahead_of_law
        True for what a municipality may apply before the law does ("vooruitlopend
        toepassen"); used only by a municipality that switched that on.
    """

    start: date
    basis: tuple[LegalBasis, ...]
    condition: Condition
    outcomes: tuple[Outcome, ...] = ()
    end: date | None = None
    only_ahead_of_law: bool = False

    def holds_on(self, day: date, municipality: Municipality) -> bool:
        """Tell whether this version is applied on ``day`` by ``municipality``."""
        if self.only_ahead_of_law and not municipality.ahead_of_law:
            return False
        return self.start <= day and (self.end is None or day <= self.end)

    def nodes(self) -> Iterator[Node]:
        """Yield every node of the condition and the outcomes."""
        yield from self.condition.walk()
        for outcome in self.outcomes:
            yield from outcome.value.walk()

    def facts(self) -> tuple[FactSpec, ...]:
        """Return every fact the version asks for, once, in the order of the law text."""
        found = {fact.key: fact for fact in facts_of(self.condition)}
        for outcome in self.outcomes:
            found |= {fact.key: fact for fact in facts_of(outcome.value) if fact.key not in found}
        return tuple(found.values())

    def parameter_keys(self) -> tuple[str, ...]:
        """Return the keys of the dated parameters used."""
        return tuple(dict.fromkeys(node.key for node in self.nodes() if isinstance(node, Amount)))

    def open_terms(self) -> tuple[OpenTerm, ...]:
        """Return what the version leaves to the municipality."""
        terms = (
            node.term
            for node in self.nodes()
            if isinstance(node, MunicipalNumber | MunicipalChoice)
        )
        return tuple({term.key: term for term in terms}.values())


@dataclass(frozen=True, eq=False)
class Rule:
    """One rule with its history.

    Attributes
    ----------
    key
        Dutch legal term, used in case files, addresses and the interface.
    name, summary
        What it is called and what it gives.
    decides, audience
        Kind of rule and who benefits.
    status, status_note
        How sure we are, and what we could not check or what is contested.
    versions
        In order of their first day.
    """

    key: str
    name: Text
    summary: Words
    decides: Decides
    audience: Audience
    status: Status
    versions: tuple[Version, ...]
    status_note: Text | None = None

    def __post_init__(self) -> None:
        starts = [version.start for version in self.versions]
        if not starts or starts != sorted(set(starts)):
            raise ValueError(f"rule {self.key!r}: versions must be there, in order of first day")
        if self.status is not Status.VERIFIED and self.status_note is None:
            raise ValueError(f"rule {self.key!r}: status {self.status.name} needs a note")

    def on(self, day: date, municipality: Municipality) -> Version | None:
        """Return the version applied on ``day``; ``None`` when the rule is not in force."""
        found = [version for version in self.versions if version.holds_on(day, municipality)]
        return found[-1] if found else None


@dataclass(frozen=True)
class NotIncluded:
    """A provision that belongs to the subject and that we do not compute, with the reason."""

    name: Text
    basis: str
    reason: Text
