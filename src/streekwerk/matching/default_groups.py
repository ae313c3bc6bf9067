"""Six groups to begin with, each said in what work may ask; a region changes them to its own.

They are a starting point to talk about, chosen by us and measured nowhere. Nothing in them
says who somebody is, only which work fits, so one person may be found in several. How many people
there are is not known here: ``people`` is 0 until the region has counted.
"""

from __future__ import annotations

from dataclasses import dataclass

from streekwerk.matching.candidates import CandidateGroup
from streekwerk.matching.inventory import Level, Load, Moment
from streekwerk.vocabulary.language import Text

DAY = frozenset({Moment.MORNING, Moment.AFTERNOON})
NO_NIGHTS = frozenset(Moment) - {Moment.NIGHT}
# What nearly everybody can do, or learns on the job with ordinary guidance.
BASICS = frozenset(
    {
        "tidiness",
        "hygiene",
        "cleaning",
        "cycling",
        "plants",
        "animals",
        "scanner",
        "hand_tools",
        "hospitality",
    }
)
DESK = frozenset({"reading", "writing", "arithmetic", "computer", "registering", "telephone"})
CONTACT = frozenset({"speaking", "care", "children", "selling", "cash"})


@dataclass(frozen=True, slots=True)
class DefaultGroup:
    """A group, with its name and what it is in words."""

    name: Text
    says: Text
    group: CandidateGroup


DEFAULT_GROUPS: tuple[DefaultGroup, ...] = (
    DefaultGroup(
        Text("Vaste stappen", "Fixed steps"),
        Text(
            "Eén ding tegelijk, steeds in dezelfde volgorde, met iemand in de buurt om iets te "
            "vragen.",
            "One thing at a time, always in the same order, with somebody near to ask.",
        ),
        CandidateGroup(
            key="fixed_steps",
            name="Vaste stappen",
            people=0,
            level=Level.ENTRY,
            grows_to=Level.BASIC,
            peak=Load(3, 1, 1, 2),
            sustained=(25, 10, 10, 20),
            shortest=24,
            longest=56,
            moments=DAY,
            skills=BASICS,
            guidance=150,
            most_risk=1,
        ),
    ),
    DefaultGroup(
        Text("Werk met de handen", "Work with the hands"),
        Text(
            "Lichamelijk werk met een duidelijk begin en einde; weinig papier.",
            "Physical work with a clear beginning and end; little paper.",
        ),
        CandidateGroup(
            key="hands",
            name="Werk met de handen",
            people=0,
            level=Level.ENTRY,
            grows_to=Level.BASIC,
            peak=Load(4, 2, 2, 3),
            sustained=(30, 15, 15, 28),
            shortest=40,
            longest=80,
            moments=NO_NIGHTS,
            skills=BASICS | {"reading", "machines", "precision"},
            guidance=100,
            most_risk=2,
        ),
    ),
    DefaultGroup(
        Text("Licht werk aan tafel", "Light work at a table"),
        Text(
            "Zittend of af en toe lopend, met het hoofd erbij; niets zwaars tillen.",
            "Sitting or now and then walking, with attention; nothing heavy to lift.",
        ),
        CandidateGroup(
            key="light",
            name="Licht werk aan tafel",
            people=0,
            level=Level.BASIC,
            grows_to=Level.SKILLED,
            peak=Load(1, 3, 2, 2),
            sustained=(10, 22, 15, 18),
            shortest=24,
            longest=64,
            moments=DAY,
            skills=BASICS | DESK | {"precision", "planning", "discretion", "speaking"},
            guidance=100,
            most_risk=2,
        ),
    ),
    DefaultGroup(
        Text("Korte dagen, eigen tempo", "Short days, own pace"),
        Text(
            "Werk dat weinig energie kost en waarin iemand zelf kan bepalen wanneer wat gebeurt.",
            "Work that takes little energy, in which one can decide when to do what.",
        ),
        CandidateGroup(
            key="short_days",
            name="Korte dagen, eigen tempo",
            people=0,
            level=Level.SKILLED,
            grows_to=Level.SPECIALIST,
            peak=Load(2, 3, 2, 2),
            sustained=(14, 22, 16, 12),
            shortest=16,
            longest=40,
            moments=DAY,
            skills=BASICS | DESK | CONTACT | {"precision", "planning", "discretion", "drawings"},
            guidance=80,
            most_risk=2,
        ),
    ),
    DefaultGroup(
        Text("Weinig lezen en schrijven", "Little reading and writing"),
        Text(
            "Werk dat u voordoet en dat met beelden uit te leggen is.",
            "Work that you show and that can be explained in pictures.",
        ),
        CandidateGroup(
            key="little_language",
            name="Weinig lezen en schrijven",
            people=0,
            level=Level.BASIC,
            grows_to=Level.SKILLED,
            peak=Load(4, 3, 2, 4),
            sustained=(30, 20, 14, 30),
            shortest=48,
            longest=80,
            moments=frozenset(Moment),
            skills=BASICS | {"precision", "machines", "cooking", "baking", "sewing", "painting"},
            guidance=130,
            most_risk=2,
        ),
    ),
    DefaultGroup(
        Text("Onder schooltijd, onder de mensen", "In school hours, among people"),
        Text(
            "Overdag, met gasten, klanten of collega's; vaste dagen in de week.",
            "In the daytime, with guests, customers or colleagues; fixed days in the week.",
        ),
        CandidateGroup(
            key="school_hours",
            name="Onder schooltijd, onder de mensen",
            people=0,
            level=Level.BASIC,
            grows_to=Level.SKILLED,
            peak=Load(3, 3, 3, 3),
            sustained=(22, 20, 22, 22),
            shortest=32,
            longest=56,
            moments=DAY,
            skills=BASICS | DESK | CONTACT | {"cooking", "precision"},
            guidance=100,
            most_risk=2,
        ),
    ),
)
