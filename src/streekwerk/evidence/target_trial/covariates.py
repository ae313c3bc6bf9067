"""What was known of people before time zero.

Everything is read from the panel at month t - 1 or earlier, or is a fact of birth. A
measure "in force" at t began before t and had not ended by the end of t - 1.
Ethnicity, nationality, religion, name and postcode are not in the panel at all.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from streekwerk.evidence.cohort.months import calendar_month
from streekwerk.evidence.cohort.panel import Floats, Integers, Panel
from streekwerk.evidence.target_trial.eligibility import Moments
from streekwerk.evidence.target_trial.kinds import Kind
from streekwerk.evidence.target_trial.timeline import Timeline
from streekwerk.evidence.trial.table import CategoricalCovariate, Covariate, NumericCovariate
from streekwerk.registers.codes import Exemption, Gender, Household
from streekwerk.registers.codes.base import CodeList
from streekwerk.vocabulary.language import Text

RECENT_MONTHS = 6
HISTORY = "before_"
"""Names of covariates on earlier measures begin with this; see :mod:`...cards.audit`."""
_QUARTERS = ("jan-mrt", "apr-jun", "jul-sep", "okt-dec")


def covariates_at(panel: Panel, timeline: Timeline, at: Moments) -> tuple[Covariate, ...]:
    """Return the covariates of every person-month, each (len(at),)."""
    eve = at.month - 1
    return (
        *_person(panel, at),
        _coded(
            "household", _T("leefvorm", "household"), Household, panel.household[at.person, eve]
        ),
        _coded(
            "exemption",
            _T("ontheffing van de arbeidsplicht", "exemption from the duty to work"),
            Exemption,
            panel.exemption[at.person, eve],
        ),
        *_benefit(panel, at),
        *_work(panel, at),
        *_measures(timeline, at),
        *_traits(panel, at),
        *_surroundings(panel, at),
    )


def _person(panel: Panel, at: Moments) -> tuple[Covariate, ...]:
    age = ages(panel, at)
    return (
        NumericCovariate("age", _T("leeftijd", "age"), age),
        NumericCovariate(
            "age_squared",
            _T("leeftijd, afstand tot 40 in het kwadraat", "age, squared distance to 40"),
            np.square((age - 40) / 10),
        ),
        _coded("gender", _T("geslacht", "gender"), Gender, panel.gender[at.person]),
    )


def ages(panel: Panel, at: Moments) -> Floats:
    """Return the age in years at time zero; NaN when the month of birth is unknown."""
    born = panel.birth_month[at.person]
    return np.where(born < -12 * 150, np.nan, (at.month - born) / 12)


def durations(panel: Panel, at: Moments) -> Integers:
    """Return for how many months the running spell of benefit has lasted at time zero."""
    since = panel.since[at.person, at.month - 1].astype(np.int64)
    return np.asarray(np.maximum(at.month - since, 0), dtype=np.int64)


def _benefit(panel: Panel, at: Moments) -> tuple[Covariate, ...]:
    earlier = np.minimum(panel.spell[at.person, at.month - 1].astype(np.int64) - 1, 3)
    return (
        NumericCovariate(
            "log_duration",
            _T("uitkeringsduur (log jaren)", "time on benefit (log years)"),
            np.log1p(durations(panel, at) / 12),
        ),
        NumericCovariate(
            "long_term",
            _T("langer dan twee jaar uitkering", "on benefit for more than two years"),
            (durations(panel, at) >= 24).astype(np.float64),
        ),
        NumericCovariate(
            "earlier_spells",
            _T("eerdere uitkeringsperioden", "earlier spells of benefit"),
            earlier.astype(np.float64),
        ),
    )


def _work(panel: Panel, at: Moments) -> tuple[Covariate, ...]:
    last = panel.earnings[at.person, at.month - 1].astype(np.float64)
    return (
        NumericCovariate(
            "earns",
            _T("inkomsten uit deeltijdwerk vorige maand", "part-time earnings last month"),
            (last > 0).astype(np.float64),
        ),
        NumericCovariate(
            "log_earnings",
            _T("hoogte van die inkomsten (log euro)", "amount of those earnings (log euro)"),
            np.log1p(last),
        ),
    )


def _measures(timeline: Timeline, at: Moments) -> tuple[Covariate, ...]:
    running = timeline.in_force(at.person, at.month)
    recent = timeline.started.between(at.person, at.month - RECENT_MONTHS, at.month)
    return (
        _flag("measure_in_force", _T("al een voorziening", "a measure in force"), running > 0),
        _flag(
            "measures_in_force",
            _T("meer dan één voorziening", "more than one measure in force"),
            running > 1,
        ),
        _flag(
            "recent_start",
            _T("voorziening gestart in afgelopen half jaar", "a measure started in last 6 months"),
            recent > 0,
        ),
        *(_before(timeline, at, number) for number in range(len(Kind))),
    )


def _before(timeline: Timeline, at: Moments, number: int) -> NumericCovariate:
    """Return how many measures of a kind started longer than six months ago (at most two)."""
    kind = tuple(Kind)[number]
    earlier = np.zeros_like(at.month)
    count = timeline.by_kind[number].between(at.person, earlier, at.month - RECENT_MONTHS)
    label = Text(f"eerder: {kind.words.nl}", f"earlier: {kind.words.en}")
    return NumericCovariate(
        f"{HISTORY}{kind.value}", label, np.minimum(count, 2).astype(np.float64)
    )


def _traits(panel: Panel, at: Moments) -> tuple[Covariate, ...]:
    return tuple(
        CategoricalCovariate(
            trait.name,
            trait.label,
            trait.levels,
            trait.codes[at.person, at.month - 1].astype(np.int64),
        )
        for trait in panel.traits
    )


def _surroundings(panel: Panel, at: Moments) -> tuple[Covariate, ...]:
    month = panel.first_month + at.month
    quarter = (np.array([calendar_month(m) for m in range(12)])[month % 12] - 1) // 3
    found: list[Covariate] = [
        CategoricalCovariate("season", _T("kwartaal", "quarter"), _QUARTERS, quarter),
        NumericCovariate(
            "calendar_time", _T("kalendertijd", "calendar time"), at.month.astype(np.float64)
        ),
    ]
    if len(panel.municipalities) > 1:
        place = panel.municipality[at.person]
        label = _T("gemeente", "municipality")
        found.append(CategoricalCovariate("municipality", label, panel.municipalities, place))
    if panel.market is not None:
        label = _T("regionale arbeidsmarkt, vorige maand", "regional labour market, last month")
        found.append(NumericCovariate("labour_market", label, panel.market[at.month - 1]))
    return tuple(found)


_T: Callable[[str, str], Text] = Text


def _flag(name: str, label: Text, values: object) -> NumericCovariate:
    return NumericCovariate(name, label, np.asarray(values, dtype=np.float64))


def _coded(name: str, label: Text, kind: type[CodeList], codes: object) -> CategoricalCovariate:
    """Return a category from the regulation's codes; what is not in the list is unknown."""
    members = list(kind)
    index = np.full(256, -1, dtype=np.int64)
    for position, member in enumerate(members):
        index[int(member)] = position
    levels = tuple(member.label.nl for member in members)
    return CategoricalCovariate(name, label, levels, index[np.asarray(codes, dtype=np.int64)])
