"""Keep accounts of municipalities apart, give the application its rights, and chain the log."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

from streekwerk.accounts import policies
from streekwerk.accounts.isolation import AppendOnly, Guard, Isolate, Statements
from streekwerk.accounts.policies import MUNICIPALITIES, NO_PERSON, setting

DOOR = policies.AT_THE_DOOR
IN_TOWN = f"municipality_id = {MUNICIPALITIES}"
OWN = f"id = {setting('user')}"
# A jobseeker may see who works for the municipality, and no other jobseeker.
COLLEAGUES = f"{IN_TOWN} and ({setting('person')} is null or role <> 'jobseeker')"
USERS_READ = f"{DOOR} or {COLLEAGUES} or municipality_id is null or {OWN} or fictitious"
OF_THE_REGION = (
    f"municipality_id is null and region_id = {setting('region')} "
    f"and {setting('for_region')} is not null"
)
USERS_WRITE = f"{DOOR} or ({IN_TOWN} and {NO_PERSON}) or {OWN} or ({OF_THE_REGION})"
# A line of nobody's municipality is the system's or the region's: read with the audit role.
LOG = f"({IN_TOWN} and {NO_PERSON}) or (municipality_id is null and {DOOR})"

CHAIN = """
create function accounts_audit_part(text) returns text
language sql immutable parallel safe set search_path = pg_catalog
as $$ select case when $1 is null then '-' else octet_length($1) || ':' || $1 end $$;

create function accounts_audit_hash(number bigint, previous text, entry accounts_auditentry)
returns text language sql stable set search_path = pg_catalog, public, pg_temp
as $$ select encode(sha256(convert_to(
    accounts_audit_part(number::text) || accounts_audit_part(previous)
    || accounts_audit_part(entry.id::text)
    || accounts_audit_part((extract(epoch from entry.at) * 1000000)::bigint::text)
    || accounts_audit_part(entry.actor_id::text)
    || accounts_audit_part(entry.municipality_id::text)
    || accounts_audit_part(entry.action) || accounts_audit_part(entry.subject)
    || accounts_audit_part(entry.subject_id) || accounts_audit_part(entry.detail::text)
, 'UTF8')), 'hex') $$;

-- Runs when the transaction is committed: the lock is held for that moment only.
create function accounts_audit_link() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$ declare
    place bigint;
    before text;
begin
    perform pg_advisory_xact_lock(730510);
    select number, hash into place, before from accounts_auditlink order by number desc limit 1;
    place := coalesce(place, 0) + 1;
    before := coalesce(before, repeat('0', 64));
    insert into accounts_auditlink (number, entry_id, previous, hash)
    values (place, new.id, before, accounts_audit_hash(place, before, new));
    return null;
end $$;

create constraint trigger audit_entry_is_linked after insert on accounts_auditentry
    deferrable initially deferred for each row execute function accounts_audit_link();

-- What was written before there was a chain.
do $$ declare
    entry accounts_auditentry;
    place bigint := 0;
    before text := repeat('0', 64);
begin
    for entry in select * from accounts_auditentry order by id loop
        place := place + 1;
        insert into accounts_auditlink (number, entry_id, previous, hash)
        values (place, entry.id, before, accounts_audit_hash(place, before, entry))
        returning hash into before;
    end loop;
end $$;
set constraints all immediate;

create trigger audit_links_stay before update or delete on accounts_auditlink
    for each row execute function accounts_audit_is_append_only();
create trigger audit_chain_stays before truncate on accounts_auditlink
    for each statement execute function accounts_audit_is_append_only();
"""
NO_CHAIN = """
drop trigger audit_chain_stays on accounts_auditlink;
drop trigger audit_links_stay on accounts_auditlink;
drop trigger audit_entry_is_linked on accounts_auditentry;
drop function accounts_audit_link();
drop function accounts_audit_hash(bigint, text, accounts_auditentry);
drop function accounts_audit_part(text);
"""
# Who works for the region did not say for which one, while there was only one.
REGIONS = """
update accounts_user set region_id = (select min(id) from accounts_region)
where municipality_id is null and role = 'region_coordinator'
    and (select count(*) from accounts_region) = 1;
set constraints all immediate;
"""


def give_the_application_its_rights() -> list[str]:
    """Let the application read and write rows, and change no table."""
    app = policies.app_role()
    return [
        f'grant usage on schema public to "{app}"',
        f'grant select, insert, update, delete on all tables in schema public to "{app}"',
        f'grant usage, select on all sequences in schema public to "{app}"',
        f'alter default privileges in schema public grant select, insert, update, delete on tables to "{app}"',
        f'alter default privileges in schema public grant usage, select on sequences to "{app}"',
        f'revoke insert, update, delete on django_migrations from "{app}"',
    ]


def take_them_back() -> list[str]:
    """Take the application's rights away."""
    app = policies.app_role()
    return [
        f'alter default privileges in schema public revoke all on tables from "{app}"',
        f'alter default privileges in schema public revoke all on sequences from "{app}"',
        f'revoke all on all tables in schema public from "{app}"',
        f'revoke all on all sequences in schema public from "{app}"',
    ]


def open_the_log_to_its_reader() -> list[str]:
    """Let the audit role read the log and its chain, and nothing else."""
    audit, app = policies.audit_role(), policies.app_role()
    return [
        f'revoke all on accounts_auditlink from "{app}"',
        f'grant usage on schema public to "{audit}"',
        f'grant select on accounts_auditentry, accounts_auditlink to "{audit}"',
        policies.policy("accounts_auditentry", "audit_reads", "true", to=f'"{audit}"'),
    ]


def close_the_log_again() -> list[str]:
    """Take the audit role's rights away."""
    audit = policies.audit_role()
    return [
        "drop policy audit_reads on accounts_auditentry",
        f'revoke all on accounts_auditentry, accounts_auditlink from "{audit}"',
    ]


class Migration(migrations.Migration):
    dependencies = [("accounts", "0002_append_only_audit")]
    operations = [
        Statements(give_the_application_its_rights, take_them_back),
        migrations.AddField(
            "user",
            "region",
            models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.RESTRICT,
                related_name="users",
                to="accounts.region",
            ),
        ),
        migrations.AddConstraint(
            "user",
            models.CheckConstraint(
                condition=models.Q(("municipality", None), ("region", None), _connector="OR"),
                name="user_of_one_place",
            ),
        ),
        migrations.RunSQL(REGIONS, migrations.RunSQL.noop),
        migrations.CreateModel(
            "AuditReference",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("person", models.UUIDField()),
                ("reference", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "municipality",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="+",
                        to="accounts.municipality",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("municipality", "person"), name="one_reference")
                ],
            },
        ),
        migrations.CreateModel(
            "AuditLink",
            fields=[
                ("number", models.BigIntegerField(primary_key=True, serialize=False)),
                (
                    "entry",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="+",
                        to="accounts.auditentry",
                    ),
                ),
                ("previous", models.CharField(max_length=64)),
                ("hash", models.CharField(max_length=64)),
            ],
            options={"ordering": ("number",)},
        ),
        migrations.AddIndex(
            "auditentry",
            models.Index(fields=["municipality", "-id"], name="audit_by_municipality"),
        ),
        migrations.RunSQL(CHAIN, NO_CHAIN),
        Isolate("accounts_auditreference"),
        Guard("accounts_user", USERS_READ, USERS_WRITE),
        Guard("accounts_auditentry", LOG, LOG),
        AppendOnly("accounts_auditentry"),
        Statements(open_the_log_to_its_reader, close_the_log_again),
    ]
