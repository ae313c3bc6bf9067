"""One step of the conversation as it stands on the page: the question and what is certain."""

from __future__ import annotations

from dataclasses import dataclass

from streekwerk.reports.rights import written
from streekwerk.rights import REGISTRY, Dialogue, Rule, Truth
from streekwerk.rights import rule as rule_by_key
from streekwerk.rights.engine.facts import Answer, FactSpec
from streekwerk.screens.rights.conversation import Conversation, Given
from streekwerk.screens.rights.fields import choices_of
from streekwerk.vocabulary.language import Language


@dataclass(frozen=True)
class Choice:
    """An answer to press; ``chosen`` marks the one given before."""

    value: str
    label: str
    chosen: bool


@dataclass(frozen=True)
class Certain:
    """What is settled so far, and how much is not."""

    yes: tuple[Rule, ...]
    no: tuple[Rule, ...]
    open: int

    @property
    def settled(self) -> int:
        """How many rules need no more questions about whether they apply."""
        return len(self.yes) + len(self.no)

    @property
    def total(self) -> int:
        """How many rules are looked at."""
        return self.settled + self.open


@dataclass(frozen=True)
class StepOnPage:
    """A question with everything around it.

    ``rules`` are those it is for; ``earlier`` is the answer given before, if it is
    asked again; ``given`` holds (key, question, answer) of all answers.
    """

    fact: FactSpec
    rules: tuple[Rule, ...]
    place: int
    earlier: Given
    again: bool
    previous: str | None
    choices: tuple[Choice, ...]
    certain: Certain
    given: tuple[tuple[FactSpec, str], ...]

    @property
    def is_number(self) -> bool:
        """Whether a number is asked for."""
        return self.fact.kind is Answer.NUMBER


def step_on_page(
    conversation: Conversation, dialogue: Dialogue, key: str | None, language: Language
) -> StepOnPage | None:
    """Return the step for ``key``, or for the next question; None when all is asked."""
    question = None if key else dialogue.next_question()
    if key is None and question is None:
        return None
    fact = question.fact if question else REGISTRY[key or ""]
    asked = list(conversation.given)
    rules = tuple(rule_by_key(k) for k in question.rules) if question else _uses(dialogue, fact)
    earlier = conversation.given.get(fact.key)
    return StepOnPage(
        fact=fact,
        rules=rules,
        place=(asked.index(fact.key) if fact.key in asked else len(asked)) + 1,
        earlier=earlier,
        again=fact.key in asked,
        previous=conversation.before(key),
        choices=_choices(fact, earlier, again=fact.key in asked),
        certain=_certain(dialogue),
        given=tuple(_given(dialogue, k, language) for k in asked),
    )


def _choices(fact: FactSpec, earlier: Given, *, again: bool) -> tuple[Choice, ...]:
    before = ("onbekend" if earlier is None else earlier) if again else ""
    return tuple(Choice(value, label, value == before) for value, label in choices_of(fact))


def _uses(dialogue: Dialogue, fact: FactSpec) -> tuple[Rule, ...]:
    answers = dialogue.answers()
    return tuple(one.rule for one in answers if one.version and fact in one.version.facts())


def _certain(dialogue: Dialogue) -> Certain:
    answers = dialogue.answers()
    yes, no = (
        tuple(one.rule for one in answers if one.truth is truth) for truth in (Truth.YES, Truth.NO)
    )
    return Certain(yes, no, len(answers) - len(yes) - len(no))


def _given(dialogue: Dialogue, key: str, language: Language) -> tuple[FactSpec, str]:
    fact = REGISTRY[key]
    return fact, written(fact, dialogue.case.answers[key]).in_language(language)
