"""Words about employers: what drives them, what they can do, where the region is with them.

The phases are those of the instrument guide Dennis of the Dutch municipalities (VNG,
`waotaa/d-core`, MIT): its tiles DW01 to DW10, with their names.
"""

from __future__ import annotations

from enum import StrEnum

from streekwerk.vocabulary.language import Text


class Motive(StrEnum):
    """What an employer wants from it (drijfveer)."""

    STAFFING = "staffing"
    COST = "cost"
    QUALITY = "quality"
    SOCIAL = "social"
    MARKET = "market"
    ROOTS = "roots"
    RELIEF = "relief"
    LAW = "law"
    SUCCESSION = "succession"

    @property
    def words(self) -> Text:
        """Name the motive."""
        return _MOTIVES[self]


_MOTIVES = {
    Motive.STAFFING: Text("te weinig mensen", "too few people"),
    Motive.COST: Text("lagere kosten", "lower costs"),
    Motive.QUALITY: Text("beter werk afleveren", "delivering better work"),
    Motive.SOCIAL: Text("mensen een kans geven", "giving people a chance"),
    Motive.MARKET: Text("klanten en opdrachten winnen", "winning customers and contracts"),
    Motive.ROOTS: Text("iets doen voor de streek", "doing something for the region"),
    Motive.RELIEF: Text("eigen mensen verlichten", "relieving one's own people"),
    Motive.LAW: Text(
        "voldoen aan wet of aanbestedingseis", "meeting a law or a condition of tender"
    ),
    Motive.SUCCESSION: Text("vakmensen voor later", "skilled people for later"),
}


class Phase(StrEnum):
    """Where the region is with an employer, as the code of a tile of Dennis."""

    CARE_AHEAD = "DW01"
    CONTACT = "DW02"
    ORIENTATION = "DW03"
    TRAINING = "DW04"
    READY = "DW05"
    WORK_PROFILE = "DW06"
    RECRUITING = "DW07"
    MEDIATION = "DW08"
    PLACEMENT = "DW09"
    AFTERCARE = "DW10"

    @property
    def words(self) -> Text:
        """Name the phase."""
        return _PHASES[self]


_PHASES = {
    Phase.CARE_AHEAD: Text("Voorzorg", "Care ahead"),
    Phase.CONTACT: Text("Werkgever contact", "Contact with the employer"),
    Phase.ORIENTATION: Text("Oriëntatie", "Orientation"),
    Phase.TRAINING: Text("Opleiden", "Training"),
    Phase.READY: Text("Kandidaat fit", "Ready for a candidate"),
    Phase.WORK_PROFILE: Text("Opstellen werkprofiel", "Drawing up the work profile"),
    Phase.RECRUITING: Text("Werving en selectie", "Recruiting and selecting"),
    Phase.MEDIATION: Text("Bemiddeling", "Mediation"),
    Phase.PLACEMENT: Text("Plaatsing", "Placement"),
    Phase.AFTERCARE: Text("Nazorg", "Aftercare"),
}


class InnovationKind(StrEnum):
    """What is on the agenda of a business that brings or changes work."""

    PRODUCT = "product"
    SERVICE = "service"
    AUTOMATION = "automation"
    RESHORING = "reshoring"
    GROWTH = "growth"
    CIRCULAR = "circular"

    @property
    def words(self) -> Text:
        """Name the kind."""
        return _INNOVATIONS[self]


_INNOVATIONS = {
    InnovationKind.PRODUCT: Text("nieuw product", "new product"),
    InnovationKind.SERVICE: Text("nieuwe dienst", "new service"),
    InnovationKind.AUTOMATION: Text("automatiseren", "automation"),
    InnovationKind.RESHORING: Text("productie terughalen", "bringing production back"),
    InnovationKind.GROWTH: Text("groei", "growth"),
    InnovationKind.CIRCULAR: Text("hergebruik van materiaal", "reuse of materials"),
}
