"""Properties that hold for every case, found by hypothesis rather than by example."""

from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from streekwerk.rights import CATALOGUE, REGISTRY, Case, Truth, evaluate, new_case, rule
from streekwerk.rights.engine.evaluation import RuleAnswer
from streekwerk.rights.engine.facts import Answer, FactSpec
from streekwerk.rights.engine.routes import truth_of

DAYS = st.dates(date(2024, 1, 1), date(2027, 12, 31))


def value_of(fact: FactSpec) -> st.SearchStrategy[object]:
    if fact.kind is Answer.YES_NO:
        return st.booleans()
    if fact.kind is Answer.DATE:
        return st.dates(date(2020, 1, 1), date(2027, 12, 31))
    if fact.kind is Answer.CHOICE:
        return st.sampled_from([option.key for option in fact.options])
    return st.integers(0, int(min(fact.highest, 60))).map(float)


@st.composite
def cases(draw: st.DrawFn, facts: tuple[FactSpec, ...]) -> Case:
    answers = {f.key: draw(st.none() | value_of(f)) for f in facts}
    return new_case(draw(DAYS), answers)


@st.composite
def rule_and_case(draw: st.DrawFn) -> tuple[RuleAnswer, Case]:
    one = draw(st.sampled_from(CATALOGUE))
    facts = {fact.key: fact for version in one.versions for fact in version.facts()}
    case = draw(cases(tuple(facts.values())))
    (answer,) = evaluate(case, [one])
    return answer, case


@given(rule_and_case(), st.data())
@settings(max_examples=150, deadline=None)
def test_leaving_information_out_never_turns_a_decided_answer(
    found: tuple[RuleAnswer, Case], data: st.DataObject
) -> None:
    answer, case = found
    known = sorted(case.answers)
    left_out = data.draw(st.sets(st.sampled_from(known))) if known else set()
    less = case
    for key in left_out:
        less = less.knowing(REGISTRY[key], None)
    (weaker,) = evaluate(less, [answer.rule])
    assert weaker.truth in (answer.truth, Truth.UNKNOWN)


@given(rule_and_case())
@settings(max_examples=150, deadline=None)
def test_the_explanation_and_the_result_agree(found: tuple[RuleAnswer, Case]) -> None:
    answer, _ = found
    for wording in ("plain", "professional"):
        reason = answer.reason(wording)
        assert reason.truth is answer.truth
        assert reason.article
        assert reason.text.nl
        assert reason.text.en
        assert reason.decisive().truth is answer.truth
        if answer.truth is Truth.NO:
            assert any(step.truth is not Truth.YES for step in reason.walk())


@given(rule_and_case())
@settings(max_examples=120, deadline=None)
def test_answering_the_fewest_questions_can_settle_and_changes_do_turn(
    found: tuple[RuleAnswer, Case],
) -> None:
    answer, case = found
    questions = answer.questions()
    if answer.truth is Truth.UNKNOWN:
        assert questions.fewest
        assert all(np.isnan(case.answers.get(f.key, np.nan)) for f in questions.fewest)
        assert answer.next_question() is not None
        assert answer.changes() == ()
    else:
        assert questions.fewest == ()
        for change in answer.changes(3):
            assert change.steps
            assert all(truth_of(s.leaf, answer.frame) is not s.goal for s in change.steps)


SUBSIDY = rule("loonkostensubsidie")
ENTITLED = {
    "doelgroep_lks": True,
    "werkgever_wil_dienstbetrekking": True,
    "dienstbetrekking_komt_tot_stand": True,
    "loonwaarde_vastgesteld": True,
    "wsw_dienstbetrekking": False,
}


def subsidy_at(day: date, value: float, hours: float, full_time: float) -> RuleAnswer:
    facts = {
        **ENTITLED,
        "loonwaarde_procent": value,
        "uren_per_week": hours,
        "volledige_werkweek": full_time,
    }
    (answer,) = evaluate(new_case(day, facts), [SUBSIDY])
    return answer


PERCENT = st.integers(0, 100).map(float)
HOURS = st.integers(1, 60).map(float)
FULL = st.integers(32, 40).map(float)


@given(DAYS, PERCENT, HOURS, FULL)
@settings(max_examples=120, deadline=None)
def test_the_subsidy_stays_between_nothing_and_its_cap(
    day: date, value: float, hours: float, full_time: float
) -> None:
    answer = subsidy_at(day, value, hours, full_time)
    cap = answer.figure("plafond_36_uur").value
    assert cap is not None
    part = min(hours, full_time) / 36
    for key, charges in (
        ("lks", 1.0),
        ("lks_loonwaarde_zonder_vakantiebijslag", 1.0),
        ("lks_lasten_in_plafond", 1.235),
        ("lks_met_werkgeverslasten", 1.235),
    ):
        amount = answer.figure(key).value
        assert amount is not None
        assert -1e-9 <= amount <= cap * part * charges + 1e-9


@given(DAYS, PERCENT, PERCENT, HOURS)
@settings(max_examples=120, deadline=None)
def test_the_subsidy_falls_as_the_wage_value_rises(
    day: date, one: float, other: float, hours: float
) -> None:
    low, high = sorted((one, other))
    for key in (
        "lks",
        "lks_met_werkgeverslasten",
        "lks_lasten_in_plafond",
        "lks_loonwaarde_zonder_vakantiebijslag",
    ):
        more = subsidy_at(day, low, hours, 36).figure(key).value
        less = subsidy_at(day, high, hours, 36).figure(key).value
        assert more is not None
        assert less is not None
        assert less <= more + 1e-9


@given(rule_and_case())
@settings(max_examples=150, deadline=None)
def test_no_figure_is_ever_negative(found: tuple[RuleAnswer, Case]) -> None:
    answer, _ = found
    for figure in answer.figures:
        assert figure.if_entitled is None or figure.if_entitled >= -1e-9
        assert figure.value is None or figure.value >= -1e-9
        if answer.truth is Truth.NO:
            assert figure.value == 0.0


@pytest.mark.parametrize("value", [0.0, 30.0, 60.0, 100.0])
def test_the_subsidy_against_a_hand_written_formula(value: float) -> None:
    """An independent calculation, straight from article 10d(4), at 2026-07-01."""
    base = 2337.00 + 0.08 * 2337.00
    expected = min(base - value / 100 * base, 0.7 * base) * 28 / 36
    amount = subsidy_at(date(2026, 7, 1), value, 28, 36).figure("lks").value
    assert amount == pytest.approx(expected)
