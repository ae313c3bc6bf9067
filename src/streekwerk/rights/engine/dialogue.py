"""A case answered step by step: one question at a time, with the fewest questions.

Screens keep nothing but the answers; the dialogue is rebuilt from them on every step.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from streekwerk.rights.engine.evaluation import Case, RuleAnswer, evaluate
from streekwerk.rights.engine.facts import Answer, FactSpec, Holder, Option
from streekwerk.rights.engine.rules import Rule
from streekwerk.vocabulary.language import Text

_YES_NO = (Option("ja", Text("Ja", "Yes")), Option("nee", Text("Nee", "No")))


@dataclass(frozen=True)
class Question:
    """What to ask next.

    Attributes
    ----------
    fact
        The fact asked about; its key names the answer.
    rules
        Keys of the rules this question is for.
    """

    fact: FactSpec
    rules: tuple[str, ...]

    @property
    def text(self) -> Text:
        """The question."""
        return self.fact.question

    @property
    def kind(self) -> Answer:
        """The kind of input: yes/no, number, date or choice."""
        return self.fact.kind

    @property
    def options(self) -> tuple[Option, ...]:
        """The answers to choose from; none for a number or a date."""
        return _YES_NO if self.kind is Answer.YES_NO else self.fact.options

    @property
    def for_professional(self) -> bool:
        """Whether only a professional may answer (a discretionary term)."""
        return self.fact.holder is Holder.JUDGEMENT


@dataclass(frozen=True)
class Dialogue:
    """A conversation about one or more rules.

    Attributes
    ----------
    case
        What is known so far.
    rules
        What the reader wants to know.
    asked
        Keys of the facts answered in this dialogue, in order ("don't know" included).
    """

    case: Case
    rules: tuple[Rule, ...]
    asked: tuple[str, ...] = ()

    @classmethod
    def start(cls, case: Case, rules: Sequence[Rule]) -> Dialogue:
        """Start from what is already known.

        Raises
        ------
        ValueError
            Without rules.
        """
        if not rules:
            raise ValueError("een gesprek heeft minstens één regel nodig")
        return cls(case, tuple(rules))

    def answers(self) -> tuple[RuleAnswer, ...]:
        """Return the answers so far."""
        return evaluate(self.case, self.rules)

    def next_question(self) -> Question | None:
        """Return the question that most unsettled rules want first; ``None`` when done.

        A question answered with "don't know" is not asked again. Others that can still
        decide a rule are; a rule that cannot do without it stays open.
        """
        wanted = [
            (answer.rule.key, fact)
            for answer in self.answers()
            if (fact := answer.next_question(self.asked)) is not None
        ]
        if not wanted:
            return None
        most = Counter(fact.key for _, fact in wanted).most_common(1)[0][0]
        fact = next(fact for _, fact in wanted if fact.key == most)
        return Question(fact, tuple(key for key, one in wanted if one.key == most))

    def answer(self, question: Question, value: object) -> Dialogue:
        """Return the dialogue after an answer; ``None`` means "don't know".

        Raises
        ------
        ValueError
            When the answer is not of the question's kind.
        """
        known = self.case.knowing(question.fact, value)
        return replace(self, case=known, asked=(*self.asked, question.fact.key))

    @property
    def done(self) -> bool:
        """Whether there is nothing left to ask."""
        return self.next_question() is None
