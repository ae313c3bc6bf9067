"""A hospital ward that does not exist, small enough to redesign by hand with a pencil.

Eight roles, 43 tasks, three groups of candidates, the rules, and a design made by hand.
`docs/explanation/hospital-ward.md` walks through it; every figure on that page is
recomputed by a test.
"""

from __future__ import annotations

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

# Of each role: key, name, hours a week, level (1 to 5), loads (physical, thinking, people,
# pace), guidance, autonomy, risk, marks (c core, t teaches, m mornings), skills.
_Row = tuple[str, str, int, int, tuple[int, int, int, int], int, int, int, str, str]
_TASKS: tuple[tuple[Role, tuple[_Row, ...]], ...] = (
    (
        NURSE,
        (
            ("drugs", "Medicijnen geven en verpleegkundig handelen", 120, 4, (2, 4, 3, 3), 20, 3, 4, "c", "nursing"),
            ("observing", "Observeren en de zorg bijstellen", 80, 4, (1, 4, 3, 3), 20, 3, 4, "c", "nursing"),
            ("handover", "Overdracht en zorgplan", 58, 4, (0, 3, 2, 2), 15, 3, 3, "c", "nursing computer"),
            ("washing-sick", "Ernstig zieken wassen en verzorgen", 60, 3, (3, 2, 3, 3), 10, 2, 3, "", "nursing care hygiene"),
            ("vitals", "Temperatuur, bloeddruk en pols meten", 26, 3, (1, 2, 2, 2), 10, 1, 3, "", "nursing registering"),
            ("beds", "Bedden opmaken en kamers klaarmaken", 20, 1, (2, 1, 1, 2), 5, 2, 0, "m", "hygiene"),
            ("supplies", "Voorraad tellen en aanvullen", 12, 2, (1, 2, 0, 1), 10, 2, 1, "t", "tidiness reading"),
            ("equipment", "Hulpmiddelen reinigen", 10, 2, (1, 2, 0, 1), 10, 1, 2, "t", "hygiene precision"),
            ("escorting", "Patiënten wegbrengen en ophalen", 6, 2, (2, 1, 2, 2), 5, 2, 1, "", "care"),
        ),
    ),
    (
        CARER,
        (
            ("washing", "Helpen met wassen en aankleden", 60, 3, (3, 2, 3, 3), 10, 1, 3, "cm", "care hygiene"),
            ("feeding", "Helpen met eten en drinken", 26, 2, (1, 1, 3, 2), 10, 2, 2, "t", "care hygiene"),
            ("moving", "Draaien, tillen en uit bed helpen", 22, 2, (4, 1, 3, 3), 10, 1, 3, "", "care"),
            ("linen", "Linnenkasten aanvullen", 14, 1, (2, 0, 0, 2), 5, 2, 0, "", "tidiness"),
            ("company", "Een praatje maken", 12, 2, (0, 1, 3, 1), 10, 3, 1, "", "care"),
            ("bells", "Op de bel reageren", 10, 2, (1, 2, 2, 2), 10, 1, 3, "", "care"),
        ),
    ),
    (
        MEALS,
        (
            ("ordering", "Maaltijden uitvragen en bestellen", 22, 2, (1, 2, 3, 2), 10, 1, 1, "c", "reading computer"),
            ("serving", "Maaltijden en drinken rondbrengen", 28, 1, (1, 1, 2, 2), 5, 2, 0, "", "hygiene hospitality"),
            ("diets", "Dienbladen nakijken op dieet", 12, 2, (1, 2, 0, 2), 10, 1, 2, "t", "reading hygiene"),
            ("dishes", "Afwassen en keuken opruimen", 20, 1, (2, 0, 0, 3), 5, 1, 0, "", "hygiene"),
            ("fridge", "Koelkast en voorraad bijvullen", 8, 1, (2, 1, 0, 1), 5, 2, 0, "", "tidiness"),
            ("temperatures", "Temperaturen meten en opschrijven", 6, 2, (0, 2, 0, 1), 10, 1, 1, "t", "reading registering"),
        ),
    ),
    (
        OFFICE,
        (
            ("admissions", "Opname en ontslag regelen", 24, 3, (0, 3, 3, 2), 15, 2, 2, "c", "computer discretion"),
            ("telephone", "Telefoon aannemen", 14, 2, (0, 2, 3, 2), 10, 1, 0, "", "telephone"),
            ("appointments", "Afspraken voor onderzoek plannen", 10, 2, (0, 2, 2, 2), 10, 1, 1, "t", "computer planning"),
            ("filing", "Archief, kopiëren en scannen", 8, 1, (1, 1, 0, 1), 5, 2, 0, "", "reading tidiness discretion"),
            ("post", "Post en formulieren", 5, 1, (1, 1, 1, 1), 5, 2, 0, "", "reading"),
            ("stationery", "Kantoorartikelen bestellen", 3, 2, (0, 2, 0, 1), 10, 2, 0, "", "computer arithmetic"),
        ),
    ),
    (
        CLEANER,
        (
            ("rooms", "Kamers en sanitair schoonmaken", 42, 1, (2, 1, 1, 3), 5, 1, 1, "c", "cleaning hygiene"),
            ("halls", "Gangen schoonmaken", 14, 1, (2, 0, 0, 2), 5, 2, 0, "", "cleaning"),
            ("waste", "Afval ophalen en scheiden", 8, 1, (2, 1, 0, 2), 5, 2, 1, "", "tidiness"),
            ("isolation", "Isolatiekamers ontsmetten", 8, 2, (2, 2, 0, 2), 10, 0, 3, "", "cleaning hygiene"),
        ),
    ),
    (
        STORES,
        (
            ("goods", "Goederen halen en verdelen", 26, 2, (3, 1, 1, 2), 10, 2, 1, "c", "scanner"),
            ("wheels", "Bedden en rolstoelen verplaatsen", 16, 1, (3, 0, 1, 2), 5, 2, 1, "", "tidiness"),
            ("carts", "Linnenkarren wisselen", 12, 1, (3, 0, 0, 2), 5, 2, 0, "", "tidiness"),
            ("returns", "Retouren en leeggoed", 6, 1, (2, 0, 0, 2), 5, 2, 0, "", "tidiness"),
            ("counting", "Magazijn tellen", 4, 2, (1, 2, 0, 1), 10, 1, 0, "t", "arithmetic scanner"),
        ),
    ),
    (
        PHYSIO,
        (
            ("treating", "Onderzoeken en behandelen", 34, 5, (2, 4, 3, 2), 20, 3, 3, "c", "care"),
            ("exercise", "Oefenmateriaal klaarzetten en schoonmaken", 6, 1, (1, 1, 0, 1), 5, 3, 0, "", "tidiness"),
            ("walking", "Lopen met patiënten", 8, 2, (2, 1, 3, 2), 10, 2, 3, "", "care"),
        ),
    ),
    (
        LEAD,
        (
            ("leading", "Leidinggeven", 20, 5, (0, 4, 4, 3), 20, 4, 2, "c", "planning"),
            ("roster", "Rooster maken", 8, 5, (0, 4, 2, 2), 20, 3, 2, "", "planning computer"),
            ("quality", "Kwaliteitslijsten bijhouden", 5, 3, (0, 3, 1, 1), 15, 2, 1, "", "computer registering"),
            ("meetings", "Overleg klaarzetten", 3, 2, (1, 1, 1, 1), 5, 2, 0, "", "computer hospitality"),
        ),
    ),
)  # fmt: skip


