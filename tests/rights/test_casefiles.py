"""Case files: readable by a policy officer, strict about mistakes."""

from datetime import date

import pytest

from streekwerk.rights import Truth, evaluate, read_case
from streekwerk.rights.casefiles import CaseFileError, read_worked_cases

GOOD = """
datum: 2026-07-01
gemeente: {naam: Zilverbeek, vooruitlopend: ja, invulling: {proefplaats_maanden: 1}}
regels: [proefplaats]
feiten: {algemene_bijstand: ja, toestemming_proefplaats: nee, maanden_proefplaats: onbekend}
"""


def test_a_case_is_read_with_its_municipality_and_rules() -> None:
    found = read_case(GOOD)
    assert found.case.day == date(2026, 7, 1)
    assert found.case.municipality.ahead_of_law
    assert [one.key for one in found.rules] == ["proefplaats"]
    assert evaluate(found.case, found.rules)[0].truth is Truth.NO


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("datum: 2026-07-01", "", "'datum' ontbreekt"),
        ("datum: 2026-07-01", "datum: morgen", "'datum' ontbreekt of is geen datum"),
        ("[proefplaats]", "[proefplek]", "onbekende regel 'proefplek'"),
        ("algemene_bijstand: ja", "bijstand: ja", "onbekend feit 'bijstand'"),
        ("algemene_bijstand: ja", "algemene_bijstand: 3", "verwacht ja, nee of onbekend"),
        ("proefplaats_maanden: 1", "proefmaanden: 1", "onbekende open norm"),
        ("proefplaats_maanden: 1", "proefplaats_maanden: ja", "verwacht een getal"),
        ("naam: Zilverbeek", "plaats: Zilverbeek", "onbekend veld"),
        ("feiten: {", "feit: {", "onbekend veld ..feit"),
        ("datum: 2026-07-01", "datum: 2026-07-01\nveronderstel: {wml.jaar: 1}", "wml.jaar"),
        ("feiten: {", "feiten: [1] #{", "verwacht velden"),
    ],
)
def test_a_mistake_is_named_with_its_place(old: str, new: str, said: str) -> None:
    with pytest.raises(CaseFileError, match=said) as caught:
        read_case(GOOD.replace(old, new), "zaak.yaml")
    assert "zaak.yaml" in str(caught.value)


def test_a_worked_case_needs_its_parts() -> None:
    with pytest.raises(CaseFileError, match="verwacht een lijst"):
        read_worked_cases("zaak: A", "f.yaml")
    with pytest.raises(CaseFileError, match=r"f.yaml, zaak A: 'titel' ontbreekt"):
        read_worked_cases("- zaak: A", "f.yaml")
    half = "- {zaak: A, titel: t, regel: proefplaats, artikel: a, uitkomst: {antwoord: soms}}"
    with pytest.raises(CaseFileError, match="ja, nee of onbekend"):
        read_worked_cases(half, "f.yaml")
