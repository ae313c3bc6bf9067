from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from django.db import IntegrityError, transaction
from pydantic import ValidationError

from streekwerk.learning.actions.studies import load_studies
from streekwerk.learning.cards import Verdict, study_card
from streekwerk.learning.library import STUDIES, read_studies
from streekwerk.learning.models import Study, StudyEstimate

# As printed in the publications.
PUBLISHED = {
    "nsw-supported-work": [(886.3, 488.2)],
    "jtpa": [(1159.4, 330.5), (1116.6, 568.6), (1242.6, 358.9)],
    "job-corps": [(-2.3, 3.2), (11.5, 3.4), (16.1, 4.1)],
    "pennsylvania-bonus": [(-0.0855, 0.0359)],
    "bijstandsexperimenten-utrecht": [(None, None)],
    "bijstandsexperimenten-deventer-wageningen": [(None, None)],
}


def test_figures_are_those_of_the_publications() -> None:
    found = {s.slug: [(e.effect, e.standard_error) for e in s.estimates] for s in read_studies()}
    assert found == PUBLISHED


def test_loading_twice_changes_nothing(db: None) -> None:
    entries = read_studies()
    assert load_studies(entries) == len(PUBLISHED)
    before = list(StudyEstimate.objects.values_list("study__slug", "position", "effect", "words"))
    assert load_studies(entries) == 0
    after = list(StudyEstimate.objects.values_list("study__slug", "position", "effect", "words"))
    assert after == before


def _verdict(slug: str) -> Verdict:
    return study_card(Study.objects.get(slug=slug)).verdict


def test_cards_say_no_more_than_the_interval(db: None) -> None:
    load_studies(read_studies())
    assert _verdict("nsw-supported-work") is Verdict.UNKNOWN
    assert _verdict("jtpa") is Verdict.HELPED
    assert _verdict("pennsylvania-bonus") is Verdict.HELPED  # shorter on benefit is better
    assert _verdict("bijstandsexperimenten-utrecht") is Verdict.NO_INTERVAL
    job_corps = study_card(Study.objects.get(slug="job-corps"))
    assert job_corps.lines[0].verdict is Verdict.UNKNOWN
    assert job_corps.leading.horizon_months == 48


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"effect": 3.0}, "together, or neither"),
        ({"standard_error": -1.0, "effect": 1.0}, "greater than 0"),
        ({"effekt": 3.0}, "Extra inputs"),
    ],
)
def test_a_mistyped_figure_is_refused(
    tmp_path: Path, change: dict[str, object], complaint: str
) -> None:
    study = yaml.safe_load(STUDIES.read_text("utf-8"))[-1]
    study["estimates"][0] |= change
    path = tmp_path / "studies.yaml"
    path.write_text(yaml.safe_dump([study]), "utf-8")
    with pytest.raises(ValidationError, match=complaint):
        read_studies(path)


def test_a_study_must_be_findable_and_named_once(tmp_path: Path) -> None:
    study = yaml.safe_load(STUDIES.read_text("utf-8"))[-1]
    path = tmp_path / "studies.yaml"
    path.write_text(yaml.safe_dump([study, study]), "utf-8")
    with pytest.raises(ValueError, match="occur twice"):
        read_studies(path)
    path.write_text(yaml.safe_dump([study | {"url": "", "doi": ""}]), "utf-8")
    with pytest.raises(ValidationError, match="give a doi or a url"):
        read_studies(path)


def test_the_database_keeps_no_point_without_its_interval(db: None) -> None:
    load_studies(read_studies())
    with pytest.raises(IntegrityError, match="no_point_without_interval"), transaction.atomic():
        StudyEstimate.objects.filter(effect__isnull=False).update(standard_error=None)
