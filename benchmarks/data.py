"""The research data beside the repository, as trial tables."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from streekwerk.evidence.trial.table import (
    Arm,
    Assignment,
    CategoricalCovariate,
    Covariate,
    Floats,
    NumericCovariate,
    Outcome,
    Scale,
    TrialTable,
)
from streekwerk.vocabulary.language import Text

FOLDER = Path(__file__).parents[2] / "shared" / "data" / "evidence"
Columns = dict[str, npt.NDArray[np.str_]]


@dataclass(frozen=True, slots=True)
class Known:
    """A trial and the true average effects."""

    name: str
    trial: TrialTable
    ate: float
    att: float


def require_data() -> None:
    """Stop with a plain message when the data are not there."""
    if not FOLDER.is_dir():
        sys.exit(
            "The research data are not here. Put them in ../shared/data/evidence, beside the "
            "repository; docs/reference/research-data.md names the source of each file."
        )


def read(name: str, delimiter: str = ",") -> Columns:
    """Return a file's columns as text."""
    with (FOLDER / name).open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.reader(lines, delimiter=delimiter) if row]
    return {head: np.array([row[j] for row in rows[1:]]) for j, head in enumerate(rows[0])}


def numbers(columns: Columns, name: str) -> Floats:
    """Return one column as numbers."""
    return columns[name].astype(float)


def label(name: str) -> Text:
    """Return a file's own name as a label: it has no other."""
    return Text(name, name)


def outcome(name: str, values: Floats, months: float | None = None) -> Outcome:
    """Return a numeric outcome."""
    return Outcome(name, label(name), Scale.NUMERIC, values, months)


def covariates(columns: Columns, names: Sequence[str]) -> tuple[Covariate, ...]:
    """Return columns as covariates: numbers where they are numbers, else categories."""
    found: list[Covariate] = []
    for name in names:
        try:
            found.append(NumericCovariate(name, label(name), numbers(columns, name)))
        except ValueError:
            levels, codes = np.unique(columns[name], return_inverse=True)
            found.append(CategoricalCovariate(name, label(name), tuple(levels), codes))
    return tuple(found)


def trial(
    title: str,
    assignment: Assignment,
    arm: Floats,
    before: tuple[Covariate, ...],
    after: tuple[Outcome, ...],
    *,
    placebos: tuple[Outcome, ...] = (),
    take_up: Floats | None = None,
) -> TrialTable:
    """Return a trial table; arms are numbered from 0, the comparison."""
    index = arm.astype(np.int64)
    return TrialTable(
        title=label(title),
        assignment=assignment,
        arms=tuple(Arm(str(k), label(f"arm {k}")) for k in range(int(index.max()) + 1)),
        arm=index,
        person=np.arange(index.size).astype(str),
        covariates=before,
        outcomes=after,
        placebos=placebos,
        take_up=take_up,
    )


def nsw(file: str = "nsw") -> TrialTable:
    """Return the National Supported Work experiment (``nsw``) or its ``nsw_dw`` part."""
    columns = read(f"lalonde/{file}.csv")
    return _lalonde(file, columns, Assignment.RANDOMISED)


def nsw_against(controls: str, file: str = "nsw") -> TrialTable:
    """Return those the experiment treated against people from a survey (cps or psid)."""
    experiment, survey = read(f"lalonde/{file}.csv"), read(f"lalonde/{controls}_controls.csv")
    treated = numbers(experiment, "treat") == 1
    both = {
        name: np.concatenate([experiment[name][treated], survey[name]])
        for name in experiment
        if name in survey
    }
    return _lalonde(f"{file} treated, {controls} controls", both, Assignment.OBSERVATIONAL)


def _lalonde(title: str, columns: Columns, assignment: Assignment) -> TrialTable:
    before = [name for name in columns if name not in {"data_id", "treat", "re78"}]
    earned = [name for name in before if name.startswith("re")]
    return trial(
        title,
        assignment,
        numbers(columns, "treat"),
        covariates(columns, before),
        (outcome("re78", numbers(columns, "re78")),),
        placebos=tuple(outcome(name, numbers(columns, name)) for name in earned),
    )


