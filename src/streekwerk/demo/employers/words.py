"""What made-up employers say: motives, value and agenda, by motive and by sector."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from streekwerk.demo.employers.model import ValuePoint
from streekwerk.vocabulary.language import Text
from streekwerk.vocabulary.motives import Motive

SAID: Mapping[Motive, Text] = MappingProxyType(
    {
        Motive.STAFF: Text(
            "Wij hebben al maanden vacatures open. Ons team loopt op zijn tenen.",
            "We have had vacancies open for months. Our team is stretched.",
        ),
        Motive.COST: Text(
            "Inhuur en overwerk kosten te veel. Dat moet anders kunnen.",
            "Hired staff and overtime cost too much. There must be another way.",
        ),
        Motive.QUALITY: Text(
            "Onze vakmensen zijn te veel tijd kwijt aan werk dat ook een ander kan doen.",
            "Our skilled people lose too much time on work that somebody else could do.",
        ),
        Motive.SOCIAL: Text(
            "Wij vinden dat iedereen hier moet kunnen meedoen. Zo zijn wij begonnen.",
            "We believe everybody here should be able to take part. That is how we started.",
        ),
        Motive.MARKET: Text(
            "Onze opdrachtgevers vragen wat wij doen voor mensen in de streek.",
            "Our clients ask what we do for people in the region.",
        ),
        Motive.ROOTS: Text(
            "Wij zitten hier al drie generaties. Wie hier woont, moet hier kunnen werken.",
            "We have been here for three generations. Who lives here should be able to work here.",
        ),
        Motive.INNOVATION: Text(
            "Wij willen iets nieuws beginnen en zoeken mensen die mee willen denken.",
            "We want to start something new and look for people who want to think along.",
        ),
        Motive.CONTINUITY: Text(
            "De helft van ons team is boven de vijftig. Wie neemt het over?",
            "Half our team is over fifty. Who will take over?",
        ),
    }
)
VALUE: Mapping[Motive, Text] = MappingProxyType(
    {
        Motive.STAFF: Text(
            "Het werk is gedaan zonder structureel overwerk.",
            "The work gets done without structural overtime.",
        ),
        Motive.COST: Text(
            "Minder uitzendkrachten voor hetzelfde werk.",
            "Fewer temporary workers for the same work.",
        ),
        Motive.QUALITY: Text(
            "Vakmensen doen weer waar zij voor geleerd hebben.",
            "Skilled people do again what they were trained for.",
        ),
        Motive.SOCIAL: Text(
            "Mensen die hier beginnen, blijven en groeien.",
            "People who start here stay and grow.",
        ),
        Motive.MARKET: Text(
            "Wij kunnen laten zien wat wij voor de streek doen.",
            "We can show what we do for the region.",
        ),
        Motive.ROOTS: Text(
            "Meer collega's die om de hoek wonen.", "More colleagues who live round the corner."
        ),
        Motive.INNOVATION: Text(
            "Ruimte in het team om iets nieuws te proberen.",
            "Room in the team to try something new.",
        ),
        Motive.CONTINUITY: Text(
            "Genoeg mensen die het vak leren voordat de ouderen stoppen.",
            "Enough people learning the trade before the older ones stop.",
        ),
    }
)
# What to measure it by; the numbers of now and later are drawn.
MEASURED: Mapping[Motive, tuple[Text, int, int]] = MappingProxyType(
    {
        Motive.STAFF: (Text("openstaande vacatures", "open vacancies"), 3, -2),
        Motive.COST: (Text("uren inhuur per week", "hours of hired staff a week"), 40, -25),
        Motive.QUALITY: (
            Text(
                "uren randwerk van vakmensen per week",
                "hours of side work of skilled people a week",
            ),
            30,
            -18,
        ),
        Motive.SOCIAL: (Text("nieuwe collega's via de regio", "colleagues by the region"), 1, 2),
        Motive.MARKET: (Text("opdrachten met deze eis", "contracts with this condition"), 1, 3),
        Motive.ROOTS: (Text("collega's binnen 10 km", "colleagues within 10 km"), 8, 4),
        Motive.INNOVATION: (
            Text("uren per week voor vernieuwing", "hours a week for renewal"),
            2,
            6,
        ),
        Motive.CONTINUITY: (Text("leerlingen op de werkvloer", "trainees at work"), 1, 2),
    }
)
# Which motives weigh more in a sector: added to the mean score of 2.8.
LEANING: Mapping[str, Mapping[Motive, float]] = MappingProxyType(
    {
        "care": {Motive.STAFF: 1.8, Motive.QUALITY: 1.2, Motive.SOCIAL: 0.6},
        "public": {Motive.SOCIAL: 1.0, Motive.ROOTS: 0.8, Motive.STAFF: 0.6},
        "hospitality": {Motive.STAFF: 1.5, Motive.COST: 0.6},
        "food": {Motive.STAFF: 1.0, Motive.CONTINUITY: 0.8, Motive.ROOTS: 0.5},
        "green": {Motive.STAFF: 1.2, Motive.COST: 0.8, Motive.ROOTS: 0.6},
        "services": {Motive.SOCIAL: 1.2, Motive.MARKET: 1.0},
        "logistics": {Motive.COST: 1.2, Motive.STAFF: 1.4},
        "industry": {Motive.CONTINUITY: 1.4, Motive.INNOVATION: 1.0, Motive.STAFF: 0.8},
        "retail": {Motive.ROOTS: 0.8, Motive.STAFF: 0.6, Motive.SOCIAL: 0.4},
        "building": {Motive.CONTINUITY: 1.4, Motive.MARKET: 1.2, Motive.STAFF: 1.0},
        "office": {Motive.INNOVATION: 0.8, Motive.QUALITY: 1.0},
    }
)
AGENDA: Mapping[str, tuple[tuple[str, Text], ...]] = MappingProxyType(
    {
        "care": (
            ("product", Text("Gastvrouw op elke afdeling", "A host on every ward")),
            ("automation", Text("Sensoren tegen vallen", "Sensors against falling")),
            ("growth", Text("Nieuwe woongroep", "A new residential group")),
        ),
        "public": (
            ("product", Text("Lunch en sport na schooltijd", "Lunch and sports after school")),
            ("other", Text("Groen schoolplein", "A green playground")),
        ),
        "hospitality": (
            ("product", Text("Streekmaaltijden om mee te nemen", "Regional meals to take away")),
            ("growth", Text("Openblijven in de winter", "Staying open in winter")),
            ("automation", Text("Zelf inchecken", "Self check-in")),
        ),
        "food": (
            ("product", Text("Maaltijdpakketten van de streek", "Meal boxes from the region")),
            ("automation", Text("Nieuwe verpakkingslijn", "A new packaging line")),
            ("reshoring", Text("Zelf snijden en inpakken", "Cutting and packing ourselves")),
        ),
        "green": (
            ("product", Text("Verkoop aan huis", "Selling from home")),
            ("automation", Text("Sorteermachine met camera", "A sorting machine with a camera")),
            ("growth", Text("Tweede teelt in de winter", "A second crop in winter")),
        ),
        "services": (
            ("product", Text("Uitleen van gereedschap", "Lending out tools")),
            ("product", Text("Reparatiewerkplaats", "A repair workshop")),
            ("growth", Text("Ook in de buurgemeente", "In the next municipality too")),
        ),
        "logistics": (
            ("automation", Text("Verzamelen met licht", "Picking by light")),
            ("growth", Text("Retouren voor webwinkels", "Returns for web shops")),
            ("product", Text("Bezorgen op de fiets", "Delivery by bicycle")),
        ),
        "industry": (
            ("reshoring", Text("Voormontage terughalen", "Bringing pre-assembly back")),
            ("product", Text("Kleine series op maat", "Small series made to measure")),
            ("automation", Text("Samenwerkende robot", "A collaborative robot")),
            ("product", Text("Oude producten opknappen", "Refurbishing old products")),
        ),
        "retail": (
            ("product", Text("Bestellen en ophalen", "Order and collect")),
            ("other", Text("Hoek met streekproducten", "A corner of regional products")),
        ),
        "building": (
            ("product", Text("Woningen verduurzamen", "Making homes sustainable")),
            ("reshoring", Text("Delen zelf voormaken", "Prefabricating parts ourselves")),
            ("other", Text("Oogsten van bouwmateriaal", "Harvesting building materials")),
        ),
        "office": (
            ("automation", Text("Facturen automatisch lezen", "Reading invoices automatically")),
            ("product", Text("Hulp bij digitale overheid", "Help with digital government")),
        ),
    }
)
# Work that no library knows, by sector: name, level 1 or 2, loads, whether it teaches.
OWN_TASKS: Mapping[str, tuple[tuple[str, int, tuple[int, int, int, int], bool], ...]] = (
    MappingProxyType(
        {
            "care": (
                ("Rolstoelen nakijken", 1, (1, 1, 0, 1), True),
                ("Tuin en terras", 1, (2, 0, 1, 1), False),
            ),
            "public": (("Gevonden voorwerpen", 1, (1, 1, 1, 1), False),),
            "hospitality": (("Terras en fietsen", 1, (2, 0, 1, 2), False),),
            "food": (("Proeverij klaarzetten", 1, (1, 0, 2, 1), True),),
            "green": (
                ("Kraampje aan de weg", 1, (1, 1, 2, 1), True),
                ("Potten wassen", 1, (2, 0, 0, 2), False),
            ),
            "services": (("Spullen fotograferen", 2, (1, 2, 0, 1), True),),
            "logistics": (("Dozen hergebruiken", 1, (2, 0, 0, 2), False),),
            "industry": (
                ("Monsters klaarleggen", 1, (1, 1, 0, 1), False),
                ("Oude producten demonteren", 2, (2, 1, 0, 2), True),
            ),
            "retail": (("Bezorgen in de buurt", 1, (2, 1, 2, 2), False),),
            "building": (("Busjes inrichten", 1, (2, 1, 0, 1), False),),
            "office": (("Oude dossiers scannen", 1, (1, 1, 0, 1), True),),
        }
    )
)
TITLES = (
    Text("eigenaar", "owner"),
    Text("bedrijfsleider", "manager"),
    Text("hoofd personeel", "head of personnel"),
    Text("teamleider", "team leader"),
)


def value_point(motive: Motive, factor: float) -> ValuePoint:
    """Return how to measure what must come out of it; ``factor`` scales the numbers."""
    what, now, change = MEASURED[motive]
    start = max(1, round(now * factor))
    aim = max(0, start + (round(change * factor) or (1 if change > 0 else -1)))
    return ValuePoint(what, Text(str(start), str(start)), Text(str(aim), str(aim)))
