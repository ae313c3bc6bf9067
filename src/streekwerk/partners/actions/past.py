"""Write fictitious employers with what happened with them before, many at once.

For the demo region only: a real past is told by the single actions, one at a time.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, TypeAlias

from django.db import transaction

from streekwerk.accounts import audit
from streekwerk.accounts.models import Municipality
from streekwerk.accounts.permissions import require
from streekwerk.partners.models import (
    AgendaEvent,
    AgendaItem,
    Agreement,
    AgreementEvent,
    Contact,
    ContactMoment,
    Employer,
    Evaluation,
    MotiveRound,
    MotiveScore,
    PhaseMove,
    Possibilities,
    ValuePackage,
    ValuePoint,
)

AT_ONCE = 1_000
Row: TypeAlias = (
    Contact | MotiveRound | ValuePackage | AgendaItem | MotiveScore | Possibilities | ValuePoint
    | Agreement | AgendaEvent | AgreementEvent | Evaluation | PhaseMove | ContactMoment
)  # fmt: skip
# What others refer to comes first.
ORDER: tuple[type[Row], ...] = (
    Contact,
    MotiveRound,
    ValuePackage,
    AgendaItem,
    MotiveScore,
    Possibilities,
    ValuePoint,
    Agreement,
    AgendaEvent,
    AgreementEvent,
    Evaluation,
    PhaseMove,
    ContactMoment,
)


@transaction.atomic
def add_employers_with_past(employers: Sequence[Employer], rows: Iterable[Row]) -> None:
    """Write fictitious employers of one region, and rows about them that are not saved yet.

    Raises
    ------
    PermissionDenied
        When an employer is not fictitious, or a row is about another employer.
    """
    require(all(each.fictitious for each in employers))
    Employer.objects.bulk_create(employers, batch_size=AT_ONCE)
    known = {each.pk for each in employers}
    all_rows = list(rows)
    require(all(row.employer.pk in known for row in all_rows))
    for table in ORDER:
        _write([row for row in all_rows if type(row) is table])
    homes: Counter[Municipality] = Counter(each.municipality for each in employers)
    for home, number in homes.items():
        audit.record(None, "demo.employers_written", home, municipality=home, employers=number)


def _write(rows: Sequence[Row]) -> None:
    """Write rows of one table; what they refer to was written just before."""
    if not rows:
        return
    for row in rows:
        row.employer_id = row.employer.pk
    manager: Any = type(rows[0])._default_manager  # all rows are of this one table
    manager.bulk_create(rows, batch_size=AT_ONCE)
