"""What came of steps, follow-up, open rights, and what a team looks back on."""

import uuid

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

from streekwerk.accounts.isolation import CompositeForeignKey, Isolate

OF_A_PERSON = (
    "people_decisionsupport",
    "people_followupanswer",
    "people_righttoask",
    "people_stepoutcome",
)
OF_A_TEAM = ("people_contactrhythm", "people_reflection", "people_teamagreement")
REFERENCES = (
    ("people_decisionsupport", "decision_id", "people_decision"),
    ("people_followupanswer", "decision_id", "people_decision"),
    ("people_followupanswer", "plan_id", "people_plan"),
    ("people_stepoutcome", "step_id", "people_step"),
    ("people_teamagreement", "reflection_id", "people_reflection"),
)
# What was said and done stays as it was; removed only when its term ends.
STAYS = (
    "people_contactrhythm",
    "people_decisionsupport",
    "people_followupanswer",
    "people_reflection",
    "people_stepoutcome",
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
    dependencies = [
        ("accounts", "0004_entry"),
        ("people", "0007_isolated_files"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="DecisionSupport",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("followed", models.BooleanField(null=True)),
                (
                    "decision",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="support",
                        to="people.decision",
                    ),
                ),
                (
                    "municipality",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="+",
                        to="accounts.municipality",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        to="people.person",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "decision support",
                "ordering": ("pk",),
                "default_related_name": "decision_support",
            },
        ),
        migrations.CreateModel(
            name="Reflection",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("held_on", models.DateField()),
                ("words", models.TextField()),
                (
                    "noted_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                (
                    "municipality",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="+",
                        to="accounts.municipality",
                    ),
                ),
                (
                    "noted_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("-held_on", "-pk"),
            },
        ),
        migrations.CreateModel(
            name="RightToAsk",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("rule", models.CharField(max_length=60)),
                ("question", models.CharField(blank=True, max_length=60)),
                ("checked_on", models.DateField()),
                (
                    "municipality",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="+",
                        to="accounts.municipality",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        to="people.person",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "rights to ask",
                "ordering": ("person", "rule"),
                "default_related_name": "rights_to_ask",
            },
        ),
        migrations.CreateModel(
            name="StepOutcome",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("outcome", models.CharField(max_length=10)),
                ("words", models.TextField(blank=True)),
                ("by_jobseeker", models.BooleanField()),
                ("given_on", models.DateField()),
                (
                    "given_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                (
                    "given_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "municipality",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="+",
                        to="accounts.municipality",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        to="people.person",
                    ),
                ),
                (
                    "step",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="outcomes",
                        to="people.step",
                    ),
                ),
            ],
            options={
                "ordering": ("-pk",),
                "default_related_name": "step_outcomes",
            },
        ),
        migrations.CreateModel(
            name="TeamAgreement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("what", models.CharField(max_length=300)),
                ("due", models.DateField(null=True)),
                (
                    "agreed_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                ("done_on", models.DateField(null=True)),
                (
                    "agreed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "done_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "municipality",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="+",
                        to="accounts.municipality",
                    ),
                ),
                (
                    "reflection",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="agreements",
                        to="people.reflection",
                    ),
                ),
            ],
            options={
                "ordering": (
                    models.OrderBy(models.F("done_on"), descending=True, nulls_first=True),
                    models.OrderBy(models.F("due"), nulls_last=True),
                    "pk",
                ),
            },
        ),
        migrations.CreateModel(
            name="ContactRhythm",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("weeks", models.PositiveSmallIntegerField()),
                ("set_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "municipality",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="+",
                        to="accounts.municipality",
                    ),
                ),
                (
                    "set_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("-pk",),
                "indexes": [
                    models.Index(fields=["municipality", "-id"], name="rhythm_of_municipality")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("weeks__gte", 1), ("weeks__lte", 52)),
                        name="rhythm_in_weeks_of_a_year",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="FollowUpAnswer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("months", models.PositiveSmallIntegerField()),
                ("question", models.CharField(max_length=10)),
                ("answer", models.CharField(max_length=10)),
                ("by_jobseeker", models.BooleanField()),
                ("given_on", models.DateField()),
                (
                    "given_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                (
                    "decision",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="follow_up",
                        to="people.decision",
                    ),
                ),
                (
                    "given_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "municipality",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="+",
                        to="accounts.municipality",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        to="people.person",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="follow_up",
                        to="people.plan",
                    ),
                ),
            ],
            options={
                "ordering": ("-pk",),
                "default_related_name": "follow_up_answers",
                "indexes": [models.Index(fields=["person", "-id"], name="follow_up_of_person")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("question__in", ("working", "hours", "same_job", "content"))
                        ),
                        name="follow_up_question_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("months__in", (3, 6, 12, 24))),
                        name="follow_up_moment_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("decision", None), ("plan__isnull", False)),
                            models.Q(("decision__isnull", False), ("plan", None)),
                            _connector="OR",
                        ),
                        name="follow_up_of_one_thing",
                    ),
                ],
            },
        ),
        migrations.AddIndex(
            model_name="reflection",
            index=models.Index(fields=["municipality", "-held_on"], name="reflection_by_day"),
        ),
        migrations.AddConstraint(
            model_name="reflection",
            constraint=models.UniqueConstraint(
                fields=("municipality", "id"), name="reflection_of_municipality"
            ),
        ),
        migrations.AddConstraint(
            model_name="reflection",
            constraint=models.CheckConstraint(
                condition=models.Q(("words", ""), _negated=True), name="reflection_has_words"
            ),
        ),
        migrations.AddConstraint(
            model_name="righttoask",
            constraint=models.UniqueConstraint(
                fields=("municipality", "person", "rule"), name="right_once_a_person"
            ),
        ),
        migrations.AddIndex(
            model_name="stepoutcome",
            index=models.Index(fields=["person", "-id"], name="step_outcome_of_person"),
        ),
        migrations.AddConstraint(
            model_name="stepoutcome",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "outcome__in",
                        (
                            "work",
                            "more_hours",
                            "employer",
                            "learned",
                            "next_step",
                            "clearer",
                            "same",
                            "harder",
                            "other",
                            "unknown",
                        ),
                    )
                ),
                name="step_outcome_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="teamagreement",
            constraint=models.UniqueConstraint(
                fields=("municipality", "id"), name="agreement_of_municipality"
            ),
        ),
        migrations.AddConstraint(
            model_name="teamagreement",
            constraint=models.CheckConstraint(
                condition=models.Q(("what", ""), _negated=True), name="agreement_has_words"
            ),
        ),
        migrations.AddConstraint(
            model_name="teamagreement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("done_by", None), ("done_on", None)),
                    models.Q(("done_by__isnull", False), ("done_on__isnull", False)),
                    _connector="OR",
                ),
                name="agreement_done_by_somebody",
            ),
        ),
        *(Isolate(table, person="person_id") for table in OF_A_PERSON),
        *(Isolate(table) for table in OF_A_TEAM),
        *(CompositeForeignKey(table, "person_id", "people_person") for table in OF_A_PERSON),
        *(CompositeForeignKey(*reference) for reference in REFERENCES),
        migrations.RunSQL("".join(map(_keep, STAYS)), "".join(map(_let_go, STAYS))),
    ]
