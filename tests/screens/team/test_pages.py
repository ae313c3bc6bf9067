"""The pages of looking back and of today, as the people who use them see them."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse
from tests.cast import person as account
from tests.cast import signed_in
from tests.people.outcomes.test_feedback import Team, team
from tests.people.people import Table, set_table, today

from streekwerk.accounts.models import Role
from streekwerk.guidance.follow_up.moments import months_after
from streekwerk.guidance.plan.steps import StepEvent, Who
from streekwerk.people.actions import plans
from streekwerk.people.models import FollowUpAnswer, Plan, Reflection, StepOutcome
from streekwerk.people.queries.team import weeks_now

__all__ = ["team"]


@pytest.fixture
def table(db: None) -> Table:
    return set_table()


def test_the_own_page_says_it_in_words_before_the_picture(team: Team) -> None:
    page = signed_in(team.table.alice).get(reverse("team:own")).content.decode()
    words, picture = (
        page.index("van de 42 mensen betaald werk"),
        page.index('<figure class="sw-chart'),
    )
    assert words < picture < page.index("<table")
    assert "Carol" not in page
    assert "Teun" not in page


def test_the_own_page_is_nobody_elses(team: Team) -> None:
    assert signed_in(team.table.bob).get(reverse("team:own")).status_code == 403
    theirs = signed_in(team.table.charlie).get(reverse("team:own")).content.decode()
    assert "betaald werk." not in theirs


def test_the_team_page_names_no_colleague_beside_a_figure(
    team: Team, django_assert_max_num_queries: Any
) -> None:
    for user in (team.table.bob, team.table.carol):
        client = signed_in(user)
        with django_assert_max_num_queries(40):
            page = client.get(reverse("team:team")).content.decode()
        assert "van de 36 mensen betaald werk" in page
        assert "Teun" not in page
        assert "Alice" not in page


def test_an_empty_team_is_told_what_to_do(table: Table) -> None:
    page = signed_in(table.bob).get(reverse("team:team")).content.decode()
    assert "minstens 3 collega" in page
    assert "Nog geen afspraken" in page


def test_a_team_notes_and_agrees_and_the_manager_sets_the_rhythm(table: Table) -> None:
    bob = signed_in(table.bob)
    assert bob.post(reverse("team:reflect"), {"words": "Vaker bellen"}).status_code == 302
    assert bob.post(reverse("team:reflect"), {"words": ""}).status_code == 200
    assert bob.post(reverse("team:agree"), {"what": "Bellen na drie maanden"}).status_code == 302
    assert bob.post(reverse("team:agree"), {"what": ""}).status_code == 200
    assert Reflection.objects.count() == 1
    assert bob.post(reverse("team:rhythm"), {"weeks": 4}).status_code == 302
    assert bob.post(reverse("team:rhythm"), {"weeks": 99}).status_code == 200
    assert weeks_now(table.alice) == 4
    page = bob.get(reverse("team:team")).content.decode()
    assert "Bellen na drie maanden" in page
    assert "Vaker bellen" in bob.get(reverse("team:reflect")).content.decode()


def test_a_researcher_is_told_what_goes_over_and_takes_it_in(table: Table) -> None:
    sanne = signed_in(account("sanne", Role.RESEARCHER, table.alice.municipality))
    assert "Niets anders uit het dossier" in sanne.get(reverse("team:learning")).content.decode()
    assert sanne.post(reverse("team:learning")).status_code == 302


def test_today_lists_by_date_and_name_with_one_thing_to_do(
    table: Table, django_assert_max_num_queries: Any
) -> None:
    step = plans.add_step(table.alice, table.anna, plans.NewStep("Bellen", Who.JOBSEEKER))
    plans.happened(table.alice, step, StepEvent.DONE)
    client = signed_in(table.alice)
    with django_assert_max_num_queries(30):
        page = client.get(reverse("caseworker:today")).content.decode()
    assert "Anna de Vries" in page
    assert "Dirk" not in page
    url = reverse("caseworker:step-outcome", args=[table.anna.public_id, step.public_id])
    chosen = client.get(reverse("caseworker:today"), {"reden": "stap-zonder-uitkomst"})
    assert f'href="{url}"' in chosen.content.decode()
    assert client.get(reverse("caseworker:today"), {"reden": "onzin"}).status_code == 200


def test_one_click_says_what_came_of_a_step(table: Table) -> None:
    step = plans.add_step(table.alice, table.anna, plans.NewStep("Bellen", Who.JOBSEEKER))
    client = signed_in(table.alice)
    url = reverse("caseworker:step-outcome", args=[table.anna.public_id, step.public_id])
    assert client.get(url).status_code == 302, "still open"
    done = client.post(url.removesuffix("uitkomst/"), {"event": "done"})
    assert done.headers["Location"] == url
    assert client.post(url, {"outcome": "nonsense"}).status_code == 400
    assert client.post(url, {"outcome": "learned", "words": "heftruck"}).status_code == 302
    assert StepOutcome.objects.get().words == "heftruck"
    assert "heftruck" in client.get(url).content.decode()


def test_the_follow_up_asks_one_question_at_a_time(table: Table) -> None:
    client = signed_in(table.alice)
    url = reverse("caseworker:follow-up", args=[table.anna.public_id])
    assert "Nu is er niets" in client.get(url).content.decode()
    Plan.objects.create(
        municipality_id=table.anna.municipality_id,
        person=table.anna,
        made_on=months_after(today(), -3),
        made_by=table.alice,
    )
    for question, answer in (("working", "yes"), ("hours", ""), ("same_job", "first")):
        assert f'value="{question}"' in client.get(url).content.decode()
        client.post(url, {"question": question, "answer": answer, "number": "20"})
    client.post(url, {"question": "hours", "number": "900"})
    assert client.post(url, {"question": "x", "answer": "yes"}).status_code == 400
    given = FollowUpAnswer.objects.order_by("pk").values_list("question", "answer")
    assert list(given) == [("working", "yes"), ("hours", "20"), ("same_job", "first")]
    assert "20 uur" in client.get(url).content.decode()
    client.post(url, {"question": "content", "answer": "yes"})
    assert "Dank u, dit was alles" in client.get(url).content.decode()
