"""Tables as columns: a name and an array, written by DuckDB without a row in Python."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, TypeAlias

import duckdb
import numpy as np
import numpy.typing as npt

Column: TypeAlias = npt.NDArray[Any]
Columns: TypeAlias = Mapping[str, Column]


def concatenated(parts: Sequence[Columns]) -> dict[str, Column]:
    """Return the rows of all parts; parts without columns have no rows."""
    filled = [part for part in parts if part]
    if not filled:
        return {}
    return {name: np.concatenate([part[name] for part in filled]) for name in filled[0]}


def readable(columns: Columns) -> dict[str, Column]:
    """Return the columns as DuckDB reads them: days as timestamps of whole days."""
    return {
        name: column.astype("datetime64[us]") if column.dtype.kind == "M" else column
        for name, column in columns.items()
    }


def write_parquet(columns: Columns, path: Path) -> None:
    """Write columns of equal length to a Parquet file."""
    connection = duckdb.connect()
    try:
        connection.register("columns", readable(columns))
        connection.execute("COPY columns TO ? (FORMAT parquet)", [str(path)])
    finally:
        connection.close()
