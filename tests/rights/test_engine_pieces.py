"""The engine's small parts: logic, months, parameters, facts, open terms, words."""

from datetime import date

import numpy as np
import pytest

from streekwerk.rights import REGISTRY, Municipality, evaluate, national_parameters, new_case, rule
from streekwerk.rights.engine.facts import MonthsSince
from streekwerk.rights.engine.frame import Frame
from streekwerk.rights.engine.nodes import AllOf, AnyOf, Rounded, quantity
from streekwerk.rights.engine.parameters import read_parameters
from streekwerk.rights.engine.truth import Truth, conjunction, disjunction, negation
from streekwerk.rights.engine.words import figure
from streekwerk.rights.facts import benefits, situation, work
from streekwerk.rights.facts.making import EURO_MONTH, HOURS_WEEK, PERCENT
from streekwerk.rights.law.open_terms import offers_exit_premium, trial_months

NO, OPEN, YES = (np.array([truth], dtype=np.int8) for truth in Truth)


def test_kleenes_tables() -> None:
    assert conjunction([NO, OPEN]) == Truth.NO
    assert conjunction([YES, OPEN]) == Truth.UNKNOWN
    assert disjunction([YES, OPEN]) == Truth.YES
    assert disjunction([NO, OPEN]) == Truth.UNKNOWN
    assert negation(OPEN) == Truth.UNKNOWN
    assert negation(NO) == Truth.YES


def test_nameless_groups_melt_together_and_named_ones_stay() -> None:
    one, two, three = benefits.ioaw, benefits.ioaz, benefits.wajong
    assert (one & two & three).conditions == (one, two, three)
    named = AnyOf((one, two), article="art. 1")
    assert AnyOf((named, three)).conditions == (named, three)
    assert ~~one is one
    with pytest.raises(ValueError, match="at least one"):
        AllOf(())


def months(start: date, day: date) -> float:
    columns = {"begindatum_dienstbetrekking": np.array([float(start.toordinal())])}
    frame = Frame(day, 1, columns, national_parameters(), Municipality())
    return float(MonthsSince(work.start).amount(frame)[0])


@pytest.mark.parametrize(
    ("start", "day", "expected"),
    [
        (date(2026, 1, 1), date(2026, 6, 30), 5),
        (date(2026, 1, 1), date(2026, 7, 1), 6),
        (date(2025, 8, 31), date(2026, 2, 27), 5),
        (date(2025, 8, 31), date(2026, 2, 28), 6),
        (date(2024, 2, 29), date(2025, 2, 28), 12),
        (date(2026, 7, 1), date(2026, 7, 1), 0),
        (date(2026, 7, 2), date(2026, 7, 1), -1),
        (date(2026, 1, 31), date(2026, 12, 31), 11),
    ],
)
def test_months_are_counted_by_the_calendar(start: date, day: date, expected: int) -> None:
    assert months(start, day) == expected


def test_rounding_is_half_up_and_not_fooled_by_binary_fractions() -> None:
    frame = Frame(date(2026, 7, 1), 1, {}, national_parameters(), Municipality())
    for value, expected in ((54.5, 55), (54.49999999999999, 55), (54.4, 54), (0.5, 1)):
        assert Rounded(quantity(value)).amount(frame)[0] == expected


def test_a_parameter_starts_on_its_first_day_and_warns_when_old() -> None:
    wage = national_parameters()["wml.maand"]
    assert wage.at(date(2026, 6, 30)).value == 2294.40
    assert wage.at(date(2026, 7, 1)).value == 2337.00
    assert not wage.is_outdated(date(2026, 12, 31))
    assert wage.is_outdated(date(2027, 1, 1))
    assert not national_parameters()["lks.plafond"].is_outdated(date(2040, 1, 1))
    with pytest.raises(LookupError, match="geen waarde bekend op 2023-12-31"):
        wage.at(date(2023, 12, 31))


def test_every_parameter_value_has_a_source() -> None:
    for parameter in national_parameters().by_key.values():
        assert all(len(value.source) > 10 for value in parameter.values)


PARAMETER = """
a.b:
  label: {{nl: iets, en: something}}
  unit: {{nl: €, en: €}}
  rhythm: {rhythm}
  values:
    - {{from: 2025-01-01, value: 1, source: bron}}
    - {{from: {second}, value: 2, source: bron}}
"""


