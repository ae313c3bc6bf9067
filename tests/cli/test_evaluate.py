"""``streekwerk evaluate`` as a newcomer types it, on a file made here."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from typer.testing import CliRunner

from streekwerk.cli import app
from streekwerk.evidence.results.codec import from_json
from streekwerk.evidence.results.evaluation import Evaluation

SPECIFICATION = """
title: Training tegenover niets
assignment: randomised
arm: groep
comparison: niets
covariates: [leeftijd]
outcomes:
  - {column: werk, event: {nl: vinden werk, en: find work}, horizon_months: 12}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with an experiment of 400 people in which training helps 20 of 100."""
    rng = np.random.default_rng(7)
    rows = ["groep;leeftijd;werk"]
    for k in range(400):
        trained = k % 2
        works = rng.random() < 0.3 + 0.2 * trained
        group = "training" if trained else "niets"
        rows.append(f"{group};{rng.integers(18, 60)};{'ja' if works else 'nee'}")
    (tmp_path / "groep.csv").write_text("\n".join(rows))
    (tmp_path / "groep.yaml").write_text(SPECIFICATION)
    return tmp_path


def run(*arguments: str | Path) -> tuple[int, str, str]:
    # Wide enough for the longest path of a test's own folder.
    wide = CliRunner(env={"COLUMNS": "300"})
    result = wide.invoke(app, ["evaluate", *map(str, arguments)])
    return result.exit_code, result.stdout, result.stderr


def test_prints_the_sentence_first(folder: Path) -> None:
    code, out, err = run(folder / "groep.csv", "--spec", folder / "groep.yaml")

    assert (code, err) == (0, "")
    assert "Na 12 maanden: van de 100 mensen vinden er naar schatting" in out
    assert "meer werk; waarschijnlijk tussen" in " ".join(out.split())


def test_json_holds_the_whole_evaluation_and_the_same_seed_repeats_it(folder: Path) -> None:
    command = (folder / "groep.csv", "--spec", folder / "groep.yaml", "--json")
    _, out, _ = run(*command)
    result = from_json(Evaluation, json.loads(out))

    assert {arm.code: arm.n for arm in result.arms} == {"niets": 200, "training": 200}
    effect = result.finding("werk", "training").leading
    assert effect.low < 0.2 < effect.high
    assert run(*command)[1] == out


def test_flags_stand_in_for_a_specification(folder: Path) -> None:
    flags = ("--arm", "groep", "--comparison", "niets", "--outcome", "werk", "--randomised")
    code, out, _ = run(folder / "groep.csv", *flags, "--language", "en")

    assert code == 0
    assert "Of every 100 people" in " ".join(out.split())


@pytest.mark.parametrize("name", ["uit.html", "uit.pdf"])
def test_writes_a_report(folder: Path, name: str) -> None:
    run(folder / "groep.csv", "--spec", folder / "groep.yaml", "--report", folder / name)

    assert (folder / name).stat().st_size > 5_000


def test_a_mistake_is_explained_and_nothing_is_written(folder: Path) -> None:
    (folder / "groep.csv").write_text("groep;leeftijd;werk\nniets;34;ja\ntraining;20;soms\n")
    report = folder / "uit.html"
    spec = folder / "groep.yaml"
    code, out, err = run(folder / "groep.csv", "--spec", spec, "--report", report)

    assert (code, out) == (2, "")
    said = " ".join(err.split())
    assert "rij 3, kolom “werk”, waarde “soms”" in said
    assert not report.exists()


def test_a_report_of_another_kind_is_refused_before_the_work(folder: Path) -> None:
    command = (folder / "groep.csv", "--spec", folder / "groep.yaml")
    code, _, err = run(*command, "--report", folder / "uit.docx")

    assert code == 2
    assert ".pdf" in err
    assert ".html" in err


def test_another_average_than_the_experiments_own_is_refused_with_its_reason(folder: Path) -> None:
    command = (folder / "groep.csv", "--spec", folder / "groep.yaml")
    code, out, err = run(*command, "--estimand", "att")

    assert (code, out) == (2, "")
    assert err.strip()


def test_a_file_that_is_not_there(folder: Path) -> None:
    code, _, err = run(folder / "weg.csv", "--spec", folder / "groep.yaml")

    assert code == 2
    assert "weg.csv" in err
