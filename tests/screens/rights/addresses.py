"""What the law gives: for everybody. What a municipality decided: for who works there."""

from datetime import date

from tests.screens.matrix.address import POST, ROLES, Address, Town, public

from streekwerk.accounts.models import Role
from streekwerk.bylaws.actions import decide

# Without answers the assistant leads back to its start.
BACK = {"own": (302,), "stranger": 302}
# Who works for the whole region has no by-laws of their own.
NO_TOWN = {Role.REGION_COORDINATOR: {403}}


def plant(town: Town) -> None:
    """Fill in one open term, in a by-law that is named after the canary."""
    administrator = town.people[Role.ADMINISTRATOR]
    decide(administrator, "jobcoach_maanden", 17, date(2026, 1, 1), f"Verordening {town.canary}")


def _rule(_town: Town) -> list[object]:
    return ["loonkostensubsidie"]


def _question(_town: Town) -> list[object]:
    return ["leeftijd"]


def _term(_town: Town) -> list[object]:
    return ["jobcoach_maanden"]


ADDRESSES = (
    public("rights:catalogue"),
    Address("rights:rule", None, _rule, foreign=200, stranger=200),
    public("rights:start"),
    public("rights:employer"),
    public("rights:income"),
    public("rights:question", **BACK),
    Address("rights:change", None, _question, own=(302,), foreign=302, stranger=302),
    public("rights:outcome", **BACK),
    public("rights:paper", **BACK),
    public("rights:erase", method=POST, **BACK),
    Address("rights:terms", ROLES, special=NO_TOWN),
    # The same term in every town: each administrator sees the own decision.
    Address("rights:decide", {Role.ADMINISTRATOR}, _term, foreign=200),
)
