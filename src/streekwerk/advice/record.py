"""An advice with everything it was made from, so that it can be made again, byte for byte.

What is absent is not written: a later version may add an optional field without changing
the bytes of what an earlier version says.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import TYPE_CHECKING

from streekwerk.advice.options import advise
from streekwerk.advice.reading import advice_from_json, request_from_json
from streekwerk.advice.request import AdviceRequest
from streekwerk.advice.result import Advice
from streekwerk.advice.situation import Situation
from streekwerk.vocabulary.language import Text

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

FORMAT = "1"
# Looking fields up costs more than writing them.
_NAMES: dict[type[object], tuple[str, ...]] = {}


@dataclass(frozen=True, slots=True)
class Record:
    """A stored advice.

    Attributes
    ----------
    request, advice : canonical JSON text.
    inputs_hash, advice_hash : SHA-256 of the two.
    evidence_version : SHA-256 of the evidence in the request alone: equal for two people
        who were advised from the same cards.
    """

    request: str
    advice: str
    inputs_hash: str
    advice_hash: str
    evidence_version: str
    algorithm: str
    features: str
    code_version: str
    format: str = FORMAT

    def asked(self) -> AdviceRequest:
        """Return the request."""
        return request_from_json(json.loads(self.request))

    def given(self) -> Advice:
        """Return the advice."""
        return advice_from_json(json.loads(self.advice))


@dataclass(frozen=True, slots=True)
class Replay:
    """What came of making an advice again. ``problem`` says in words what differs."""

    identical: bool
    problem: str = ""


def make_record(request: AdviceRequest, code_version: str) -> Record:
    """Advise, and keep the advice with its inputs."""
    asked, given = canonical(request), canonical(advise(request))
    return Record(
        request=asked,
        advice=given,
        inputs_hash=sha256(asked),
        advice_hash=sha256(given),
        evidence_version=evidence_version(request),
        algorithm=request.algorithm,
        features=request.features,
        code_version=code_version,
    )


def replay(record: Record) -> Replay:
    """Make the advice of a record again and compare, byte for byte."""
    problem = next(_problems(record), "")
    return Replay(identical=not problem, problem=problem)


def _problems(record: Record) -> Iterator[str]:
    if sha256(record.request) != record.inputs_hash:
        yield "the request is not the one that was hashed"
    if sha256(record.advice) != record.advice_hash:
        yield "the advice is not the one that was hashed"
    try:
        request = record.asked()
        again, given = canonical(request), canonical(advise(request))
    except (ValueError, TypeError, KeyError) as error:
        yield f"it cannot be made again: {error}"
        return
    if again != record.request:
        yield f"the request reads {_first(again, record.request)}"
    if given != record.advice:
        yield f"the advice reads {_first(given, record.advice)}"
    if evidence_version(request) != record.evidence_version:
        yield "the evidence is not the version that was noted"


def canonical(part: AdviceRequest | Advice) -> str:
    """Return the one way to write a request or an advice as JSON."""
    return _written(_plain(part))


def evidence_version(request: AdviceRequest) -> str:
    """Return the SHA-256 of all evidence in a request."""
    evidence = {one.code: [one.region, one.personal, one.studies] for one in request.measures}
    return sha256(_written(_plain(evidence)))


def sha256(text: str) -> str:
    """Return the hexadecimal SHA-256 of a text in UTF-8."""
    return hashlib.sha256(text.encode()).hexdigest()


def _written(plain: object) -> str:
    return json.dumps(
        plain, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False
    )


def _plain(value: object) -> object:
    """Return plain data for JSON; what is absent is left out of an object."""
    if isinstance(value, Text):
        return value.as_json()
    if value is None or isinstance(value, str | bool | int):
        return value
    if isinstance(value, float):
        # 16 and 16.0 are the same answer and must be the same bytes.
        return int(value) if value.is_integer() else value
    if isinstance(value, list | tuple):
        return [_plain(part) for part in value]
    if isinstance(value, date):
        return value.isoformat()
    return _members(value)


def _members(value: object) -> dict[str, object]:
    members: Mapping[str, object]
    if isinstance(value, Situation):
        members = value.as_json()
    elif isinstance(value, dict):
        members = value
    else:
        members = {name: getattr(value, name) for name in _names(type(value))}  # type: ignore[arg-type]  # what is left is a dataclass
    return {name: _plain(part) for name, part in members.items() if not _is_absent(part)}


def _names(cls: type[DataclassInstance]) -> tuple[str, ...]:
    if cls not in _NAMES:
        _NAMES[cls] = tuple(field.name for field in fields(cls))
    return _NAMES[cls]


def _is_absent(value: object) -> bool:
    return value is None or value == ()


def _first(again: str, before: str) -> str:
    """Return the surroundings of the first difference, for whoever must find out why."""
    place = next(
        (k for k, (a, b) in enumerate(zip(again, before, strict=False)) if a != b),
        min(len(again), len(before)),
    )
    part = slice(max(place - 40, 0), place + 40)
    return f"{again[part]!r} where it read {before[part]!r}"