def _task(role: Role, row: _Row) -> Task:
    key, name, hours, level, load, guidance, autonomy, risk, marks, skills = row
    return Task(
        key=key,
        name=name,
        role=role.key,
        half_hours=2 * hours,
        level=Level(level),
        load=Load(*load),
        skills=frozenset(skills.split()),
        guidance=guidance,
        autonomy=autonomy,
        risk=risk,
        moments=frozenset({Moment.MORNING}) if "m" in marks else frozenset(),
        core="c" in marks,
        teaches="t" in marks,
    )


WARD = Inventory(
    tuple(role for role, _ in _TASKS),
    tuple(_task(role, row) for role, rows in _TASKS for row in rows),
)
_DAY = frozenset({Moment.MORNING, Moment.AFTERNOON})
STARTERS = CandidateGroup(
    key="starters",
    name="Van de praktijkschool",
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
RETURNERS = CandidateGroup(
    key="returners",
    name="Na jaren van zorg thuis",
    people=60,
    level=Level.BASIC,
    grows_to=Level.SKILLED,
    peak=Load(3, 2, 3, 3),
    sustained=(22, 18, 22, 22),
    shortest=32,
    longest=56,
    moments=_DAY,
    skills=STARTERS.skills | {"care", "telephone", "computer", "registering", "discretion"},
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
GROUPS = (STARTERS, RETURNERS, DESK)
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
    ("starters",),
)
HOST = CarvedJob(
    (
        Portion("feeding", 16),
        Portion("diets", 8),
        Portion("filing", 12),
        Portion("telephone", 8),
        Portion("company", 4),
    ),
    ("returners",),
)
BY_HAND = (WARD_HELP, HOST)
