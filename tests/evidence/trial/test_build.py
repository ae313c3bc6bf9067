"""From cells to a trial; every mistake in a file is named with its row and column."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from streekwerk.evidence.trial.build import build_trial
from streekwerk.evidence.trial.problems import TrialError
from streekwerk.evidence.trial.sources import read_table
from streekwerk.evidence.trial.specification import TrialSpecification
from streekwerk.evidence.trial.table import CategoricalCovariate, NumericCovariate, TrialTable

CSV = """klant;maatregel;leeftijd;opleiding;start;inkomen_voor;werk_12;inkomen_12;km
a1;training;34;laag;2024-01-31;1.200,50;ja;1.950,00;X
a2;geen;51;;01-02-2024;0;nee;;X
a3;geen;onbekend;hoog;20240301;850;nee;0;Y
a4;coaching;28;laag;2024-04-01;300;ja;2.100,25;Y
"""
PARTS: dict[str, Any] = {
    "arm": "maatregel",
    "comparison": "geen",
    "assignment": "observational",
    "person": "klant",
    "time_zero": "start",
    "cluster": "km",
    "covariates": ["leeftijd", "opleiding", "inkomen_voor"],
    "placebos": ["inkomen_voor"],
    "outcomes": [{"column": "werk_12", "horizon_months": 12, "event": "vinden werk"}, "inkomen_12"],
}


def build(csv: str = CSV, **changes: Any) -> TrialTable:
    specification = TrialSpecification.from_mapping({**PARTS, **changes})
    return build_trial(read_table(csv.encode(), "gegevens.csv"), specification)


def problems(csv: str = CSV, **changes: Any) -> str:
    with pytest.raises(TrialError) as caught:
        build(csv, **changes)
    return caught.value.words("nl")


def test_every_part_arrives_in_its_place() -> None:
    trial = build()

    assert [arm.code for arm in trial.arms] == ["geen", "coaching", "training"]
    assert trial.arm.tolist() == [2, 0, 0, 1]
    assert trial.person.tolist() == ["a1", "a2", "a3", "a4"]
    assert trial.cluster is not None
    assert trial.cluster.tolist() == [0, 0, 1, 1]
    assert trial.time_zero is not None
    assert trial.time_zero.astype(str).tolist() == [
        "2024-01-31",
        "2024-02-01",
        "2024-03-01",
        "2024-04-01",
    ]
    age, education, income = trial.covariates
    assert isinstance(age, NumericCovariate)
    np.testing.assert_array_equal(age.values, [34, 51, np.nan, 28])
    assert isinstance(education, CategoricalCovariate)
    assert education.levels == ("hoog", "laag")
    assert education.codes.tolist() == [1, -1, 0, 1]
    assert isinstance(income, NumericCovariate)
    np.testing.assert_array_equal(income.values, [1200.5, 0, 850, 300])
    np.testing.assert_array_equal(trial.outcome("werk_12").values, [1, 0, 0, 1])
    np.testing.assert_array_equal(trial.outcome("inkomen_12").values, [1950, np.nan, 0, 2100.25])
    assert trial.placebos[0].name == "inkomen_voor"


def test_a_wrong_value_is_named_with_its_row_column_and_remedy() -> None:
    said = problems(CSV.replace("850;nee", "acht;misschien"))

    assert "Dit is geen ja of nee (bestand gegevens.csv, rij 4, kolom “werk_12”" in said
    assert "waarde “misschien”). Gebruik 1 en 0, of ja en nee." in said


def test_all_problems_are_told_at_once() -> None:
    said = problems(
        CSV.replace("a2;geen", "a1;").replace("01-02-2024", "gisteren"),
        covariates=[
            {"column": "leeftijd", "scale": "numeric"},
            {"column": "opleiding", "scale": "numeric"},
        ],
    )

    assert "komt eerder in het bestand voor" in said
    assert "mag geen waarde ontbreken (bestand gegevens.csv, rij 3, kolom “maatregel”)" in said
    assert "Dit is geen datum" in said
    assert (
        "Dit is geen getal (bestand gegevens.csv, rij 2, kolom “opleiding”, waarde “laag”)" in said
    )


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"arm": "groep"}, "Deze kolom staat niet in het bestand"),
        ({"comparison": "niets"}, "De vergelijkingsgroep “niets” komt niet voor"),
        ({"arm": "klant", "comparison": "a1", "person": None}, ""),
        ({"outcomes": ["leeftijd"]}, "meer dan één rol"),
        ({"outcomes": []}, "Er is geen uitkomst aangewezen"),
    ],
)
def test_says_what_is_wrong_with_the_parts(changes: dict[str, Any], said: str) -> None:
    if not said:
        assert build(**changes).n_per_arm == (1, 1, 1, 1)
        return
    assert said in problems(**changes)


def test_a_weight_is_not_negative() -> None:
    said = problems(
        CSV.replace("850;nee", "-850;nee"), weight="inkomen_voor", covariates=[], placebos=[]
    )

    assert "Een gewicht kan niet negatief zijn (bestand gegevens.csv, rij 4" in said


def test_refuses_citizen_service_numbers_as_identifiers() -> None:
    rows = [f"{bsn};{k % 2}" for k, bsn in enumerate(TEST_BSNS)]
    csv = "\n".join(["klant;groep;y", *(f"{row};1" for row in rows)])

    said = problems(
        csv,
        arm="groep",
        comparison="0",
        outcomes=["y"],
        covariates=[],
        placebos=[],
        cluster=None,
        time_zero=None,
    )

    assert "lijkt burgerservicenummers te bevatten" in said


TEST_BSNS = ["999993653", "999990019", "999990020", "999990032", "999990044", "999990056"]


def test_the_person_may_be_the_cluster_and_then_occur_more_than_once() -> None:
    trial = build(CSV.replace("a2", "a1"), cluster="klant")

    assert trial.cluster is not None
    assert trial.cluster[0] == trial.cluster[1]


def test_the_fingerprint_changes_with_any_value() -> None:
    assert build().fingerprint() == build().fingerprint()
    assert build().fingerprint() != build(CSV.replace("1.950,00", "1.950,01")).fingerprint()


@given(
    values=st.lists(
        st.floats(-1e6, 1e6, allow_nan=False).map(lambda x: round(x, 2)), min_size=4, max_size=30
    )
)
def test_numbers_read_back_as_written_in_either_notation(values: list[float]) -> None:
    for dutch in (False, True):
        written = [f"{v:,.2f}" if dutch else f"{v:.2f}" for v in values]
        if dutch:
            written = [w.translate(str.maketrans(",.", ".,")) for w in written]
        rows = [f"{k % 2};{w}" for k, w in enumerate(written)]
        trial = build_trial(
            read_table("\n".join(["g;y", *rows]).encode(), "a.csv"),
            TrialSpecification.from_mapping(
                {
                    "arm": "g",
                    "comparison": "0",
                    "assignment": "randomised",
                    "outcomes": [{"column": "y", "scale": "numeric"}],
                }
            ),
        )
        np.testing.assert_allclose(trial.outcomes[0].values, values, atol=0.005)
