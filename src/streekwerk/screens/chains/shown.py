"""A chain as people read it: who, which weeks, what each gains, whether it holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from streekwerk.charts.figure import Figure
from streekwerk.charts.table import Column, DataTable
from streekwerk.charts.year import Lane, Year, year
from streekwerk.matching.chains.contract import FORMS, WAADI
from streekwerk.matching.chains.demand import Demand
from streekwerk.matching.chains.explain import shape_of
from streekwerk.matching.chains.job import ChainJob, away, formal_employer
from streekwerk.matching.chains.stored import job_from
from streekwerk.screens.chains.bench import euros, hours, said, sentence
from streekwerk.screens.design.templatetags.design import reader_language
from streekwerk.vocabulary.language import Text


@dataclass(frozen=True, slots=True)
class ChainShown:
    """One chain, for who works for the region: every member's figures."""

    names: tuple[str, ...]
    shape: str
    value: str
    form: str
    formal: str
    formal_reason: str
    waadi: str
    kilometres: str
    year: Figure
    table: DataTable
    stable: str
    holds: bool
    without: tuple[tuple[str, str], ...]
    keys: tuple[str, ...]

    @classmethod
    def of(
        cls,
        result: Mapping[str, Any],
        demands: Mapping[str, Demand],
        form: str,
        names: Mapping[str, str],
        titles: Mapping[str, str],
    ) -> ChainShown:
        """Read what was calculated; ``names`` by employer, ``titles`` by demand."""
        job = job_from(result["job"], demands)
        formal = formal_employer(job)
        who = [names.get(key, key) for key in job.employers]
        lanes = [
            (f"{name}: {titles.get(share.demand.key, '')}", share.half_hours)
            for name, share in zip(who, job.shares, strict=True)
        ]
        return cls(
            names=tuple(who),
            shape=sentence(shape_of(job)),
            value=euros(result["value"]),
            form=sentence(FORMS[form].words),
            formal=names.get(formal.employer, ""),
            formal_reason=said(formal.reason),
            waadi=said(WAADI),
            kilometres=hours(round(away(job))),
            year=year_of(lanes),
            table=_table(result, job, names),
            stable=said(Text.from_json(result["stable"])),
            holds=not result["grievances"],
            without=_without(result),
            keys=tuple(share.demand.key for share in job.shares),
        )


def year_of(lanes: Sequence[tuple[str, Sequence[int]]]) -> Figure:
    """Draw who works where in which week."""
    plot = Year(
        _("Wie waar werkt, week voor week"),
        tuple(Lane(label, tuple(each / 2 for each in weeks)) for label, weeks in lanes),
    )
    return year(plot, reader_language())


def _table(result: Mapping[str, Any], job: ChainJob, names: Mapping[str, str]) -> DataTable:
    rows = []
    for share, (key, gained, keeps) in zip(job.shares, result["settlements"], strict=True):
        name = names.get(key, key)
        amounts = (euros(gained), _to_purse(gained - keeps), euros(keeps))
        rows.append((name, hours(share.hours), *amounts))
    total = job.value + job.travel_and_sharing
    rows.append(
        (
            _("Samen"),
            hours(sum(share.hours for share in job.shares)),
            euros(total),
            euros(job.travel_and_sharing),
            euros(job.value),
        )
    )
    columns = (
        Column(_("Werkgever")),
        Column(_("Uren per jaar"), numeric=True),
        Column(_("Waarde van vaste uren"), numeric=True),
        Column(_("Draagt bij"), numeric=True),
        Column(_("Houdt over"), numeric=True),
    )
    return DataTable(_("Wat het iedere werkgever per jaar brengt"), columns, tuple(rows))


def _to_purse(cents: int) -> str:
    return euros(cents) if cents >= 0 else _("krijgt %(euros)s") % {"euros": euros(-cents)}


def _without(result: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    told = zip(result["without"], result["lost"], strict=True)
    return tuple((said(Text.from_json(words)), euros(lost)) for words, lost in told)
