"""What plays a part in working, and no further than work needs."""

from __future__ import annotations

from streekwerk.guidance.choices import Choice
from streekwerk.guidance.file.field import TWO_AT_THE_TABLE, Field, FieldKind, Term, Theme
from streekwerk.vocabulary.language import Text


class Care(Choice):
    """Whom somebody cares for. Only what the week asks, not who they are."""

    NONE = "none", "voor niemand", "for nobody"
    CHILDREN = "children", "voor kinderen", "for children"
    RELATIVE = "relative", "voor familie of een bekende", "for family or a friend"


class WorkCapacity(Choice):
    """SRG field 11 and GGM Arbeidsvermogen.CodeArbeidsvermogen, by meaning."""

    BELOW = (
        "below",
        "kan nu minder dan het minimumloon verdienen",
        "can earn below the minimum wage",
    )
    WITH_HELP = (
        "with_help",
        "kan met hulp het minimumloon of meer verdienen",
        "can earn the minimum wage or more with help",
    )
    ALONE = (
        "alone",
        "kan zelf het minimumloon of meer verdienen",
        "can earn the minimum wage or more alone",
    )
    NONE_NOW = "none_now", "kan nu even niet werken", "cannot work for now"


class TargetRegister(Choice):
    """GGM Doelgroepenregister."""

    YES = "ja", "ja", "yes"
    NO = "nee", "nee", "no"
    PRESUMED = "vermoedelijk", "waarschijnlijk wel", "probably"


class WorkNeed(Choice):
    """VUM eisAanWerk, by what work has to offer: never a diagnosis."""

    PLACE = "place", "een aangepaste werkplek", "an adapted workplace"
    GUIDANCE = "guidance", "begeleiding op het werk", "guidance at work"
    VARIATION = "variation", "afwisseling in het werk", "variety in the work"
    QUIET = "quiet", "een rustige plek", "a quiet place"
    PACE = "pace", "een eigen tempo", "one's own pace"
    NOTHING = "nothing", "niets bijzonders", "nothing in particular"


class MoneyWorry(Choice):
    """Whether money takes up room. No amounts, no creditors."""

    NO = "no", "nee", "no"
    SOME = "some", "soms", "sometimes"
    MUCH = "much", "ja, het houdt mij bezig", "yes, it is on my mind"
    HELPED = "helped", "ja, en ik krijg er hulp bij", "yes, and I get help with it"


class Household(Choice):
    """BUS LEEFVORM in the three classes the evidence tells apart."""

    SINGLE = "single", "alleen", "alone"
    SINGLE_PARENT = "single_parent", "alleen met kinderen", "alone with children"
    OTHER = "couple_or_other", "met een partner of anders", "with a partner or otherwise"


_GROUP = Text(
    "kiezen voor welke groep het effect van een voorziening is gemeten",
    "choosing the group for which the effect of a measure was measured",
)
_ROOM = Text(
    "zien of er eerst iets anders geregeld moet worden, en daarbij helpen",
    "seeing whether something else must be arranged first, and helping with it",
)
_ONLY = Text(
    "Alleen wat nodig is om over werk te praten. U hoeft dit niet te zeggen.",
    "Only what is needed to talk about work. You do not have to say this.",
)

CIRCUMSTANCES = (
    Field(
        "care",
        Theme.CIRCUMSTANCES,
        FieldKind.CHOICES,
        Text("Zorgt voor", "Cares for"),
        Text("Voor wie zorgt u?", "Whom do you care for?"),
        Text("werk zoeken dat naast zorg past", "looking for work that fits beside caring"),
        ggm="Werkzaamheden als mantelzorger",
        options=Care,
        needed=True,
    ),
    Field(
        "household",
        Theme.CIRCUMSTANCES,
        FieldKind.CHOICE,
        Text("Woont", "Lives"),
        Text("Hoe woont u?", "How do you live?"),
        _GROUP,
        ggm="Inkomensvoorziening.Leefvorm",
        origin="register",
        options=Household,
        advice=True,
    ),
    Field(
        "benefit_since",
        Theme.CIRCUMSTANCES,
        FieldKind.DAY,
        Text("Uitkering sinds", "On benefit since"),
        Text("Sinds wanneer hebt u een uitkering?", "Since when have you been on benefit?"),
        _GROUP,
        ggm="Inkomensvoorziening.DatumStart",
        origin="register",
        advice=True,
    ),
    Field(
        "work_capacity",
        Theme.CIRCUMSTANCES,
        FieldKind.CHOICE,
        Text("Arbeidsvermogen", "Capacity for work"),
        Text("Wat is er vastgesteld over werken?", "What was established about working?"),
        Text("weten wat de wet mogelijk maakt", "knowing what the law makes possible"),
        ggm="Arbeidsvermogen.CodeArbeidsvermogen",
        origin="document",
        options=WorkCapacity,
        hint=_ONLY,
        term=Term.CLOSING,
        readers=TWO_AT_THE_TABLE,
        editors=TWO_AT_THE_TABLE,
        sensitive=True,
    ),
    Field(
        "target_register",
        Theme.CIRCUMSTANCES,
        FieldKind.CHOICE,
        Text("Doelgroepregister", "Target group register"),
        Text("Staat u in het doelgroepregister?", "Are you in the target group register?"),
        Text("weten wat de wet mogelijk maakt", "knowing what the law makes possible"),
        ggm="Doelgroepenregister",
        origin="document",
        options=TargetRegister,
        hint=_ONLY,
        term=Term.CLOSING,
        readers=TWO_AT_THE_TABLE,
        editors=TWO_AT_THE_TABLE,
        sensitive=True,
    ),
    Field(
        "work_needs",
        Theme.CIRCUMSTANCES,
        FieldKind.CHOICES,
        Text("Nodig om goed te werken", "Needed to work well"),
        Text("Wat hebt u nodig om goed te kunnen werken?", "What do you need to work well?"),
        Text("werk zoeken waar dat kan", "looking for work where that is possible"),
        ggm="VUM eisAanWerk",
        options=WorkNeed,
        hint=_ONLY,
        term=Term.CLOSING,
        readers=TWO_AT_THE_TABLE,
        editors=TWO_AT_THE_TABLE,
        needed=True,
        sensitive=True,
    ),
    Field(
        "money_worries",
        Theme.CIRCUMSTANCES,
        FieldKind.CHOICE,
        Text("Zorgen over geld", "Worries about money"),
        Text("Hebt u zorgen over geld?", "Do you have worries about money?"),
        _ROOM,
        ggm="ZelfredzaamheidScore (domein Financiën)",
        options=MoneyWorry,
        hint=_ONLY,
        term=Term.CLOSING,
        readers=TWO_AT_THE_TABLE,
        editors=TWO_AT_THE_TABLE,
        sensitive=True,
    ),
    Field(
        "home",
        Theme.CIRCUMSTANCES,
        FieldKind.TEXT,
        Text("Wat er verder speelt", "What else is going on"),
        Text(
            "Speelt er iets waardoor werken nu lastig is?",
            "Is anything going on that makes working hard now?",
        ),
        _ROOM,
        ggm="ZelfredzaamheidScore (toevoeging: in eigen woorden)",
        hint=_ONLY,
        term=Term.CLOSING,
        readers=TWO_AT_THE_TABLE,
        editors=TWO_AT_THE_TABLE,
        sensitive=True,
    ),
)
