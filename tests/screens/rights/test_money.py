"""The employer's and the person's picture on screen."""

from __future__ import annotations

import pytest
from django.test import Client

from streekwerk.rights import REGISTRY
from streekwerk.rights.engine.facts import Privacy
from streekwerk.screens.rights.employer_form import EmployerForm
from streekwerk.screens.rights.income_form import IncomeForm

EMPLOYER, INCOME = "/wat-de-wet-geeft/werkgever/", "/wat-de-wet-geeft/inkomen/"
KOEN = {
    "day": "2026-07-01",
    "hours_per_week": "36",
    "full_time_hours": "36",
    "hourly_wage": "15,00",
    "employer_charges": "23,5",
    "likely": "60",
    **dict.fromkeys(EmployerForm.DECLARATIONS, "nee"),
    **dict.fromkeys(EmployerForm.KINDS, "nee"),
    "wage_subsidy_group": "ja",
}
PERSON = {
    "day": "2026-07-01",
    "hours": "12",
    "hourly_wage": "15",
    "net_low": "90",
    "net_high": "90",
    "fact-leefvorm": "alleenstaand",
    "fact-leeftijd": "40",
    "fact-aow_leeftijd_bereikt": "nee",
    "fact-medisch_urenbeperkt": "nee",
    "fact-doelgroep_lks": "nee",
    "fact-alleenstaande_ouder": "nee",
    "fact-maanden_vrijlating_25": "0",
    "fact-draagt_bij_aan_arbeidsinschakeling": "ja",
}


def post(path: str, form: dict[str, str], status: int = 200) -> str:
    answer = Client().post(path, form)
    assert answer.status_code == status
    assert "no-store" in answer.headers["Cache-Control"]
    return answer.content.decode()


def test_a_measured_wage_value_gives_amounts_without_width(db: None) -> None:
    page = post(EMPLOYER, KOEN)
    # 36 × 52 / 12 × 15 = 2,340; × 1.08 × 1.235 = 3,121; subsidy 1,246.84 in reading 1.
    assert "<strong>€ 1.874</strong> per maand" in page
    assert "€ 3.121" in page
    assert "−€ 1.247" in page
    assert "€ 1.010" in page  # without compensation for charges
    assert (
        "tussen" not in page.split("per maand, na wat u ontvangt")[0].split("Deze baan kost u")[1]
    )


def test_an_uncertain_wage_value_is_a_range_and_the_same_every_time(db: None) -> None:
    form = KOEN | {"lowest": "40", "highest": "80"}
    first, second = (
        post(EMPLOYER, form).split('id="picture"')[1].split("</section>")[0] for _ in range(2)
    )
    assert "Deze baan kost u <strong>tussen € " in first
    assert first == second


def test_the_table_says_per_month_and_per_year_and_never_95_per_cent(db: None) -> None:
    page = post(EMPLOYER, KOEN | {"lowest": "40", "highest": "80"})
    assert "Per maand" in page
    assert "Per jaar" in page
    assert "95%" not in page
    assert "90% kans" in page


def test_what_waits_for_a_declaration_is_said(db: None) -> None:
    page = post(EMPLOYER, KOEN | {"wage_subsidy_group": "onbekend"})
    assert "Hier mist nog een verklaring" in page
    assert "wacht op een verklaring" in page


def test_a_wage_below_the_minimum_is_pointed_out(db: None) -> None:
    assert "Dit loon is lager dan het minimumloon" in post(
        EMPLOYER, KOEN | {"hourly_wage": "14,00"}
    )


