"""A stored advice as the page shows it: words first, then the picture, then the table."""

from __future__ import annotations

from dataclasses import dataclass

from streekwerk.advice import Advice, Finding, Option, PerHundred, Question
from streekwerk.advice.features import JUDGEMENTS
from streekwerk.charts.figure import Figure
from streekwerk.charts.horizons import Horizons, horizons
from streekwerk.charts.measure import Interval
from streekwerk.charts.people import HundredPeople, hundred_people
from streekwerk.rights import REGISTRY
from streekwerk.rights.engine.facts import Answer
from streekwerk.vocabulary.language import Language, Text

_LABELS = (
    Text("vinden ook zonder deze stap werk", "find work without this step too"),
    Text("vinden dankzij deze stap werk (schatting)", "find work thanks to this step (estimate)"),
    Text("vinden door deze stap geen werk (schatting)", "do not, because of it (estimate)"),
    Text("vinden geen werk", "do not find work"),
)
_HUNDRED = Text("Van 100 mensen", "Of 100 people")
_PATH = Text("Hoe het gaat in de tijd", "How it goes over time")
_PATH_WORDS = Text(
    "Hoeveel meer van de 100 mensen werk hebben gevonden, van kort na de start tot later.",
    "How many more of 100 people have found work, from shortly after the start to later.",
)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with the kind of answer it takes: ``yes_no``, ``number`` or ``day``."""

    question: Question
    kind: str
    name: str

    @property
    def is_yes_no(self) -> bool:
        """Whether it is answered with yes or no."""
        return self.kind == "yes_no"


@dataclass(frozen=True, slots=True)
class Shown:
    """One option with its pictures and its own questions."""

    option: Option
    hundred: Figure | None
    path: Figure | None
    questions: tuple[Asked, ...]

    @property
    def first_offer(self) -> object | None:
        """Return the first offer that fits or may fit."""
        fitting = [line for line in self.option.offers if line.fits != "no"]
        return fitting[0] if fitting else None


def shown_option(option: Option, language: Language) -> Shown:
    """Return an option as its page shows it."""
    finding = option.finding
    return Shown(
        option,
        _hundred(finding.main, language) if finding and finding.main else None,
        _path(finding, language) if finding and len(finding.path) > 1 else None,
        tuple(asked(each) for each in (option.law.questions if option.law else ())),
    )


def shown_options(advice: Advice, language: Language) -> tuple[Shown, ...]:
    """Return the options in the order of the advice, which is neutral."""
    return tuple(shown_option(option, language) for option in advice.options)


def general_questions(advice: Advice) -> tuple[Asked, ...]:
    """Return what is asked of the person, not of one measure."""
    return tuple(asked(each) for each in advice.questions if not each.about)


def asked(question: Question) -> Asked:
    """Return a question with the kind of its answer."""
    return Asked(question, _kind(question.key), f"{question.key}@{question.about}")


def _kind(key: str) -> str:
    if key == "law:leeftijd":
        return "day"  # The file keeps a date of birth, and no age.
    fact = key.removeprefix("law:")
    if fact in JUDGEMENTS or key.startswith("law:"):
        kind = REGISTRY[fact].kind
        return {Answer.YES_NO: "yes_no", Answer.DATE: "day"}.get(kind, "number")
    if key == "household":
        return "household"
    return "number" if key == "hours_available" else "day"


def _hundred(main: PerHundred, language: Language) -> Figure:
    low, high = (min(max(main.without + each, 0.0), 100.0) for each in (main.low, main.high))
    plot = HundredPeople(_HUNDRED, main.without, Interval(main.with_it, low, high), labels=_LABELS)
    return hundred_people(plot, language)


def _path(finding: Finding, language: Language) -> Figure:
    points = tuple(
        (float(p.months), Interval(p.estimate, p.low, p.high))
        for p in sorted(finding.path, key=lambda point: point.months)
    )
    return horizons(Horizons(_PATH, points, words=_PATH_WORDS), language)
