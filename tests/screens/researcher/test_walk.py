"""The researcher's way from a file to a saved result, without a browser or JavaScript."""

from __future__ import annotations

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from tests.cast import Cast, signed_in
from tests.learning import files

from streekwerk.evidence.results.codec import from_json
from streekwerk.evidence.results.evaluation import Evaluation as Result
from streekwerk.learning import queries
from streekwerk.learning.actions import opening, runs
from streekwerk.learning.models import Evaluation, Run, State


def upload(client: Client, content: bytes, name: str = "scholing.csv") -> tuple[int, str]:
    answer = client.post("/evaluaties/nieuw/", {"file": SimpleUploadedFile(name, content)})
    return answer.status_code, answer.url if answer.status_code == 302 else answer.content.decode()


COMPARISON = {
    "title": "Scholing in de techniek",
    "measure_kind": "training",
    "outcome_kind": "work",
    "assignment": "randomised",
    "comparison": "geen",
    "arm-1": "scholing",
    **{
        f"outcome-{place}-{name}": value
        for place, months in enumerate((6, 12))
        for name, value in {
            "label": "Werk",
            "horizon_months": str(months),
            "event": "vinden werk",
            "better": "higher",
        }.items()
    },
}


def choose_parts(client: Client, address: str) -> str:
    page = client.get(address)
    form = page.context["form"]
    given = {row.field.html_name: row.field.initial for row in form.rows()}
    given |= {
        row.field.html_name: "placebo" for row in form.rows() if row.column["name"] == "werk_voor"
    }
    answer = client.post(address, given)
    assert answer.status_code == 302, answer.content.decode()
    return answer.url


def test_from_file_to_saved_result(cast: Cast) -> None:
    alice = signed_in(cast.alice)
    status, address = upload(alice, files.experiment())
    assert status == 302
    comparison = choose_parts(alice, address)
    design = alice.post(comparison, COMPARISON).url
    evaluation = Evaluation.objects.get()
    assert "De opzet wordt beoordeeld" in alice.get(design).content.decode()
    files.work_off(evaluation)
    page = alice.get(design).content.decode()
    assert "De uitkomst is nog verzegeld" in page
    assert "Na 12 maanden" not in page
    result = alice.post(reverse("researcher:open", args=[evaluation.public_id])).url
    files.work_off(evaluation)
    page = alice.get(result).content.decode()
    assert "Na 12 maanden: van de 100 mensen vinden er naar schatting" in page
    assert "Nog niet bewaard" in page
    saved = alice.post(reverse("researcher:save", args=[evaluation.public_id]), follow=True)
    assert "Uw collega’s zien deze evaluatie nu" in saved.content.decode()
    assert Evaluation.objects.get().saved_by == cast.alice


def test_the_outcome_shows_nowhere_before_it_is_opened(cast: Cast) -> None:
    evaluation = files.designed(cast.alice)
    alice = signed_in(cast.alice)
    for name in ("design", "parts", "comparison"):
        page = alice.get(reverse(f"researcher:{name}", args=[evaluation.public_id]))
        assert "naar schatting" not in page.content.decode()
    design = reverse("researcher:design", args=[evaluation.public_id])
    assert alice.get(reverse("researcher:result", args=[evaluation.public_id])).url == design
    download = reverse("researcher:download", args=[evaluation.public_id, "json"])
    assert alice.get(download).status_code == 404


def test_a_broken_file_is_explained_by_row(cast: Cast) -> None:
    broken = files.experiment(6).replace(b"p0002,", b"p0002,extra,")
    status, page = upload(signed_in(cast.alice), broken)
    assert status == 422
    assert "rij 4" in page
    assert "Deze rij heeft 9 waarden, de kop heeft er 8" in page
    assert not Evaluation.objects.exists()


@pytest.mark.parametrize("name", ["werk.docx", "werk.xlsx"])
def test_what_is_no_table_is_refused_in_words(cast: Cast, name: str) -> None:
    status, page = upload(signed_in(cast.alice), b"PK\x03\x04 no workbook at all", name)
    assert status == 422
    assert "Wat u kunt doen" in page


def test_an_empty_choice_and_a_double_one_are_explained(cast: Cast) -> None:
    evaluation = files.uploaded(cast.alice)
    address = reverse("researcher:parts", args=[evaluation.public_id])
    answer = signed_in(cast.alice).post(address, {"part-0": "person", "part-1": "person"})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Wijs één kolom aan als groep." in page
    assert "persoon, groep" in page


