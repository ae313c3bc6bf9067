"""The choices above the cards: which, and in what order; they live in the address."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from streekwerk.evidence.results.check import Light
from streekwerk.evidence.target_trial.kinds import Kind, kind_of
from streekwerk.learning.brief import Brief, Tells
from streekwerk.screens.cards.listing import CardOnPage
from streekwerk.screens.design.templatetags.design import reader_language

ORDERS = (
    ("tells", _("Wat de kaart zegt")),
    ("effect", _("Grootste effect eerst")),
    ("sure", _("Smalste band eerst")),
    ("fresh", _("Nieuwste starts eerst")),
    ("people", _("Meeste mensen eerst")),
    ("name", _("Naam")),
)
NOTHING = "none"
# Evidence on starts of longer ago may be about a measure that has changed since.
FRESH_MONTHS = 24


class Effect(Enum):
    """Where the whole interval lies at the main horizon."""

    ABOVE = "above"
    ACROSS = "across"
    BELOW = "below"


EFFECTS: dict[Effect, str | Promise] = {
    Effect.ABOVE: _("Hele band boven nul: meer werk"),
    Effect.ACROSS: _("Band over nul heen"),
    Effect.BELOW: _("Hele band onder nul: minder werk"),
}
FRESHNESS = (("new", _("Korter dan twee jaar geleden")), ("old", _("Langer geleden")))


def effect_of(brief: Brief | None) -> str:
    """Return where the interval of a card lies; nothing when it has none."""
    leading = brief.leading if brief else None
    if leading is None:
        return NOTHING
    if leading.low <= 0 <= leading.high:
        return Effect.ACROSS.value
    return Effect.ABOVE.value if leading.low > 0 else Effect.BELOW.value


class CardFilter(forms.Form):
    """Measure, verdict, certainty, effect, freshness and order; an unknown choice is ignored."""

    measure = forms.ChoiceField(label=_("Voorziening"), required=False)
    kind = forms.ChoiceField(label=_("Soort voorziening"), required=False)
    tells = forms.ChoiceField(label=_("Wat de kaart zegt"), required=False)
    light = forms.ChoiceField(label=_("Hoe eerlijk vergeleken"), required=False)
    effect = forms.ChoiceField(label=_("Effect na een jaar"), required=False)
    fresh = forms.ChoiceField(label=_("Laatste start"), required=False)
    order = forms.ChoiceField(label=_("Volgorde"), required=False, choices=ORDERS)

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 - Django's own signature
        cards: Sequence[CardOnPage] = (),
        last_month: int = 0,
        **kwargs: Any,  # noqa: ANN401 - Django's own signature
    ) -> None:
        super().__init__(*args, **kwargs)
        self._last_month = last_month
        language = reader_language()
        unsure = (NOTHING, _("Te weinig gegevens"))
        own = sorted((c.label, c.measure) for c in cards if not c.against)
        choices: dict[str, list[tuple[str, Any]]] = {
            "measure": [(measure, label) for label, measure in own],
            "kind": [(each.value, each.words.in_language(language).capitalize()) for each in Kind],
            "tells": [(each.value, each.words.in_language(language)) for each in Tells],
            "light": [
                *((each.value, each.words.in_language(language)) for each in Light),
                unsure,
            ],
            "effect": [*((each.value, words) for each, words in EFFECTS.items()), unsure],
            "fresh": list(FRESHNESS),
        }
        for name, mine in choices.items():
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)  # noqa: S101 - for the type checker
            field.choices = [("", _("Alles")), *mine]

    def chosen(self, cards: Sequence[CardOnPage]) -> list[CardOnPage]:
        """Return the cards that match, in the order asked for."""
        self.is_valid()
        given = getattr(self, "cleaned_data", {})
        asked = {name: value for name in _FACTS if (value := given.get(name, ""))}
        found = [
            card
            for card in cards
            if all(value in self._fact(name, card) for name, value in asked.items())
        ]
        return sorted(found, key=_KEYS.get(given.get("order", ""), _by_verdict))

    def _fact(self, name: str, card: CardOnPage) -> tuple[str, ...]:
        if name == "fresh":
            return (self._freshness(card),)
        return _FACTS[name](card)

    def _freshness(self, card: CardOnPage) -> str:
        if card.brief is None or card.brief.last_start is None:
            return NOTHING
        return "new" if self._last_month - card.brief.last_start < FRESH_MONTHS else "old"


def _light(card: CardOnPage) -> tuple[str, ...]:
    if card.brief is None:
        return ()
    light = card.brief.light
    return (light.value if light else NOTHING,)


# A comparison of two measures is found under both.
_FACTS: dict[str, Callable[[CardOnPage], tuple[str, ...]]] = {
    "measure": lambda card: (card.measure, card.against),
    "kind": lambda card: tuple(kind_of(c).value for c in (card.measure, card.against) if c),
    "tells": lambda card: (card.tells.value,) if card.tells else (),
    "light": _light,
    "effect": lambda card: (effect_of(card.brief),) if card.brief else (),
    "fresh": lambda card: (),
}


def _by_verdict(card: CardOnPage) -> tuple[float, ...]:
    place = list(Tells).index(card.tells) if card.tells else len(Tells)
    return (place, *_by_effect(card))


def _by_effect(card: CardOnPage) -> tuple[float, ...]:
    leading = card.brief.leading if card.brief else None
    return (0.0, -leading.estimate) if leading else (1.0, 0.0)


def _by_width(card: CardOnPage) -> tuple[float, ...]:
    leading = card.brief.leading if card.brief else None
    return (0.0, leading.high - leading.low) if leading else (1.0, 0.0)


def _by_freshness(card: CardOnPage) -> tuple[float, ...]:
    return (-(card.brief.last_start or 0),) if card.brief else (1.0,)


def _by_people(card: CardOnPage) -> tuple[float, ...]:
    return (-card.brief.started,) if card.brief else (1.0,)


_KEYS: dict[str, Any] = {
    "tells": _by_verdict,
    "effect": _by_effect,
    "sure": _by_width,
    "fresh": _by_freshness,
    "people": _by_people,
    "name": lambda card: card.label,
}
