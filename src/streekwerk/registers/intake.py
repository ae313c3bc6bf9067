"""The whole way of one delivery: recognise, read, check, load, report, decide."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import duckdb

from streekwerk.registers.analysis.load import Loaded, fill_screened
from streekwerk.registers.analysis.pseudonym import PseudonymKey
from streekwerk.registers.analysis.schema import create_tables
from streekwerk.registers.delivery.acceptance import Decision, Policy, accept
from streekwerk.registers.delivery.fingerprint import file_fingerprint
from streekwerk.registers.exchange import Progress, Recognised, read_screened, recognise
from streekwerk.registers.quality.across import run_across
from streekwerk.registers.quality.across_bus import BUS_ACROSS
from streekwerk.registers.quality.across_srg import SRG_ACROSS
from streekwerk.registers.quality.report import Example, QualityReport, Result, ordered
from streekwerk.registers.quality.tally import Tally, from_across
from streekwerk.registers.quality.trend import (
    GAP,
    MISSING,
    Month,
    missing_months,
    months_of,
    sudden_gaps,
)
from streekwerk.vocabulary.language import Text


@dataclass(frozen=True, slots=True)
class Intake:
    """What became of a delivery."""

    report: QualityReport
    decision: Decision
    loaded: Loaded


def take_in(
    source: Path | Recognised,
    key: PseudonymKey,
    connection: duckdb.DuckDBPyConnection,
    policy: Policy,
    progress: Progress = lambda rows, share: None,
) -> Intake:
    """Read a delivery into DuckDB when the policy allows, in one transaction.

    The checks across records look at the tables as they would become; when the
    decision is to refuse, everything is as it was before.

    Parameters
    ----------
    key
        The key of the municipality whose delivery it is.
    connection
        DuckDB with the earlier deliveries, in memory or on disk.
    progress
        See :func:`streekwerk.registers.exchange.read_screened`.

    Raises
    ------
    RefusedError
        When the file is unsafe, damaged or unknown.
    WrongMunicipalityError
        When it is of another municipality than the key.
    """
    what = source if isinstance(source, Recognised) else recognise(source)
    fingerprint = file_fingerprint(what.path)
    create_tables(connection)
    connection.begin()
    try:
        intake = _into(what, key, connection, fingerprint, policy, progress)
    except BaseException:
        connection.rollback()
        raise
    if intake.decision.accepted:
        connection.commit()
    else:
        connection.rollback()
    return intake


def _into(
    what: Recognised,
    key: PseudonymKey,
    connection: duckdb.DuckDBPyConnection,
    fingerprint: str,
    policy: Policy,
    progress: Progress,
) -> Intake:
    tally = Tally()
    statistic = what.layout.statistic
    batches = tally.of_batches(read_screened(what, progress))
    loaded = fill_screened(connection, batches, what.layout, key, fingerprint)
    for _ in batches:  # a file that is already there is still read, for its report
        pass
    trend = months_of(connection, statistic, key.municipality)
    checks = SRG_ACROSS + BUS_ACROSS
    across = map(from_across, run_across(connection, checks, statistic, fingerprint))
    report = QualityReport(
        file=what.path.name,
        fingerprint=fingerprint,
        layout=what.layout.title,
        profile=what.mapping.name if what.mapping else str(what.kind),
        municipality=key.municipality,
        periods=tuple(sorted(tally.periods)),
        rows=tally.rows,
        rows_with_error=tally.rows_with_error,
        without_key=loaded.without_key,
        results=ordered([*tally.results(), *across, *_of_months(trend)]),
        trend=trend,
    )
    return Intake(report, accept(report, policy), loaded)


def _of_months(trend: tuple[Month, ...]) -> list[Result]:
    found = []
    for check, periods in (
        (GAP, tuple(month.period for month in sudden_gaps(trend))),
        (MISSING, missing_months(trend)),
    ):
        if periods:
            shown = (period.isoformat()[:7] for period in periods)
            examples = tuple(Example(0, None, Text(text, text)) for text in shown)
            found.append(Result(check, len(periods), {}, examples))
    return found
