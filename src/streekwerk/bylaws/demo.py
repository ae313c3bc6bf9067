"""What the fictitious municipalities decided: one filled in nearly everything, one a little.

The values and by-laws are invented. Loading twice changes nothing.
"""

from __future__ import annotations

from datetime import date

from streekwerk.accounts.actions import add_demo_person, add_municipality
from streekwerk.accounts.models import Role, User
from streekwerk.accounts.scope import Scope, acting
from streekwerk.bylaws import queries
from streekwerk.bylaws.actions import decide

REGION = "Middenland"
SOURCE = "Verzonnen re-integratieverordening {name} 2026, art. {article}"
START = date(2026, 1, 1)
RIVIERSTEDE: dict[str, tuple[float | bool, str]] = {
    "vooruitlopend_toepassen": (True, "22"),
    "proefplaats_maanden": (2, "7"),
    "jobcoach_maanden": (24, "9"),
    "premie_participatieplaats": (150, "11"),
    "kent_uitstroompremie": (True, "14"),
    "uitstroompremie": (500, "14"),
    "kent_tijdelijke_loonkostensubsidie": (True, "16"),
    "tijdelijke_loonkostensubsidie_procent": (30, "16"),
    "tijdelijke_loonkostensubsidie_maanden": (12, "16"),
}
HEIDELAAR: dict[str, tuple[float | bool, str]] = {
    "kent_uitstroompremie": (False, "8"),
    "jobcoach_maanden": (36, "5"),
}


def load() -> None:
    """Add an administrator to each fictitious municipality and what its by-law says."""
    load_municipality("Rivierstede", ("ineke", "Ineke", "Brouwer"), RIVIERSTEDE)
    load_municipality("Heidelaar", ("tariq", "Tariq", "Amrani"), HEIDELAAR)


def load_municipality(
    name: str, person: tuple[str, str, str], values: dict[str, tuple[float | bool, str]]
) -> User:
    """Add one municipality's administrator, and the decisions that are not there yet."""
    home = add_municipality(REGION, name, fictitious=True)
    administrator = add_demo_person(*person, Role.ADMINISTRATOR, home)
    with acting(Scope.of(administrator)):
        known = {decision.term for decision in queries.visible_to(administrator)}
        for key, (value, article) in values.items():
            if key not in known:
                source = SOURCE.format(name=name, article=article)
                decide(administrator, key, value, START, source)
    return administrator
