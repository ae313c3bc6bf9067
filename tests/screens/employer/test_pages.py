"""The pages of an employer's work: what they show, whom they refuse, how few questions they ask."""

from __future__ import annotations

import uuid
import zipfile
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from python_calamine import CalamineWorkbook
from tests.partners.factories import Stage, set_stage
from tests.pdf_text import text_of
from tests.work.small import BAKERY, describe, designed, first

from streekwerk.accounts.models import AuditEntry, User
from streekwerk.matching.carving import stored
from streekwerk.matching.inventory_file import write_inventory
from streekwerk.partners.actions.possibilities import Possible, record_possibilities
from streekwerk.partners.models import Employer
from streekwerk.work.actions.cases import work_out_case
from streekwerk.work.actions.designs import choose
from streekwerk.work.actions.inventory import freeze
from streekwerk.work.example import ASSUMED, example
from streekwerk.work.models import (
    Case,
    Choice,
    Design,
    DesignSet,
    RedesignStep,
    SetState,
    Task,
    Vacancy,
)
from streekwerk.work.queries.inventory import newest_of, work_of
from streekwerk.work.queries.limits import limits_of


@pytest.fixture
def stage(db: None) -> Stage:
    return set_stage()


def browser(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def at(name: str, employer: Employer, *more: object) -> str:
    return reverse(f"employer:{name}", args=[employer.public_id, *more])


def words(answer: Any) -> str:
    return " ".join(answer.content.decode().split())


def with_every(book: bytes, before: bytes, after: bytes) -> bytes:
    """Return a workbook in which ``before`` was replaced wherever it stood."""
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(book)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(before, after))
    return made.getvalue()


def limits(**changed: object) -> dict[str, object]:
    """Return the fields of the form of limits as a browser sends them."""
    sent: dict[str, object] = {
        "jobs": 1,
        "shortest": 16,
        "longest": 36,
        "guidance_room": 10,
        "kept": 60,
        "groups": ["fixed_steps", "hands"],
        "fewest_tasks": 3,
        "most_tasks": 8,
        "largest_share": 60,
        "smallest_portion": 2,
        "most_roles": 4,
        "learning": 2,
        "moment_room": 20,
        "guidance_cost": "32.00",
        "relief": "1.50",
        "cost_ENTRY": "21.50",
        "cost_BASIC": "23",
        "cost_SKILLED": "26.50",
        "cost_SPECIALIST": "31",
        "cost_HIGHER": "39",
    }
    return sent | changed


def test_an_employer_comes_to_its_own_pages(stage: Stage) -> None:
    bas = browser(stage.bas_himself)
    answer = bas.get(reverse("employer:own"))
    assert answer.headers["Location"] == at("start", stage.bakery)
    page = words(bas.get(at("start", stage.bakery)))
    assert "Schrijf op welk werk er is" in page
    assert "Uw accountmanager in de regio is Alice" in page
    assert bas.get(at("start", stage.laundry)).status_code == 404


def test_an_adviser_sees_the_employer_s_name_on_every_page_and_is_noted(stage: Stage) -> None:
    describe(stage.alice, stage.bakery)
    bob = browser(stage.bob)
    for name in ("start", "work", "add-role", "upload", "redesign", "case", "method"):
        page = words(bob.get(at(name, stage.bakery)))
        assert "<strong>Bakkerij Zonnebrood</strong>" in page
        assert "u kijkt mee als accountmanager" in page
    assert AuditEntry.objects.filter(action="employer.looked", actor=stage.bob).exists()


