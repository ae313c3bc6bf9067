"""A hospital ward that does not exist, small enough to redesign by hand with a pencil.

Eight roles, 43 tasks (in `hospital_ward.tsv`), three groups of candidates, the rules, and
a design made by hand. `docs/explanation/hospital-ward.md` walks through it; every figure
on that page is recomputed by a test.
"""

from __future__ import annotations

import csv
from importlib import resources
from types import MappingProxyType

from streekwerk.matching.candidates import CandidateGroup
from streekwerk.matching.carving import CarvedJob, DesignRules, Portion
from streekwerk.matching.inventory import Inventory, Level, Load, Moment, Role, Task

NURSE = Role("nurse", "Verpleegkundige", 14, 3_850, Level.SPECIALIST, pressure=4)
CARER = Role("carer", "Verzorgende", 6, 3_100, Level.SKILLED, pressure=3)
MEALS = Role("meals", "Voedingsassistent", 4, 2_600, Level.BASIC, pressure=2)
OFFICE = Role("office", "Afdelingssecretaris", 2, 2_950, Level.SKILLED, pressure=3)
CLEANER = Role("cleaner", "Schoonmaker", 3, 2_350, Level.ENTRY, pressure=1)
STORES = Role("stores", "Medewerker logistiek", 2, 2_550, Level.BASIC, pressure=2)
PHYSIO = Role("physio", "Fysiotherapeut", 2, 4_400, Level.HIGHER, pressure=2)
LEAD = Role("lead", "Teamleider", 1, 4_900, Level.HIGHER, pressure=3)
# Hours a week of one person, in the order of the roles.
CONTRACTS = MappingProxyType(
    {
        "nurse": 28,
        "carer": 24,
        "meals": 24,
        "office": 32,
        "cleaner": 24,
        "stores": 32,
        "physio": 24,
        "lead": 36,
    }
)

ROLES = (NURSE, CARER, MEALS, OFFICE, CLEANER, STORES, PHYSIO, LEAD)


def _tasks() -> tuple[Task, ...]:
    """Read the tasks; marks are c core, t teaches, m in the morning."""
    file = resources.files("streekwerk.demo") / "hospital_ward.tsv"
    rows = csv.DictReader(file.read_text("utf-8").splitlines(), delimiter="\t")
    return tuple(
        Task(
            key=row["key"],
            name=row["name"],
            role=row["role"],
            half_hours=2 * int(row["hours"]),
            level=Level(int(row["level"])),
            load=Load(*(int(each) for each in row["loads"].split())),
            skills=frozenset(row["skills"].split()),
            guidance=int(row["guidance"]),
            autonomy=int(row["autonomy"]),
            risk=int(row["risk"]),
            moments=frozenset({Moment.MORNING}) if "m" in row["marks"] else frozenset(),
            core="c" in row["marks"],
            teaches="t" in row["marks"],
        )
        for row in rows
    )


WARD = Inventory(ROLES, _tasks())
_DAY = frozenset({Moment.MORNING, Moment.AFTERNOON})
STEPS = CandidateGroup(
    key="steps",
    name="Vaste stappen",
    people=45,
    level=Level.ENTRY,
    grows_to=Level.BASIC,
    peak=Load(3, 2, 2, 3),
    sustained=(25, 15, 15, 25),
    shortest=32,
    longest=64,
    moments=_DAY,
    skills=frozenset({"hygiene", "tidiness", "cleaning", "reading", "hospitality"}),
    guidance=150,
    most_risk=1,
)
CONTACT = CandidateGroup(
    key="contact",
    name="Onder de mensen",
    people=60,
    level=Level.BASIC,
    grows_to=Level.SKILLED,
    peak=Load(3, 2, 3, 3),
    sustained=(22, 18, 22, 22),
    shortest=32,
    longest=56,
    moments=_DAY,
    skills=STEPS.skills | {"care", "telephone", "computer", "registering", "discretion"},
    most_risk=2,
)
DESK = CandidateGroup(
    key="desk",
    name="Rustig werk aan een bureau",
    people=30,
    level=Level.BASIC,
    grows_to=Level.SKILLED,
    peak=Load(1, 3, 2, 2),
    sustained=(12, 22, 15, 18),
    shortest=24,
    longest=64,
    moments=_DAY,
    skills=frozenset(
        {"reading", "tidiness", "computer", "registering", "discretion", "planning", "arithmetic"}
    ),
    most_risk=2,
)
GROUPS = (STEPS, CONTACT, DESK)
RULES = DesignRules(
    jobs=2,
    shortest=40,
    longest=64,
    guidance_room=480,
    guidance_cost=3_400,
    relief=150,
    cost=MappingProxyType(
        {
            Level.ENTRY: 2_200,
            Level.BASIC: 2_400,
            Level.SKILLED: 2_800,
            Level.SPECIALIST: 3_400,
            Level.HIGHER: 4_200,
        }
    ),
    no_displacement=True,
)
WARD_HELP = CarvedJob(
    (
        Portion("beds", 28),
        Portion("linen", 10),
        Portion("serving", 8),
        Portion("supplies", 10),
        Portion("exercise", 4),
    ),
    ("steps",),
)
HOST = CarvedJob(
    (
        Portion("feeding", 16),
        Portion("diets", 8),
        Portion("filing", 12),
        Portion("telephone", 8),
        Portion("company", 4),
    ),
    ("contact",),
)
BY_HAND = (WARD_HELP, HOST)
