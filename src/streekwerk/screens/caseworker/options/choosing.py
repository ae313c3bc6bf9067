"""What the decision screen offers to choose from: the same for every option."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from streekwerk.advice import MEASURES
from streekwerk.advice.algorithms.v1 import words
from streekwerk.advice.result import STANDING
from streekwerk.people.models import AdviceRecord, Offer, Person
from streekwerk.people.queries.offers import open_offers, picked_offer
from streekwerk.vocabulary.language import Language

_STANDING = dict(zip(STANDING, (words.KNOW_MORE, words.SOMETHING_ELSE, words.NOT_NOW), strict=True))


@dataclass(frozen=True, slots=True)
class Choice:
    """One option: its key, name, what it is, and its offers as (key, words)."""

    key: str
    name: str
    what: str
    offers: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Choosing:
    """Everything that can be chosen, in the order of the advice."""

    choices: tuple[Choice, ...]
    municipality_id: int

    @property
    def names(self) -> list[tuple[str, str]]:
        """Return (key, name) for a form."""
        return [(choice.key, choice.name) for choice in self.choices]

    @classmethod
    def of(cls, person: Person, advice: AdviceRecord | None, language: Language) -> Choosing:
        """Return the options of an advice, or, without advice, everything that is on offer."""
        own = _from_advice(advice, language) if advice else _on_offer(person, language)
        standing = tuple(
            Choice(key, name.in_language(language), what.in_language(language), ())
            for key, (name, what) in _STANDING.items()
        )
        return cls((*own, *standing), person.municipality_id)

    def offers_in(self, posted: Mapping[str, str]) -> dict[str, Offer]:
        """Return the offer that was picked for each measure; the municipality's own only."""
        found = {}
        for choice in self.choices:
            asked = posted.get(f"offer-{choice.key}", "")
            if asked in dict(choice.offers):
                found[choice.key] = picked_offer(self.municipality_id, asked)
        return found


def _from_advice(advice: AdviceRecord, language: Language) -> tuple[Choice, ...]:
    return tuple(
        Choice(
            option.key,
            option.name.in_language(language),
            option.what.in_language(language),
            tuple(
                (line.offer.key, f"{line.offer.title}, {line.offer.provider}")
                for line in option.offers
                if line.fits != "no"
            ),
        )
        for option in advice.record.given().options
        if not option.is_standing
    )


def _on_offer(person: Person, language: Language) -> tuple[Choice, ...]:
    offers: dict[str, list[tuple[str, str]]] = {}
    for offer in open_offers(person.municipality_id):
        key = str(offer.public_id)
        offers.setdefault(offer.measure, []).append((key, f"{offer.title}, {offer.provider}"))
    known = sorted(set(offers) & set(MEASURES), key=lambda code: MEASURES[code].name.nl.casefold())
    return tuple(
        Choice(
            code,
            MEASURES[code].name.in_language(language),
            MEASURES[code].what.in_language(language),
            tuple(offers[code]),
        )
        for code in known
    )
