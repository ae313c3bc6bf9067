"""The golden cases: outcomes validated by lawyers elsewhere, read from the research data."""

import csv
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from streekwerk.rights import (
    REGISTRY,
    RuleAnswer,
    Truth,
    evaluate,
    make_case,
    national_parameters,
    rule,
)

pytestmark = pytest.mark.shared_data
FILE = Path(__file__).parents[3] / "shared" / "data" / "rules" / "golden_cases.csv"
Row = dict[str, str]


def rows() -> dict[str, Row]:
    if not FILE.exists():
        return {}
    with FILE.open(encoding="utf-8") as lines:
        return {row["case_id"]: row for row in csv.DictReader(lines)}


def pairs(text: str) -> dict[str, str]:
    parts = (part.partition("=") for part in text.split(";"))
    return {key.strip(): value.split("(")[0].strip() for key, _, value in parts}


def yes(text: str) -> bool:
    return {"true": True, "false": False}[text]


def answer(
    row: Row, key: str, facts: dict[str, object], minimum_wage: float | None = None
) -> RuleAnswer:
    """Apply one rule on the row's day; a row may suppose another minimum wage (36 hours)."""
    parameters = national_parameters()
    if minimum_wage is not None:
        parameters = parameters.supposing("wml.maand", minimum_wage, row["source"])
    day = date.fromisoformat(row["reference_date"])
    (found,) = evaluate(make_case(day, facts, REGISTRY, parameters), [rule(key)])
    return found


def cents(found: RuleAnswer, key: str) -> float:
    value = found.figure(key).value
    assert value is not None
    return value * 100


def lks_01(row: Row) -> None:
    given, wanted = pairs(row["inputs"]), pairs(row["expected"])
    base = float(given["wml_plus_vb"])
    found = answer(
        row,
        "loonkostensubsidie-na-aanvang",
        {
            "doelgroep_lks": yes(given["doelgroep_lks"]),
            "kan_wml_niet_verdienen": yes(given["kan_wml_niet_verdienen"]),
            "aanvraag_binnen_zes_maanden": yes(given["aanvraag_binnen_6m"]),
            "voorafgaand_persoon_artikel_7": yes(given["route"]),
            "wsw_dienstbetrekking": yes(given["wsw"]),
            "loonwaarde_procent": 100 * float(given["loonwaarde_incl_vb"]) / base,
            "uren_per_week": 36,
            "volledige_werkweek": 36,
        },
        minimum_wage=base / 100 / 1.08,
    )
    assert (found.truth is Truth.YES) == yes(wanted["recht"])
    assert cents(found, "verschil_36_uur") == pytest.approx(float(wanted["bruto"]))
    assert cents(found, "plafond_36_uur") == pytest.approx(float(wanted["max70"]))
    assert cents(found, "lks") == pytest.approx(float(wanted["lks"]))


def lks_03(row: Row) -> None:
    given, wanted = pairs(row["inputs"]), pairs(row["expected"])
    group = {"doelgroep_lks": yes(given["doelgroep_lks"])}
    for key in ("loonkostensubsidie", "loonkostensubsidie-na-aanvang"):
        found = answer(row, key, dict(group))
        assert (found.truth is Truth.YES) == yes(wanted["recht"])
        assert found.truth is Truth.NO
        assert cents(found, "lks") == float(wanted["lks"])


def lks_05(row: Row) -> None:
    given, wanted = pairs(row["inputs"]), pairs(row["expected"])
    in_time = yes(given["aanvraag_binnen_6m"])
    found = answer(row, "loonkostensubsidie-na-aanvang", {"aanvraag_binnen_zes_maanden": in_time})
    assert found.truth is (Truth.YES if yes(wanted["recht"]) else Truth.NO)


def lks_07(row: Row) -> None:
    given, wanted = pairs(row["inputs"]), pairs(row["expected"])
    day = date.fromisoformat(row["reference_date"])
    wage = national_parameters()["wml.maand"].at(day).value
    assert wage * 100 == pytest.approx(float(given["wml_maand"]))
    assert wage * 108 == pytest.approx(float(given["wml_plus_vb"]))
    found = answer(
        row,
        "loonkostensubsidie",
        {
            "doelgroep_lks": True,
            "werkgever_wil_dienstbetrekking": True,
            "dienstbetrekking_komt_tot_stand": True,
            "loonwaarde_vastgesteld": True,
            "wsw_dienstbetrekking": False,
            "loonwaarde_procent": 100
            * float(given["loonwaarde_incl_vb"])
            / float(given["wml_plus_vb"]),
            "uren_per_week": float(given["uren"]),
            "volledige_werkweek": 40,
        },
    )
    assert cents(found, "lks") == pytest.approx(float(wanted["lks"]), abs=0.5)


def _lkv(row: Row, **declared: object) -> dict[str, object]:
    day = date.fromisoformat(row["reference_date"])
    none = dict.fromkeys(
        (
            "doelgroepverklaring_oudere",
            "doelgroepverklaring_arbeidsgehandicapte",
            "doelgroepverklaring_banenafspraak",
            "doelgroepverklaring_herplaatsen",
            "aow_leeftijd_bereikt",
            "wsw_dienstbetrekking",
            "beschutte_dienstbetrekking",
        ),
        False,
    )
    hours = float(pairs(row["inputs"])["uren"])
    return {
        **none,
        "verzoek_in_loonaangifte": True,
        "begindatum_dienstbetrekking": day.replace(month=1, day=1),
        "verloonde_uren_per_jaar": hours,
        **declared,
    }


