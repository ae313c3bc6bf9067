"""Charts drawn on the server as accessible SVG, each with its table. Pure Python.

Give a frozen specification and a language, get a :class:`Figure`: words, picture
(for wide and narrow), table. Everything needs its uncertainty where it has one.
"""

from streekwerk.charts.balance import Balance, Difference, balance
from streekwerk.charts.bars import COUNT, Bar, Bars, bars
from streekwerk.charts.figure import Figure
from streekwerk.charts.flow import Flow, Place, Stream, flow
from streekwerk.charts.horizons import Horizons, horizons
from streekwerk.charts.interval import Forest, Row, compact, forest
from streekwerk.charts.levels import LevelAt, Levels, levels
from streekwerk.charts.lines import Line, Lines, lines
from streekwerk.charts.measure import PER_100, Interval, Measure
from streekwerk.charts.overlap import Overlap, overlap
from streekwerk.charts.people import HundredPeople, hundred_people
from streekwerk.charts.table import Column, DataTable

__all__ = [
    "COUNT",
    "PER_100",
    "Balance",
    "Bar",
    "Bars",
    "Column",
    "DataTable",
    "Difference",
    "Figure",
    "Flow",
    "Forest",
    "Horizons",
    "HundredPeople",
    "Interval",
    "LevelAt",
    "Levels",
    "Line",
    "Lines",
    "Measure",
    "Overlap",
    "Place",
    "Row",
    "Stream",
    "balance",
    "bars",
    "compact",
    "flow",
    "forest",
    "horizons",
    "hundred_people",
    "levels",
    "lines",
    "overlap",
]