def test_a_bad_parameter_file_is_refused_with_the_reason() -> None:
    good = PARAMETER.format(rhythm="fixed", second="2026-01-01")
    assert read_parameters([good])["a.b"].at(date(2026, 1, 1)).value == 2
    with pytest.raises(ValueError, match="moeten oplopen"):
        read_parameters([PARAMETER.format(rhythm="fixed", second="2024-01-01")])
    with pytest.raises(ValueError, match="onbekend ritme"):
        read_parameters([PARAMETER.format(rhythm="soms", second="2026-01-01")])
    with pytest.raises(ValueError, match="twee keer"):
        read_parameters([good, good])


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("leeftijd", "dertig", "een getal"),
        ("leeftijd", 130, "hoogstens 120"),
        ("leeftijd", True, "een getal"),
        ("algemene_bijstand", "misschien", "ja, nee of onbekend"),
        ("algemene_bijstand", 1.5, "ja, nee of onbekend"),
        ("leefvorm", "samen", "alleenstaand, gehuwd"),
        ("begindatum_dienstbetrekking", "1 juli", "een datum als 2026-07-01"),
    ],
)
def test_a_wrong_answer_is_refused_with_what_was_expected(
    key: str, value: object, said: str
) -> None:
    with pytest.raises(ValueError, match=said):
        REGISTRY[key].encode(value)


def test_an_unknown_fact_names_near_ones() -> None:
    with pytest.raises(ValueError, match="algemene_bijstand"):
        new_case(date(2026, 7, 1), {"algmene_bijstand": "ja"})


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("leeftijd", 30.0),
        ("algemene_bijstand", True),
        ("leefvorm", "gehuwd"),
        ("begindatum_dienstbetrekking", date(2026, 7, 1)),
        ("leeftijd", None),
    ],
)
def test_what_is_stored_comes_back(key: str, value: object) -> None:
    assert REGISTRY[key].decode(REGISTRY[key].encode(value)) == value


def test_an_open_term_checks_its_kind() -> None:
    assert trial_months.check(2) == 2
    assert offers_exit_premium.check(False) is False
    for term, value in ((trial_months, -1), (trial_months, True), (offers_exit_premium, 3)):
        with pytest.raises(ValueError, match=term.key):
            term.check(value)


def test_an_answer_says_when_the_municipality_has_not_decided() -> None:
    facts = {"algemene_bijstand": "ja", "toestemming_proefplaats": "ja", "maanden_proefplaats": 0}
    (answer,) = evaluate(new_case(date(2026, 7, 1), facts), [rule("proefplaats")])
    assert trial_months in answer.not_filled_in
    decided = Municipality("Zilverbeek", {"proefplaats_maanden": 1})
    (answer,) = evaluate(new_case(date(2026, 7, 1), facts, decided), [rule("proefplaats")])
    assert trial_months not in answer.not_filled_in
    assert answer.figure("duur_maanden").value == 1
    assert answer.figure("duur_maanden").not_filled_in == ()


def test_a_figure_only_the_municipality_can_give_is_left_open() -> None:
    case = new_case(date(2026, 7, 1), {"doelgroep_lks": "ja"})
    (answer,) = evaluate(case, [rule("persoonlijke-ondersteuning")])
    assert answer.figure("duur_maanden").left_open
    facts = {"algemene_bijstand": "ja", "toestemming_proefplaats": "ja", "maanden_proefplaats": 0}
    (answer,) = evaluate(new_case(date(2026, 7, 1), facts), [rule("proefplaats")])
    assert answer.figure("duur_maanden").not_filled_in == (trial_months,)
    assert not answer.figure("duur_maanden").left_open


def test_figures_are_written_as_people_write_them() -> None:
    assert figure(1009.584, EURO_MONTH, "nl") == "€ 1.009,58 per maand"
    assert figure(1009.584, EURO_MONTH, "en") == "€ 1,009.58 a month"
    assert figure(32, HOURS_WEEK, "nl") == "32 uur per week"
    assert figure(6.25, PERCENT, "nl") == "6,25%"


def test_amounts_are_known_only_when_their_facts_are() -> None:
    (answer,) = evaluate(new_case(date(2026, 7, 1), {}), [rule("loonkostensubsidie")])
    assert answer.truth is Truth.UNKNOWN
    amount = answer.figure("lks")
    assert amount.if_entitled is None
    assert amount.value is None
    with pytest.raises(LookupError, match="geen 'premie'"):
        answer.figure("premie")


def test_the_fixed_is_never_named_in_what_would_change_it() -> None:
    facts = {"leeftijd": 26}
    (answer,) = evaluate(new_case(date(2026, 7, 1), facts), [rule("participatieplaats")])
    assert answer.truth is Truth.NO
    assert answer.changes() == ()
    assert situation.age.fact.fixed
