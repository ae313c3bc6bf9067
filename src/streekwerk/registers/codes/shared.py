"""Code lists that SRG and BUS share (BWBR0031830, annexes 1 and 2, as of 2026-01-01)."""

from __future__ import annotations

from streekwerk.registers.codes.base import CodeList


class Gender(CodeList):
    """GESLACHT: SRG field 10, BUS field 20. Code 3 does not exist in the 2015 BUS annex."""

    MAN = "1", "man", "man"
    WOMAN = "2", "vrouw", "woman"
    OTHER_OR_UNKNOWN = "3", "anders/onbekend", "other/unknown"


class Software(CodeList):
    """NAAM SOFTWAREPAKKET: SRG field 4, BUS field 5; each layout allows a part of the list."""

    CIVISION = "sam", "CiVision Samenlevingszaken (PinkRoccade)", "CiVision Samenlevingszaken"
    COMPAS = "com", "Compas (Emergo systems)", "Compas (Emergo systems)"
    EBB = "ebb", "EBB Trajecten (Horlings & Eerbeek)", "EBB Trajecten (Horlings & Eerbeek)"
    EVA = "eva", "EVA (Rijk van Nijmegen)", "EVA (Rijk van Nijmegen)"
    MOZARD = "moz", "Mozard", "Mozard"
    RMW = "rmw", "RMW (WiGo4It)", "RMW (WiGo4It)"
    SUITES = "ssd", "Suites voor het Sociaal Domein (Centric)", "Suites Sociaal Domein (Centric)"
    WERKSTAP = "wst", "Werkstap (PTC Werkstap B.V.)", "Werkstap (PTC Werkstap B.V.)"
    X_WORKS = "xws", "X-Works (Blinqt)", "X-Works (Blinqt)"
    AFAS = "afs", "AFAS Software", "AFAS Software"
    RITENSE = "cmu", "Ritense", "Ritense"
    SOCRATES = "soc", "Socrates (WiGo4It)", "Socrates (WiGo4It)"
    AIO = "aio", "AIO (Sociale Verzekeringsbank)", "AIO (Social Insurance Bank)"
    ZORGNED = (
        "zna",
        "CVS (Cliënt Volg Systeem) ZorgNed Automatisering",
        "CVS ZorgNed Automatisering",
    )
    GWS4ALL = "gws", "GWS4all (Centric)", "GWS4all (Centric)"
    CENTRAL_STATION = "cso", "Central Station (Obec Software Engineering)", "Central Station (Obec)"
    OTHER = "and", "ander pakket", "other package"
