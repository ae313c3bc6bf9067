"""Results survive the way to storage and back, unchanged."""

import json

import pytest
from tests.examples import evaluation, in_three_arms

from streekwerk.evidence.results.check import Light
from streekwerk.evidence.results.codec import from_json, json_schema, to_json
from streekwerk.evidence.results.design import DesignReport
from streekwerk.evidence.results.evaluation import Evaluation


@pytest.mark.parametrize("result", [evaluation(), evaluation(Light.RED), in_three_arms()])
def test_an_evaluation_comes_back_as_it_was(result: Evaluation) -> None:
    stored = json.loads(json.dumps(to_json(result)))

    assert from_json(Evaluation, stored) == result
    assert from_json(DesignReport, stored["design"]) == result.design


def test_what_is_stored_can_be_read_by_people() -> None:
    stored = to_json(evaluation(Light.AMBER))

    assert stored["design"]["arms"][0]["verdict"] == "amber"
    assert stored["findings"][0]["leading"]["method"] == "lin"


def test_data_that_is_no_evaluation_is_refused() -> None:
    with pytest.raises(ValueError, match="title"):
        from_json(Evaluation, {"findings": []})


def test_the_schema_names_every_part() -> None:
    assert set(json_schema(Evaluation)["properties"]) == set(to_json(evaluation()))