def test_from_a_role_to_tasks_of_the_library_that_are_confirmed_one_by_one(stage: Stage) -> None:
    bas = browser(stage.bas_himself)
    role = {"name": "Bakker", "people": 2, "contract_hours": 30, "cost": "28.50", "level": 3}
    answer = bas.post(at("add-role", stage.bakery), role | {"pressure": 3})
    key = work_of(stage.bakery).roles[0].role.key
    assert answer.headers["Location"] == at("library", stage.bakery, key)
    library = f"{at('library', stage.bakery, key)}?beroep=baker"
    page = bas.get(library)
    chosen = [value for value, _name in page.context["form"].fields["tasks"].choices]
    assert "O*NET" in words(page)
    bas.post(library, {"tasks": chosen[:2]})
    work = work_of(stage.bakery)
    assert [task.source for task in work.to_confirm] == ["library"] * 2
    page = bas.get(at("confirm", stage.bakery))
    assert "Nog 2 taken te bekijken" in words(page)
    bas.post(at("confirm", stage.bakery), {"taak": work.to_confirm[0].key})
    second = work.to_confirm[1].key
    bas.post(at("remove-task", stage.bakery, second), {"na": "bevestigen"})
    assert "Alles is bekeken" in words(bas.get(at("confirm", stage.bakery)))
    assert bas.post(at("confirm", stage.bakery), {"taak": "x"}).status_code == 404


def test_a_task_needs_three_things_and_the_rest_is_usual(stage: Stage) -> None:
    describe(stage.alice, stage.bakery)
    bas, role = browser(stage.bas_himself), work_of(stage.bakery).roles[0].role
    usual = {"physical": 1, "cognitive": 1, "social": 1, "energetic": 1, "autonomy": 2}
    usual |= {"risk": 0, "guidance": 5, "divisible": "on"}
    new = {"name": "Ramen lappen", "hours": "2.5", "level": 1, **usual}
    answer = bas.post(at("add-task", stage.bakery, role.key), new | {"another": "1"})
    assert answer.headers["Location"] == at("add-task", stage.bakery, role.key)
    task = Task.objects.get(name="Ramen lappen")
    assert (task.half_hours, task.guidance, task.divisible, task.confirmed) == (5, 5, True, True)
    answer = bas.post(at("add-task", stage.bakery, role.key), new | {"hours": "2.3"})
    assert "Vul hele of halve uren in" in words(answer)
    answer = bas.post(at("task", stage.bakery, task.key), new | {"hours": "4", "core": "on"})
    task.refresh_from_db()
    assert (task.half_hours, task.core) == (8, True)
    copy = bas.post(at("copy-task", stage.bakery, task.key))
    assert Task.objects.get(name="Ramen lappen (kopie)").half_hours == 8
    assert copy.status_code == 302
    assert bas.get(at("task", stage.bakery, uuid.uuid4())).status_code == 404


def test_the_hours_of_tasks_and_contracts_are_compared(stage: Stage) -> None:
    describe(stage.alice, stage.bakery)
    role = work_of(stage.bakery).roles[1].role
    role.contract_hours = 30
    role.save()
    page = words(browser(stage.bas_himself).get(at("work", stage.bakery)))
    assert "De taken kosten samen 52 uur; de contracten tellen op tot 60 uur." in page
    assert "Er is nog 8 uur niet beschreven." in page


