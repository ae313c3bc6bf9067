"""The choices above the cards: which, and in what order; they live in the address."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from streekwerk.evidence.target_trial.kinds import Kind, kind_of
from streekwerk.learning.brief import Tells
from streekwerk.screens.cards.listing import CardOnPage
from streekwerk.screens.design.templatetags.design import reader_language

ORDERS = (
    ("tells", _("Wat de kaart zegt")),
    ("effect", _("Grootste effect eerst")),
    ("people", _("Meeste mensen eerst")),
    ("name", _("Naam")),
)


class CardFilter(forms.Form):
    """Verdict, kind of measure and order; an unknown choice is ignored."""

    tells = forms.ChoiceField(label=_("Wat de kaart zegt"), required=False)
    kind = forms.ChoiceField(label=_("Soort voorziening"), required=False)
    order = forms.ChoiceField(label=_("Volgorde"), required=False, choices=ORDERS)

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - Django's own signature
        super().__init__(*args, **kwargs)
        language = reader_language()
        everything: list[tuple[str, Any]] = [("", _("Alles"))]
        choices: dict[str, list[tuple[str, Any]]] = {
            "tells": [(each.value, each.words.in_language(language)) for each in Tells],
            "kind": [(each.value, each.words.in_language(language).capitalize()) for each in Kind],
        }
        for name, own in choices.items():
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)  # noqa: S101 - for the type checker
            field.choices = everything + own

    def chosen(self, cards: Sequence[CardOnPage]) -> list[CardOnPage]:
        """Return the cards that match, in the order asked for."""
        self.is_valid()
        given = getattr(self, "cleaned_data", {})
        tells, kind = given.get("tells", ""), given.get("kind", "")
        found = [
            card
            for card in cards
            if tells in {"", card.tells.value if card.tells else ""}
            and kind in {"", kind_of(card.measure).value}
        ]
        return sorted(found, key=_KEYS.get(given.get("order", ""), _by_verdict))


def _by_verdict(card: CardOnPage) -> tuple[float, ...]:
    place = list(Tells).index(card.tells) if card.tells else len(Tells)
    return (place, *_by_effect(card))


def _by_effect(card: CardOnPage) -> tuple[float, ...]:
    leading = card.brief.leading if card.brief else None
    return (0.0, -leading.estimate) if leading else (1.0, 0.0)


def _by_people(card: CardOnPage) -> tuple[float, ...]:
    return (-card.brief.started,) if card.brief else (1.0,)


_KEYS: dict[str, Any] = {
    "tells": _by_verdict,
    "effect": _by_effect,
    "people": _by_people,
    "name": lambda card: card.label,
}