def jtpa(men: bool | None = None) -> TrialTable:
    """Return the JTPA experiment (all, men or women) with take-up; 30-month earnings."""
    columns = read("jtpa/jtpa_aai.tab", "\t")
    if men is not None:
        keep = numbers(columns, "V5") == float(men)
        columns = {name: values[keep] for name, values in columns.items()}
    return trial(
        "JTPA",
        Assignment.RANDOMISED,
        numbers(columns, "V3"),
        covariates(columns, [f"V{j}" for j in range(5, 20)]),
        (outcome("earnings", numbers(columns, "V2"), 30.0),),
        take_up=numbers(columns, "V4"),
    )


def job_corps() -> TrialTable:
    """Return the Job Corps experiment: weekly earnings and share of weeks worked, years 2-4."""
    columns = read("jobcorps/JC.csv")
    names = list(columns)
    before = names[1 : names.index("everwkdy1")]  # from there on it is after the draw
    after = [f"{what}y{year}" for what in ("earn", "pwork") for year in (2, 3, 4)]
    return trial(
        "Job Corps",
        Assignment.RANDOMISED,
        numbers(columns, "assignment"),
        covariates(columns, before),
        tuple(outcome(name, numbers(columns, name), 12.0 * int(name[-1])) for name in after),
    )


def bonus() -> TrialTable:
    """Return the Pennsylvania reemployment bonus experiment, six arms; log weeks of benefit."""
    columns = read("bonus/penn_jae.csv")
    names = list(columns)
    return trial(
        "Pennsylvania bonus",
        Assignment.RANDOMISED,
        numbers(columns, "tg"),
        covariates(columns, [n for n in names if n not in {"abdt", "tg", "inuidur1", "inuidur2"}]),
        (outcome("log_weeks", np.log(numbers(columns, "inuidur1"))),),
    )


def acic() -> Iterator[Known]:
    """Yield the five ACIC 2016 data sets; the truth is that of the means."""
    x = read("acic/x.csv")
    before = covariates(x, list(x))
    for k in range(1, 6):
        columns = {n: v.astype(float) for n, v in read(f"acic/zymu_{k}.csv").items()}
        yield _known(f"ACIC {k}", columns, columns["z"], before)


def ihdp() -> Iterator[Known]:
    """Yield ten replications of IHDP; the truth is that of the means."""
    columns = read("ihdp/ihdp_10reps.csv")
    for rep in range(1, 11):
        keep = numbers(columns, "rep") == rep
        part = {name: values[keep] for name, values in columns.items()}
        means = {n: numbers(part, n) for n in ("mu0", "mu1")}
        z = numbers(part, "treatment")
        before = covariates(part, [f"x{j}" for j in range(1, 26)])
        yield _known(f"IHDP {rep}", means | {"y": numbers(part, "y_factual")}, z, before)


def realcause() -> Iterator[Known]:
    """Yield ten RealCause draws of the PSID comparison; the truth is each person's effect."""
    for k in range(10):
        columns = read(f"realcause/lalonde_psid_sample{k}.csv")
        z, effects = numbers(columns, "t"), numbers(columns, "ite")
        before = covariates(columns, list(columns)[:8])
        table = trial(
            "RealCause PSID",
            Assignment.OBSERVATIONAL,
            z,
            before,
            (outcome("y", numbers(columns, "y")),),
        )
        yield Known(f"PSID {k}", table, float(effects.mean()), float(effects[z == 1].mean()))


def _known(
    name: str, columns: dict[str, Floats], z: Floats, before: tuple[Covariate, ...]
) -> Known:
    y = columns["y"] if "y" in columns else np.where(z == 1, columns["y1"], columns["y0"])
    table = trial(name, Assignment.OBSERVATIONAL, z, before, (outcome("y", y),))
    gain = columns["mu1"] - columns["mu0"]
    return Known(name, table, float(gain.mean()), float(gain[z == 1].mean()))
