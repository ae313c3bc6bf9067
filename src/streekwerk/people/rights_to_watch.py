"""Which rights are watched over the caseload, and what in a file points to each. Pure.

Most rights hang on a judgement that is made when somebody asks; watching those would give
everybody every reason and nobody a useful one. Watched is what a fact in the file points
to. The rights engine then says whether it can still be a yes, and which question is open;
who has it, or for whom the law says no, is left alone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from streekwerk.advice.law import case_of
from streekwerk.advice.situation import Situation, read_situation
from streekwerk.registers.codes.srg import MeasureType
from streekwerk.rights import Municipality, Truth, evaluate, rule
from streekwerk.rights.engine.facts import FactSpec
from streekwerk.rights.engine.rules import Rule
from streekwerk.rights.facts import REGISTRY
from streekwerk.vocabulary.language import Text


@dataclass(frozen=True, slots=True)
class Watched:
    """One right: its rule, what in the file points to it, and the measures that mean "has it".

    ``values`` are those of the file's ``field`` that point to it.
    """

    rule: str
    field: str
    values: frozenset[object]
    why: Text
    measures: frozenset[str] = frozenset()


WATCHED: tuple[Watched, ...] = (
    Watched(
        "ontheffing-alleenstaande-ouder",
        "household",
        frozenset({"single_parent"}),
        Text("woont alleen met kinderen", "lives alone with children"),
    ),
    Watched(
        "begeleiding-werkplek",
        "target_register",
        frozenset({"ja", "vermoedelijk"}),
        Text("hoort bij de doelgroep, of waarschijnlijk", "of the target group, or probably"),
        frozenset({MeasureType.JOB_COACH.value}),
    ),
    Watched(
        "beschut-werk",
        "work_needs",
        frozenset({"guidance"}),
        Text("begeleiding op het werk is nodig", "guidance at work is needed"),
        frozenset({MeasureType.SHELTERED_WORK.value}),
    ),
    Watched(
        "werkplekaanpassing",
        "work_needs",
        frozenset({"place"}),
        Text("een aangepaste werkplek is nodig", "an adapted workplace is needed"),
        frozenset({MeasureType.WORKPLACE_ADAPTATION.value}),
    ),
    Watched(
        "aanvraag-doelgroep-loonkostensubsidie",
        "work_capacity",
        frozenset({"below"}),
        Text("kan nu minder dan het minimumloon verdienen", "can earn below the minimum wage"),
        frozenset({MeasureType.WAGE_SUBSIDY.value, MeasureType.FLAT_WAGE_SUBSIDY.value}),
    ),
)
_BY_RULE = {each.rule: each for each in WATCHED}


@dataclass(frozen=True, slots=True)
class Open:
    """A right that can still be asked for; ``question`` is the fact to ask about, "" for none."""

    rule: str
    question: str = ""


def rights_open(
    file: Mapping[str, object],
    has: Collection[str],
    day: date,
    municipality: Municipality,
) -> tuple[Open, ...]:
    """Return the watched rights that somebody could still ask for.

    Parameters
    ----------
    file
        What is known of the person, by field.
    has
        SRG types of measures that run or were chosen.
    """
    pointed = [each for each in WATCHED if _points(each, file) and not each.measures & set(has)]
    if not pointed:
        return ()
    situation = read_situation(file, day)
    return tuple(_judged(pointed, situation, day, municipality))


def _points(watched: Watched, file: Mapping[str, object]) -> bool:
    value = file.get(watched.field)
    given = value if isinstance(value, list | tuple) else (value,)
    return any(each in watched.values for each in given)


def _judged(
    pointed: list[Watched], situation: Situation, day: date, municipality: Municipality
) -> Iterator[Open]:
    case = case_of(situation, day, municipality, {})
    for each in pointed:
        (answer,) = evaluate(case, [_rule(each.rule)])
        if answer.truth is Truth.YES:
            yield Open(each.rule)
        elif answer.truth is Truth.UNKNOWN:
            question = next(iter(answer.questions().fewest), None)
            yield Open(each.rule, question.key if question else "")


@lru_cache(maxsize=64)
def _rule(key: str) -> Rule:
    return rule(key)


def name_of(key: str) -> Text:
    """Name a right."""
    return _rule(key).name


def why_of(key: str) -> Text | None:
    """Say what in the file points to a right; None for one that is no longer watched."""
    return _BY_RULE[key].why if key in _BY_RULE else None


def question_of(key: str) -> FactSpec | None:
    """Return the open question; None where there is none."""
    return REGISTRY[key] if key else None
