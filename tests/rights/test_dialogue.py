"""Answering step by step: few questions, honest about what stays open."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from streekwerk.rights import CATALOGUE, Dialogue, Truth, new_case, rule
from streekwerk.rights.engine.dialogue import Question
from streekwerk.rights.engine.facts import Answer
from streekwerk.rights.engine.routes import routes, unknown_facts

DAY = date(2026, 7, 1)


def start(*keys: str, **facts: object) -> Dialogue:
    return Dialogue.start(new_case(DAY, facts), [rule(key) for key in keys])


def walk(dialogue: Dialogue, replies: dict[str, object]) -> tuple[Dialogue, list[str]]:
    asked: list[str] = []
    while (question := dialogue.next_question()) is not None:
        asked.append(question.fact.key)
        dialogue = dialogue.answer(question, replies.get(question.fact.key, default(question)))
    return dialogue, asked


def default(question: Question) -> object:
    if question.kind is Answer.YES_NO:
        return "ja"
    if question.kind is Answer.CHOICE:
        return question.options[0].key
    return DAY if question.kind is Answer.DATE else min(question.fact.highest, 40)


def test_a_no_takes_one_question() -> None:
    dialogue, asked = walk(start("loonkostensubsidie"), {"doelgroep_lks": "nee"})
    assert asked == ["doelgroep_lks"]
    assert dialogue.answers()[0].truth is Truth.NO


def test_a_yes_goes_on_until_the_amount_is_known() -> None:
    replies = {"wsw_dienstbetrekking": "nee", "loonwaarde_procent": 60, "uren_per_week": 36}
    dialogue, asked = walk(start("loonkostensubsidie"), replies)
    (answer,) = dialogue.answers()
    assert answer.truth is Truth.YES
    assert len(asked) == len(set(asked)) == 8
    assert answer.figure("lks").value == pytest.approx(1009.58, abs=0.01)


def test_one_of_many_groups_is_enough() -> None:
    dialogue, asked = walk(start("aanspraak-ondersteuning"), {})
    assert asked == ["algemene_bijstand"]
    assert dialogue.done


def test_what_is_already_known_is_not_asked() -> None:
    _, asked = walk(start("proefplaats", algemene_bijstand="ja"), {"maanden_proefplaats": 1})
    assert "algemene_bijstand" not in asked


def test_dont_know_is_not_asked_again_and_leaves_the_answer_open() -> None:
    dialogue = start("begeleiding-werkplek")
    question = dialogue.next_question()
    assert question is not None
    dialogue = dialogue.answer(question, None)
    assert dialogue.done
    assert dialogue.answers()[0].truth is Truth.UNKNOWN


def test_a_question_shared_by_rules_comes_first() -> None:
    dialogue = start("begeleiding-werkplek", "loonkostensubsidie", "proefplaats")
    question = dialogue.next_question()
    assert question is not None
    assert question.fact.key == "doelgroep_lks"
    assert question.rules == ("begeleiding-werkplek", "loonkostensubsidie")


def test_a_judgement_is_marked_as_a_question_to_a_professional() -> None:
    dialogue = start("voorziening-arbeidsinschakeling", algemene_bijstand="ja")
    question = dialogue.next_question()
    assert question is not None
    assert question.for_professional
    assert [option.key for option in question.options] == ["ja", "nee"]
    assert question.text.en.endswith("?")


def test_a_wrong_answer_is_refused() -> None:
    dialogue = start("participatieplaats", algemene_bijstand="ja")
    question = dialogue.next_question()
    assert question is not None
    with pytest.raises(ValueError, match="verwacht"):
        dialogue.answer(question, "misschien")
    with pytest.raises(ValueError, match="minstens één regel"):
        Dialogue.start(new_case(DAY, {}), [])


@pytest.mark.parametrize("one", CATALOGUE, ids=[one.key for one in CATALOGUE])
def test_every_rule_can_be_settled_by_its_dialogue(one: object) -> None:
    chosen = next(each for each in CATALOGUE if each is one)
    for reply in ("ja", "nee"):
        dialogue = Dialogue.start(new_case(DAY, {}), [chosen])
        while (question := dialogue.next_question()) is not None:
            known = reply if question.kind is Answer.YES_NO else default(question)
            dialogue = dialogue.answer(question, known)
        (answer,) = dialogue.answers()
        assert answer.truth is not Truth.UNKNOWN
        if answer.truth is Truth.YES:
            assert all(figure.value is not None for figure in answer.figures)


@given(st.data())
@settings(max_examples=40, deadline=None)
def test_what_nobody_can_tell_stops_only_the_questions_that_need_it(data: st.DataObject) -> None:
    chosen = data.draw(st.sampled_from(CATALOGUE))
    dialogue = Dialogue.start(new_case(DAY, {}), [chosen])
    while (question := dialogue.next_question()) is not None:
        options: list[object] = [None, *(option.key for option in question.options)]
        if not question.options:
            options += [DAY] if question.kind is Answer.DATE else [0, 1, 12]
        dialogue = dialogue.answer(question, data.draw(st.sampled_from(options)))
    (answer,) = dialogue.answers()
    if answer.truth is not Truth.UNKNOWN or answer.version is None:
        return
    frame = dialogue.case.frame()
    for goal in (Truth.YES, Truth.NO):
        for route in routes(answer.version.condition, goal, frame):
            needed = {f.key for step in route for f in unknown_facts(step.leaf, frame)}
            assert needed & set(dialogue.asked), f"{needed} would have settled {chosen.key}"


def test_another_question_can_still_settle_what_one_answer_leaves_open() -> None:
    dialogue = Dialogue.start(new_case(DAY, {}), [rule("loonkostensubsidie")])
    first = dialogue.next_question()
    assert first is not None
    dialogue = dialogue.answer(first, None)
    second = dialogue.next_question()
    assert second is not None
    assert second.fact is not first.fact
    assert dialogue.answer(second, False).answers()[0].truth is Truth.NO
