"""Read a stored request or advice back into what it was."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from pydantic import TypeAdapter

from streekwerk.advice.request import AdviceRequest, MeasureInput
from streekwerk.advice.result import Advice
from streekwerk.advice.situation import Situation

_MEASURE: TypeAdapter[MeasureInput] = TypeAdapter(MeasureInput)
_ADVICE: TypeAdapter[Advice] = TypeAdapter(Advice)


def request_from_json(plain: Mapping[str, Any]) -> AdviceRequest:
    """Rebuild a request; ValueError when ``plain`` is not one."""
    return AdviceRequest(
        day=date.fromisoformat(plain["day"]),
        situation=Situation.from_json(plain.get("situation", {})),
        measures=tuple(
            # Through JSON text: only there tuples may be written as lists.
            _MEASURE.validate_json(json.dumps(one))
            for one in plain.get("measures", ())
        ),
        algorithm=plain["algorithm"],
        features=plain["features"],
    )


def advice_from_json(plain: Mapping[str, Any]) -> Advice:
    """Rebuild an advice; ValueError when ``plain`` is not one."""
    return _ADVICE.validate_json(json.dumps(plain))
