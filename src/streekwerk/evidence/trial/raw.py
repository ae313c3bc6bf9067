"""A file of records as it came in: named columns of text, and the row each value stood in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

# Text of any length (numpy's variable-width dtype): one long remark must not
# widen a whole column.
Strings: TypeAlias = npt.NDArray[Any]
STRINGS = np.dtypes.StringDType()


@dataclass(frozen=True, slots=True)
class RawTable:
    """Cells as text; nothing is interpreted yet.

    Attributes
    ----------
    name : the file's name, for messages.
    cells : column name to (n,) text; a blank cell is the empty string.
    rows : (n,) row number as a spreadsheet shows it (the header is row 1).
    """

    name: str
    cells: Mapping[str, Strings]
    rows: npt.NDArray[np.int64]

    @property
    def columns(self) -> tuple[str, ...]:
        """Return the column names in the file's order."""
        return tuple(self.cells)

    @property
    def n(self) -> int:
        """Return the number of records."""
        return int(self.rows.shape[0])
