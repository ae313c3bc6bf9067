"""The cohort at a glance: that of the own municipality, or of the region."""

from tests.screens.matrix.address import Address

from streekwerk.learning.card_permissions import CARD_READERS

ADDRESSES = (
    Address("cohort:overview", set(CARD_READERS)),
    Address("cohort:market-template", set(CARD_READERS), lambda _town: ["csv"], foreign=200),
)
