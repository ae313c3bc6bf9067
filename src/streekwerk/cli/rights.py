"""The rules on the command line: check a case, list the catalogue."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from streekwerk.rights import CATALOGUE, NOT_FILLED_IN, NOT_INCLUDED, evaluate, read_case
from streekwerk.rights.as_json import answer_json, rule_json
from streekwerk.rights.engine.evaluation import Figure, RuleAnswer
from streekwerk.rights.engine.truth import Truth
from streekwerk.rights.engine.words import Wording
from streekwerk.vocabulary.language import Language

app = typer.Typer(help="Wat de wet geeft: regels met bron. / What the law gives, with sources.")

_SAID = {
    "nl": {Truth.YES: "JA", Truth.NO: "NEE", Truth.UNKNOWN: "NOG NIET BEKEND"},
    "en": {Truth.YES: "YES", Truth.NO: "NO", Truth.UNKNOWN: "NOT YET KNOWN"},
}
_ASK = {"nl": "nog te vragen", "en": "still to ask"}
_TURN = {"nl": "dit verandert het", "en": "this would change it"}
_FAULT = 2


@app.command()
def check(
    file: Annotated[Path, typer.Argument(help="Zaak in YAML. / Case in YAML.")],
    as_json: Annotated[bool, typer.Option("--json", help="Uitvoer als JSON.")] = False,
    professional: Annotated[bool, typer.Option(help="Vakwoorden. / Professional words.")] = False,
    english: Annotated[bool, typer.Option(help="In het Engels. / In English.")] = False,
) -> None:
    """Reken een zaak door: antwoord, bedrag, uitleg en wat nog te vragen is."""
    try:
        asked = read_case(file.read_text(encoding="utf-8"), file.name)
    except (OSError, ValueError) as fault:
        typer.echo(f"Fout: {fault}", err=True)
        raise typer.Exit(_FAULT) from fault
    answers = evaluate(asked.case, asked.rules or CATALOGUE)
    wording: Wording = "professional" if professional else "plain"
    if as_json:
        typer.echo(json.dumps([answer_json(one, wording) for one in answers], indent=2))
        return
    language: Language = "en" if english else "nl"
    for one in answers:
        typer.echo("\n".join(_lines(one, wording, language)) + "\n")


@app.command()
def catalogue(
    as_json: Annotated[bool, typer.Option("--json", help="Uitvoer als JSON.")] = False,
) -> None:
    """Toon elke regel met bron, versies en status, en wat niet is opgenomen."""
    if as_json:
        typer.echo(json.dumps([rule_json(one) for one in CATALOGUE], indent=2))
        return
    for one in CATALOGUE:
        typer.echo(f"{one.key}: {one.name.nl} [{one.status.value.nl}]")
        for version in one.versions:
            until = version.end or "nu"
            ahead = " (vooruitlopend)" if version.only_ahead_of_law else ""
            cited = ", ".join(basis.citation for basis in version.basis)
            typer.echo(f"    {version.start} – {until}{ahead}: {cited}")
    typer.echo("\nNiet opgenomen:")
    for missing in NOT_INCLUDED:
        typer.echo(f"    {missing.name.nl} ({missing.basis}): {missing.reason.nl}")


def _lines(answer: RuleAnswer, wording: Wording, language: Language) -> list[str]:
    name = answer.rule.name.in_language(language)
    lines = [f"{name}: {_SAID[language][answer.truth]}"]
    if answer.truth is not Truth.NO:
        lines += [f"  {_figure_line(one, language)}" for one in answer.figures]
    lines += answer.reason(wording).decisive().lines(language, 1)
    if answer.truth is Truth.UNKNOWN:
        asked = "; ".join(f.question.in_language(language) for f in answer.questions().fewest)
        lines.append(f"  {_ASK[language]}: {asked}")
    for change in answer.changes(2):
        said = "; ".join(text.in_language(language) for text in change.texts(wording))
        lines.append(f"  {_TURN[language]}: {said}")
    missing = NOT_FILLED_IN.in_language(language)
    lines += [f"  {term.label.in_language(language)}: {missing}" for term in answer.not_filled_in]
    return lines


def _figure_line(one: Figure, language: Language) -> str:
    variant = f" [{one.outcome.variant.in_language(language)}]" if one.outcome.variant else ""
    label = one.outcome.label.in_language(language)
    return f"{label}: {one.said().in_language(language)}{variant}"
