"""The researcher's screens, with an evaluation in each town whose result is there."""

from tests.learning import files
from tests.screens.matrix.address import POST, Address, Town

from streekwerk.accounts.models import Role
from streekwerk.learning.models import Evaluation

READERS = {Role.RESEARCHER, Role.DISCLOSURE_OFFICER}
RESEARCHER, OFFICER = {Role.RESEARCHER}, {Role.DISCLOSURE_OFFICER}


def plant(town: Town) -> None:
    """Have the researcher of the town evaluate something; only the canary tells what."""
    made = files.done(town.people[Role.RESEARCHER])
    words = {"nl": town.canary, "en": town.canary}
    Evaluation.objects.filter(pk=made.pk).update(title=words)
    town.things["evaluation"] = made


def _one(town: Town) -> list[object]:
    return [town.things["evaluation"].public_id]


def _file(town: Town) -> list[object]:
    return [*_one(town), "json"]


ADDRESSES = (
    Address("researcher:evaluations", READERS),
    Address("researcher:upload", RESEARCHER),
    *(
        Address(f"researcher:{name}", READERS, _one)
        for name in ("evaluation", "design", "progress", "result")
    ),
    Address("researcher:download", READERS, _file),
    *(Address(f"researcher:{name}", RESEARCHER, _one) for name in ("parts", "comparison")),
    *(
        Address(f"researcher:{name}", RESEARCHER, _one, method=POST)
        for name in ("open", "try-again", "save", "ask-publication")
    ),
    Address("researcher:publish", OFFICER, _one, method=POST),
)
