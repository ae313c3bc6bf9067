"""The audit log's chain: what a change from outside looks like, and many writers at once."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext

import psycopg
import pytest
from django.db import connection, connections, transaction
from tests.cast import Cast
from typer.testing import CliRunner

from streekwerk.accounts import audit, chain
from streekwerk.accounts.models import AuditEntry, Municipality
from streekwerk.accounts.scope import Scope, acting
from streekwerk.cli import app
from streekwerk.config import database

pytestmark = pytest.mark.django_db(transaction=True)
WRITERS, EACH = 8, 25


def superuser() -> psycopg.Connection[tuple[object, ...]]:
    """Connect as somebody whom nothing in the database stops."""
    settings = connections["default"].settings_dict
    return psycopg.connect(
        host=settings["HOST"], dbname=settings["NAME"], user="postgres", autocommit=True
    )


def tamper(*statements: str) -> None:
    """Change the log as a superuser who first takes the locks off."""
    with superuser() as server:
        server.execute("set session_replication_role = replica")
        for each in statements:
            statement = each.replace("ENTRY", ENTRY).replace("LINK", LINK)
            assert server.execute(statement.encode()).rowcount != 0


@pytest.fixture
def verified() -> Iterator[psycopg.Connection[tuple[object, ...]]]:
    """Read as the role that verifies."""
    with database.audit_connection() as reader:
        reader.autocommit = True
        yield reader


@pytest.fixture
def log(cast: Cast) -> Cast:
    """Write twenty lines."""
    for figure in range(20):
        audit.record(cast.alice, "test.done", cast.bob, figure=figure, words="é|:\n")
    return cast


needs_bundled = pytest.mark.skipif(not database.is_bundled(), reason="needs a superuser")


def test_an_untouched_log_is_whole(log: Cast, verified: psycopg.Connection[object]) -> None:
    verdict = chain.verify(verified)
    assert (verdict.links, verdict.faults) == (20, ())
    assert verdict.head == chain.head(verified)
    assert chain.verify(verified, [verdict.head]).faults == ()
    assert chain.Head.read(str(verdict.head)) == verdict.head


ENTRY = "(select min(id) from accounts_auditentry)"
LINK = "(select max(number) from accounts_auditlink)"
CHANGES = {
    "action": "update accounts_auditentry set action = 'nothing' where id = ENTRY",
    "actor": "update accounts_auditentry set actor_id = null where id = ENTRY",
    "moment": "update accounts_auditentry set at = at + interval '1 us' where id = ENTRY",
    "detail": "update accounts_auditentry set detail = '{}' where id = ENTRY",
    "entry gone": "delete from accounts_auditentry where id = ENTRY",
    "link gone": "delete from accounts_auditlink where number = 7",
    "swapped": """update accounts_auditlink a set entry_id = b.entry_id + 1000000
        from accounts_auditlink b where a.number = 3 and b.number = 4""",
    "added past the chain": """insert into accounts_auditentry
        (at, action, subject, subject_id, detail) values (now(), 'x', 'y', 'z', '{}')""",
}


@needs_bundled
@pytest.mark.parametrize("change", CHANGES)
def test_a_change_from_outside_is_found(
    log: Cast, verified: psycopg.Connection[object], change: str
) -> None:
    tamper(CHANGES[change])
    assert chain.verify(verified).faults


@needs_bundled
def test_a_tail_that_was_cut_off_is_found_by_a_published_head(
    log: Cast, verified: psycopg.Connection[object]
) -> None:
    published = chain.head(verified)
    tamper(
        "delete from accounts_auditentry where id = "
        "(select entry_id from accounts_auditlink where number = LINK)",
        "delete from accounts_auditlink where number = LINK",
    )
    assert chain.verify(verified).faults == ()
    (fault,) = chain.verify(verified, [published]).faults
    assert "cut off" in fault


@needs_bundled
def test_a_chain_that_was_made_anew_is_found_by_a_published_head(
    log: Cast, verified: psycopg.Connection[object]
) -> None:
    published = chain.head(verified)
    tamper(
        CHANGES["action"],
        """do $$ declare one record; before text := repeat('0', 64); begin
            for one in select l.number, e from accounts_auditlink l
                join accounts_auditentry e on e.id = l.entry_id order by 1
            loop
                update accounts_auditlink set previous = before,
                    hash = accounts_audit_hash(number, before, one.e)
                where number = one.number returning hash into before;
            end loop;
        end $$""",
    )
    assert chain.verify(verified).faults == ()
    (fault,) = chain.verify(verified, [published]).faults
    assert "rewritten" in fault


def write(home: Municipality) -> None:
    """Write lines as one of many, each in a transaction of its own."""
    with acting(Scope.of_municipality(home.pk)):
        for figure in range(EACH):
            with transaction.atomic():
                audit.record(None, "test.done", home, municipality=home, figure=figure)
    connection.close()


def test_eight_writers_make_one_chain(cast: Cast, verified: psycopg.Connection[object]) -> None:
    homes = [cast.alice.municipality, cast.charlie.municipality] * (WRITERS // 2)
    with ThreadPoolExecutor(WRITERS) as pool:
        list(pool.map(write, homes))
    verdict = chain.verify(verified)
    assert (verdict.links, verdict.faults) == (WRITERS * EACH, ())


def test_a_long_transaction_keeps_nobody_waiting(cast: Cast) -> None:
    home, done = cast.charlie.municipality, threading.Event()
    assert home is not None

    def elsewhere() -> None:
        write(home)
        done.set()

    with transaction.atomic():
        audit.record(cast.alice, "test.long", cast.bob)
        threading.Thread(target=elsewhere).start()
        assert done.wait(20), "somebody else had to wait for this transaction"
    assert AuditEntry.objects.count() == EACH + 1


def test_what_is_rolled_back_leaves_no_gap(
    cast: Cast, verified: psycopg.Connection[object]
) -> None:
    audit.record(cast.alice, "test.done", cast.bob)
    with transaction.atomic():
        audit.record(cast.alice, "test.undone", cast.bob)
        transaction.set_rollback(True)
    audit.record(cast.alice, "test.done", cast.bob)
    verdict = chain.verify(verified)
    assert (verdict.links, verdict.faults) == (2, ())


@needs_bundled
def test_the_command_tells(
    log: Cast, verified: psycopg.Connection[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    # The tests' database runs already, beside that of the installation.
    monkeypatch.setattr(database, "running", nullcontext)
    run = CliRunner().invoke
    printed = run(app, ["audit", "head"]).output.strip()
    assert printed == str(chain.head(verified))
    whole = run(app, ["audit", "verify", "--head", printed])
    assert (whole.exit_code, whole.output.splitlines()[0]) == (
        0,
        "20 entries verified, none changed or removed.",
    )
    tamper(CHANGES["detail"])
    changed = run(app, ["audit", "verify"])
    assert changed.exit_code == 1
    assert "was changed" in changed.output
    assert run(app, ["audit", "verify", "--head", "yesterday"]).exit_code == 2
