"""What the law gives, on paper: complete, in plain words, the same bytes for the same case."""

from __future__ import annotations

from datetime import date

import pytest

from streekwerk.reports.rights import RightsContent, as_pdf, rights_content
from streekwerk.rights import CATALOGUE, REGISTRY, Dialogue, Municipality, Truth, new_case, rule
from streekwerk.vocabulary.language import LANGUAGES, Language, Text

DAY = date(2026, 7, 1)
SCOPE = Text("Alle regels", "All rules")
GIVEN: dict[str, object] = {
    "algemene_bijstand": "ja",
    "leeftijd": 34.0,
    "doelgroep_lks": "ja",
    "leefvorm": "alleenstaand",
    "datum_vorige_doelgroepaanvraag": "2025-07-01",
    "medisch_urenbeperkt": None,
}


def content(
    language: Language = "nl",
    given: dict[str, object] | None = None,
    municipality: Municipality | None = None,
    keys: tuple[str, ...] = (),
) -> RightsContent:
    answers = GIVEN if given is None else given
    rules = tuple(rule(key) for key in keys) or CATALOGUE
    dialogue = Dialogue(new_case(DAY, answers, municipality), rules, tuple(answers))
    return rights_content(dialogue, SCOPE, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_is_answered_once(language: Language) -> None:
    told = content(language)
    groups = (told.entitled, told.duties, told.employer, told.unknown, told.no)
    assert sorted(one.key for group in groups for one in group) == sorted(r.key for r in CATALOGUE)
    truths = {one.key: one.truth for group in groups for one in group}
    case = new_case(DAY, GIVEN)
    for answer in Dialogue(case, CATALOGUE).answers():
        assert truths[answer.rule.key] == answer.truth.name.lower()


def test_what_was_filled_in_reads_as_people_say_it() -> None:
    said = {key: answer for key, _, answer in content().given}
    assert said == {
        "algemene_bijstand": "Ja",
        "leeftijd": "34 jaar",
        "doelgroep_lks": "Ja",
        "leefvorm": "alleen, of alleen met kinderen",
        "datum_vorige_doelgroepaanvraag": "1 juli 2025",
        "medisch_urenbeperkt": "Weet ik niet",
    }


def test_a_yes_explains_itself_and_says_what_would_change_it() -> None:
    (support,) = [one for one in content().entitled if one.key == "aanspraak-ondersteuning"]
    assert support.verdict == "Ja, dit is een recht"
    assert support.because.truth == "yes"
    assert support.because.article == "Pw art. 10 lid 1"
    assert support.changes
    assert support.professional.status == "Voldaan"
    assert not support.questions


def test_what_is_open_names_its_questions_and_who_knows() -> None:
    told = content(given={}, keys=("loonkostensubsidie",))
    (one,) = told.unknown
    assert [question.key for question in one.questions] == ["doelgroep_lks"]
    assert one.questions[0].asks == REGISTRY["doelgroep_lks"].holder.value.nl
    assert told.open_questions == one.questions
    assert not one.changes


def test_what_only_a_person_can_judge_is_named() -> None:
    told = content(given={}, keys=("voorziening-arbeidsinschakeling",))
    assert [question.key for question in told.human] == ["voorziening_noodzakelijk"]


def test_open_terms_are_said_to_be_open_and_filled_in_ones_are_used() -> None:
    keys = ("persoonlijke-ondersteuning",)
    (empty,) = content(keys=keys).entitled
    assert empty.figures[0].value == "De gemeente heeft dit nog niet ingevuld"
    assert any("nog niet ingevuld" in remark for remark in empty.remarks)
    here = Municipality("Hier", {"jobcoach_maanden": 24.0})
    told = content(keys=keys, municipality=here)
    assert told.entitled[0].figures[0].value == "24 maanden"
    assert told.municipality == "Hier"


def test_contested_amounts_come_in_every_reading() -> None:
    case = {"doelgroep_lks", "werkgever_wil_dienstbetrekking", "dienstbetrekking_komt_tot_stand"}
    given: dict[str, object] = dict.fromkeys((*case, "loonwaarde_vastgesteld"), "ja")
    given |= {"wsw_dienstbetrekking": "nee", "loonwaarde_procent": 60, "uren_per_week": 36}
    (one,) = content(
        given=given | {"volledige_werkweek": 36}, keys=("loonkostensubsidie",)
    ).employer
    assert one.contested
    readings = {figure.variant: figure.value for figure in one.figures if figure.variant}
    assert len(readings) == 4
    assert "€ 1.246,84 per maand" in readings.values()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pdf_is_accessible_and_the_same_every_time(language: Language) -> None:
    # Typst refuses what PDF/UA forbids, so making it at all is the test of that.
    first, second = (as_pdf(content(language)) for _ in range(2))
    assert first == second
    assert first.startswith(b"%PDF")


@pytest.mark.parametrize("given", [{}, {"algemene_bijstand": "nee"}], ids=["nothing", "a no"])
def test_little_known_makes_a_short_page_all_the_same(given: dict[str, object]) -> None:
    told = content(given=given, keys=("loonwaarde", "loonkostensubsidie"))
    assert not told.entitled
    assert as_pdf(told).startswith(b"%PDF")


def test_an_ended_rule_says_so() -> None:
    told = content(given={}, keys=("lage-inkomensvoordeel",))
    (one,) = told.no
    assert one.truth == Truth.NO.name.lower()
    assert "1 juli 2026" in one.because.text
