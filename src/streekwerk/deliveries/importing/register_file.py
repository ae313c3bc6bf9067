"""An SRG or BUS file: recognised by its contents, checked by the pure core."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from streekwerk.deliveries import refusals
from streekwerk.deliveries.importing.found import Found
from streekwerk.deliveries.importing.workspace import Workspace
from streekwerk.deliveries.keys import key_of
from streekwerk.deliveries.models import Delivery, Reporter, Statistic
from streekwerk.registers.exchange import Progress, Recognised
from streekwerk.registers.quality.checks import Severity


@dataclass(frozen=True, slots=True)
class RegisterFile:
    """An SRG or BUS file of a municipality; ``period`` is the month its first row names."""

    delivery: Delivery
    file: Recognised
    reporter: Reporter
    period: dt.date | None

    @property
    def code(self) -> str:
        """Return the municipality code."""
        return self.reporter.code

    @property
    def statistic(self) -> Statistic:
        """Return which of the two it is."""
        return Statistic(str(self.file.layout.statistic))

    @property
    def order(self) -> tuple[str, int, int]:
        """Oldest month first, and benefits before the measures that are checked against them."""
        month = self.period.isoformat() if self.period else ""
        return (month, 0 if self.statistic is Statistic.BUS else 1, self.delivery.pk)

    def check(self, space: Workspace, progress: Progress) -> Found:
        """Read and check the file.

        Raises
        ------
        Refused : it is not about one month, or the pseudonym key is missing.
        RefusedError, WrongMunicipalityError : see :meth:`Workspace.check`.
        """
        key = key_of(self.code, self.reporter.key_check)
        report = space.check(self.file, key, progress).report
        if len(report.periods) != 1:
            several = refusals.NOT_ONE_MONTH if report.periods else refusals.NO_MONTH
            raise refusals.Refused(several)
        month = next((m for m in report.trend if m.period == report.periods[0]), None)
        return Found(
            statistic=self.statistic,
            code=self.code,
            period=report.periods[0],
            source="",
            layout=f"{report.layout}, {report.profile}",
            rows=report.rows,
            persons=month.persons if month else 0,
            errors=report.count(Severity.ERROR),
            warnings=report.count(Severity.WARNING),
            report=report.as_json(),
        )
