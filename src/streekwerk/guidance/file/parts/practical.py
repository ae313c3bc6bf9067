"""When somebody has time, how they get around, and Dutch at work."""

from __future__ import annotations

from streekwerk.guidance.choices import Choice
from streekwerk.guidance.file.field import Field, FieldKind, Theme
from streekwerk.vocabulary.language import Text


class DayPart(Choice):
    """When somebody can work."""

    MORNING = "morning", "ochtend", "morning"
    AFTERNOON = "afternoon", "middag", "afternoon"
    EVENING = "evening", "avond", "evening"
    NIGHT = "night", "nacht", "night"
    WEEKEND = "weekend", "weekend", "weekend"
    SCHOOL_HOURS = "school_hours", "alleen onder schooltijd", "during school hours only"


class Transport(Choice):
    """How somebody gets around (VUM vervoermiddel, in plain words)."""

    FEET = "feet", "lopend", "on foot"
    BICYCLE = "bicycle", "fiets", "bicycle"
    SCOOTER = "scooter", "brommer of scooter", "moped or scooter"
    CAR = "car", "auto", "car"
    PUBLIC = "public", "bus of trein", "bus or train"
    BROUGHT = "brought", "iemand brengt mij", "somebody takes me"


class Licence(Choice):
    """Driving licences that work asks for (VUM codeSoortRijbewijs, shortened)."""

    NONE = "none", "geen rijbewijs", "no driving licence"
    AM = "AM", "brommer (AM)", "moped (AM)"
    B = "B", "auto (B)", "car (B)"
    BE = "BE", "auto met aanhanger (BE)", "car with trailer (BE)"
    C = "C", "vrachtauto (C)", "lorry (C)"
    D = "D", "bus (D)", "bus (D)"
    T = "T", "trekker (T)", "tractor (T)"


class DutchLevel(Choice):
    """VUM codeNiveauTaalbeheersing, asked in plain words."""

    NOT = "1", "nog niet", "not yet"
    FAIR = "2", "een beetje", "a little"
    GOOD = "3", "goed", "well"
    EXCELLENT = "4", "heel goed", "very well"


_TIME = Text("werk zoeken dat past bij uw tijd", "looking for work that fits your time")
_ROUTE = Text("werk zoeken waar u kunt komen", "looking for work that you can get to")
_DUTCH = Text(
    "werk en cursussen zoeken die u kunt volgen", "looking for work and courses you can follow"
)

AVAILABILITY = (
    Field(
        "hours_available",
        Theme.AVAILABILITY,
        FieldKind.NUMBER,
        Text("Uren per week", "Hours a week"),
        Text("Hoeveel uur per week hebt u tijd?", "How many hours a week do you have time?"),
        _TIME,
        ggm="BeschikbaarVoorArbeid.AantalUrenpwBeschikbaar",
        highest=60,
        unit=Text("uur per week", "hours a week"),
        advice=True,
        needed=True,
    ),
    Field(
        "available_from",
        Theme.AVAILABILITY,
        FieldKind.DAY,
        Text("Vanaf", "From"),
        Text("Vanaf wanneer kunt u beginnen?", "From when can you start?"),
        _TIME,
        ggm="BeschikbaarVoorArbeid.StartdatumBeschikbaarheid",
        advice=True,
        needed=True,
    ),
    Field(
        "day_parts",
        Theme.AVAILABILITY,
        FieldKind.CHOICES,
        Text("Dagdelen", "Parts of the day"),
        Text("Op welke tijden kunt u?", "At what times can you?"),
        _TIME,
        ggm="BeschikbaarVoorArbeid.DagBeschikbaarheid",
        options=DayPart,
    ),
    Field(
        "availability_words",
        Theme.AVAILABILITY,
        FieldKind.TEXT,
        Text("Waar we rekening mee houden", "What we take into account"),
        Text("Waar houden we rekening mee?", "What should we take into account?"),
        _TIME,
        ggm="BeschikbaarVoorArbeid.ToelichtingBeschikbaarheid",
    ),
)
MOBILITY = (
    Field(
        "transport",
        Theme.MOBILITY,
        FieldKind.CHOICES,
        Text("Vervoer", "Transport"),
        Text("Hoe kunt u naar werk komen?", "How can you get to work?"),
        _ROUTE,
        ggm="Mobiliteit.CodeVervoermiddel",
        options=Transport,
        needed=True,
    ),
    Field(
        "travel_minutes",
        Theme.MOBILITY,
        FieldKind.NUMBER,
        Text("Reistijd, hooguit", "Travel time at most"),
        Text("Hoe lang wilt u reizen, enkele reis?", "How long will you travel, one way?"),
        _ROUTE,
        ggm="Mobiliteit.MaximaleReistijd",
        lowest=5,
        highest=180,
        unit=Text("minuten", "minutes"),
        needed=True,
    ),
    Field(
        "licences",
        Theme.MOBILITY,
        FieldKind.CHOICES,
        Text("Rijbewijs", "Driving licence"),
        Text("Welk rijbewijs hebt u?", "What driving licence do you have?"),
        _ROUTE,
        ggm="Rijbewijs/Certificaat.CodeSoortRijbewijs",
        options=Licence,
    ),
)
LANGUAGE = tuple(
    Field(
        f"dutch_{skill}",
        Theme.LANGUAGE,
        FieldKind.CHOICE,
        label,
        ask,
        _DUTCH,
        ggm=f"TaalbeheersingNederlands.{ggm}",
        options=DutchLevel,
    )
    for skill, ggm, label, ask in (
        (
            "speaking",
            "SpreeksvaardigheidNederlands",
            Text("Nederlands spreken", "Speaking Dutch"),
            Text("Hoe goed spreekt u Nederlands?", "How well do you speak Dutch?"),
        ),
        (
            "reading",
            "LeesvaardigheidNederlands",
            Text("Nederlands lezen", "Reading Dutch"),
            Text("Hoe goed leest u Nederlands?", "How well do you read Dutch?"),
        ),
        (
            "writing",
            "SchrijfvaardigheidNederlands",
            Text("Nederlands schrijven", "Writing Dutch"),
            Text("Hoe goed schrijft u Nederlands?", "How well do you write Dutch?"),
        ),
    )
)
