from __future__ import annotations

from tests.learning import files

from streekwerk.evidence.trial.build import build_trial
from streekwerk.evidence.trial.sources import read_table
from streekwerk.evidence.trial.specification import TrialSpecification
from streekwerk.learning import parts
from streekwerk.learning.parts import Part


def test_the_guess_is_a_comparison_that_needs_little_correction() -> None:
    columns, guess = parts.guessed(read_table(files.experiment(), "scholing.csv"))
    assert guess["groep"] == Part.ARM.value
    assert guess["persoon"] == Part.PERSON.value
    assert guess["werk_na_12"] == Part.OUTCOME.value
    assert "naam" not in guess
    assert parts.problems_with(guess) == []
    assert {c["name"]: c["levels"] for c in columns}["groep"] == ["geen", "scholing"]


def test_a_sensitive_column_shows_nothing_of_itself() -> None:
    columns, _ = parts.guessed(read_table(files.experiment(), "scholing.csv"))
    name = next(column for column in columns if column["name"] == "naam")
    assert name == {"name": "naam", "samples": [], "levels": None, "sensitive": True}
    assert "Persoon" not in str(columns)


def test_what_keeps_parts_from_being_a_comparison() -> None:
    found = parts.problems_with({"a": "person", "b": "person"})
    assert [problem.en.split()[0] for problem in found] == ["Name", "Name", "“Who"]
    assert "a, b" in found[-1].nl


def test_parts_and_details_make_the_specification() -> None:
    chosen = {
        "groep": "arm",
        "leeftijd": "covariate",
        "werk_voor": "covariate_and_placebo",
        "persoon": "person",
        "werk_na_12": "outcome",
    }
    mapping = parts.as_mapping(
        chosen,
        [{"column": "werk_na_12", "unit": "", "horizon_months": 12}],
        assignment="randomised",
        comparison="geen",
        title="",
    )
    specification = TrialSpecification.from_mapping(mapping)
    assert parts.parts_of(specification) == chosen
    trial = build_trial(read_table(files.experiment(), "scholing.csv"), specification)
    assert [covariate.name for covariate in trial.covariates] == ["leeftijd", "werk_voor"]
    assert [placebo.name for placebo in trial.placebos] == ["werk_voor"]
    assert trial.outcomes[0].unit is None


def test_arms_are_offered_under_the_names_the_trial_gives_them() -> None:
    content = b"treat,re78\n1.0,10\n0.0,20\n0.0,30\n1.0,5\n"
    table = read_table(content, "nsw.csv")
    columns, _ = parts.guessed(table)
    chosen = {"treat": "arm", "re78": "outcome"}
    levels = columns[0]["levels"]
    assert levels is not None
    mapping = parts.as_mapping(
        chosen, [{"column": "re78"}], assignment="observational", comparison=levels[0]
    )
    trial = build_trial(table, TrialSpecification.from_mapping(mapping))
    assert [arm.code for arm in trial.arms] == levels
