"""The demo region's employers: written in bulk, with a past that holds together."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied
from tests.partners.factories import Stage

from streekwerk.demo.employers.generate import employers_of_middenland
from streekwerk.partners.actions.past import add_employers_with_past
from streekwerk.partners.choices import ENDED
from streekwerk.partners.demo import load_employers, size_class
from streekwerk.partners.models import Agreement, Employer, Evaluation, MotiveRound, PhaseMove
from streekwerk.partners.queries.lists import coming_up, employers
from streekwerk.partners.timeline import timeline

TODAY = dt.date(2026, 11, 23)


def test_forty_employers_have_a_past_that_holds_together(stage: Stage) -> None:
    drawn = employers_of_middenland(count=40).employers
    homes = {each.municipality: stage.here for each in drawn}
    made = load_employers(drawn, homes, [stage.alice, stage.bob], TODAY)
    assert employers(stage.dana).count() == 42
    assert all((each.fictitious and each.next_on is None) or each.phase >= "DW03" for each in made)
    for employer in made:
        moves = [*PhaseMove.objects.filter(employer=employer)]
        assert moves[-1].after == employer.phase
        assert [each.on for each in moves] == sorted(each.on for each in moves)
        assert all(event.on <= TODAY for event in timeline(stage.alice, employer))
        assert MotiveRound.objects.filter(employer=employer, current=True).count() <= 1
        running = Agreement.objects.filter(employer=employer, ended_on=None)
        assert employer.next_on == min(
            (each.look_on for each in running if each.look_on), default=None
        )
    ended = {each.value for each in ENDED}
    assert {each.agreement.state for each in Evaluation.objects.all()} <= ended
    assert Evaluation.objects.exists()
    assert coming_up(stage.alice).exists()


def test_nothing_is_written_about_a_real_employer(stage: Stage) -> None:
    real = Employer(region=stage.region, municipality=stage.here, name="Echt", fictitious=False)
    with pytest.raises(PermissionDenied):
        add_employers_with_past([real], [])


@pytest.mark.parametrize(
    ("people", "kept"),
    [(1, "1"), (2, "2-4"), (9, "5-9"), (10, "10-19"), (249, "100-249"), (900, "250+")],
)
def test_size_classes_meet(people: int, kept: str) -> None:
    assert size_class(people).value == kept
