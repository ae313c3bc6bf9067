"""Who may do what in the database itself: four roles, and a refusal to serve as the wrong one.

==========  ====================================================================
owner       owns the tables and migrates; row-level security binds it too
app         web server and worker; owns nothing, cannot pass row-level security by
audit       reads the audit log, nothing else
backup      reads everything, for ``pg_dump``; writes nothing
==========  ====================================================================

On the bundled server they are made here; on your own server by whoever administers it,
with the statements in docs/how-to/deploy.md.
"""

from __future__ import annotations

from typing import Any

import psycopg
from django.core.exceptions import ImproperlyConfigured
from psycopg import sql

BUNDLED = {
    "owner": "streekwerk_owner",
    "app": "streekwerk_app",
    "audit": "streekwerk_audit",
    "backup": "streekwerk_backup",
}
_WHO = """
select r.rolname, r.rolsuper, r.rolbypassrls, exists (
    select from pg_class c where c.relowner = r.oid and c.relkind in ('r', 'p')
        and c.relnamespace = to_regnamespace('public')
) from pg_roles r where r.rolname = current_user
"""
# What an earlier version left in the hands of the superuser.
_HAND_OVER = """
do $$ declare thing record; begin
    for thing in
        select format('alter table %I.%I owner to {owner}', schemaname, tablename) as change
        from pg_tables where schemaname = 'public' and tableowner <> '{owner}'
        union all
        select format('alter function %s owner to {owner}', p.oid::regprocedure)
        from pg_proc p where p.pronamespace = to_regnamespace('public')
            and p.proowner <> '{owner}'::regrole
        union all
        select format('alter type %s owner to {owner}', t.oid::regtype)
        from pg_type t where t.typnamespace = to_regnamespace('public') and t.typtype in ('e', 'd')
            and t.typowner <> '{owner}'::regrole
    loop
        execute thing.change;
    end loop;
end $$
"""


def prepare(socket: str, database: str) -> None:
    """Make roles and database on the bundled server, and hand over what is there; idempotent.

    Several processes may start at once: one prepares, the others wait and find it done.
    """
    with psycopg.connect(
        host=socket, user="postgres", dbname="postgres", autocommit=True
    ) as server:
        server.execute("select pg_advisory_lock(730511)")
        make_roles(server)
        _make_database(server, database)
        with psycopg.connect(host=socket, user="postgres", dbname=database) as inside:
            inside.execute(_HAND_OVER.format(owner=BUNDLED["owner"]).encode())


def make_roles(server: psycopg.Connection[Any]) -> None:
    """Make the roles that are not there yet."""
    there = {name for (name,) in server.execute("select rolname from pg_roles").fetchall()}
    for role, name in BUNDLED.items():
        if name not in there:
            known = sql.Identifier(name)
            server.execute(sql.SQL("create role {} login").format(known))
            if role == "backup":
                server.execute(sql.SQL("alter role {} bypassrls").format(known))
                server.execute(sql.SQL("grant pg_read_all_data to {}").format(known))


def _make_database(server: psycopg.Connection[Any], database: str) -> None:
    name, owner = sql.Identifier(database), sql.Identifier(BUNDLED["owner"])
    query = "select pg_get_userbyid(datdba) from pg_database where datname = %s"
    found = server.execute(query, [database]).fetchone()
    if found == (BUNDLED["owner"],):
        return
    if found is None:
        server.execute(sql.SQL("create database {}").format(name))
    server.execute(sql.SQL("revoke all on database {} from public").format(name))
    for role in ("app", "audit", "backup"):
        grant = sql.SQL("grant connect on database {} to {}")
        server.execute(grant.format(name, sql.Identifier(BUNDLED[role])))
    # Files are copied into a temporary table first (deliveries.importing.storing).
    grant = sql.SQL("grant temporary on database {} to {}")
    server.execute(grant.format(name, sql.Identifier(BUNDLED["app"])))
    # Last: whoever finds the owner right finds everything right.
    server.execute(sql.SQL("alter database {} owner to {}").format(name, owner))


def wrong_with(connection: psycopg.Connection[Any]) -> str | None:
    """Say what is wrong with serving over this connection; None when it is the right role."""
    row = connection.execute(_WHO).fetchone()
    if row is None:
        return None
    name, superuser, bypasses, owns = row
    reasons = {
        "is a superuser": superuser,
        "passes row-level security by (BYPASSRLS)": bypasses,
        "owns the tables": owns,
    }
    found = [words for words, holds in reasons.items() if holds]
    if not found:
        return None
    return (
        f"The database role {name!r} {' and '.join(found)}; municipalities would not be kept apart."
        " Let DATABASE_URL name a role of its own for the application, and"
        " STREEKWERK_OWNER_DATABASE_URL the one that migrates. See docs/how-to/deploy.md."
    )


def refuse_the_wrong(connection: psycopg.Connection[Any]) -> None:
    """Raise ImproperlyConfigured unless the application may serve over this connection."""
    if wrong := wrong_with(connection):
        raise ImproperlyConfigured(wrong)
