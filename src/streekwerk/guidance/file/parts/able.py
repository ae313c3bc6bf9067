"""What somebody has learned, did and can do."""

from __future__ import annotations

from streekwerk.guidance.choices import Choice
from streekwerk.guidance.file.field import Field, FieldKind, Theme
from streekwerk.vocabulary.language import Text


class EducationLevel(Choice):
    """VUM codeNiveauOpleiding."""

    PRIMARY = "1", "basisonderwijs", "primary school"
    VMBO = "2", "vmbo", "lower secondary (vmbo)"
    HAVO_VWO = "3", "havo of vwo", "upper secondary (havo, vwo)"
    MBO = "4", "mbo", "vocational (mbo)"
    HBO = "5", "hbo of bachelor", "university of applied sciences, bachelor"
    WO = "6", "universiteit of master", "university, master"
    OTHER = "9", "anders", "other"


class WorkYears(Choice):
    """How long somebody worked, paid or not, all together."""

    NONE = "none", "nog niet", "not yet"
    UNDER_2 = "under_2", "minder dan 2 jaar", "less than 2 years"
    TO_5 = "2_to_5", "2 tot 5 jaar", "2 to 5 years"
    TO_10 = "5_to_10", "5 tot 10 jaar", "5 to 10 years"
    OVER_10 = "over_10", "meer dan 10 jaar", "more than 10 years"


class Digital(Choice):
    """What somebody does with a computer or phone."""

    LITTLE = "little", "liever niet, of met hulp", "rather not, or with help"
    PHONE = "phone", "op de telefoon gaat het", "on the phone it goes well"
    COMPUTER = "computer", "ook op een computer", "on a computer too"
    WORK = "work", "ik werk er vlot mee", "I work with it easily"


_FIT = Text("werk zoeken dat past bij wat u kunt", "looking for work that fits what you can do")
_LEARN = Text("een opleiding of werk zoeken dat past", "looking for training or work that fits")

EDUCATION = (
    Field(
        "education_level",
        Theme.EDUCATION,
        FieldKind.CHOICE,
        Text("Hoogste opleiding", "Highest education"),
        Text("Welke opleiding hebt u het laatst gedaan?", "What was your last education?"),
        _LEARN,
        ggm="Opleiding.CodeNiveauOpleiding",
        options=EducationLevel,
        needed=True,
    ),
    Field(
        "education_what",
        Theme.EDUCATION,
        FieldKind.LINE,
        Text("Richting", "Subject"),
        Text("Welke richting was dat?", "What subject was that?"),
        _LEARN,
        ggm="OpleidingsnaamOngecodeerd.naamOpleidingOngecodeerd",
    ),
    Field(
        "courses",
        Theme.EDUCATION,
        FieldKind.TEXT,
        Text("Cursussen en certificaten", "Courses and certificates"),
        Text(
            "Welke cursussen of certificaten hebt u?", "What courses or certificates do you have?"
        ),
        _LEARN,
        ggm="Rijbewijs/Certificaat.NaamCertificaat",
    ),
)
WORK = (
    Field(
        "last_work",
        Theme.WORK,
        FieldKind.LINE,
        Text("Laatste werk", "Last work"),
        Text("Wat was uw laatste werk?", "What was your last work?"),
        _FIT,
        ggm="Werkervaring.NaamBeroepOngecodeerd",
        needed=True,
    ),
    Field(
        "last_work_year",
        Theme.WORK,
        FieldKind.YEAR,
        Text("Tot en met", "Until"),
        Text("Tot welk jaar deed u dat?", "Until what year did you do that?"),
        _FIT,
        ggm="Werkervaring.DatumEinde",
    ),
    Field(
        "work_history",
        Theme.WORK,
        FieldKind.TEXT,
        Text("Ander werk", "Other work"),
        Text(
            "Welk werk deed u nog meer? Vrijwilligerswerk en zorgen tellen ook.",
            "What other work did you do? Volunteering and caring count too.",
        ),
        _FIT,
        ggm="Werkervaring.ToelichtingWerkervaring",
    ),
    Field(
        "work_years",
        Theme.WORK,
        FieldKind.CHOICE,
        Text("Samen ongeveer", "Together about"),
        Text("Hoe lang hebt u in totaal gewerkt?", "How long did you work in all?"),
        _FIT,
        options=WorkYears,
    ),
)
SKILLS = (
    Field(
        "good_at",
        Theme.SKILLS,
        FieldKind.TEXT,
        Text("Waar ik goed in ben", "What I am good at"),
        Text("Waar bent u goed in?", "What are you good at?"),
        _FIT,
        ggm="Vaardigheidsvaststelling (toevoeging: in eigen woorden)",
        needed=True,
    ),
    Field(
        "tools",
        Theme.SKILLS,
        FieldKind.TEXT,
        Text("Waar ik mee kan werken", "What I can work with"),
        Text(
            "Met welke apparaten, machines of programma's kunt u werken?",
            "What devices, machines or programs can you work with?",
        ),
        _FIT,
        ggm="Vaardigheidsvaststelling (toevoeging: in eigen woorden)",
    ),
    Field(
        "digital",
        Theme.SKILLS,
        FieldKind.CHOICE,
        Text("Computer en telefoon", "Computer and phone"),
        Text(
            "Hoe gaat het met computer en telefoon?", "How do you get on with computer and phone?"
        ),
        _FIT,
        options=Digital,
    ),
)
