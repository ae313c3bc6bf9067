"""``streekwerk evaluate``: from a file of records to what works, and how sure."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import numpy as np
import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from streekwerk.evidence.design.report import design_report
from streekwerk.evidence.evaluate import Progress as Step
from streekwerk.evidence.evaluate import RefusedError, Settings, evaluate
from streekwerk.evidence.results.codec import to_json
from streekwerk.evidence.results.effect import Estimand
from streekwerk.evidence.results.text import as_text
from streekwerk.evidence.trial.build import build_trial
from streekwerk.evidence.trial.guess import guess_parts
from streekwerk.evidence.trial.problems import TrialError
from streekwerk.evidence.trial.raw import RawTable
from streekwerk.evidence.trial.sources import read_table
from streekwerk.evidence.trial.specification import TrialSpecification, read_specification
from streekwerk.reports.evaluation import REPORT_FORMS, write_report
from streekwerk.vocabulary.language import Language


class Reading(StrEnum):
    """The language of what is printed."""

    NL = "nl"
    EN = "en"


class Whose(StrEnum):
    """Whose average the effect is."""

    ATE = Estimand.ATE.value
    ATT = Estimand.ATT.value
    OVERLAP = Estimand.OVERLAP.value


def evaluate_file(
    file: Annotated[
        Path,
        typer.Argument(
            exists=True, dir_okay=False, help="CSV, Excel (.xlsx) or Parquet; one row per person."
        ),
    ],
    spec: Annotated[
        Path | None, typer.Option(help="TOML or YAML that says which column plays which part.")
    ] = None,
    arm: Annotated[str | None, typer.Option(help="Column that tells what a person got.")] = None,
    comparison: Annotated[str, typer.Option(help="Value of ARM to compare the others with.")] = "0",
    outcome: Annotated[list[str] | None, typer.Option(help="Outcome column; repeatable.")] = None,
    covariate: Annotated[
        list[str] | None, typer.Option(help="Column known before the start; repeatable.")
    ] = None,
    placebo: Annotated[
        list[str] | None, typer.Option(help="Outcome from before the start; repeatable.")
    ] = None,
    cluster: Annotated[str | None, typer.Option(help="Column of caseworker, site, …")] = None,
    take_up: Annotated[str | None, typer.Option(help="Column that tells who took part.")] = None,
    randomised: Annotated[
        bool, typer.Option("--randomised/--observational", help="How arms were assigned.")
    ] = False,
    estimand: Annotated[
        Whose | None,
        typer.Option(help="Whose average; refused with a reason where the overlap forbids it."),
    ] = None,
    seed: Annotated[int, typer.Option(help="For the random splits; same seed, same result.")] = 1,
    report: Annotated[Path | None, typer.Option(help="Write a report: .html or .pdf.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")] = False,
    language: Annotated[Reading, typer.Option(help="Language of the text.")] = Reading.NL,
) -> None:
    """Evaluate FILE: judge the design first, then estimate the effects, and say how sure."""
    reading: Language = language.value
    if report is not None and report.suffix.lower() not in REPORT_FORMS:
        raise typer.BadParameter(f"{report.name}: .html / .pdf", param_hint="--report")
    with _teaching_errors(reading):
        table = read_table(file)
        specification = read_specification(spec) if spec else None
        if specification is None:
            parts = {
                "arm": arm,
                "outcomes": outcome,
                "covariates": covariate,
                "placebos": placebo,
                "cluster": cluster,
                "take_up": take_up,
            }
            specification = _from_flags(table, parts, comparison, randomised)
        trial = build_trial(table, specification)
        with _progress(sys.stderr.isatty(), reading) as progress:
            design = design_report(trial, np.random.default_rng(seed))
            result = evaluate(
                trial,
                design,
                np.random.default_rng(seed),
                settings=Settings(seed=seed, estimand=Estimand(estimand) if estimand else None),
                progress=progress,
            )
        if report is not None:
            write_report(result, report, reading)
    printed = json.dumps(to_json(result), ensure_ascii=False, indent=2) if as_json else None
    typer.echo(printed or as_text(result, reading))


def _from_flags(
    table: RawTable, parts: dict[str, Any], comparison: str, randomised: bool
) -> TrialSpecification:
    """Build a specification from the flags; what they leave out is guessed from the file."""
    guess = guess_parts(table)
    given = {name: value for name, value in parts.items() if value}
    guessed = {
        "arm": guess.arm,
        "outcomes": list(guess.outcomes),
        "covariates": list(guess.covariates),
    }
    mapping = {**{k: v for k, v in guessed.items() if v}, **given, "comparison": comparison}
    taken = {mapping.get("arm"), mapping.get("cluster"), mapping.get("take_up")}
    taken |= {*mapping.get("outcomes", ())}
    mapping["covariates"] = [c for c in mapping.get("covariates", ()) if c not in taken]
    mapping["assignment"] = "randomised" if randomised else "observational"
    return TrialSpecification.from_mapping(mapping, table.name)


@contextmanager
def _teaching_errors(language: Language) -> Iterator[None]:
    """Print what is wrong, where, and what to do, instead of a traceback; exit with 2."""
    try:
        yield
    except TrialError as error:
        said = error.words(language)
    except RefusedError as error:
        said = error.reason.in_language(language)
    else:
        return
    Console(stderr=True).print(said, markup=False, style="red")
    raise typer.Exit(2)


@contextmanager
def _progress(shown: bool, language: Language) -> Iterator[Any]:
    """Show a progress bar on a terminal; elsewhere stay silent."""
    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True, disable=not shown) as bar:
        task = bar.add_task("…", total=None)

        def show(step: Step) -> None:
            bar.update(
                task,
                completed=step.done,
                total=step.total,
                description=step.what.in_language(language),
            )

        yield show
