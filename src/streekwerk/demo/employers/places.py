"""Where the municipalities of Middenland lie on a map that does not exist.

Kilometres from a made-up corner. Rivierstede is the town in the middle; the others lie 7
to 14 km around it, so that most of the region can be cycled or reached by bus. The names
of the hamlets are made up, like those of the municipalities.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from streekwerk.matching.chains.demand import Place


@dataclass(frozen=True, slots=True)
class Area:
    """A municipality on the map.

    ``spread`` is the standard deviation of places around the centre in kilometres,
    ``employers`` its share of them, ``urban`` how much of a town it is (0 to 1).
    """

    centre: Place
    spread: float
    employers: float
    urban: float
    hamlets: tuple[str, ...]


AREAS: Mapping[str, Area] = MappingProxyType(
    {
        "9901": Area(
            Place(20.0, 18.0),
            2.2,
            0.36,
            1.0,
            ("Rivierstede", "Stedenoord", "Rivierkade", "Oude Sluispoort", "Havikerpoort"),
        ),
        "9902": Area(
            Place(29.0, 22.0), 2.4, 0.21, 0.7, ("Heidelaar", "Laarder Es", "Heidekwartel")
        ),
        "9903": Area(Place(13.0, 24.5), 2.2, 0.16, 0.5, ("Eikhaven", "Eikendonker", "Havenmeent")),
        "9904": Area(Place(27.5, 9.5), 3.0, 0.13, 0.2, ("Zandwolde", "Woldeghem", "Zanderhoef")),
        "9905": Area(Place(10.5, 12.0), 2.8, 0.09, 0.1, ("Kleibeek", "Beekmortel", "Kleiwerf")),
        "9906": Area(
            Place(19.0, 30.5), 1.8, 0.05, 0.0, ("Sint Ottengaarde", "Ottenhage", "Gaardermade")
        ),
    }
)


def draw_area(urban: float, rng: np.random.Generator) -> str:
    """Draw the municipality of an employer of a kind that is more or less of a town."""
    codes = list(AREAS)
    weight = np.array(
        [each.employers * np.exp(-0.8 * abs(each.urban - urban)) for each in AREAS.values()]
    )
    return codes[int(rng.choice(len(codes), p=weight / weight.sum()))]


def draw_place(area: str, rng: np.random.Generator) -> Place:
    """Draw a place around the centre, to a tenth of a kilometre."""
    here = AREAS[area]
    east, north = rng.normal(0, here.spread, 2)
    return Place(round(here.centre.x + float(east), 1), round(here.centre.y + float(north), 1))