def test_a_value_that_cannot_be_is_told_with_its_row(cast: Cast) -> None:
    alice = signed_in(cast.alice)
    content = files.experiment().replace(b"p0003,geen,", b"p0003,geen,oud", 1)
    _, address = upload(alice, content)
    evaluation = Evaluation.objects.get()
    evaluation.parts |= {"leeftijd": "placebo", "werk_voor": "covariate"}
    evaluation.save()
    comparison = address.replace("kolommen", "vergelijking")
    answer = alice.post(comparison, COMPARISON)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "rij 5, kolom “leeftijd”" in page
    assert "oud" in page
    assert Evaluation.objects.get().specification is None


def test_what_was_filled_in_before_is_filled_in_again(cast: Cast) -> None:
    evaluation = files.designed(cast.alice)
    page = signed_in(cast.alice).get(reverse("researcher:comparison", args=[evaluation.public_id]))
    form = page.context["form"]
    assert form["title"].initial == "Scholing in de techniek"
    assert form["comparison"].initial == "geen"
    assert form["outcome-1-horizon_months"].initial == 12
    assert form["outcome-0-event"].initial == "vinden werk"


def test_progress_is_told_and_then_leads_on(cast: Cast) -> None:
    evaluation = files.specified(cast.alice)
    alice = signed_in(cast.alice)
    address = reverse("researcher:progress", args=[evaluation.public_id])
    Run.objects.update(state="busy", percent=40, doing={"nl": "Bezig met wegen", "en": "Weighing"})
    page = alice.get(address).content.decode()
    assert "40%" in page
    assert "Bezig met wegen" in page
    Run.objects.update(state="waiting")
    files.work_off(evaluation)
    over = alice.get(address)
    assert over.headers["HX-Redirect"] == reverse("researcher:design", args=[evaluation.public_id])


def test_a_failed_computation_says_why_in_the_readers_language(cast: Cast) -> None:
    evaluation = files.specified(cast.alice)
    runs.fail(Run.objects.get(), runs.STOPPED)
    alice = signed_in(cast.alice)
    address = reverse("researcher:design", args=[evaluation.public_id])
    assert "Het rekenproces is onverwacht gestopt" in alice.get(address).content.decode()
    alice.post(reverse("set_language"), {"language": "en"})
    assert "The computation stopped unexpectedly" in alice.get(address).content.decode()
    alice.post(reverse("researcher:try-again", args=[evaluation.public_id]))
    assert files.work_off(evaluation).state == State.DESIGNED


def test_downloads(cast: Cast) -> None:
    evaluation = files.done(cast.alice)
    alice = signed_in(cast.alice)

    def get(form: str) -> bytes:
        answer = alice.get(reverse("researcher:download", args=[evaluation.public_id, form]))
        assert answer.headers["Content-Disposition"].startswith("attachment")
        return answer.content

    assert from_json(Result, json.loads(get("json"))) == queries.result_of(evaluation)
    assert b"Scholing in de techniek" in get("html")
    assert get("pdf").startswith(b"%PDF-")
    unknown = reverse("researcher:download", args=[evaluation.public_id, "exe"])
    assert alice.get(unknown).status_code == 404


def test_bob_decides_about_publication(cast: Cast) -> None:
    evaluation = files.done(cast.alice)
    opening.save(cast.alice, evaluation)
    opening.ask_publication(cast.alice, evaluation)
    address = reverse("researcher:result", args=[evaluation.public_id])
    assert "Openbaar maken" not in signed_in(cast.alice).get(address).content.decode()
    bob = signed_in(cast.bob)
    assert "Openbaar maken" in bob.get(address).content.decode()
    told = bob.post(reverse("researcher:publish", args=[evaluation.public_id]), follow=True)
    assert "Iedereen kan deze evaluatie nu lezen" in told.content.decode()


def test_a_refusal_is_shown_and_changes_nothing(cast: Cast) -> None:
    evaluation = files.specified(cast.alice)
    told = signed_in(cast.alice).post(
        reverse("researcher:open", args=[evaluation.public_id]), follow=True
    )
    assert "De opzet is nog niet beoordeeld" in told.content.decode()
    assert Evaluation.objects.get().opened_at is None


def test_the_list_takes_few_queries(
    cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(3):
        files.specified(cast.alice)
    alice = signed_in(cast.alice)
    # session, user with municipality (2), evaluations, their runs
    with django_assert_num_queries(5):
        alice.get(reverse("researcher:evaluations"))
