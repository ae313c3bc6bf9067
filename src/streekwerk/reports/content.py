"""What a report of an evaluation says, in one language, before it is laid out."""

from __future__ import annotations

from dataclasses import dataclass

from streekwerk.evidence.results.check import Check
from streekwerk.evidence.results.design import ArmDesign
from streekwerk.evidence.results.effect import Effect
from streekwerk.evidence.results.evaluation import Evaluation, Finding
from streekwerk.evidence.results.writing import decimals_for, format_effect
from streekwerk.evidence.trial.table import Assignment, Scale
from streekwerk.vocabulary.language import Language, Text, number


@dataclass(frozen=True, slots=True)
class Line:
    """A method's figure: as numbers for the picture, as text for the table.

    ``estimate``, ``low`` and ``high`` are in the finding's ``unit``: per 100
    people when the outcome is yes or no.
    """

    method: str
    whose: str
    estimate: float
    low: float
    high: float
    written: str
    error: str
    interval: str
    people: str


@dataclass(frozen=True, slots=True)
class FindingContent:
    """One finding: the sentence first, then the lines of picture and table.

    ``unit`` is what the lines count, written with ``decimals``; ``less`` and
    ``more`` name the two sides of zero; ``picture`` is its text alternative.
    """

    title: str
    unit: str
    decimals: int
    less: str
    more: str
    sentence: str
    causal: bool
    lines: tuple[Line, ...]
    flags: tuple[str, ...]
    sensitivity: str | None
    picture: str


@dataclass(frozen=True, slots=True)
class CheckContent:
    """One question to the design and its answer."""

    light: str
    word: str
    title: str
    reason: str


@dataclass(frozen=True, slots=True)
class DesignContent:
    """The design of one arm's comparison."""

    title: str
    light: str
    verdict: str
    reason: str
    estimand: str
    checks: tuple[CheckContent, ...]
    balance: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class ReportContent:
    """A whole report in one language; ``words`` are the fixed headings by name."""

    language: Language
    title: str
    light: str
    verdict: str
    arms: tuple[tuple[str, str], ...]
    assignment: str
    findings: tuple[FindingContent, ...]
    left_out: tuple[str, ...]
    designs: tuple[DesignContent, ...]
    assumptions: tuple[str, ...]
    provenance: str
    words: dict[str, str]


WORDS = {
    "report": Text("Evaluatie", "Evaluation"),
    "found": Text("Wat er uit komt", "What was found"),
    "fair": Text("Is er eerlijk vergeleken?", "Was the comparison fair?"),
    "compared": Text("Wie is vergeleken", "Who was compared"),
    "assumes": Text("Waar dit van uitgaat", "What this assumes"),
    "method": Text("Methode", "Method"),
    "whose": Text("Voor wie", "For whom"),
    "estimate": Text("Schatting", "Estimate"),
    "error": Text("Standaardfout", "Standard error"),
    "interval": Text("95%-interval", "95% interval"),
    "people": Text("Wel / niet", "With / without"),
    "covariate": Text("Kenmerk vooraf", "Trait beforehand"),
    "before": Text("Verschil voor weging", "Difference before weighting"),
    "after": Text("Verschil na weging", "Difference after weighting"),
    "balance": Text(
        "Leken de groepen op elkaar? Verschil in standaarddeviaties",
        "Were the groups alike? Difference in standard deviations",
    ),
    "unsure": Text(
        "De balk is het interval: waar de waarheid waarschijnlijk ligt. De stip is de schatting.",
        "The bar is the interval: where the truth probably lies. The dot is the estimate.",
    ),
    "made_by": Text("Gemaakt met Streekwerk", "Made with Streekwerk"),
    "page": Text("bladzijde", "page"),
}
LIGHT_WORDS = {
    "green": Text("goed", "good"),
    "amber": Text("let op", "take care"),
    "red": Text("niet betrouwbaar", "not reliable"),
}
PER_HUNDRED = Text("per 100 mensen", "per 100 people")
LESS = Text("minder", "less")
MORE = Text("meer", "more")
_ASSIGNMENT = {
    Assignment.RANDOMISED: Text("Het lot bepaalde wie wat kreeg.", "Chance decided who got what."),
    Assignment.OBSERVATIONAL: Text(
        "Mensen kozen of werden gekozen; de groepen zijn achteraf vergelijkbaar gemaakt.",
        "People chose or were chosen; the groups were made comparable afterwards.",
    ),
}


