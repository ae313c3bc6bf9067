"""Tell how far the reading of a file is, over a connection of its own."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper

from streekwerk.deliveries.models import Delivery
from streekwerk.vocabulary.language import Text

_TELL = """
insert into deliveries_progress (delivery_id, municipality_id, percent, doing, problem, updated_at)
select id, municipality_id, %s, %s::jsonb, null, now() from deliveries_delivery where id = %s
on conflict (delivery_id) do update
set percent = excluded.percent, doing = excluded.doing, problem = null, updated_at = now()
"""


class Teller:
    """Writes progress that is seen at once, whatever becomes of the transaction beside it."""

    def __init__(self, connection: BaseDatabaseWrapper) -> None:
        self._connection = connection

    def __call__(self, delivery: Delivery, percent: int, doing: Text) -> None:
        """Say that ``delivery`` is ``percent`` done and what is being done."""
        with self._connection.cursor() as cursor:
            cursor.execute(_TELL, [percent, json.dumps(doing.as_json()), delivery.pk])


@contextmanager
def teller() -> Iterator[Teller]:
    """Open the second connection, and close it."""
    connection = connections.create_connection(DEFAULT_DB_ALIAS)
    try:
        yield Teller(connection)
    finally:
        connection.close()
