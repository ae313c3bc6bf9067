"""A bakery small enough that the solver needs a moment, and what one does with it."""

from __future__ import annotations

from streekwerk.accounts.models import User
from streekwerk.matching.inventory import Inventory, Level, Load, Role, Task
from streekwerk.partners.models import Employer
from streekwerk.work.actions import computing
from streekwerk.work.actions.designs import ask_for_designs, declare
from streekwerk.work.actions.files import replace_inventory
from streekwerk.work.actions.limits import set_limits
from streekwerk.work.models import Design, DesignSet

BAKER = Role("baker", "Bakker", 3, 3_000, Level.SKILLED, pressure=3)
SHOP = Role("shop", "Verkoper", 2, 2_500, Level.BASIC, pressure=1)


def task(key: str, role: Role, name: str, hours: int, **more: object) -> Task:
    level = more.pop("level", Level.ENTRY)
    return Task(key, name, role.key, 2 * hours, level, **more)  # type: ignore[arg-type]  # its fields


BAKERY = Inventory(
    (BAKER, SHOP),
    (
        task("bread", BAKER, "Brood bakken", 60, level=Level.SKILLED, core=True),
        task("trays", BAKER, "Bakplaten schoonmaken", 14, load=Load(2, 0, 0, 2), autonomy=3),
        task("dough", BAKER, "Deeg afwegen", 10, load=Load(2, 1, 0, 1), teaches=True, guidance=6),
        task("boxes", BAKER, "Dozen vouwen en vullen", 12, load=Load(1, 1, 0, 1), autonomy=3),
        task("sell", SHOP, "Verkopen", 40, level=Level.BASIC, core=True),
        task("shelf", SHOP, "Schappen vullen", 12, load=Load(1, 1, 1, 1), autonomy=3),
    ),
)
LIMITS = {"jobs": 1, "kept": 60, "groups": ["fixed_steps", "hands"]}


def describe(user: User, employer: Employer, inventory: Inventory = BAKERY) -> None:
    """Write the work of the bakery down."""
    replace_inventory(user, employer, inventory)


def ask(user: User, employer: Employer, **limits: object) -> DesignSet:
    """Declare, set limits and ask for designs; they are not computed yet."""
    set_limits(user, employer, {**LIMITS, **limits})
    declare(user, employer, "Bas Jansen, bedrijfsleider")
    return ask_for_designs(user, employer)


def designed(user: User, employer: Employer, **limits: object) -> DesignSet:
    """Describe the bakery and compute its designs."""
    describe(user, employer)
    asked = ask(user, employer, **limits)
    computing.start(user, asked)
    asked.refresh_from_db()
    return asked


def first(asked: DesignSet) -> Design:
    """Return the first design of a set."""
    found = asked.designs.select_related("set", "employer__municipality").first()
    assert found is not None
    return found
