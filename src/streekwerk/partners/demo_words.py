"""What people wrote about fictitious employers. All of it is made up."""

from __future__ import annotations

# Why a relation moved to each phase.
WHY = {
    "DW01": "Al jaren een vaste bekende; we houden contact.",
    "DW02": "Kennisgemaakt op de werkvloer.",
    "DW03": "Wil weten wat er kan en wat het vraagt van het team.",
    "DW04": "Twee leidinggevenden volgen een training voor werkbegeleiders.",
    "DW05": "Heeft iemand ontmoet met wie het klikte en past het werk aan.",
    "DW06": "We beschrijven de taken en kijken wat een nieuwe functie kan worden.",
    "DW07": "De functie is beschreven; samen afgesproken hoe we kiezen.",
    "DW08": "Kandidaten komen kijken en werken een ochtend mee.",
    "DW09": "De eerste collega is begonnen.",
    "DW10": "De eerste maanden zijn voorbij; we blijven langskomen.",
}
SPOKEN = (
    "Rondgelopen op de werkvloer. De drukte zit vooral in de ochtend.",
    "Er is iemand vertrokken; de taken zijn nu verdeeld over het team.",
    "Gevraagd naar het vervoer: met de bus is het lastig voor zeven uur.",
    "De werkbegeleider heeft vanaf volgende maand een vaste dagdeel.",
    "Verteld wat een proefplaats is en wat dat van het bedrijf vraagt.",
    "Gesproken over de machine die volgend jaar komt en welk werk dan overblijft.",
    "Wil graag zien hoe een ander bedrijf in de streek het doet.",
    "De planning voor het seizoen is rond; er is meer werk dan mensen.",
    "De collega's zijn positief, maar vragen om duidelijke afspraken.",
    "Gebeld over een vraag bij de loonadministratie; doorgegeven aan het servicepunt.",
)
AGREED = (
    "Twee proefplaatsen van twee maanden",
    "De taken van één afdeling samen beschrijven",
    "Een ochtend meelopen voor vier kandidaten",
    "Een training voor de werkbegeleider",
    "Een bezoek aan een bedrijf dat al zo werkt",
    "Werkinstructies met pictogrammen maken",
    "Elke maand bellen over hoe het gaat met de nieuwe collega",
    "Uitzoeken of het busrooster past bij de vroege dienst",
)
WELL = (
    "Snel begonnen en steeds dezelfde contactpersoon.",
    "De collega's hebben het goed opgevangen.",
    "Vooraf was duidelijk wat we van elkaar mochten verwachten.",
    "De nieuwe collega leert sneller dan gedacht.",
)
BADLY = (
    "Het regelen van de papieren duurde te lang.",
    "De begeleiding kostte in het begin meer tijd dan gepland.",
    "",
    "De eerste weken was niet duidelijk wie te bellen.",
)
