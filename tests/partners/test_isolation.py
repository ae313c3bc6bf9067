"""The database itself keeps employers in their region, and an employer with itself."""

from __future__ import annotations

import pytest
from django.db import Error, connection, transaction
from tests.partners.factories import Stage, card

from streekwerk.accounts.models import AuditEntry, User
from streekwerk.accounts.scope import AT_THE_DOOR, Scope, acting
from streekwerk.partners import queries
from streekwerk.partners.actions import add_employer
from streekwerk.partners.models import Contact, Employer
from streekwerk.partners.refusals import Refused
from streekwerk.people.models import Person


def test_the_whole_region_and_nothing_of_another(stage: Stage) -> None:
    for who in (stage.alice, stage.bob, stage.dana):
        with acting(Scope.of(who)):
            assert set(Employer.objects.all()) == {stage.bakery, stage.laundry}
            assert set(queries.visible_to(who)) == {stage.bakery, stage.laundry}
            assert queries.employer_for(who, stage.farm.public_id) is None
    with acting(Scope.of(stage.charlie)):
        assert list(Employer.objects.all()) == [stage.farm]


def test_an_employer_has_its_own_rows_and_nothing_else(stage: Stage) -> None:
    with acting(Scope.of(stage.bas_himself)):
        assert list(Employer.objects.all()) == [stage.bakery]
        assert list(Contact.objects.all()) == [stage.bas]
        assert Person.objects.count() == 0
        assert AuditEntry.objects.count() == 0
        assert queries.employer_for(stage.bas_himself, stage.laundry.public_id) is None


def test_an_employer_sees_who_advises_employers_and_no_other_account(stage: Stage) -> None:
    with acting(Scope.of(stage.bas_himself)):
        seen = set(User.objects.values_list("username", flat=True))
    assert seen == {"alice", "bob", "bas", "dana"}


def test_advisers_know_each_other_in_the_region_only(stage: Stage) -> None:
    with acting(Scope.of(stage.alice)):
        seen = set(User.objects.values_list("username", flat=True))
        assert [str(each) for each in queries.advisers_for(stage.alice)] == ["Alice", "Bob"]
    assert "bob" in seen
    assert not {"lia", "charlie"} & seen


def test_nobody_at_the_door_or_without_a_scope_sees_an_employer(stage: Stage) -> None:
    for scope in (AT_THE_DOOR, Scope(), Scope((stage.here.pk,))):
        with acting(scope):
            assert Employer.objects.count() == 0


def test_a_jobseeker_sees_no_employer(stage: Stage) -> None:
    with acting(Scope((stage.here.pk,), region=stage.region.pk, person=1)):
        assert Employer.objects.count() == 0


def test_who_left_sees_nothing(stage: Stage) -> None:
    stage.bas.ended_on = stage.bakery.phase_since
    stage.bas.save()
    with acting(Scope.of(User.objects.get(pk=stage.bas_himself.pk))):
        assert Employer.objects.count() == 0


@pytest.mark.parametrize("of", ["laundry", "farm"])
def test_an_employer_cannot_write_with_another(stage: Stage, of: str) -> None:
    other: Employer = getattr(stage, of)
    with acting(Scope.of(stage.bas_himself)), pytest.raises(Error), transaction.atomic():
        Contact.objects.create(region=stage.region, employer=other, first_name="x", last_name="y")


def test_a_row_cannot_point_to_another_region(stage: Stage) -> None:
    with transaction.atomic():
        Contact.objects.create(region=stage.region, employer=stage.farm, first_name="x")
        with pytest.raises(Error):
            connection.check_constraints()
        transaction.set_rollback(True)


def test_an_employer_cannot_stand_in_a_municipality_of_another_region(stage: Stage) -> None:
    with pytest.raises(Refused):
        add_employer(stage.alice, card("Ver weg", stage.charlie.municipality or stage.here))
    with transaction.atomic():
        Employer.objects.update(municipality=stage.charlie.municipality)
        with pytest.raises(Error):
            connection.check_constraints()
        transaction.set_rollback(True)
