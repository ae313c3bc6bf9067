"""The deliveries, with a file that cannot be read, a source and a code in each town."""

from django.conf import settings
from tests.screens.matrix.address import POST, Address, Town

from streekwerk.accounts.models import Role
from streekwerk.deliveries.actions import municipalities
from streekwerk.deliveries.models import Delivery, Source, State
from streekwerk.deliveries.permissions import READERS
from streekwerk.registers.sources.mapping import Column, ColumnMapping, FactKind

CODES = {"Hier": "9901", "Daar": "9902"}
RESEARCHER, ADMINISTRATOR = {Role.RESEARCHER}, {Role.ADMINISTRATOR}


def plant(town: Town) -> None:
    """Put the canary in the name of a file, in why it was refused, and in a saved source."""
    assert settings.STATE_DIRECTORY
    researcher = town.people[Role.RESEARCHER]
    municipalities.set_up_reporter(town.people[Role.ADMINISTRATOR], CODES[town.name])
    town.things["delivery"] = Delivery.objects.create(
        municipality=town.municipality,
        name=f"{town.canary}.xml",
        size=1,
        fingerprint="0" * 64,
        state=State.UNREADABLE,
        failure={"nl": town.canary, "en": town.canary},
        received_by=researcher,
    )
    town.things["source"] = Source.objects.create(
        municipality=town.municipality,
        name=town.canary,
        mapping=ColumnMapping(
            town.canary, "BSN", "DATUM", (Column(town.canary, "education", FactKind.CODE, {}),)
        ).as_json(),
        saved_by=researcher,
    )


def _delivery(town: Town) -> list[object]:
    return [town.things["delivery"].public_id]


def _source(town: Town) -> list[object]:
    return [town.things["source"].pk]


def _code(town: Town) -> list[object]:
    return [CODES[town.name]]


ADDRESSES = (
    Address("deliveries:overview", set(READERS)),
    Address("deliveries:busy", set(READERS)),
    Address("deliveries:deliver", RESEARCHER, method=POST),
    Address("deliveries:accept-all", RESEARCHER, method=POST),
    Address("deliveries:report", RESEARCHER, _delivery),
    *(
        Address(f"deliveries:{name}", RESEARCHER, _delivery, method=POST)
        for name in ("accept", "refuse", "withdraw", "restore", "set-aside")
    ),
    # A file that cannot be read has no columns to explain.
    *(
        Address(f"deliveries:{name}", RESEARCHER, _delivery, own=(302, 404))
        for name in ("explain", "explain-values", "whose")
    ),
    Address("deliveries:sources", RESEARCHER),
    Address("deliveries:source", RESEARCHER, _source),
    Address("deliveries:withdraw-source", RESEARCHER, _source, method=POST),
    Address("deliveries:set-up", ADMINISTRATOR),
    Address("deliveries:join-region", ADMINISTRATOR, _code, method=POST),
    Address("deliveries:leave-region", ADMINISTRATOR, _code, method=POST),
)