def lkv_01(row: Row) -> None:
    wanted = pairs(row["expected"])
    found = answer(
        row, "lkv-arbeidsgehandicapte", _lkv(row, doelgroepverklaring_arbeidsgehandicapte=True)
    )
    day = date.fromisoformat(row["reference_date"])
    parameters = national_parameters()
    assert parameters["lkv.arbeidsgehandicapte.uur"].at(day).value * 100 == pytest.approx(
        float(wanted["cent_per_uur"])
    )
    assert parameters["lkv.arbeidsgehandicapte.maximum"].at(day).value * 100 == float(wanted["max"])
    assert cents(found, "lkv") == pytest.approx(float(wanted["lkv"]))


def lkv_03(row: Row) -> None:
    given, wanted = pairs(row["inputs"]), pairs(row["expected"])
    both = _lkv(
        row,
        doelgroepverklaring_oudere=yes(given["ouder"]),
        doelgroepverklaring_arbeidsgehandicapte=yes(given["arbeidsgehandicapt"]),
    )
    assert cents(answer(row, "lkv-oudere", both), "lkv") == pytest.approx(float(wanted["ouder"]))
    disabled = answer(row, "lkv-arbeidsgehandicapte", both)
    assert cents(disabled, "lkv") == pytest.approx(float(wanted["arb"]))
    highest = answer(row, "lkv-hoogste", both)
    assert cents(highest, "lkv") == pytest.approx(float(wanted["toegekend"]))


def lkv_05(row: Row) -> None:
    given, wanted = pairs(row["inputs"]), pairs(row["expected"])
    register = answer(
        row,
        "banenafspraak",
        {
            "wajong": yes(given["wajong"]),
            "wajong_duurzaam_geen_mogelijkheden": False,
            "uitsluitend_beschut_werk": False,
        },
    )
    assert register.rule.key == wanted["categorie"]
    facts = _lkv(row, in_doelgroepregister=register.truth is Truth.YES)
    assert cents(answer(row, "lkv-hoogste", facts), "lkv") == pytest.approx(float(wanted["lkv"]))


def pp_02(row: Row) -> None:
    given, wanted = pairs(row["inputs"]), pairs(row["expected"])
    found = answer(row, "proefplaats", {"algemene_bijstand": yes(given["algemene_bijstand"])})
    assert found.truth is (Truth.YES if yes(wanted["mag"]) else Truth.NO)


def bw_01(row: Row) -> None:
    given, wanted = pairs(row["inputs"]), pairs(row["expected"])
    found = answer(
        row,
        "verricht-beschut-werk",
        {
            "algemene_bijstand": yes(given["doelgroep"]),
            "uitsluitend_beschut_werk": yes(given["vaststelling"]),
            "beschutte_dienstbetrekking": yes(given["dienstbetrekking"]),
        },
    )
    assert (found.truth is Truth.YES) == yes(wanted["verricht_beschut_werk"])


def vz_01(row: Row) -> None:
    given, wanted = pairs(row["inputs"]), pairs(row["expected"])
    facts: dict[str, object] = {
        "algemene_bijstand": yes(given["bijstand"]),
        "voorziening_noodzakelijk": yes(given["college_noodzakelijk"]),
        "niet_zonder_ondersteuning": yes(given["niet_zonder_ondersteuning"]),
    }
    outcomes = {
        "doelgroep_art10": "aanspraak-ondersteuning",
        "pers.ondersteuning": "persoonlijke-ondersteuning",
        "voorziening": "voorziening-arbeidsinschakeling",
    }
    for name, key in outcomes.items():
        assert (answer(row, key, facts).truth is Truth.YES) == yes(wanted[name])


def vz_03(row: Row) -> None:
    given, wanted = pairs(row["inputs"]), pairs(row["expected"])
    found = answer(row, "begeleiding-werkplek", {"doelgroep_lks": yes(given["doelgroep_lks"])})
    assert found.truth is (Truth.YES if yes(wanted["begeleiding_op_werkplek"]) else Truth.NO)


def nrp_02(row: Row) -> None:
    given, wanted = pairs(row["inputs"]), pairs(row["expected"])
    assert {"niet elders 11 wkn", "niet passend bij eigen werkgever"} <= set(given)
    found = answer(
        row,
        "no-riskpolis",
        {
            "verdiencapaciteit_procent": float(given["verdiencapaciteit"]),
            "niet_elders_in_dienst_elf_weken": True,
            "niet_inzetbaar_bij_eigen_werkgever": True,
            "begin_binnen_vijf_jaar": True,
        },
    )
    assert (found.truth is Truth.YES) == yes(wanted["recht"])
    assert found.figure("duur_jaren").value == float(wanted["duur_jaren"])


CHECKS: dict[str, Callable[[Row], None]] = {
    "LKS-01": lks_01,
    "LKS-03": lks_03,
    "LKS-05": lks_05,
    "LKS-07": lks_07,
    "LKV-01": lkv_01,
    "LKV-03": lkv_03,
    "LKV-05": lkv_05,
    "PP-02": pp_02,
    "BW-01": bw_01,
    "VZ-01": vz_01,
    "VZ-03": vz_03,
    "NRP-02": nrp_02,
}


@pytest.mark.skipif(not FILE.exists(), reason="the research data is not here")
def test_every_golden_case_is_checked() -> None:
    assert set(rows()) == set(CHECKS)


@pytest.mark.skipif(not FILE.exists(), reason="the research data is not here")
@pytest.mark.parametrize("name", CHECKS)
def test_golden_case(name: str) -> None:
    CHECKS[name](rows()[name])
