"""``streekwerk rights``: a case file in, an answer with reasons out."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from streekwerk.cli.rights import app
from streekwerk.rights import CATALOGUE

CASE = """
datum: 2026-07-01
regels: [loonkostensubsidie, beschut-werk, proefplaats]
feiten:
  doelgroep_lks: ja
  werkgever_wil_dienstbetrekking: ja
  dienstbetrekking_komt_tot_stand: ja
  loonwaarde_vastgesteld: ja
  wsw_dienstbetrekking: nee
  loonwaarde_procent: 60
  uren_per_week: 32
  volledige_werkweek: 36
  uitsluitend_beschut_werk: nee
"""


@pytest.fixture
def case_file(tmp_path: Path) -> Path:
    file = tmp_path / "koen.yaml"
    file.write_text(CASE, encoding="utf-8")
    return file


def test_check_prints_answer_amount_reason_and_question(case_file: Path) -> None:
    result = CliRunner().invoke(app, ["check", str(case_file)])
    assert result.exit_code == 0
    assert "Loonkostensubsidie: JA" in result.output
    assert "€ 897,41 per maand" in result.output
    assert "lezing 1" in result.output
    assert "Beschut werk: NEE" in result.output
    assert "Proefplaats: NOG NIET BEKEND" in result.output
    assert "nog te vragen: Krijgt u bijstand van de gemeente?" in result.output
    assert "De gemeente heeft dit nog niet ingevuld" in result.output


def test_check_speaks_english_and_professional(case_file: Path) -> None:
    result = CliRunner().invoke(app, ["check", str(case_file), "--english", "--professional"])
    assert result.exit_code == 0
    assert "Wage-cost subsidy: YES" in result.output
    assert "Met: belongs to the wage-cost subsidy group" in result.output


def test_check_as_json_carries_the_same_answer(case_file: Path) -> None:
    result = CliRunner().invoke(app, ["check", str(case_file), "--json"])
    subsidy, sheltered, trial = json.loads(result.output)
    assert subsidy["answer"] == "yes"
    assert subsidy["figures"][0]["value"] == pytest.approx(897.41, abs=0.01)
    assert subsidy["reason"]["truth"] == "yes"
    assert sheltered["answer"] == "no"
    assert sheltered["changes"]
    assert trial["fewestQuestions"] == ["algemene_bijstand"]
    assert "proefplaats_maanden" in trial["notFilledIn"]


def test_without_rules_the_whole_catalogue_is_checked(case_file: Path) -> None:
    case_file.write_text("datum: 2026-07-01\nfeiten: {algemene_bijstand: ja}\n", encoding="utf-8")
    result = CliRunner().invoke(app, ["check", str(case_file), "--json"])
    assert [one["rule"] for one in json.loads(result.output)] == [r.key for r in CATALOGUE]


def test_a_mistake_is_told_and_ends_with_two(case_file: Path) -> None:
    case_file.write_text("datum: 2026-07-01\nfeiten: {bijstnd: ja}\n", encoding="utf-8")
    result = CliRunner().invoke(app, ["check", str(case_file)])
    assert result.exit_code == 2
    assert "koen.yaml: onbekend feit 'bijstnd'" in result.stderr


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["check", str(tmp_path / "weg.yaml")])
    assert result.exit_code == 2
    assert "Fout" in result.stderr


def test_the_catalogue_lists_every_rule_with_articles_and_status() -> None:
    result = CliRunner().invoke(app, ["catalogue"])
    assert result.exit_code == 0
    for rule in CATALOGUE:
        assert f"{rule.key}: " in result.output
    assert "Pw art. 10d lid 4" in result.output
    assert "(vooruitlopend)" in result.output
    assert "Niet opgenomen:" in result.output
    listed = json.loads(CliRunner().invoke(app, ["catalogue", "--json"]).output)
    assert len(listed) == len(CATALOGUE)
    assert listed[0]["versions"][0]["basis"][0]["linkId"].startswith("jci1.3:c:BWBR0015703")
