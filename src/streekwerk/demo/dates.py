"""Days for the months of the simulation.

Everything that starts does so on day 1-14, everything that ends on day 15-28:
within a month nobody can leave before a measure that starts in that month.
"""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from streekwerk.demo.arrays import Floats
from streekwerk.demo.config import RegionConfig

Dates: TypeAlias = npt.NDArray[np.datetime64]
_LATEST_START, _EARLIEST_END, _LATEST_END = 14, 15, 28
NO_DATE = np.datetime64("NaT", "D")


def first_days(config: RegionConfig, month: npt.NDArray[np.integer]) -> Dates:
    """Return the first day of each month number."""
    months = np.datetime64(config.first_month, "M") + month.astype(np.int64)
    return months.astype("datetime64[D]")


def start_days(config: RegionConfig, month: npt.NDArray[np.integer], uniform: Floats) -> Dates:
    """Return a day 1-14 in each month."""
    return first_days(config, month) + np.floor(uniform * _LATEST_START).astype(np.int64)


def end_days(config: RegionConfig, month: npt.NDArray[np.integer], uniform: Floats) -> Dates:
    """Return a day 15-28 in each month."""
    width = _LATEST_END - _EARLIEST_END + 1
    day = _EARLIEST_END - 1 + np.floor(uniform * width).astype(np.int64)
    return first_days(config, month) + day