def test_the_employer_is_never_asked_for_a_benefit_or_an_illness() -> None:
    asked = {*EmployerForm.DECLARATIONS.values(), *EmployerForm.KINDS.values()}
    private = {Privacy.BENEFIT, Privacy.HEALTH}
    assert not [key for key in asked if REGISTRY[key].privacy in private]


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"hours_per_week": "0"}, "Vul een getal in van 1 tot en met 60."),
        ({"hourly_wage": "gratis"}, "Vul een getal in van 0,01 tot en met 500."),
        ({"likely": "101"}, "Vul een getal in van 0 tot en met 100."),
        ({"lowest": "70"}, "Dit is hoger dan de loonwaarde zelf."),
        ({"highest": "50"}, "Dit is lager dan de loonwaarde zelf."),
        ({"day": "2023-01-01"}, "Wij beschrijven de wet vanaf 1 januari 2024."),
        ({"in_register": ""}, "Dit veld is verplicht."),
    ],
)
def test_the_employers_mistakes_are_explained(
    db: None, wrong: dict[str, str], message: str
) -> None:
    page = post(EMPLOYER, KOEN | wrong, 422)
    assert message in page
    assert "In geld" not in page


def test_working_beside_assistance(db: None) -> None:
    page = post(INCOME, PERSON)
    # 12 × 52 / 12 × 15 × 0.9 = 702 net; a quarter, 175.50, may be kept.
    assert "€ 176" in page
    assert "Als u 12 uur per week werkt" in page
    assert "/wat-de-wet-geeft/regel/vrijlating-25-procent/" in page
    assert "Zonder werk is dat € 1.348." in page
    assert "<strong>€ 1.524</strong>" in page


def test_more_questions_come_up_and_their_answers_stay(db: None) -> None:
    short = {key: value for key, value in PERSON.items() if "fact-" not in key}
    short |= {key: PERSON[key] for key in list(PERSON) if key in {"fact-leefvorm", "fact-leeftijd"}}
    page = post(INCOME, short | {"fact-aow_leeftijd_bereikt": "nee"})
    assert "Misschien mag u meer houden" in page
    assert 'name="fact-medisch_urenbeperkt"' in page
    again = post(INCOME, PERSON)
    assert 'name="fact-maanden_vrijlating_25" value="0"' in again


def test_other_norms_are_not_guessed(db: None) -> None:
    page = post(INCOME, PERSON | {"fact-leeftijd": "19"})
    assert "Voor u gelden andere regels" in page


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"hours": "61"}, "Vul een getal in van 0 tot en met 60."),
        ({"net_low": "95"}, "Dit is minder dan het laagste bedrag."),
        ({"fact-leefvorm": ""}, "Kies een van de antwoorden."),
        ({"fact-leeftijd": "oud"}, "Vul een getal in van 0 tot en met 120."),
    ],
)
def test_a_persons_mistakes_are_explained(db: None, wrong: dict[str, str], message: str) -> None:
    assert message in post(INCOME, PERSON | wrong, 422)


def test_fields_that_nobody_asked_for_are_ignored(db: None) -> None:
    form = IncomeForm(PERSON | {"fact-bestaat_niet": "ja", "fact-algemene_bijstand": "nee"})
    assert form.is_valid(), form.errors
    assert form.facts()["algemene_bijstand"] == "ja"
    assert "bestaat_niet" not in form.facts()


def test_what_was_answered_in_the_assistant_is_filled_in(db: None) -> None:
    browser = Client()
    browser.post("/wat-de-wet-geeft/rekenhulp/", {"scope": "inkomen", "day": "2026-07-01"})
    answers = {"leeftijd": "34", "leefvorm": "gehuwd"}
    for key, value in answers.items():
        question = {"fact": key, "answer": value}
        assert browser.post("/wat-de-wet-geeft/rekenhulp/vraag/", question).status_code == 302
    page = browser.get(INCOME).content.decode()
    assert 'name="fact-leeftijd" value="34"' in page
    assert "checked" in page.split('value="gehuwd"')[1].split(">")[0]


def test_in_english_numbers_are_read_as_english(db: None) -> None:
    browser = Client()
    browser.post("/taal/", {"language": "en"})
    page = browser.post(EMPLOYER, KOEN | {"hourly_wage": "15.00", "employer_charges": "23.5"})
    assert "<strong>€ 1,874</strong> a month" in page.content.decode()
