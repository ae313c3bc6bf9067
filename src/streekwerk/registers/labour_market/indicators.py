"""What is told of a labour market: three figures of which each says it in its own way."""

from __future__ import annotations

from enum import StrEnum

from streekwerk.vocabulary.language import Text

MONTH, AREA, SOURCE = "MAAND", "GEBIED", "BRON"


class Indicator(StrEnum):
    """A figure about the labour market of an area in a month, in the order we prefer them.

    ``tightness`` sets vacancies against people who look for work and so says the most
    about the chance to find a job; unemployment says the least and comes late.
    """

    TIGHTNESS = "tightness"
    VACANCIES = "vacancies_per_100"
    UNEMPLOYMENT = "unemployment"

    @property
    def header(self) -> str:
        """Return the name of its column."""
        return _HEADERS[self]

    @property
    def label(self) -> Text:
        """Name it, with its unit."""
        return _LABELS[self]

    @property
    def bounds(self) -> tuple[float, float]:
        """Return the lowest and highest value that is believed."""
        return _BOUNDS[self]


_HEADERS = {
    Indicator.TIGHTNESS: "SPANNINGSINDICATOR",
    Indicator.VACANCIES: "VACATURES_PER_100",
    Indicator.UNEMPLOYMENT: "WERKLOOSHEIDSPERCENTAGE",
}
_LABELS = {
    Indicator.TIGHTNESS: Text(
        "spanningsindicator (vacatures per kortdurig werkloze)",
        "tightness (vacancies per short-term unemployed person)",
    ),
    Indicator.VACANCIES: Text(
        "openstaande vacatures per 100 mensen met bijstand",
        "open vacancies per 100 people on benefit",
    ),
    Indicator.UNEMPLOYMENT: Text(
        "werkloosheid (procent van de beroepsbevolking)",
        "unemployment (per cent of the labour force)",
    ),
}
_BOUNDS = {
    Indicator.TIGHTNESS: (0.0, 20.0),
    Indicator.VACANCIES: (0.0, 1000.0),
    Indicator.UNEMPLOYMENT: (0.0, 50.0),
}
