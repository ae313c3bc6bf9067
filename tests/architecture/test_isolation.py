"""The database's own catalogue: nothing of a tenant was forgotten, and no way leads around."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from tests.architecture import catalogue

import streekwerk

FINDERS = {
    "forgotten tables": catalogue.forgotten_tables,
    "weak tables": catalogue.weak_tables,
    "crossing references": catalogue.crossing_references,
    "telling keys": catalogue.telling_keys,
    "leaking views": catalogue.leaking_views,
    "loose functions": catalogue.loose_functions,
}
PLANTED = {
    "forgotten tables": "create table people_secret (municipality_id bigint, words text)",
    "weak tables": "alter table people_person no force row level security",
    "crossing references": """
        alter table deliveries_progress drop constraint
            deliveries_progress_delivery_id_municipality_fk""",
    "telling keys": "create unique index felt on people_person (last_name)",
    "leaking views": "create view people_everybody as select * from people_person",
    "loose functions": """
        create function people_all() returns setof people_person language sql security definer
        as 'select * from people_person'""",
}


@pytest.mark.parametrize("what", FINDERS)
def test_nothing_is_wrong(db: None, what: str) -> None:
    with catalogue.as_owner() as owner:
        assert FINDERS[what](owner) == [], f"see docs/how-to/isolate-a-table.md: {what}"


@pytest.mark.parametrize("what", FINDERS)
def test_what_is_planted_is_found(db: None, what: str) -> None:
    with catalogue.as_owner() as owner:
        owner.execute(PLANTED[what].encode())
        assert len(FINDERS[what](owner)) == 1


@pytest.mark.parametrize(
    "policy",
    [
        "create policy open on people_person for select using (true)",
        "drop policy tenant on people_person",
    ],
)
def test_a_policy_that_asks_nothing_is_found(db: None, policy: str) -> None:
    with catalogue.as_owner() as owner:
        owner.execute(policy.encode())
        assert catalogue.weak_tables(owner) == ["people_person"]


@pytest.mark.parametrize(
    "condition",
    [
        "region_id = current_setting('streekwerk.region')::bigint",
        "municipality_id = any (current_setting('streekwerk.municipalities')::bigint[])",
    ],
)
def test_a_table_about_employers_must_ask_whose_employer_it_is(db: None, condition: str) -> None:
    weaker = f"""
        drop policy tenant on partners_employer;
        create policy tenant on partners_employer using ({condition}) with check ({condition})"""
    with catalogue.as_owner() as owner:
        owner.execute(weaker.encode())
        assert catalogue.weak_tables(owner) == ["partners_employer"]


def _ask(query: str, *values: str) -> list[tuple[object, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(query, values)
        return list(cursor.fetchall())


def test_the_application_cannot_pass_by(db: None) -> None:
    query = """
        select current_user, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
            pg_has_role(current_user, %s, 'member'),
            exists (select from pg_class where relowner = pg_roles.oid and relkind in ('r', 'v')),
            has_schema_privilege('public', 'create')
        from pg_roles where rolname = current_user
    """
    owner, app = settings.DATABASE_ROLES["owner"], settings.DATABASE_ROLES["app"]
    assert _ask(query, owner) == [(app, *[False] * 7)]


def test_the_application_empties_no_table_and_rewrites_no_history(db: None) -> None:
    query = """
        select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
            and has_table_privilege(oid, %s)
    """
    assert _ask(query, "truncate") == []
    history = {"accounts_auditentry", "accounts_auditlink", "bylaws_decision", "django_migrations"}
    for right in ("update", "delete"):
        assert history & {name for (name,) in _ask(query, right)} == set()
    assert "accounts_auditlink" not in {name for (name,) in _ask(query, "select")}


def test_the_audit_role_reads_the_log_and_nothing_else(db: None) -> None:
    query = """
        select relname, p from pg_class, unnest(array['select', 'insert', 'update', 'delete']) p
        where relnamespace = 'public'::regnamespace and relkind = 'r'
            and has_table_privilege(%s, oid, p) order by 1
    """
    found = _ask(query, settings.DATABASE_ROLES["audit"])
    assert found == [("accounts_auditentry", "select"), ("accounts_auditlink", "select")]


def test_few_places_count_over_all_municipalities() -> None:
    """What reads across the region is listed here, so that each is looked at twice."""
    source = Path(streekwerk.__file__).parent
    found = {
        path.relative_to(source).as_posix()
        for path in source.rglob("*.py")
        if "across_region(" in path.read_text("utf-8")
    }
    assert found == {"accounts/queries.py", "deliveries/queries.py", "learning/card_queries.py"}


def test_nobody_tells_the_scope_past_the_one_place() -> None:
    source = Path(streekwerk.__file__).parent
    found = {
        path.relative_to(source).as_posix()
        for path in source.rglob("*.py")
        if "set_config(" in path.read_text("utf-8")
    }
    assert found == {"accounts/scope.py"}
