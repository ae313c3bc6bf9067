"""What the law gives in one case, in words of one language, for screen and paper alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from streekwerk.reports import rights_words as words
from streekwerk.reports.pdf import typeset
from streekwerk.rights import (
    NOT_FILLED_IN,
    REGISTRY,
    Dialogue,
    Municipality,
    Rule,
    RuleAnswer,
    Truth,
)
from streekwerk.rights.engine.evaluation import Change, Figure
from streekwerk.rights.engine.explanation import Reason, day_text
from streekwerk.rights.engine.facts import Answer, FactSpec
from streekwerk.rights.engine.rules import Audience, Decides, LegalBasis, Status
from streekwerk.rights.engine.words import Wording, figure
from streekwerk.vocabulary.language import LANGUAGES, Language, Text

MOST_CHANGES = 3


@dataclass(frozen=True, slots=True)
class ReasonContent:
    """One step of an explanation; ``truth`` is yes, no or unknown."""

    truth: str
    status: str
    text: str
    article: str
    value: str
    parts: tuple[ReasonContent, ...]


@dataclass(frozen=True, slots=True)
class FigureContent:
    """An amount or a duration; ``variant`` names the reading of a contested point."""

    label: str
    value: str
    variant: str


@dataclass(frozen=True, slots=True)
class SourceContent:
    """A provision and where to read it."""

    citation: str
    url: str


@dataclass(frozen=True, slots=True)
class QuestionContent:
    """A question, by the key of its fact; ``asks`` says who knows the answer."""

    key: str
    question: str
    asks: str


@dataclass(frozen=True, slots=True)
class AnswerContent:
    """What one rule says."""

    key: str
    name: str
    summary: str
    truth: str
    verdict: str
    figures: tuple[FigureContent, ...]
    because: ReasonContent
    professional: ReasonContent
    changes: tuple[tuple[str, ...], ...]
    questions: tuple[QuestionContent, ...]
    remarks: tuple[str, ...]
    contested: bool
    sources: tuple[SourceContent, ...]


@dataclass(frozen=True, slots=True)
class RightsContent:
    """A whole case. ``given`` holds (key, question, answer) in the order of asking."""

    language: Language
    day: str
    municipality: str
    scope: str
    summary: str
    entitled: tuple[AnswerContent, ...]
    duties: tuple[AnswerContent, ...]
    employer: tuple[AnswerContent, ...]
    unknown: tuple[AnswerContent, ...]
    no: tuple[AnswerContent, ...]
    human: tuple[QuestionContent, ...]
    open_questions: tuple[QuestionContent, ...]
    given: tuple[tuple[str, str, str], ...]
    words: dict[str, str]


def as_pdf(content: RightsContent) -> bytes:
    """Return the case as an accessible PDF (PDF/UA-1)."""
    return typeset("rights.typ", content)


def rights_content(dialogue: Dialogue, scope: Text, language: Language) -> RightsContent:
    """Put the answers of a dialogue into words of one language, in the order a reader wants."""
    answers = dialogue.answers()
    say = _Say(language)
    yes = [one for one in answers if one.truth is Truth.YES]
    unknown = [one for one in answers if one.truth is Truth.UNKNOWN]
    no = [one for one in answers if one.truth is Truth.NO]
    return RightsContent(
        language=language,
        day=say.text(day_text(dialogue.case.day)),
        municipality=_place(dialogue.case.municipality, say),
        scope=say.text(scope),
        summary=say.text(words.summary(len(yes), len(unknown), len(no))),
        entitled=say.answers(one for one in yes if _for_person(one.rule)),
        duties=say.answers(one for one in yes if one.rule.decides is Decides.DUTY),
        employer=say.answers(one for one in yes if one.rule.audience is Audience.EMPLOYER),
        unknown=say.answers(unknown),
        no=say.answers(no),
        human=tuple(say.question(fact) for fact in judgements([*yes, *unknown])),
        open_questions=tuple(say.question(fact) for fact in still_open(unknown)),
        given=tuple(say.given(dialogue, key) for key in dialogue.asked),
        words={name: say.text(text) for name, text in words.WORDS.items()},
    )


def judgements(answers: Sequence[RuleAnswer]) -> tuple[FactSpec, ...]:
    """Return what the law leaves to a professional in these answers, each once."""
    return _once(
        fact
        for one in answers
        if one.version is not None
        for fact in one.version.facts()
        if fact.discretionary
    )


def still_open(unknown: Sequence[RuleAnswer]) -> tuple[FactSpec, ...]:
    """Return the fewest questions that would settle what is not known yet, each once."""
    return _once(fact for one in unknown for fact in one.questions().fewest)


def written(fact: FactSpec, stored: float) -> Text:
    """Return a stored answer in words."""
    value = fact.decode(stored)
    if value is None:
        return words.DONT_KNOW
    if fact.kind is Answer.YES_NO:
        return words.YES if value else words.NO
    if isinstance(value, date):
        return day_text(value)
    if fact.kind is Answer.CHOICE:
        return next(option.label for option in fact.options if option.key == value)
    return Text(*(figure(float(stored), fact.unit, language) for language in LANGUAGES))


def source(basis: LegalBasis) -> SourceContent:
    """Return a provision with its address."""
    return SourceContent(basis.citation, basis.url)


def _for_person(rule: Rule) -> bool:
    return rule.audience is Audience.PERSON and rule.decides is not Decides.DUTY


def _once(facts: Iterator[FactSpec]) -> tuple[FactSpec, ...]:
    return tuple({fact.key: fact for fact in facts}.values())


def _place(municipality: Municipality, say: _Say) -> str:
    if municipality == Municipality():
        return say.text(words.NO_MUNICIPALITY)
    return municipality.name


class _Say:
    """Everything about an answer in one language."""

    def __init__(self, language: Language) -> None:
        self.language: Language = language

    def text(self, text: Text) -> str:
        return text.in_language(self.language)

    def answers(
        self, answers: Iterator[RuleAnswer] | Sequence[RuleAnswer]
    ) -> tuple[AnswerContent, ...]:
        return tuple(self.answer(one) for one in answers)

    def answer(self, one: RuleAnswer) -> AnswerContent:
        version = one.version or one.rule.versions[-1]
        open_facts = one.questions().fewest if one.truth is Truth.UNKNOWN else ()
        return AnswerContent(
            key=one.rule.key,
            name=self.text(one.rule.name),
            summary=self.text(one.rule.summary.plain),
            truth=one.truth.name.lower(),
            verdict=self.text(words.VERDICTS[one.truth][one.rule.decides]),
            figures=tuple(self.figure(each) for each in one.figures) if one.truth else (),
            because=self.reason(one.reason("plain").decisive()),
            professional=self.reason(one.reason("professional")),
            changes=tuple(self.change(each, "plain") for each in one.changes(MOST_CHANGES)),
            questions=tuple(self.question(fact) for fact in open_facts),
            remarks=tuple(self.remarks(one)),
            contested=one.rule.status is Status.CONTESTED,
            sources=tuple(source(basis) for basis in version.basis),
        )

    def figure(self, one: Figure) -> FigureContent:
        outcome = one.outcome
        variant = self.text(outcome.variant) if outcome.variant else ""
        if one.left_open:
            value = self.text(NOT_FILLED_IN)
        elif one.if_entitled is None:
            value = self.text(words.MISSING_AMOUNT)
        else:
            value = figure(one.if_entitled, outcome.unit, self.language)
        return FigureContent(self.text(outcome.label), value, variant)

    def reason(self, one: Reason) -> ReasonContent:
        return ReasonContent(
            truth=one.truth.name.lower(),
            status=self.text(one.status),
            text=self.text(one.text),
            article=one.article,
            value=self.text(one.value) if one.value else "",
            parts=tuple(self.reason(part) for part in one.parts),
        )

    def change(self, one: Change, wording: Wording) -> tuple[str, ...]:
        return tuple(self.text(text) for text in one.texts(wording))

    def question(self, fact: FactSpec) -> QuestionContent:
        return QuestionContent(fact.key, self.text(fact.question), self.text(fact.holder.value))

    def given(self, dialogue: Dialogue, key: str) -> tuple[str, str, str]:
        fact = REGISTRY[key]
        said = written(fact, dialogue.case.answers[key])
        return key, self.text(fact.question), self.text(said)

    def remarks(self, one: RuleAnswer) -> Iterator[str]:
        if one.ahead_of_law:
            yield self.text(words.AHEAD)
        for term in one.not_filled_in:
            why = self.text(term.why_neutral)
            yield f"{self.text(term.label)}: {self.text(NOT_FILLED_IN).lower()} ({why})."
        for parameter in one.outdated:
            since = day_text(parameter.at(one.frame.day).start)
            yield self.text(
                Text(
                    f"Let op: {parameter.label.nl} is van {since.nl}; een nieuwer bedrag is nog "
                    "niet opgenomen.",
                    f"Note: {parameter.label.en} is of {since.en}; a newer amount is not in yet.",
                )
            )
        if one.rule.status_note is not None:
            yield self.text(one.rule.status_note)
