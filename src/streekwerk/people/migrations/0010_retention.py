"""Keep files no longer than a municipality says; rows of a file go when two people agreed."""

import uuid

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from streekwerk.accounts import policies
from streekwerk.accounts.isolation import AppendOnly, CompositeForeignKey, Isolate

# Rows that stay until their file is destroyed; some of them were guarded before.
GUARDED_NOW = (
    "people_access",
    "people_conversation",
    "people_fact",
    "people_goal",
    "people_person",
    "people_plan",
    "people_step",
    "people_stepevent",
)
# The application may not remove these at all so far; from now on the guard decides.
TO_BE_GUARDED = (
    "people_advicerecord",
    "people_adviceseen",
    "people_agreement",
    "people_consent",
    "people_decision",
    "people_decisionchoice",
    "people_jobseekerrequest",
    "people_judgement",
    "people_objection",
    "people_objectionanswer",
    "people_preference",
    "people_requestanswer",
    "people_useobjection",
)
GUARD = """
create or replace function people_row_is_kept() returns trigger language plpgsql
set search_path = pg_catalog as $$
declare
    gone jsonb := to_jsonb(old);
    whose bigint := coalesce(
        gone ->> 'person_id',
        case when tg_table_name = 'people_person' then gone ->> 'id' end
    )::bigint;
begin
    if exists (
        select from public.people_destruction d
        where d.id = nullif(current_setting('streekwerk.destruction', true), '')::bigint
            and d.person_id = whose and d.confirmed_by_id <> d.proposed_by_id
            and d.destroyed_at is null
    ) then
        return old;
    end if;
    if current_setting('streekwerk.closing', true) = 'on'
        and tg_table_name in (
            'people_fact', 'people_jobseekerrequest', 'people_requestanswer'
        )
        and exists (
            select from public.people_person p where p.id = whose and p.closed_on is not null
        )
    then
        return old;
    end if;
    raise exception 'rows of % are removed when two people destroy their file, and not before',
        tg_table_name using errcode = 'insufficient_privilege';
end $$;
create function people_destruction_goes_on() returns trigger language plpgsql
set search_path = pg_catalog as $$
declare
    steps text[] := array['person_id', 'kept_by_id', 'kept_at', 'kept_words', 'confirmed_by_id',
        'confirmed_at', 'destroyed_at', 'rows', 'advices'];
begin
    if old.destroyed_at is not null
        or to_jsonb(new) - steps <> to_jsonb(old) - steps
        or (old.confirmed_at is not null and (new.confirmed_by_id, new.confirmed_at)
            is distinct from (old.confirmed_by_id, old.confirmed_at))
        or (old.kept_at is not null and (new.kept_by_id, new.kept_at, new.kept_words)
            is distinct from (old.kept_by_id, old.kept_at, old.kept_words))
        or (new.person_id is distinct from old.person_id and new.person_id is not null)
    then
        raise exception 'a destruction goes on, and never back'
            using errcode = 'insufficient_privilege';
    end if;
    return new;
end $$;
create trigger goes_on before update on people_destruction
    for each row execute function people_destruction_goes_on();
"""
UNGUARD = """
drop trigger goes_on on people_destruction;
drop function people_destruction_goes_on();
create or replace function people_row_is_kept() returns trigger language plpgsql
set search_path = pg_catalog as $$
begin
    if coalesce(current_setting('streekwerk.retention', true), '') <> 'on' then
        raise exception 'rows of % are removed when their term ends, and not before', tg_table_name
            using errcode = 'insufficient_privilege';
    end if;
    return old;
end $$;
"""


def _keep(table: str) -> str:
    return (
        f"create trigger row_is_kept before delete on {table} "
        "for each row execute function people_row_is_kept();"
    )


def _leave_to_the_guard(apps: object, editor: BaseDatabaseSchemaEditor) -> None:
    for table in TO_BE_GUARDED:
        editor.execute(f'grant delete on {table} to "{policies.app_role()}"')
    editor.execute(f'revoke delete, truncate on people_destruction from "{policies.app_role()}"')


