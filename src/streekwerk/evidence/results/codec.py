"""Results to plain data and back, so that they can be stored, sent and read again."""

from __future__ import annotations

import json
from typing import Any, TypeVar

from pydantic import TypeAdapter

T = TypeVar("T")

# Building an adapter costs milliseconds; there is one for each kind of result.
_ADAPTERS: dict[type[Any], TypeAdapter[Any]] = {}


def _adapter(cls: type[Any]) -> TypeAdapter[Any]:
    if cls not in _ADAPTERS:
        _ADAPTERS[cls] = TypeAdapter(cls)
    return _ADAPTERS[cls]


def to_json(result: object) -> dict[str, Any]:
    """Return ``result`` (a design report, an evaluation) as plain data for JSON.

    A number that does not exist (NaN) becomes null.
    """
    plain: dict[str, Any] = json.loads(_adapter(type(result)).dump_json(result))
    return plain


def from_json(cls: type[T], data: dict[str, Any]) -> T:
    """Rebuild a ``cls`` from :func:`to_json`; raises ValueError when ``data`` is not one."""
    # Through JSON text: only there tuples may be written as lists.
    result: T = _adapter(cls).validate_json(json.dumps(data))
    return result


def json_schema(cls: type[Any]) -> dict[str, Any]:
    """Return the JSON Schema of ``cls``, for those who read our results with other software."""
    return _adapter(cls).json_schema(mode="serialization")
