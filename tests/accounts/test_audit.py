from __future__ import annotations

import pytest
from django.db import DatabaseError, connection, transaction
from tests.cast import Cast

from streekwerk.accounts import audit
from streekwerk.accounts.models import AuditEntry


def test_an_entry_names_actor_action_subject_and_municipality(cast: Cast) -> None:
    entry = audit.record(cast.alice, "test.done", cast.bob, figure=3)
    assert entry.actor == cast.alice
    assert entry.municipality == cast.alice.municipality
    assert (entry.subject, entry.subject_id) == ("accounts.user", str(cast.bob.public_id))
    assert entry.detail == {"figure": 3}


@pytest.mark.parametrize(
    "statement",
    [
        "update accounts_auditentry set action = 'something else'",
        "delete from accounts_auditentry",
        "truncate accounts_auditentry",
    ],
)
def test_the_database_refuses_to_change_the_log(cast: Cast, statement: str) -> None:
    audit.record(cast.alice, "test.done", cast.bob)
    cursor = connection.cursor()
    cursor.execute("set constraints all immediate")
    with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
        cursor.execute(statement)
    assert AuditEntry.objects.count() == 1