def report_content(evaluation: Evaluation, language: Language) -> ReportContent:
    """Put ``evaluation`` into words of one language, in the order a reader wants them."""
    builder = _Builder(evaluation, language)
    return ReportContent(
        language=language,
        title=builder.say(evaluation.title),
        light=evaluation.verdict.value,
        verdict=builder.say(evaluation.verdict.words),
        arms=tuple((builder.say(a.label), number(a.n, language)) for a in evaluation.arms),
        assignment=builder.say(_ASSIGNMENT[evaluation.assignment]),
        findings=tuple(builder.finding(f) for f in evaluation.findings),
        left_out=tuple(builder.say(reason) for reason in evaluation.left_out),
        designs=tuple(builder.design(d) for d in evaluation.design.arms),
        assumptions=tuple(builder.say(a) for a in evaluation.assumptions),
        provenance=builder.provenance(),
        words={name: builder.say(text) for name, text in WORDS.items()},
    )


class _Builder:
    def __init__(self, evaluation: Evaluation, language: Language) -> None:
        self.evaluation = evaluation
        self.language: Language = language

    def say(self, text: Text) -> str:
        return text.in_language(self.language)

    def arm(self, code: str) -> str:
        return self.say(self.evaluation.arm(code).label)

    def finding(self, finding: Finding) -> FindingContent:
        scale = 100.0 if finding.outcome.scale is Scale.BINARY else 1.0
        lines = tuple(self.line(effect, scale) for effect in (finding.leading, *finding.beside))
        title = self.say(finding.outcome.label)
        if len(self.evaluation.arms) > 2:
            title = f"{title} – {self.arm(finding.arm)}"
        picture = "; ".join(f"{ln.method}: {ln.written} ({ln.interval})" for ln in lines)
        return FindingContent(
            title=title,
            unit=self.unit(finding),
            decimals=decimals_for(lines[0].high - lines[0].low),
            less=self.say(LESS),
            more=self.say(MORE),
            sentence=self.say(finding.sentence),
            causal=finding.causal,
            lines=lines,
            flags=tuple(self.say(flag) for flag in finding.flags),
            sensitivity=self.say(finding.sensitivity.words) if finding.sensitivity else None,
            picture=picture,
        )

    def unit(self, finding: Finding) -> str:
        if finding.outcome.scale is Scale.BINARY:
            return self.say(PER_HUNDRED)
        return self.say(finding.outcome.unit or finding.outcome.label)

    def line(self, effect: Effect, scale: float) -> Line:
        written, error, interval = format_effect(effect, self.language, scale)
        treated, comparison = (
            number(n, self.language) for n in (effect.n_treated, effect.n_comparison)
        )
        return Line(
            method=self.say(effect.method.words),
            whose=self.say(effect.estimand.words),
            estimate=scale * effect.estimate,
            low=scale * effect.low,
            high=scale * effect.high,
            written=written,
            error=error,
            interval=interval,
            people=f"{treated} / {comparison}",
        )

    def design(self, design: ArmDesign) -> DesignContent:
        against = Text("tegenover", "against")
        return DesignContent(
            title=f"{self.arm(design.arm)} {self.say(against)} {self.arm(design.comparison)}",
            light=design.verdict.value,
            verdict=self.say(design.verdict.words),
            reason=self.say(design.reason),
            estimand=self.say(design.estimand_reason),
            checks=tuple(self.check(check) for check in design.checks),
            balance=tuple(
                (
                    self.say(row.label),
                    number(row.before, self.language, 2),
                    number(row.after, self.language, 2),
                )
                for row in design.balance
            ),
        )

    def check(self, check: Check) -> CheckContent:
        light = check.light.value
        return CheckContent(
            light, self.say(LIGHT_WORDS[light]), self.say(check.title), self.say(check.reason)
        )

    def provenance(self) -> str:
        evaluation = self.evaluation
        text = Text(
            f"Programmaversie {evaluation.code_version}, toevalsgetal {evaluation.seed}, "
            f"vingerafdruk van de gegevens {evaluation.data_fingerprint[:16]}.",
            f"Code version {evaluation.code_version}, seed {evaluation.seed}, "
            f"fingerprint of the data {evaluation.data_fingerprint[:16]}.",
        )
        return self.say(text)
