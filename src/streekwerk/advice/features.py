"""What advice may know of a person: an allow-list, and nothing beside it.

Whatever is not on the list cannot reach advice, because :class:`Situation` refuses it.
Ethnicity, nationality, birth country, language of birth, religion, name, address, gender and
income are not on the list and must never be (rule 2 of the rules that never bend). A
change of the list is a new :data:`FEATURES_VERSION`, which every stored advice names.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from streekwerk.vocabulary.language import Text

FEATURES_VERSION = "1"


class Kind(StrEnum):
    """What a value looks like."""

    NUMBER = "number"
    YES_NO = "yes_no"
    CHOICE = "choice"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Feature:
    """One thing that advice may know.

    Attributes
    ----------
    key : name in the code, in records and in the reference.
    name : in words, as it is asked about.
    question : as put to the person.
    kind, options, lowest, highest : what a value may be; bounds are inclusive.
    changeable : whether the person or the municipality can change it. Only what is
        changeable may stand in "if you …, then also …".
    purpose : what it is used for; there is no other use.
    source : the field of the person's file it is read from.
    """

    key: str
    name: Text
    question: Text
    kind: Kind
    changeable: bool
    purpose: Text
    source: str
    options: tuple[str, ...] = ()
    lowest: float = 0.0
    highest: float = 0.0


_LAW = Text("nodig om te weten wat de wet geeft", "needed to know what the law gives")
_GROUP = Text(
    "kiezen voor welke groep het effect is gemeten (alleen als groepen verschillen)",
    "choosing the group an effect was measured for (only where groups differ)",
)
_FIT = Text("kijken of een aanbod past", "seeing whether an offer fits")
HOUSEHOLDS = ("single", "single_parent", "couple_or_other")

OWN_FEATURES: tuple[Feature, ...] = (
    Feature(
        "age",
        Text("uw leeftijd", "your age"),
        Text("Wat is uw geboortedatum?", "What is your date of birth?"),
        Kind.NUMBER,
        changeable=False,
        purpose=_GROUP,
        source="birth_date",
        highest=120,
    ),
    Feature(
        "months_on_benefit",
        Text("hoelang u een uitkering hebt", "how long you have been on benefit"),
        Text("Sinds wanneer hebt u een uitkering?", "Since when have you been on benefit?"),
        Kind.NUMBER,
        changeable=False,
        purpose=_GROUP,
        source="benefit_since",
        highest=720,
    ),
    Feature(
        "household",
        Text("hoe u woont", "your household"),
        Text("Woont u alleen, met kinderen of met een partner?",
             "Do you live alone, with children or with a partner?"),
        Kind.CHOICE,
        changeable=False,
        purpose=_GROUP,
        source="household",
        options=HOUSEHOLDS,
    ),
    Feature(
        "hours_available",
        Text("het aantal uren per week dat u tijd hebt", "the hours a week you have time"),
        Text("Hoeveel uur per week hebt u tijd?", "How many hours a week do you have time?"),
        Kind.NUMBER,
        changeable=True,
        purpose=_FIT,
        source="hours_available",
        highest=60,
    ),
    Feature(
        "available_from",
        Text("vanaf wanneer u kunt beginnen", "from when you can start"),
        Text("Vanaf wanneer kunt u beginnen?", "From when can you start?"),
        Kind.DATE,
        changeable=True,
        purpose=_FIT,
        source="available_from",
    ),
)  # fmt: skip

# Facts about the person that a rule behind a measure asks for. Amounts are not among them.
LAW_FACTS: tuple[str, ...] = (
    "leeftijd",
    "algemene_bijstand",
    "wia_uitstromer",
    "buiten_groep_door_voorziening",
    "anw_uitkering",
    "ioaw_uitkering",
    "ioaz_uitkering",
    "niet_uitkeringsgerechtigd",
    "uwv_uitkering",
    "afspraak_uwv_en_gemeente",
    "uitkering_of_ondersteuning_kring_beschut",
    "in_zoektermijn",
    "school_vraagt_ondersteuning",
    "volgt_hoger_onderwijs",
    "visuele_beperking",
    "doelgroep_lks",
    "uitsluitend_beschut_werk",
    "aantal_beschut_gerealiseerd",
    "werkgever_wil_dienstbetrekking",
    "dienstbetrekking_komt_tot_stand",
    "loonwaarde_vastgesteld",
    "loonwaarde_blijft_achterwege",
    "wsw_dienstbetrekking",
    "begindatum_dienstbetrekking",
    "baan_met_loonkostensubsidie",
    "maanden_participatieplaats",
    "maanden_proefplaats",
)
# What the law leaves to a professional, about one measure for one person.
JUDGEMENTS: tuple[str, ...] = (
    "voorziening_noodzakelijk",
    "niet_zonder_ondersteuning",
    "scholing_te_zwaar",
    "onderwijs_niet_mogelijk_of_passend",
    "toestemming_proefplaats",
    "werk_is_additioneel",
    "draagt_bij_aan_arbeidsinschakeling",
)
CHANGEABLE_LAW_FACTS = frozenset(
    {
        "werkgever_wil_dienstbetrekking",
        "dienstbetrekking_komt_tot_stand",
        "loonwaarde_vastgesteld",
        "loonwaarde_blijft_achterwege",
        "afspraak_uwv_en_gemeente",
        "voorziening_noodzakelijk",
        "toestemming_proefplaats",
        "werk_is_additioneel",
        "draagt_bij_aan_arbeidsinschakeling",
    }
)


def _law_features() -> tuple[Feature, ...]:
    from streekwerk.rights import REGISTRY  # noqa: PLC0415 - the catalogue of law is large
    from streekwerk.rights.engine.facts import Answer  # noqa: PLC0415

    kinds = {
        Answer.YES_NO: Kind.YES_NO,
        Answer.NUMBER: Kind.NUMBER,
        Answer.DATE: Kind.DATE,
        Answer.CHOICE: Kind.CHOICE,
    }
    return tuple(
        Feature(
            f"law:{key}",
            REGISTRY[key].claim.plain,
            REGISTRY[key].question,
            kinds[REGISTRY[key].kind],
            changeable=key in CHANGEABLE_LAW_FACTS,
            purpose=_LAW,
            source="birth_date" if key == "leeftijd" else f"law:{key}",
            highest=REGISTRY[key].highest,
        )
        for key in LAW_FACTS
    )


FEATURES: Mapping[str, Feature] = MappingProxyType(
    {feature.key: feature for feature in (*OWN_FEATURES, *_law_features())}
)
