"""Consents, objections to use, requests and what is said of advice and decisions.

Everything is added and never changed; a row disappears only when its term ends.
"""

import uuid
from typing import ClassVar

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from streekwerk.accounts.isolation import AppendOnly, CompositeForeignKey, Isolate

TABLES = (
    "people_consent",
    "people_useobjection",
    "people_jobseekerrequest",
    "people_requestanswer",
    "people_preference",
    "people_agreement",
)
REFERENCES = (
    ("people_jobseekerrequest", "fact_id", "people_fact"),
    ("people_jobseekerrequest", "step_id", "people_step"),
    ("people_requestanswer", "request_id", "people_jobseekerrequest"),
    ("people_requestanswer", "fact_id", "people_fact"),
    ("people_preference", "advice_id", "people_advicerecord"),
    ("people_agreement", "decision_id", "people_decision"),
)


def _keep(table: str) -> str:
    return (
        f"create trigger row_stays before update on {table} "
        "for each row execute function people_row_stays(); "
        f"create trigger row_is_kept before delete on {table} "
        "for each row execute function people_row_is_kept();"
    )


def _let_go(table: str) -> str:
    return f"drop trigger row_is_kept on {table}; drop trigger row_stays on {table};"


class Migration(migrations.Migration):
    dependencies: ClassVar = [
        ("accounts", "0004_entry"),
        ("people", "0008_outcomes_and_attention"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations: ClassVar = [
        migrations.CreateModel(
            name="Agreement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("said_on", models.DateField()),
                ("said_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "ordering": ("-pk",),
                "default_related_name": "agreements_said",
            },
        ),
        migrations.CreateModel(
            name="Consent",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("purpose", models.CharField(max_length=12)),
                ("version", models.CharField(max_length=10)),
                ("language", models.CharField(max_length=2)),
                ("text", models.TextField()),
                ("given", models.BooleanField()),
                ("at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "ordering": ("purpose", "-pk"),
                "default_related_name": "consents",
            },
        ),
        migrations.CreateModel(
            name="JobseekerRequest",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("kind", models.CharField(max_length=12)),
                ("words", models.TextField()),
                ("field", models.CharField(blank=True, max_length=60)),
                ("made_on", models.DateField()),
                ("made_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "ordering": ("-pk",),
                "default_related_name": "requests",
            },
        ),
        migrations.CreateModel(
            name="Preference",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("option", models.CharField(max_length=20)),
                ("words", models.TextField(blank=True)),
                ("said_on", models.DateField()),
                ("said_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "ordering": ("-pk",),
                "default_related_name": "preferences",
            },
        ),
        migrations.CreateModel(
            name="RequestAnswer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("granted", models.BooleanField(null=True)),
                ("words", models.TextField(blank=True)),
                ("answered_on", models.DateField()),
                ("answered_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "ordering": ("-pk",),
                "default_related_name": "request_answers",
            },
        ),
        migrations.CreateModel(
            name="UseObjection",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("out", models.BooleanField()),
                ("words", models.TextField(blank=True)),
                ("at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "ordering": ("-pk",),
                "default_related_name": "use_objections",
            },
        ),
        migrations.RemoveConstraint(
            model_name="objection",
            name="objection_kind_known",
        ),
        migrations.AddConstraint(
            model_name="objection",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("kind__in", ("data", "advice", "decision", "complaint", "other"))
                ),
                name="objection_kind_known",
            ),
        ),
        migrations.AddField(
            model_name="agreement",
            name="decision",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.RESTRICT,
                related_name="agreement",
                to="people.decision",
            ),
        ),
        migrations.AddField(
            model_name="agreement",
            name="municipality",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.RESTRICT,
                related_name="+",
                to="accounts.municipality",
            ),
        ),
        migrations.AddField(
            model_name="agreement",
            name="person",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.RESTRICT, to="people.person"
            ),
        ),
        migrations.AddField(
            model_name="agreement",
            name="said_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.RESTRICT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="consent",
            name="by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.RESTRICT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="consent",
            name="municipality",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.RESTRICT,
                related_name="+",
                to="accounts.municipality",
            ),
        ),
        migrations.AddField(
            model_name="consent",
            name="person",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.RESTRICT, to="people.person"
            ),
        ),
        migrations.AddField(
            model_name="jobseekerrequest",
            name="fact",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.RESTRICT,
                related_name="requests",
                to="people.fact",
            ),
        ),
        migrations.AddField(
            model_name="jobseekerrequest",
            name="made_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.RESTRICT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="jobseekerrequest",
            name="municipality",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.RESTRICT,
                related_name="+",
                to="accounts.municipality",
            ),
        ),
        migrations.AddField(
            model_name="jobseekerrequest",
            name="person",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.RESTRICT, to="people.person"
            ),
        ),
        migrations.AddField(
            model_name="jobseekerrequest",
            name="step",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.RESTRICT,
                related_name="requests",
                to="people.step",
            ),
        ),
        migrations.AddField(
            model_name="preference",
            name="advice",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.RESTRICT,
                related_name="preferences",
                to="people.advicerecord",
            ),
        ),
        migrations.AddField(
            model_name="preference",
            name="municipality",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.RESTRICT,
                related_name="+",
                to="accounts.municipality",
            ),
        ),
        migrations.AddField(
            model_name="preference",
            name="person",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.RESTRICT, to="people.person"
            ),
        ),
        migrations.AddField(
            model_name="preference",
            name="said_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.RESTRICT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="requestanswer",
            name="answered_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.RESTRICT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="requestanswer",
            name="fact",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.RESTRICT,
                related_name="+",
                to="people.fact",
            ),
        ),
        migrations.AddField(
            model_name="requestanswer",
            name="municipality",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.RESTRICT,
                related_name="+",
                to="accounts.municipality",
            ),
        ),
        migrations.AddField(
            model_name="requestanswer",
            name="person",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.RESTRICT, to="people.person"
            ),
        ),
        migrations.AddField(
            model_name="requestanswer",
            name="request",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.RESTRICT,
                related_name="answer",
                to="people.jobseekerrequest",
            ),
        ),
        migrations.AddField(
            model_name="useobjection",
            name="by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.RESTRICT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="useobjection",
            name="municipality",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.RESTRICT,
                related_name="+",
                to="accounts.municipality",
            ),
        ),
        migrations.AddField(
            model_name="useobjection",
            name="person",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.RESTRICT, to="people.person"
            ),
        ),
        migrations.AddIndex(
            model_name="consent",
            index=models.Index(fields=["person", "purpose", "-id"], name="consent_of_person"),
        ),
        migrations.AddConstraint(
            model_name="consent",
            constraint=models.CheckConstraint(
                condition=models.Q(("purpose__in", ("employers", "research"))),
                name="consent_purpose_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="consent",
            constraint=models.CheckConstraint(
                condition=models.Q(("text", ""), _negated=True), name="consent_has_its_text"
            ),
        ),
        migrations.AddIndex(
            model_name="jobseekerrequest",
            index=models.Index(fields=["person", "-id"], name="request_of_person"),
        ),
        migrations.AddConstraint(
            model_name="jobseekerrequest",
            constraint=models.UniqueConstraint(
                fields=("municipality", "id"), name="request_of_municipality"
            ),
        ),
        migrations.AddConstraint(
            model_name="jobseekerrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ("correction", "help", "advice"))),
                name="request_kind_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="jobseekerrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(("words", ""), _negated=True), name="request_has_words"
            ),
        ),
        migrations.AddConstraint(
            model_name="jobseekerrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "correction"), models.Q(("field", ""), _negated=True)),
                    models.Q(models.Q(("kind", "correction"), _negated=True), ("field", "")),
                    _connector="OR",
                ),
                name="request_field_with_correction",
            ),
        ),
        migrations.AddIndex(
            model_name="preference",
            index=models.Index(fields=["person", "-id"], name="preference_of_person"),
        ),
        migrations.AddConstraint(
            model_name="requestanswer",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("granted", True), ("granted__isnull", False)),
                    models.Q(("words", ""), _negated=True),
                    _connector="OR",
                ),
                name="request_answer_has_words",
            ),
        ),
        migrations.AddIndex(
            model_name="useobjection",
            index=models.Index(fields=["person", "-id"], name="use_objection_of_person"),
        ),
        migrations.RunSQL("".join(map(_keep, TABLES)), "".join(map(_let_go, TABLES))),
        *(Isolate(table, person="person_id") for table in TABLES),
        *(CompositeForeignKey(table, "person_id", "people_person") for table in TABLES),
        *(CompositeForeignKey(*reference) for reference in REFERENCES),
        *(AppendOnly(table) for table in TABLES),
    ]