def _take_back(apps: object, editor: BaseDatabaseSchemaEditor) -> None:
    for table in TO_BE_GUARDED:
        editor.execute(f'revoke delete on {table} from "{policies.app_role()}"')


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0004_entry"),
        ("people", "0009_portal"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Destruction",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("ground", models.CharField(max_length=8)),
                ("months", models.PositiveSmallIntegerField(null=True)),
                ("source", models.CharField(max_length=200)),
                (
                    "proposed_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                ("kept_at", models.DateTimeField(null=True)),
                ("kept_words", models.CharField(blank=True, max_length=300)),
                ("confirmed_at", models.DateTimeField(null=True)),
                ("destroyed_at", models.DateTimeField(null=True)),
                ("rows", models.PositiveIntegerField(default=0)),
                ("advices", models.PositiveIntegerField(default=0)),
            ],
            options={
                "ordering": ("-pk",),
            },
        ),
        migrations.CreateModel(
            name="RetentionTerm",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("months", models.PositiveSmallIntegerField()),
                ("source", models.CharField(max_length=200)),
                ("set_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
            ],
            options={
                "ordering": ("-pk",),
            },
        ),
        migrations.RemoveConstraint(
            model_name="jobseekerrequest",
            name="request_kind_known",
        ),
        migrations.AddConstraint(
            model_name="jobseekerrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ("correction", "help", "advice", "erasure"))),
                name="request_kind_known",
            ),
        ),
        migrations.AddField(
            model_name="destruction",
            name="confirmed_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.RESTRICT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="destruction",
            name="kept_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.RESTRICT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="destruction",
            name="municipality",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.RESTRICT,
                related_name="+",
                to="accounts.municipality",
            ),
        ),
        migrations.AddField(
            model_name="destruction",
            name="person",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.RESTRICT,
                related_name="destructions",
                to="people.person",
            ),
        ),
        migrations.AddField(
            model_name="destruction",
            name="proposed_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.RESTRICT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="retentionterm",
            name="municipality",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.RESTRICT,
                related_name="+",
                to="accounts.municipality",
            ),
        ),
        migrations.AddField(
            model_name="retentionterm",
            name="set_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.RESTRICT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddIndex(
            model_name="destruction",
            index=models.Index(fields=["municipality", "-id"], name="destruction_of_municipality"),
        ),
        migrations.AddConstraint(
            model_name="destruction",
            constraint=models.CheckConstraint(
                condition=models.Q(("ground__in", ("term", "request"))),
                name="destruction_ground_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="destruction",
            constraint=models.UniqueConstraint(
                condition=models.Q(("kept_at", None)),
                fields=("person",),
                name="one_destruction_of_a_file",
            ),
        ),
        migrations.AddConstraint(
            model_name="destruction",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("confirmed_at__isnull", True), ("confirmed_by__isnull", True)),
                    models.Q(("confirmed_at__isnull", False), ("confirmed_by__isnull", False)),
                    _connector="OR",
                ),
                name="destruction_confirmed_by_somebody",
            ),
        ),
        migrations.AddConstraint(
            model_name="destruction",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("confirmed_by__isnull", True),
                    models.Q(("confirmed_by", models.F("proposed_by")), _negated=True),
                    _connector="OR",
                ),
                name="destruction_by_two_people",
            ),
        ),
        migrations.AddConstraint(
            model_name="destruction",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("destroyed_at__isnull", True), ("person__isnull", False)),
                    models.Q(("destroyed_at__isnull", True), ("kept_at__isnull", False)),
                    models.Q(
                        ("confirmed_by__isnull", False),
                        ("destroyed_at__isnull", False),
                        ("person__isnull", True),
                    ),
                    _connector="OR",
                ),
                name="destruction_person_until_done",
            ),
        ),
        migrations.AddConstraint(
            model_name="destruction",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("kept_at__isnull", True), ("kept_by__isnull", True), ("kept_words", "")
                    ),
                    models.Q(
                        ("confirmed_at", None),
                        ("kept_at__isnull", False),
                        ("kept_by__isnull", False),
                        models.Q(("kept_words", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="destruction_kept_with_words",
            ),
        ),
        migrations.AddIndex(
            model_name="retentionterm",
            index=models.Index(fields=["municipality", "-id"], name="retention_of_municipality"),
        ),
        migrations.AddConstraint(
            model_name="retentionterm",
            constraint=models.CheckConstraint(
                condition=models.Q(("months__gte", 1), ("months__lte", 1200)),
                name="retention_in_months",
            ),
        ),
        migrations.AddConstraint(
            model_name="retentionterm",
            constraint=models.CheckConstraint(
                condition=models.Q(("source", ""), _negated=True), name="retention_has_a_source"
            ),
        ),
        migrations.RunSQL(GUARD, UNGUARD),
        migrations.RunSQL(
            "".join(map(_keep, GUARDED_NOW)),
            "".join(f"drop trigger row_is_kept on {table};" for table in GUARDED_NOW),
        ),
        migrations.RunPython(_leave_to_the_guard, _take_back),
        Isolate("people_destruction", person="person_id"),
        CompositeForeignKey("people_destruction", "person_id", "people_person"),
        Isolate("people_retentionterm", shared_with_jobseekers=True),
        AppendOnly("people_retentionterm"),
    ]
