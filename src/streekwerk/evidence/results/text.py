"""An evaluation as plain text: for a terminal, an e-mail, a log."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from streekwerk.evidence.results.check import Light
from streekwerk.evidence.results.design import ArmDesign
from streekwerk.evidence.results.effect import Effect
from streekwerk.evidence.results.evaluation import Evaluation, Finding
from streekwerk.evidence.results.writing import format_effect
from streekwerk.evidence.trial.table import Scale
from streekwerk.vocabulary.language import Language, Text

WIDTH = 88


def as_text(evaluation: Evaluation, language: Language = "nl") -> str:
    """Return the whole evaluation as lines of at most 88 characters (tables may be wider)."""
    return "\n".join(_Printer(language).lines(evaluation)) + "\n"


class _Printer:
    """Writes the parts of an evaluation in one language."""

    def __init__(self, language: Language) -> None:
        self.language: Language = language

    def say(self, text: Text) -> str:
        return text.in_language(self.language)

    def wrap(self, text: str, indent: str = "") -> list[str]:
        return textwrap.wrap(
            text, WIDTH, initial_indent=indent, subsequent_indent=" " * len(indent)
        )

    def lines(self, evaluation: Evaluation) -> Iterator[str]:
        title = self.say(evaluation.title)
        yield from (title, "=" * len(title))
        arms = ", ".join(f"{self.say(a.label)} ({a.n})" for a in evaluation.arms)
        yield from self.wrap(f"{self.say(_ARMS)}: {arms}")
        for design in evaluation.design.arms:
            yield from self.design(design, evaluation)
        for finding in evaluation.findings:
            yield from self.finding(finding, evaluation)
        for reason in evaluation.left_out:
            yield from ("", *self.wrap(self.say(reason), "[ ! ] "))
        yield from self.heading(_ASSUMPTIONS)
        for assumption in evaluation.assumptions:
            yield from self.wrap(self.say(assumption), "- ")
        yield ""
        yield from self.wrap(
            f"{self.say(_CODE)} {evaluation.code_version}, {self.say(_SEED)} {evaluation.seed}, "
            f"{self.say(_DATA)} {evaluation.data_fingerprint[:12]}"
        )

    def heading(self, text: Text) -> tuple[str, ...]:
        said = self.say(text)
        return ("", said, "-" * len(said))

    def design(self, design: ArmDesign, evaluation: Evaluation) -> Iterator[str]:
        arm, comparison = (evaluation.arm(code).label for code in (design.arm, design.comparison))
        title = Text(
            f"Opzet: {arm.nl} tegenover {comparison.nl}",
            f"Design: {arm.en} against {comparison.en}",
        )
        yield from self.heading(title)
        yield from self.wrap(f"{self.say(design.verdict.words)}. {self.say(design.reason)}")
        for check in design.checks:
            question = self.say(check.title)
            joint = "" if question.endswith("?") else ":"
            yield from self.wrap(f"{question}{joint} {self.say(check.reason)}", _MARKS[check.light])

    def finding(self, finding: Finding, evaluation: Evaluation) -> Iterator[str]:
        arm = evaluation.arm(finding.arm).label
        label = finding.outcome.label
        yield from self.heading(Text(f"{label.nl} – {arm.nl}", f"{label.en} – {arm.en}"))
        yield from self.wrap(self.say(finding.sentence))
        yield ""
        yield from self.table(finding)
        for flag in finding.flags:
            yield from self.wrap(self.say(flag), "[ ! ] ")
        if finding.sensitivity is not None:
            yield from self.wrap(self.say(finding.sensitivity.words))

    def table(self, finding: Finding) -> Iterator[str]:
        head = [self.say(text) for text in _COLUMNS]
        binary = finding.outcome.scale is Scale.BINARY
        rows = [
            self.row(effect, 100.0 if binary else 1.0)
            for effect in (finding.leading, *finding.beside)
        ]
        if binary:
            yield self.say(_PER_HUNDRED)
        widths = [max(map(len, column)) for column in zip(head, *rows, strict=True)]
        for row in (head, *rows):
            yield self.aligned(row, widths)

    def aligned(self, row: Iterable[str], widths: Iterable[int]) -> str:
        first, *rest = (
            cell.ljust(width) if k == 0 else cell.rjust(width)
            for k, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        return "  ".join([first, *rest]).rstrip()

    def row(self, effect: Effect, scale: float) -> list[str]:
        estimate, error, interval = format_effect(effect, self.language, scale)
        people = f"{effect.n_treated}/{effect.n_comparison}"
        whose = effect.estimand.value.upper()
        return [self.say(effect.method.words), whose, estimate, error, interval, people]


# Marks of equal width that differ without colour.
_MARKS = {Light.GREEN: "[ok]  ", Light.AMBER: "[ ! ] ", Light.RED: "[ X ] "}
_PER_HUNDRED = Text("Per 100 mensen:", "Per 100 people:")
_ARMS = Text("Groepen", "Arms")
_ASSUMPTIONS = Text("Waar dit van uitgaat", "What this assumes")
_CODE = Text("Programmaversie", "Code version")
_SEED = Text("toevalsgetal", "seed")
_DATA = Text("gegevens", "data")
_COLUMNS = (
    Text("Methode", "Method"),
    Text("Voor wie", "Estimand"),
    Text("Schatting", "Estimate"),
    Text("Standaardfout", "Standard error"),
    Text("95%-interval", "95% interval"),
    Text("Aantal", "n"),
)
