"""The panel in memory says what the tables say."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from tests.evidence.cohort.handmade import FIRST, Register, index

from streekwerk.evidence.cohort.build import build_cohort
from streekwerk.evidence.cohort.load import load_panel, read_market
from streekwerk.evidence.cohort.months import calendar_month, first_day, month_label, month_number
from streekwerk.evidence.cohort.panel import VANISHED, Panel


def test_months_count_up() -> None:
    assert month_number(first_day(FIRST)) == FIRST == 24252
    assert calendar_month(FIRST + 13) == 2
    assert month_label(FIRST + 14).nl == "mrt 2022"
    assert month_label(FIRST + 14).en == "Mar 2022"


def test_the_matrices_hold_the_rows() -> None:
    register = Register().keep_delivering(5)
    register.benefit(
        "ana", [0, 1, 2], since=-4, end=(2, "11"), earnings={1: 300}, household="2", exemption="5"
    )
    register.benefit("bo", [1, 2, 3])
    register.measure("ana", "42", -2, end=1, seen=(0, 1)).measure("bo", "40", 2, seen=(2, 5))
    panel = register.panel()
    ana, bo = index(panel, "ana"), index(panel, "bo")
    assert (panel.people, panel.months, panel.first_month) == (3, 6, FIRST)
    assert panel.benefit[ana].tolist() == [True, True, True, False, False, False]
    assert panel.exit[ana].tolist() == [0, 0, 11, 0, 0, 0]
    assert panel.exit[bo].tolist() == [0, 0, 0, VANISHED, 0, 0]
    assert panel.earnings[ana].tolist() == [0, 300, 0, 0, 0, 0]
    assert panel.since[ana, :3].tolist() == [-4, -4, -4]
    assert panel.household[ana, :3].tolist() == [2, 2, 2]
    assert panel.exemption[ana, :3].tolist() == [5, 5, 5]
    assert panel.birth_month[ana] == -480
    assert panel.last_month.tolist() == [5, 5, 5]
    training = panel.episodes.of("42")
    assert (training.person.tolist(), training.start.tolist(), training.last.tolist()) == (
        [ana],
        [-2],
        [1],
    )
    person, month = panel.starts("40")
    assert (person.tolist(), month.tolist()) == ([bo], [2])
    assert panel.starts("42")[0].size == 0  # it started before the panel
    assert panel.episodes.of("10").person.size == 0


def test_municipalities_follow_one_another() -> None:
    register = Register().keep_delivering(4)
    register.municipality = "9902"
    register.benefit("ana", [1, 2])
    register.municipality = "9901"
    register.benefit("ana", [0, 1])
    panel = register.panel()
    assert panel.municipalities == ("9901", "9902")
    assert panel.municipality.tolist() == [0, 0, 1]
    assert panel.last_month.tolist() == [4, 4, 2]


def test_a_trait_is_known_from_its_date_on_unless_it_lasts() -> None:
    register = Register().keep_delivering(3)
    register.benefit("ana", [0, 1, 2, 3]).benefit("bo", [0, 1, 2, 3])
    register.fact("ana", "education", "laag", 1).fact("ana", "education", "midden", 3)
    register.fact("bo", "education", "hoog", -5)
    panel = register.panel()
    ana, bo, filler = (index(panel, each) for each in ("ana", "bo", "filler"))
    named = _named(panel)
    assert named[ana].tolist() == ["?", "laag", "laag", "midden"]
    assert named[bo].tolist() == ["hoog"] * 4
    assert named[filler].tolist() == ["?"] * 4
    lasting = _named(load_panel(register.connection, lasting=("education",)))
    assert lasting[ana].tolist() == ["laag", "laag", "laag", "midden"]
    assert load_panel(register.connection, traits=("diagnosis",)).traits == ()


def test_hours_hold_for_the_month_of_their_date_alone() -> None:
    register = Register().keep_delivering(3)
    assert register.panel().hours is None
    register.benefit("ana", [0, 1, 2, 3]).benefit("bo", [0])
    register.hours("ana", {1: 12.5}, 3).hours("ana", {1: 20, -1: 8, 4: 40}, 28)
    register.hours("bo", {2: 32, 3: 160}).hours("nobody", {1: 9})
    hours = register.panel().hours
    assert hours is not None
    ana, bo = (index(register.panel(), each) for each in ("ana", "bo"))
    # The last of a month counts; what lies outside the months or in no week is left out.
    np.testing.assert_array_equal(hours[ana], np.array([np.nan, 20, np.nan, np.nan]))
    np.testing.assert_array_equal(hours[bo], np.array([np.nan, np.nan, 32, np.nan]))


def _named(panel: Panel) -> npt.NDArray[np.str_]:
    (trait,) = panel.traits
    return np.array(["?", *trait.levels])[trait.codes + 1]


def test_the_labour_market_is_read_by_month() -> None:
    register = Register().keep_delivering(2)
    build_cohort(register.connection)
    register.connection.execute(
        "CREATE TABLE labour_market AS SELECT * FROM (VALUES ('2021-01', 9.5), ('2021-03', 8.0)) "
        "AS t (month, vacancies_per_100_benefits)"
    )
    market = read_market(register.connection)
    assert market == {FIRST: 9.5, FIRST + 2: 8.0}
    panel = load_panel(register.connection, market=market)
    assert panel.market is not None
    np.testing.assert_array_equal(panel.market, [9.5, np.nan, 8.0])


def test_the_readable_view_counts_what_was_before() -> None:
    register = Register().keep_delivering(6)
    register.benefit("ana", [0, 1, 2, 3], since=-30, earnings={0: 100, 1: 100}, end=(3, "13"))
    register.measure("ana", "42", 1, end=2, seen=(1, 2)).measure("ana", "40", 2, seen=(2, 6))
    build_cohort(register.connection)
    rows = register.connection.execute(
        "SELECT calendar_month, age, duration, months_with_earnings_before, measures_before, "
        "measures_in_force_before, exit_to_work FROM cohort_person_month "
        "WHERE household = '1' AND since = ? ORDER BY period",
        [FIRST - 30],
    ).fetchall()
    assert rows == [
        (1, 40, 30, 0, 0, 0, None),
        (2, 40, 31, 1, 0, 0, None),
        (3, 40, 32, 2, 1, 1, None),
        (4, 40, 33, 2, 2, 1, True),
    ]
