from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from tests.cast import signed_in
from tests.deliveries.conftest import Town

from streekwerk.deliveries import refusals
from streekwerk.deliveries.actions import checking, deciding
from streekwerk.deliveries.importing import telling
from streekwerk.deliveries.models import Delivery, Progress, State

OVERVIEW = "deliveries:overview"


def page_of(town: Town, name: str = OVERVIEW, *args: object) -> str:
    return signed_in(town.cast.alice).get(reverse(name, args=args)).content.decode()


def upload(town: Town, *paths: Path) -> str:
    files = [SimpleUploadedFile(path.name, path.read_bytes()) for path in paths]
    client = signed_in(town.cast.alice)
    answer = client.post(reverse("deliveries:deliver"), {"files": files}, follow=True)
    return str(answer.content.decode())


def test_at_first_there_is_a_drop_zone_and_nothing_else(town: Town) -> None:
    page = page_of(town)
    assert "Lever uw eerste bestanden" in page
    assert 'type="file"' in page
    assert "multiple" in page
    assert "Wat er is" not in page


def test_without_a_code_the_page_says_who_must_do_what(town: Town) -> None:
    page = signed_in(town.cast.charlie).get(reverse(OVERVIEW)).content.decode()
    assert "Uw beheerder stelt eerst de gemeentecode in" in page
    assert 'type="file"' not in page


def test_many_files_at_once_and_the_same_again(town: Town) -> None:
    paths = [town.file("BUS", "2021-01"), town.file("SRG", "2021-01")]
    page = upload(town, *paths)
    assert "2 bestanden ontvangen" in page
    assert "2 bestanden worden nagekeken" in page
    again = upload(town, *paths)
    assert "2 bestanden waren er al; daaraan is niets veranderd." in again
    assert Delivery.objects.count() == 2


def test_a_script_that_sends_files_gets_an_answer_it_can_read(town: Town) -> None:
    path = town.file("BUS", "2021-01")
    client = signed_in(town.cast.alice)
    for expected in ({"new": 1, "known": 0}, {"new": 0, "known": 1}):
        file = SimpleUploadedFile(path.name, path.read_bytes())
        answer = client.post(
            reverse("deliveries:deliver"), {"files": [file]}, headers={"Accept": "application/json"}
        )
        assert answer.json() == expected


def test_sending_nothing_says_so(town: Town) -> None:
    answer = signed_in(town.cast.alice).post(reverse("deliveries:deliver"), follow=True)
    assert refusals.NO_FILE.nl in answer.content.decode()


def test_the_calendar_shows_what_is_there_and_what_lacks(town: Town) -> None:
    for month in ("2021-01", "2021-03"):
        deciding.accept(town.cast.alice, town.deliver(town.file("BUS", month)))
    town.deliver(town.file("SRG", "2021-02"))
    page = page_of(town)
    assert "<strong>3 van de 6</strong>" in page
    assert "BUS feb 2021: ontbreekt" in page
    assert "SRG feb 2021: wacht op een beslissing" in page
    assert re.search(r"BUS jan 2021: aangenomen, \d+ regels", page)


def test_progress_and_a_full_disk_are_told_while_it_waits(town: Town) -> None:
    delivery = town.deliver(town.file("BUS", "2021-01"), check=False)
    Progress.objects.create(
        delivery=delivery,
        municipality=delivery.municipality,
        percent=40,
        doing=telling.READING.as_json(),
        problem=None,
    )
    page = page_of(town, "deliveries:busy")
    assert telling.READING.nl in page
    assert 'value="40"' in page
    Progress.objects.update(problem=refusals.DISK_FULL.as_json())
    assert refusals.DISK_FULL.nl in page_of(town, "deliveries:busy")
    checking.check_waiting(delivery.municipality_id)
    answer = signed_in(town.cast.alice).get(reverse("deliveries:busy"))
    assert answer.headers["HX-Refresh"] == "true"


def test_the_report_shows_counts_examples_advice_and_both_buttons(town: Town) -> None:
    delivery = town.deliver(town.file("SRG", "2021-01"))
    assert delivery.report is not None
    assert delivery.report["results"], "the fictitious registration has no flaw to show"
    page = page_of(town, "deliveries:report", delivery.public_id)
    for result in delivery.report["results"]:
        assert result["title"]["nl"] in page
        assert result["advice"]["nl"].split(".")[0] in page
    assert "Neem het geheel aan" in page
    assert "Weiger het geheel" in page


def test_deciding_on_the_page(town: Town) -> None:
    delivery = town.deliver(town.file("SRG", "2021-01"))
    client = signed_in(town.cast.alice)
    told = {}
    for name in ("accept", "withdraw", "restore"):
        path = reverse(f"deliveries:{name}", args=[delivery.public_id])
        told[name] = client.post(path, follow=True).content.decode()
        delivery.refresh_from_db()
    assert "Alle regels tellen nu mee" in told["accept"]
    assert "Zet terug" in told["withdraw"]
    assert delivery.state == State.ACCEPTED
    refused = reverse("deliveries:refuse", args=[delivery.public_id])
    page = client.post(refused, follow=True).content.decode()
    assert refusals.NOT_CHECKED.nl in page


def test_the_region_sees_the_months_of_every_municipality(town: Town) -> None:
    deciding.accept(town.cast.alice, town.deliver(town.file("BUS", "2021-01")))
    page = signed_in(town.cast.dana).get(reverse(OVERVIEW)).content.decode()
    assert "Hier" in page
    assert "BUS jan 2021: aangenomen" in page
    assert " regels" not in page


@pytest.mark.parametrize("months", [1, 3])
def test_the_number_of_queries_does_not_grow_with_deliveries(
    town: Town, months: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for month in ("2021-01", "2021-02", "2021-03")[:months]:
        for statistic in ("BUS", "SRG"):
            town.deliver(town.file(statistic, month))
    client = signed_in(town.cast.alice)
    with django_assert_max_num_queries(12):
        client.get(reverse(OVERVIEW))
    first = Delivery.objects.order_by("pk")[0]
    with django_assert_max_num_queries(12):
        client.get(reverse("deliveries:report", args=[first.public_id]))


def test_every_page_speaks_english_too(town: Town) -> None:
    town.cast.alice.language = "en"
    town.cast.alice.save()
    delivery = town.deliver(town.file("SRG", "2021-01"))
    page = page_of(town) + page_of(town, "deliveries:report", delivery.public_id)
    assert "Deliveries" in page
    assert "Accept the whole" in page
    for dutch in ("Leveringen", "Telt deze", "ontbreekt", "Wat we vonden", " regels"):
        assert dutch not in page
