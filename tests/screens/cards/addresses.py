"""The evidence cards, with a round and two cards in each town."""

from tests.screens.matrix.address import POST, Address, Town

from streekwerk.accounts.models import Role
from streekwerk.learning.card_permissions import CARD_READERS
from streekwerk.learning.models import MeasureCard, Round, RunState

READERS = set(CARD_READERS)
# The coordinator reads the region's cards; a town's own are not there for them.
NO_TOWN = {Role.REGION_COORDINATOR: {404}}


def plant(town: Town) -> None:
    """Let a round fail in each town, for a reason with the canary in it."""
    words = {"nl": town.canary, "en": town.canary}
    town.things["round"] = round_ = Round.objects.create(
        region=town.municipality.region,
        municipality=town.municipality,
        deliveries=[],
        codes=[town.canary],
        inputs="0" * 64,
        seed=1,
        state=RunState.FAILED,
        failure=words,
        asked_by=town.people[Role.RESEARCHER],
    )
    for against in ("", "50"):
        MeasureCard.objects.create(
            round=round_,
            region=round_.region,
            municipality=round_.municipality,
            measure="40",
            against=against,
            state=RunState.FAILED,
            failure=words,
        )


def _card(town: Town) -> list[object]:
    return [town.things["round"].public_id, "40"]


def _comparison(town: Town) -> list[object]:
    return [*_card(town), "50"]


ADDRESSES = (
    Address("cards:overview", READERS),
    Address("cards:busy", READERS),
    Address("cards:compute", READERS, method=POST),
    Address(
        "cards:compare",
        READERS,
        method=POST,
        data=lambda _town: {"measure": "40", "against": "50"},
        own=(200, 302, 422),
    ),
    Address("cards:card", READERS, _card, special=NO_TOWN),
    Address("cards:comparison", READERS, _comparison, special=NO_TOWN),
)
