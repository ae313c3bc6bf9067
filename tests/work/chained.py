"""Three employers near each other whose weeks together make a year."""

from __future__ import annotations

from dataclasses import dataclass

from tests.partners.factories import Stage, make_employer, with_account

from streekwerk.accounts.models import User
from streekwerk.matching.chains.demand import WEEKS
from streekwerk.partners.actions.motives import record_motives
from streekwerk.partners.models import Employer
from streekwerk.vocabulary.motives import Motive
from streekwerk.work.actions.chains import Asked, propose
from streekwerk.work.actions.demand import save_demand
from streekwerk.work.models import ChainMember, ChainProposal, WeeklyDemand

SUMMER = range(14, 40)


def weeks(summer: int, winter: int) -> list[int]:
    """Return half hours in each week."""
    return [summer if week in SUMMER else winter for week in range(WEEKS)]


def values(title: str, half_hours: list[int], **changed: object) -> dict[str, object]:
    """Return what a form gives."""
    return {
        "title": title,
        "level": 1,
        "half_hours": half_hours,
        "worth": 400,
        "skills": [],
        "moments": [],
        "can_employ": True,
    } | changed


@dataclass(frozen=True)
class Chained:
    """The bakery has winter work, the laundry a little all year, the garden the summer."""

    stage: Stage
    garden: Employer
    tim: User
    rows: tuple[WeeklyDemand, ...]

    @property
    def asked(self) -> Asked:
        """Return the chain of the three."""
        return Asked.of(self.rows, "large", 15.0)

    def members(self, proposal: ChainProposal) -> dict[str, ChainMember]:
        """Return the members by name of the employer."""
        return {each.employer.name: each for each in proposal.members.select_related("employer")}

    @property
    def people(self) -> dict[str, User]:
        """Return who answers for each employer."""
        stage = self.stage
        return {
            stage.bakery.name: stage.bas_himself,
            stage.laundry.name: stage.lia_herself,
            self.garden.name: self.tim,
        }


def set_up(stage: Stage) -> Chained:
    """Add the garden, and the work by week of all three."""
    garden = make_employer(stage.alice, "Tuinderij Groen", x_km=153.0)
    _contact, tim = with_account(stage.alice, garden, "Tim")
    record_motives(stage.alice, garden, {Motive.STAFF: 5}, "te weinig handen in de zomer")
    rows = (
        save_demand(
            stage.alice, garden, values("Oogsten", weeks(64, 0), can_employ=False, worth=500)
        ),
        save_demand(stage.alice, stage.bakery, values("Inpakken", weeks(0, 40))),
        save_demand(stage.alice, stage.laundry, values("Vouwen", weeks(10, 30))),
    )
    return Chained(stage, garden, tim, rows)


def proposed(chained: Chained) -> ChainProposal:
    """Propose the chain."""
    return propose(chained.stage.alice, chained.asked)
