"""What PostgreSQL's own catalogue says about isolation; each function returns what is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
from django.db import connections

from streekwerk.config import database

Connection = psycopg.Connection[Any]

# Every table here belongs to no municipality; the reason says why everybody may read it.
BELONGS_TO_NOBODY = {
    "accounts_auditlink": "numbers and hashes; the application has no right to it at all",
    "accounts_cache": "counts of attempts to sign in, under hashes of names and addresses",
    "accounts_municipality": "names of municipalities are public",
    "accounts_region": "names of regions are public",
    "accounts_signinsession": "a session is found by its secret key, before anybody is known",
    "accounts_user_groups": "Django's own; Streekwerk gives no rights by it",
    "accounts_user_user_permissions": "Django's own; Streekwerk gives no rights by it",
    "learning_study": "published research",
    "learning_studyestimate": "published research",
}
# Django's, the queue's and the sign-in library's own tables: no row of a municipality.
OF_LIBRARIES = ("auth_", "django_", "procrastinate_", "account_", "mfa_", "socialaccount_")
# Values drawn at random from 122 bits or more: that one exists tells nothing.
RANDOM = {"public_id", "reference", "digest"}
UNIQUE_EVERYWHERE = {
    ("accounts_user", ("username",)): "one signs in with it before the municipality is known",
    ("partners_contact", ("user_id",)): "an account is one contact person's; its id is a number",
    ("deliveries_reporter", ("code",)): (
        "codes of Statistics Netherlands are public, and the key of a code's pseudonyms must not"
        " serve two tenants"
    ),
}
# Whose tables belong to the region, and what the policies of both kinds must ask.
ABOUT_EMPLOYERS = ("partners_", "work_")
OF_A_MUNICIPALITY = ("municipalities",)
OF_A_REGION = ("region", "person", "employer")


@contextmanager
def as_owner() -> Iterator[Connection]:
    """Connect as the owner of the tables; whatever is done is rolled back."""
    settings = database.owner_settings(connections["default"].settings_dict)
    names = {"NAME": "dbname", "USER": "user", "PASSWORD": "password", "HOST": "host"}
    given = {short: settings[name] for name, short in names.items() if settings.get(name)}
    with psycopg.connect(**given) as connection:
        yield connection
        connection.rollback()


def _rows(connection: Connection, query: str, *values: Any) -> list[Any]:
    return connection.execute(query, values or None).fetchall()


def tables(connection: Connection) -> list[str]:
    """Return every table of the application."""
    query = "select tablename from pg_tables where schemaname = 'public' order by 1"
    return [name for (name,) in _rows(connection, query) if not name.startswith(OF_LIBRARIES)]


def isolated(connection: Connection) -> list[str]:
    """Return every table with row-level security."""
    query = "select relname from pg_class where relrowsecurity and relkind = 'r' order by 1"
    return [name for (name,) in _rows(connection, query)]


def forgotten_tables(connection: Connection) -> list[str]:
    """Name tables that are neither isolated nor said to belong to nobody."""
    known = {*isolated(connection), *BELONGS_TO_NOBODY}
    with_municipality = {
        name
        for (name,) in _rows(
            connection,
            "select table_name from information_schema.columns"
            " where table_schema = 'public' and column_name = 'municipality_id'",
        )
    }
    wrong = with_municipality & {*BELONGS_TO_NOBODY}
    return sorted(
        {*tables(connection)} - known | wrong | ({*BELONGS_TO_NOBODY} - {*tables(connection)})
    )


def weak_tables(connection: Connection) -> list[str]:
    """Name isolated tables whose owner passes by, or whose rows pass without the scope."""
    query = """
        select c.relname, c.relforcerowsecurity, array_agg(coalesce(
            p.polcmd::text || ' ' || array_to_string(p.polroles::regrole[], ',')
            || ' ' || pg_get_expr(p.polqual, p.polrelid)
            || ' ' || coalesce(pg_get_expr(p.polwithcheck, p.polrelid), ''), ''))
        from pg_class c left join pg_policy p on p.polrelid = c.oid
        where c.relrowsecurity group by 1, 2
    """
    found = []
    for name, forced, policies in _rows(connection, query):
        everybody = [words for words in policies if words.split(" ")[1] == "-"]
        whole = [w for w in everybody if w[0] == "*" and _asks_whose(name, w)]
        open_ = [w for w in everybody if "streekwerk." not in w and "published_at" not in w]
        if not forced or not whole or open_:
            found.append(name)
    return found


def _asks_whose(table: str, words: str) -> bool:
    """Whether a policy asks the tenant of a row, for reading and for writing.

    What is about employers belongs to a region, and then the policy asks three things:
    the region, that nobody's own session as a jobseeker is meant, and whose employer it is.
    """
    asked = OF_A_REGION if table.startswith(ABOUT_EMPLOYERS) else OF_A_MUNICIPALITY
    return all(words.count(f"streekwerk.{setting}") >= 2 for setting in asked)


def crossing_references(connection: Connection) -> list[str]:
    """Name references between tenants' tables that could reach another tenant's row."""
    query = """
        with reference as (
            select c.conrelid::regclass::text as "from", c.confrelid::regclass::text as "to",
                (select array_agg(a.attname::text) from unnest(c.conkey) k
                 join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k) as columns
            from pg_constraint c
            join pg_class f on f.oid = c.conrelid join pg_class t on t.oid = c.confrelid
            where c.contype = 'f' and f.relrowsecurity and t.relrowsecurity
        )
        select "from" || '.' || columns[1] || ' to ' || "to" from reference one
        where cardinality(columns) = 1 and "to" <> 'accounts_user' and not exists (
            select from reference pair where pair."from" = one."from" and pair."to" = one."to"
                and cardinality(pair.columns) = 2 and one.columns <@ pair.columns
                and pair.columns && array['municipality_id', 'region_id'])
        order by 1
    """
    return [name for (name,) in _rows(connection, query)]


def telling_keys(connection: Connection) -> list[str]:
    """Name unique keys by which a row of one tenant could be felt by another."""
    query = """
        select t.relname, array(
            select a.attname::text from pg_attribute a
            where a.attrelid = t.oid and a.attnum = any (i.indkey) order by a.attname)
        from pg_index i join pg_class t on t.oid = i.indrelid
        where i.indisunique and t.relrowsecurity
    """
    within = {
        (table, column)
        for table, columns in _rows(
            connection,
            """select c.conrelid::regclass::text, array(select a.attname::text
               from unnest(c.conkey) k join pg_attribute a on a.attrelid = c.conrelid
               and a.attnum = k) from pg_constraint c
               where c.contype = 'f' and cardinality(c.conkey) = 2""",
        )
        for column in columns
    }
    found = []
    for table, columns in _rows(connection, query):
        tenant = "region_id" if table.startswith(ABOUT_EMPLOYERS) else "municipality_id"
        safe = set(columns) & {"id", tenant, *RANDOM}
        inside = any((table, column) in within for column in columns)
        if not safe and not inside and (table, tuple(columns)) not in UNIQUE_EVERYWHERE:
            found.append(f"{table} ({', '.join(columns)})")
    return sorted(found)


def leaking_views(connection: Connection) -> list[str]:
    """Name views that ask as their owner, and copies that ask nobody."""
    query = """
        select relname from pg_class
        where relnamespace = 'public'::regnamespace and (relkind = 'm' or (relkind = 'v'
            and not coalesce(reloptions @> array['security_invoker=true'], false)))
    """
    return [name for (name,) in _rows(connection, query)]


def loose_functions(connection: Connection) -> list[str]:
    """Name functions that run as their owner and can be made to find another table."""
    query = """
        select p.oid::regprocedure::text from pg_proc p
        where p.pronamespace = 'public'::regnamespace and p.prosecdef and not exists (
            select from unnest(p.proconfig) s where s like 'search_path=%%pg_temp')
    """
    return [name for (name,) in _rows(connection, query.replace("%%", "%"))]