def test_work_is_listed_in_few_questions(
    stage: Stage, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    describe(stage.alice, stage.bakery)
    bas = browser(stage.bas_himself)
    bas.get(at("work", stage.bakery))
    with django_assert_num_queries(WORK_QUERIES):
        bas.get(at("work", stage.bakery))
    role = work_of(stage.bakery).roles[0].role
    Task.objects.bulk_create(
        Task(
            region=stage.region,
            employer=stage.bakery,
            analysis=role.analysis,
            role=role,
            name=f"Taak {number}",
            half_hours=4,
            level=1,
        )
        for number in range(20)
    )
    with django_assert_num_queries(WORK_QUERIES):
        bas.get(at("work", stage.bakery))


def test_a_workbook_goes_out_and_comes_back_or_says_what_is_wrong(stage: Stage) -> None:
    bas = browser(stage.bas_himself)
    empty = bas.get(at("template", stage.bakery))
    sheets = CalamineWorkbook.from_filelike(BytesIO(empty.content)).sheet_names
    assert {"Functies", "Taken"} <= {*sheets}
    filled = BytesIO()
    write_inventory(filled, "nl", BAKERY)
    sent = {"file": SimpleUploadedFile("werk.xlsx", filled.getvalue())}
    assert bas.post(at("upload", stage.bakery), sent).status_code == 302
    assert len(work_of(stage.bakery).tasks) == 6
    wrong = with_every(filled.getvalue(), b"<v>60</v>", b"<v>-60</v>")
    answer = bas.post(at("upload", stage.bakery), {"file": SimpleUploadedFile("werk.xlsx", wrong)})
    assert answer.status_code == 422
    assert "rij 2" in words(answer)
    assert len(work_of(stage.bakery).tasks) == 6
    broken = {"file": SimpleUploadedFile("werk.xlsx", b"geen werkboek")}
    assert bas.post(at("upload", stage.bakery), broken).status_code == 422


def test_without_the_declaration_nothing_is_computed(stage: Stage) -> None:
    describe(stage.alice, stage.bakery)
    bas = browser(stage.bas_himself)
    answer = bas.post(at("redesign", stage.bakery), limits())
    assert "Zonder deze verklaring worden er geen ontwerpen gemaakt." in words(answer)
    assert not DesignSet.objects.exists()
    answer = bas.post(
        at("redesign", stage.bakery),
        limits(declared="on", name="Bas", shortest=40, longest=20),
    )
    assert "spreken elkaar tegen" in words(answer)


def test_the_first_time_the_guidance_is_what_the_employer_said_is_possible(stage: Stage) -> None:
    describe(stage.alice, stage.bakery)
    bas = browser(stage.bas_himself)
    form = bas.get(at("redesign", stage.bakery)).context["form"]
    assert form["guidance_room"].value() == "10"
    record_possibilities(stage.alice, stage.bakery, Possible(guidance_minutes=100))
    form = bas.get(at("redesign", stage.bakery)).context["form"]
    assert form["guidance_room"].value() == "1.67"


def test_designs_stand_side_by_side_with_what_they_consist_of(stage: Stage) -> None:
    describe(stage.alice, stage.bakery)
    bas = browser(stage.bas_himself)
    sent = limits(declared="on", name="Bas Jansen, bakker")
    answer = bas.post(at("redesign", stage.bakery), sent)
    asked = DesignSet.objects.get()
    assert answer.headers["Location"] == at("designs", stage.bakery, asked.public_id)
    assert limits_of(stage.bakery).guidance_room == 600
    page = words(bas.get(at("designs", stage.bakery, asked.public_id)))
    for design in asked.designs.all():
        assert at("design", stage.bakery, design.public_id) in page
    assert "Hoeveel mensen dat zijn, is nog niet bekend." in page
    assert "Uren die vrijkomen" in page
    assert "Bas Jansen, bakker" in words(bas.get(at("redesign", stage.bakery)))


def test_what_does_not_fit_says_what_to_loosen(stage: Stage) -> None:
    asked = designed(stage.bas_himself, stage.bakery, kept=98)
    bas = browser(stage.bas_himself)
    page = words(bas.get(at("designs", stage.bakery, asked.public_id)))
    assert "Zo past er geen baan in" in page
    answer = bas.post(at("relax", stage.bakery, asked.public_id), {"regel": "kept"})
    again = DesignSet.objects.first()
    assert again is not None
    assert again.state == SetState.DONE
    assert answer.headers["Location"] == at("designs", stage.bakery, again.public_id)
    bas.post(at("relax", stage.bakery, asked.public_id), {"regel": "sustained"})
    assert DesignSet.objects.count() == 2


def test_a_running_computation_tells_how_far_it_is_and_stops(stage: Stage) -> None:
    asked = designed(stage.alice, stage.bakery)
    DesignSet.objects.update(state=SetState.BUSY, percent=40, doing="gain")
    bas = browser(stage.bas_himself)
    address = at("designs", stage.bakery, asked.public_id)
    page = words(bas.get(address))
    assert 'http-equiv="refresh"' in page
    part = words(bas.get(address, headers={"HX-Request": "true"}))
    assert "40%" in part
    assert "het meeste voor het bedrijf" in part
    bas.post(at("stop", stage.bakery, asked.public_id))
    asked.refresh_from_db()
    assert asked.state == SetState.CANCELLED
    done = bas.get(address, headers={"HX-Request": "true"})
    assert done.headers["HX-Refresh"] == "true"


def test_changing_by_hand_is_checked_at_once_with_and_without_script(stage: Stage) -> None:
    design = first(designed(stage.alice, stage.bakery))
    bas = browser(stage.bas_himself)
    address = at("edit", stage.bakery, design.public_id)
    (job,) = stored.jobs_from(design.jobs)
    sent = {f"u-0-{part.task}": f"{part.half_hours / 2}" for part in job.portions}
    assert "Dit past binnen alle grenzen." in words(bas.get(address))
    one = dict(list(sent.items())[:1])
    part = bas.post(address, one, headers={"HX-Request": "true"})
    assert "taken is te weinig" in words(part)
    assert "<html" not in words(part)
    assert "taken is te weinig" in words(bas.post(address, one | {"controleer": "1"}))
    wrong = bas.post(address, {next(iter(sent)): "1,3"})
    assert wrong.status_code == 422
    assert "geen hele of halve uren" in words(wrong)
    answer = bas.post(address, one | {"bewaar": "1"})
    made = Design.objects.get(parent=design)
    assert answer.headers["Location"] == at("design", stage.bakery, made.public_id)
    page = words(bas.get(answer.headers["Location"]))
    assert "houdt zich nog niet aan alle grenzen" in page
    assert "Kies dit ontwerp" not in page
    assert "niets veranderd" in words(bas.post(address, sent | {"bewaar": "1"}))


def test_choosing_leads_to_the_case_and_its_papers(stage: Stage) -> None:
    design = first(designed(stage.alice, stage.bakery))
    bas = browser(stage.bas_himself)
    assert "Eerst een keuze" in words(bas.get(at("case", stage.bakery)))
    address = at("design", stage.bakery, design.public_id)
    assert "Schrijf in een paar woorden waarom." in words(bas.post(address, {"reason": ""}))
    bas.post(address, {"reason": "Het team ziet dit zitten"})
    assert Choice.objects.get().reason == "Het team ziet dit zitten"
    figures = {"start": "2026-09-01", "employer_charges": "23.5", "subsidy": "on"}
    figures |= {"wage_lowest": "50", "wage_likely": "95", "wage_highest": "90"}
    answer = bas.post(at("case", stage.bakery), figures)
    assert "tussen het laagste en het hoogste" in words(answer)
    bas.post(at("case", stage.bakery), figures | {"wage_likely": "70", "stay": "3"})
    case = Case.objects.get()
    page = words(bas.get(at("case", stage.bakery)))
    assert "Bij welke waarde loont het voor u?" in page
    assert "bijstand" not in page.lower()
    assert "De gemeente gaat" not in page
    paper = bas.get(at("case-pdf", stage.bakery, case.public_id))
    assert "Bakkerij Zonnebrood" in text_of(paper.content)
    book = bas.get(at("case-excel", stage.bakery, case.public_id)).content
    with zipfile.ZipFile(BytesIO(book)) as package:
        formulas = sum(package.read(name).count(b"<f>") for name in package.namelist())
    assert formulas > 50


def test_a_chosen_design_opens_its_vacancies_once(stage: Stage) -> None:
    design = first(designed(stage.alice, stage.bakery))
    bas = browser(stage.bas_himself)
    address = at("open-vacancies", stage.bakery, design.public_id)
    assert bas.post(address).status_code == 404
    choose(stage.bas_himself, design, "Goed")
    bas.post(address)
    bas.post(address)
    assert [each.half_hours[0] for each in Vacancy.objects.all()] == [
        job.half_hours for job in stored.jobs_from(design.jobs)
    ]
    page = words(bas.get(at("design", stage.bakery, design.public_id)))
    assert "Vacatures uit dit ontwerp" in page


def test_only_the_region_sees_what_it_means_for_others(stage: Stage) -> None:
    asked = designed(stage.alice, stage.bakery)
    choose(stage.alice, first(asked), "Goed")
    case = work_out_case(stage.alice, stage.bakery, ASSUMED)
    assert {each["account"] for each in case.result["accounts"]} == {"employer"}
    address = f"{at('case', stage.bakery)}?voor=iedereen"
    assert "De gemeente" in words(browser(stage.alice).get(address))
    assert "De gemeente" not in words(browser(stage.bas_himself).get(address))


def test_a_case_of_another_version_of_the_program_is_not_passed_off_as_the_same(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = designed(stage.alice, stage.bakery)
    choose(stage.alice, first(asked), "Goed")
    case = work_out_case(stage.alice, stage.bakery, ASSUMED)
    monkeypatch.setattr("streekwerk.work.casework.SEED", 7)
    answer = browser(stage.alice).get(at("case-excel", stage.bakery, case.public_id), follow=True)
    assert "eerdere versie van Streekwerk" in words(answer)


def test_every_step_has_questions_and_a_working_paper(stage: Stage) -> None:
    asked = designed(stage.alice, stage.bakery)
    choose(stage.alice, first(asked), "Goed voor het team")
    bas = browser(stage.bas_himself)
    notes = {"note_0": "Omdat wij het zelf willen", "state": "done"}
    bas.post(at("step", stage.bakery, "mission"), notes)
    assert RedesignStep.objects.get().notes[0] == "Omdat wij het zelf willen"
    texts = {
        key: text_of(bas.get(at("paper", stage.bakery, key)).content)
        for key in ("mission", "work", "redesign", "case")
    }
    assert "Omdat wij het zelf willen" in texts["mission"]
    assert "Deeg afwegen" in texts["work"]
    assert "Goed voor het team" in texts["redesign"]
    assert "nog niets uitgerekend" in texts["case"]
    english = bas.get(f"{at('paper', stage.bakery, 'mission')}?taal=en")
    assert "Aim and support" in text_of(english.content)
    assert bas.get(at("step", stage.bakery, "coffee")).status_code == 404


def test_the_region_counts_its_groups(stage: Stage) -> None:
    dana = browser(stage.dana)
    assert "nog niet bekend hoeveel" in words(dana.get(reverse("employer:groups")))
    address = reverse("employer:group", args=["hands"])
    form = dana.get(address).context["form"]
    sent = {name: form[name].value() for name in form.fields if form[name].value() is not None}
    answer = dana.post(address, sent | {"people": 95})
    assert "van welke dag het is" in words(answer)
    dana.post(address, sent | {"people": 95, "counted_on": "2026-06-01", "counted_from": "WSP"})
    assert "95 mensen op 1 juni 2026" in words(dana.get(reverse("employer:groups")))


def test_everybody_can_read_the_example_and_its_figures_are_computed(db: None) -> None:
    page = words(Client().get(reverse("example:kitchen")))
    told = example()
    assert len(told.designs) >= 2
    for one in told.designs:
        assert one.design is not None
        year = f"{round(one.design.worth.gain * 52 / 100):,}".replace(",", ".")
        assert f"€ {year}" in page
    assert (
        Client(headers={"accept-language": "en"}).get(reverse("example:kitchen")).status_code == 200
    )


def test_older_designs_say_that_the_work_changed_since(stage: Stage) -> None:
    asked = designed(stage.alice, stage.bakery)
    newest = newest_of(stage.bakery)
    assert newest is not None
    freeze(newest)
    describe(stage.alice, stage.bakery)
    page = words(browser(stage.alice).get(at("designs", stage.bakery, asked.public_id)))
    assert "een eerdere versie van het werk" in page
    assert "Het werk is veranderd" in words(browser(stage.alice).get(at("start", stage.bakery)))


WORK_QUERIES = 8
