"""The SQL of isolation: which rows pass, in terms of the settings of ``accounts.scope``.

A setting stands in a subquery of its own, so that PostgreSQL reads it once a statement
and not once a row.
"""

from __future__ import annotations

import hashlib

from django.conf import settings

LONGEST_NAME = 63
MUNICIPALITIES = (
    "any ((select nullif(current_setting('streekwerk.municipalities', true), '')::bigint[])"
    "::bigint[])"
)
MIGRATING = "(select current_setting('streekwerk.migrating', true) = 'on')"


def setting(name: str) -> str:
    """Return the number in setting ``name``, NULL where there is none."""
    return f"(select nullif(current_setting('streekwerk.{name}', true), '')::bigint)"


NO_PERSON = f"({setting('person')} is null)"
NO_EMPLOYER = f"({setting('employer')} is null)"
AT_THE_DOOR = f"({setting('at_the_door')} is not null)"


def app_role() -> str:
    """Return the role that web server and worker connect as."""
    role: str = settings.DATABASE_ROLES["app"]
    return role


def audit_role() -> str:
    """Return the role that reads and verifies the audit log."""
    role: str = settings.DATABASE_ROLES["audit"]
    return role


def tenant(municipality: str, region: str | None, *, write: bool) -> str:
    """Return the condition that a row is of a municipality, or a region, in scope."""
    own = f"{municipality} = {MUNICIPALITIES}"
    if region is None:
        return f"({own})"
    common = f"{municipality} is null and {region} = {setting('region')}"
    if write:
        common += f" and {setting('for_region')} is not null"
    return f"({own} or ({common}))"


def one_person(person: str | None, through: tuple[str, str] | None) -> str:
    """Return the condition that a jobseeker's own session is about the person of a row."""
    if person is not None:
        return f"({setting('person')} is null or {person} = {setting('person')})"
    if through is not None:
        column, parent = through
        own = f"select id from {parent} where person_id = {setting('person')}"  # noqa: S608 - our own names
        return f"({setting('person')} is null or {column} in ({own}))"
    return NO_PERSON


def in_region(column: str) -> str:
    """Return the condition that a row about an employer is of the region in scope."""
    return f"{column} = {setting('region')}"


def one_employer(employer: str | None, through: tuple[str, str] | None) -> str:
    """Return the condition that a session is the region's own, or the employer's of a row.

    A jobseeker's session is neither: it has a person and no employer.
    """
    staff = f"{NO_PERSON} and {NO_EMPLOYER}"
    if employer is not None:
        return f"(({staff}) or {employer} = {setting('employer')})"
    if through is not None:
        table, column = through
        own = f"select {column} from {table} where employer_id = {setting('employer')}"  # noqa: S608 - our own names
        return f"(({staff}) or id in ({own}))"
    return f"({staff})"


def policy(table: str, name: str, using: str, *, check: str | None = None, to: str = "") -> str:
    """Return the statement that makes a policy; without ``check`` it is for reading only."""
    kind = "for select" if check is None else "for all"
    whom = f" to {to}" if to else ""
    checked = "" if check is None else f" with check ({check})"
    return f"create policy {name} on {table} {kind}{whom} using ({using}){checked}"


def for_migrations(table: str) -> str:
    """Return the policy that lets the owner see every row, while it says that it migrates."""
    return policy(table, "migrations", MIGRATING, check=MIGRATING, to="current_user")


def guard(table: str, read: str, write: str) -> list[str]:
    """Return what turns row-level security on, for the owner too, and says which rows pass."""
    made = [
        f"alter table {table} enable row level security",
        f"alter table {table} force row level security",
        policy(table, "tenant", write, check=write),
        for_migrations(table),
    ]
    return made if read == write else [*made, policy(table, "tenant_reads", read)]


def unguard(table: str) -> list[str]:
    """Return what takes every policy away and turns row-level security off."""
    names = ("tenant", "tenant_reads", "everybody_reads", "at_the_door", "migrations")
    return [
        *(f"drop policy if exists {name} on {table}" for name in names),
        f"alter table {table} no force row level security",
        f"alter table {table} disable row level security",
    ]


def shortened(name: str) -> str:
    """Return ``name`` cut to what PostgreSQL can hold, and still its own."""
    mark = hashlib.sha256(name.encode()).hexdigest()[:8]
    return f"{name[: LONGEST_NAME - 9]}_{mark}"


def tenant_key(table: str, tenant_column: str) -> str:
    """Return a block that adds the unique key (tenant, id), unless there is one."""
    name = shortened(f"{table}_{tenant_column}_key" + "_" * LONGEST_NAME)
    return f"""
do $$ begin
    if not exists (
        select from pg_index i where i.indrelid = '{table}'::regclass and i.indisunique
            and i.indpred is null and (
                select array_agg(a.attname::text order by a.attname)
                from pg_attribute a where a.attrelid = i.indrelid and a.attnum = any (i.indkey)
            ) = array(select unnest(array['{tenant_column}', 'id']) order by 1)
    ) then
        alter table {table} add constraint {name} unique ({tenant_column}, id);
    end if;
end $$
"""  # noqa: S608 - our own names


def drop_single_key(table: str, column: str) -> str:
    """Return a block that drops the foreign key that Django made on ``column`` alone."""
    return f"""
do $$ declare name text; begin
    select conname into strict name from pg_constraint c
    where c.conrelid = '{table}'::regclass and c.contype = 'f' and c.conkey = array[(
        select attnum from pg_attribute
        where attrelid = c.conrelid and attname = '{column}'
    )];
    execute format('alter table {table} drop constraint %I', name);
end $$
"""  # noqa: S608 - our own names
