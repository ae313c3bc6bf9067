"""The demo's offers and decisions: made as a person would, once, and once more with evidence."""

from __future__ import annotations

from dataclasses import replace

from tests.cast import Cast
from tests.people.options.desk import Desk, publish_round

from streekwerk.accounts.models import User
from streekwerk.evidence.cards.card import EvidenceCard
from streekwerk.evidence.results.check import Light
from streekwerk.evidence.results.effect import Effect
from streekwerk.people import demo_decisions
from streekwerk.people.actions import files
from streekwerk.people.models import Decision, Offer, Person
from streekwerk.people.replaying import replay_all


def _helps(card: EvidenceCard) -> EvidenceCard:
    """Return the card with an effect that clearly helps."""

    def better(effect: Effect) -> Effect:
        return replace(effect, estimate=0.08, low=0.03, high=0.13)

    results = tuple(
        replace(
            each,
            evaluation=replace(
                each.evaluation,
                findings=tuple(
                    replace(finding, causal=True, leading=better(finding.leading))
                    for finding in each.evaluation.findings
                ),
            ),
        )
        if each.evaluation
        else each
        for each in card.results
    )
    return replace(card, results=results, verdict=Light.GREEN, groups=())


def test_decisions_are_made_once_and_again_when_there_is_evidence(
    desk: Desk, cast: Cast, real_card: EvidenceCard
) -> None:
    User.objects.filter(pk=desk.tom.pk).update(fictitious=True)
    for number in range(40):
        files.open_file(desk.anna, files.Intake(f"Persoon {number}", "Verzonnen"))
    Person.objects.update(fictitious=True)
    Offer.objects.all().delete()
    demo_decisions.load()
    first = Decision.objects.count()
    assert first == demo_decisions.FIRST
    assert Offer.objects.count() == len(demo_decisions.OFFERS)
    demo_decisions.load()
    assert Decision.objects.count() == first
    publish_round(cast.dana, _helps(real_card))
    demo_decisions.load()
    assert Decision.objects.count() == first + demo_decisions.WITH_EVIDENCE
    demo_decisions.load()
    assert Decision.objects.count() == first + demo_decisions.WITH_EVIDENCE
    later = Decision.objects.order_by("pk")[first:]
    followed = ["40" in [choice.key for choice in made.choices.all()] for made in later]
    assert 0 < sum(followed) < len(followed)
    count = replay_all(lambda line: None)
    assert count.identical == count.all == Decision.objects.count()
