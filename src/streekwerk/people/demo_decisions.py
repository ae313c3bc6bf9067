"""Offers and decisions of the demo region, so that its pages are alive. All fictitious.

Decisions go the way a person would go: advice is shown and stored, then somebody decides.
Some go along with the evidence and some do not, as at a real table. The region's cards are
computed after the first load; loading again then adds decisions that had evidence. What
is there stays as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import timedelta
from typing import Any

import numpy as np
from django.utils import timezone

from streekwerk.accounts.actions import add_demo_person
from streekwerk.accounts.models import Municipality, Role, User
from streekwerk.accounts.queries import regions
from streekwerk.accounts.scope import Scope, acting
from streekwerk.advice import Advice
from streekwerk.advice.following import supported
from streekwerk.advice.result import NOT_NOW, SOMETHING_ELSE
from streekwerk.learning.advice_queries import evidence_for
from streekwerk.people.actions.decisions import Chosen, decide, show_advice
from streekwerk.people.actions.offers import add_offer
from streekwerk.people.models import Decision, Offer, Person, Reason

SEED = 54
FIRST, WITH_EVIDENCE = 8, 16
TRAINERS = {"Rivierstede": ("rob", "Rob", "Meijer"), "Heidelaar": ("aicha", "Aïcha", "el Idrissi")}
# Measure, title, provider, days to the start (None: any time), hours, weeks, places.
OFFERS: tuple[tuple[str, str, str, int | None, int | None, int | None, int | None], ...] = (
    ("42", "Lassen, basis", "Vakschool De Vonk", 42, 24, 16, 8),
    ("42", "Helpende zorg en welzijn", "ROC Middenland", 70, 16, 30, 15),
    ("42", "Heftruckcertificaat", "Rijschool Lemmers", 14, 8, 2, 6),
    ("42", "Nederlands op de werkvloer", "Taalhuis", None, 6, 20, None),
    ("40", "Loopbaancoach", "Werkwijzer", None, 2, 12, None),
    ("40", "Samen solliciteren", "Werkwijzer", 21, 6, 8, 12),
    ("29", "Kringloopwinkel", "Stichting Rondom", None, 16, 26, 5),
    ("29", "Groen en buurt", "Buitendienst", 28, 20, 13, 4),
    ("23", "Proefplaats bij een werkgever", "Werkgeversservicepunt", None, 24, 8, None),
    ("30", "Jobcoach op het werk", "Meedoen BV", None, None, 26, None),
    ("10", "Loonkostensubsidie", "Werkgeversservicepunt", None, None, None, None),
    ("12", "Tijdelijke loonkostensubsidie", "Werkgeversservicepunt", None, None, 26, None),
    ("22", "Participatieplaats buurthuis", "Buurthuis De Brug", None, 12, 52, 3),
    ("43", "Buurtkeuken", "Buurthuis De Brug", None, 4, None, None),
    ("49", "Wandel en praat", "Welzijn Middenland", None, 3, 12, None),
    ("50", "Leenfiets of e-bike", "Gemeente", None, None, None, 10),
    ("59", "Kinderopvang tijdens een opleiding", "Gemeente", None, None, None, None),
)
WISHES = (
    "Ik wil weer tussen de mensen zijn",
    "Liefst iets met mijn handen",
    "Ik wil een vak leren",
    "Rustig beginnen, een paar uur per week",
    "Iets dicht bij huis",
)
OWN_IDEAS = ("Eerst zelf bellen met een oud-collega", "Meehelpen in de winkel van mijn broer")


def load(say: Callable[[str], None] = lambda _line: None) -> None:
    """Load offers, and decisions where there are people; what is there stays."""
    made = 0
    for region in regions():
        for home in region.municipalities.all():
            # The common results of the region are read too, as by who works here.
            with acting(Scope((home.pk,), region=region.pk)):
                made += _load_municipality(home)
    if made:
        say(f"{made:,} fictitious decisions made")


def _load_municipality(home: Municipality) -> int:
    chief = User.objects.filter(municipality=home, role=Role.TEAM_MANAGER, fictitious=True).first()
    if chief is None:
        return 0
    if home.name in TRAINERS:
        add_demo_person(*TRAINERS[home.name], Role.TRAINER, home)
    _load_offers(chief, home)
    rng = np.random.default_rng([SEED, home.pk])
    had = Decision.objects.filter(municipality=home).count()
    if had == 0:
        return _decide_for(_people(home, FIRST), rng)
    proven = any(each.may_be_used for each in evidence_for(home).values())
    if proven and had <= FIRST:
        return _decide_for(_people(home, WITH_EVIDENCE), rng)
    return 0


def _load_offers(chief: User, home: Municipality) -> None:
    if Offer.objects.filter(municipality=home).exists():
        return
    today = timezone.localdate()
    for measure, title, provider, days, hours, weeks, places in OFFERS:
        values: dict[str, Any] = {
            "measure": measure,
            "title": title,
            "provider": provider,
            "place": home.name,
            "starts_on": None if days is None else today + timedelta(days=days),
            "hours_per_week": hours,
            "weeks": weeks,
            "places": places,
            "travel": "Reiskosten worden vergoed" if days else "",
        }
        add_offer(chief, values)


def _people(home: Municipality, most: int) -> Iterable[Person]:
    """Return people with somebody to guide them who have not decided yet, by name."""
    found = Person.objects.filter(
        municipality=home, caseworker__isnull=False, closed_on=None, fictitious=True
    ).exclude(pk__in=Decision.objects.values("person"))
    return list(found.select_related("caseworker", "municipality__region")[:most])


def _decide_for(people: Iterable[Person], rng: np.random.Generator) -> int:
    made = 0
    for person in people:
        caseworker = person.caseworker
        if caseworker is None:
            continue
        record = show_advice(caseworker, person)
        chosen = _choose(record.record.given(), rng)
        decide(caseworker, person, chosen, record)
        made += 1
    return made


def _choose(advice: Advice, rng: np.random.Generator) -> Chosen:
    """Choose something that probably helps in about half of the cases, else anything at all."""
    helpful = sorted(supported(advice))
    anything = [option.key for option in advice.options]
    follow = bool(helpful) and rng.random() < 0.5
    key = str(rng.choice(helpful if follow else anything))
    line = next((o for o in advice.option(key).offers if o.fits != "no"), None)
    offer = Offer.objects.filter(public_id=line.offer.key).first() if line else None
    reason = (Reason.WISH, Reason.WORKS, Reason.FITS, Reason.SOON, None)[int(rng.integers(5))]
    return Chosen(
        options=(key,),
        together=bool(rng.random() < 0.9),
        offers={key: offer} if offer else {},
        words=str(rng.choice(OWN_IDEAS)) if key == SOMETHING_ELSE else "",
        wish=key if key != NOT_NOW else "",
        wish_words=str(rng.choice(WISHES)),
        view=key,
        reason=reason,
    )
