"""What the person wants, in their own words. Everything else in a file serves this."""

from __future__ import annotations

from streekwerk.guidance.choices import Choice
from streekwerk.guidance.file.field import Field, FieldKind, Theme
from streekwerk.vocabulary.language import Text


class WorkKind(Choice):
    """GGM enumeration SoortWerk."""

    TACKLE = "aanpakken", "aanpakken", "getting things done"
    HELP = "helpen", "helpen", "helping"
    MAKE = "maken", "maken", "making"
    SELL = "verkopen", "verkopen", "selling"
    TRANSPORT = "vervoeren", "vervoeren", "driving and carrying"


_START = Text(
    "beginnen bij wat u zelf wilt; het plan wordt daaraan afgemeten",
    "starting from what you want yourself; the plan is measured against it",
)

WISHES = (
    Field(
        "wish_work",
        Theme.WISHES,
        FieldKind.TEXT,
        Text("Wat ik wil", "What I want"),
        Text("Wat zou u graag doen?", "What would you like to do?"),
        _START,
        ggm="Werkzoekende (toevoeging: wens in eigen woorden)",
        needed=True,
    ),
    Field(
        "wish_matters",
        Theme.WISHES,
        FieldKind.TEXT,
        Text("Wat ik belangrijk vind", "What matters to me"),
        Text(
            "Wat vindt u belangrijk in uw werk en leven?", "What matters to you in work and life?"
        ),
        _START,
        ggm="Werkzoekende (toevoeging: wens in eigen woorden)",
        needed=True,
    ),
    Field(
        "wish_not",
        Theme.WISHES,
        FieldKind.TEXT,
        Text("Wat ik niet wil", "What I do not want"),
        Text("Wat wilt u liever niet?", "What would you rather not do?"),
        _START,
        ggm="Werkzoekende (toevoeging: wens in eigen woorden)",
    ),
    Field(
        "wish_kind",
        Theme.WISHES,
        FieldKind.CHOICES,
        Text("Soort werk dat past", "Kind of work that fits"),
        Text("Wat doet u het liefst?", "What do you like doing most?"),
        Text("zoeken naar werk dat past", "looking for work that fits"),
        ggm="Voorkeur.SoortWerk",
        options=WorkKind,
        needed=True,
    ),
)
