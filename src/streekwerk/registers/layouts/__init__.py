"""The field tables of the regulation: they drive reading, writing, checking and the reference."""

from streekwerk.registers.layouts.bus import BUS_2015, BUS_2026
from streekwerk.registers.layouts.field import Edition, Field, Kind, Layout, Level, Statistic
from streekwerk.registers.layouts.srg import SRG_2015, SRG_2026

LAYOUTS = (SRG_2026, SRG_2015, BUS_2026, BUS_2015)

__all__ = [
    "BUS_2015",
    "BUS_2026",
    "LAYOUTS",
    "SRG_2015",
    "SRG_2026",
    "Edition",
    "Field",
    "Kind",
    "Layout",
    "Level",
    "Statistic",
]
