"""Erase the records of one person, when two people destroyed the file they belong to.

Called by that action, which asks permission and writes the line in the log. An objection to
the use of the records stays (:class:`~streekwerk.deliveries.models.LeftOut`): it is what the
person wants, and must hold for records that are delivered later.
"""

from __future__ import annotations

import datetime as dt
import uuid

from django.db import transaction
from django.db.models import Q

from streekwerk.deliveries.models import LeftOut
from streekwerk.deliveries.person_queries import tables_about_people


@transaction.atomic
def erase_records(municipality_id: int, person: uuid.UUID, before: dt.date) -> int:
    """Erase the records of ``person`` about time before a day; return how many rows those were.

    Records of months after it have a term of their own. The reports on deliveries stay:
    they count, and name nobody.
    """
    gone = 0
    for model in tables_about_people():
        if model is LeftOut:
            continue
        names = {field.name for field in model._meta.concrete_fields}
        when = next(name for name in ("period", "date") if name in names)
        found = model._default_manager.filter(municipality_id=municipality_id, person=person)
        old = Q(**{f"{when}__lt": before}) | Q(**{f"{when}__isnull": True})
        gone += found.filter(old)._raw_delete("default")
    return gone
