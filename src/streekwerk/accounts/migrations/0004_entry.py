"""Invitations, sessions that say whose they are, yearly reviews, and shared counts of attempts."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from streekwerk.accounts.isolation import AppendOnly, CompositeForeignKey, Isolate

# What Django's database cache wants; made here, so that nobody has to think of it.
CACHE = """
create table accounts_cache (
    cache_key varchar(255) primary key,
    value text not null,
    expires timestamp with time zone not null
);
create index accounts_cache_expires on accounts_cache (expires);
"""


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0003_isolation"),
    ]

    operations = [
        migrations.CreateModel(
            name="SignInSession",
            fields=[
                (
                    "session_key",
                    models.CharField(
                        max_length=40, primary_key=True, serialize=False, verbose_name="session key"
                    ),
                ),
                ("session_data", models.TextField(verbose_name="session data")),
                ("expire_date", models.DateTimeField(db_index=True, verbose_name="expire date")),
                ("started_at", models.DateTimeField(null=True)),
                ("seen_at", models.DateTimeField(null=True)),
                ("device", models.CharField(blank=True, max_length=200)),
                (
                    "user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sessions",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "session",
                "verbose_name_plural": "sessions",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Invitation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("jobseeker", "Werkzoekende"),
                            ("caseworker", "Klantmanager"),
                            ("team_manager", "Teamleider"),
                            ("employer", "Werkgever"),
                            ("employer_adviser", "Accountmanager"),
                            ("trainer", "Opleider"),
                            ("region_coordinator", "Regiocoördinator"),
                            ("researcher", "Onderzoeker"),
                            ("disclosure_officer", "Outputcontroleur"),
                            ("administrator", "Beheerder"),
                        ],
                        max_length=30,
                    ),
                ),
                ("first_name", models.CharField(blank=True, max_length=150)),
                ("last_name", models.CharField(blank=True, max_length=150)),
                ("email", models.EmailField(blank=True, max_length=254)),
                ("subject", models.CharField(blank=True, max_length=100)),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("made_at", models.DateTimeField(auto_now_add=True)),
                ("expires_at", models.DateTimeField()),
                ("mailed", models.BooleanField(default=False)),
                ("withdrawn_at", models.DateTimeField(null=True)),
                ("accepted_at", models.DateTimeField(null=True)),
                (
                    "accepted_by",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="invitation",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "invited_by",
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
                        null=True,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="+",
                        to="accounts.municipality",
                    ),
                ),
                (
                    "region",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="+",
                        to="accounts.region",
                    ),
                ),
            ],
            options={
                "ordering": ("-made_at", "-pk"),
                "indexes": [
                    models.Index(fields=["municipality", "made_at"], name="invitation_by_place")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "role__in",
                                [
                                    "jobseeker",
                                    "caseworker",
                                    "team_manager",
                                    "employer",
                                    "employer_adviser",
                                    "trainer",
                                    "region_coordinator",
                                    "researcher",
                                    "disclosure_officer",
                                    "administrator",
                                ],
                            )
                        ),
                        name="invitation_has_a_known_role",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("accepted_at__isnull", True), ("accepted_by__isnull", True)),
                            models.Q(
                                ("accepted_at__isnull", False),
                                ("accepted_by__isnull", False),
                                ("withdrawn_at", None),
                            ),
                            _connector="OR",
                        ),
                        name="invitation_taken_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("municipality__isnull", False), ("region__isnull", True)),
                            models.Q(("municipality__isnull", True), ("region__isnull", False)),
                            _connector="OR",
                        ),
                        name="invitation_to_one_place",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("role", "jobseeker"), _negated=True),
                            ("municipality__isnull", False),
                            _connector="OR",
                        ),
                        name="jobseeker_has_a_municipality",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            models.Q(("subject", ""), _negated=True),
                            ("accepted_at", None),
                            ("withdrawn_at", None),
                        ),
                        fields=("municipality", "subject"),
                        name="one_open_invitation_a_subject",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RightsReview",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("jobseeker", "Werkzoekende"),
                            ("caseworker", "Klantmanager"),
                            ("team_manager", "Teamleider"),
                            ("employer", "Werkgever"),
                            ("employer_adviser", "Accountmanager"),
                            ("trainer", "Opleider"),
                            ("region_coordinator", "Regiocoördinator"),
                            ("researcher", "Onderzoeker"),
                            ("disclosure_officer", "Outputcontroleur"),
                            ("administrator", "Beheerder"),
                        ],
                        max_length=30,
                    ),
                ),
                ("confirmed_at", models.DateTimeField(auto_now_add=True)),
                (
                    "confirmed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "municipality",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="+",
                        to="accounts.municipality",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="rights_reviews",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "region",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="+",
                        to="accounts.region",
                    ),
                ),
            ],
            options={
                "ordering": ("-confirmed_at", "-pk"),
                "indexes": [
                    models.Index(fields=["person", "-confirmed_at"], name="review_of_person")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "role__in",
                                [
                                    "jobseeker",
                                    "caseworker",
                                    "team_manager",
                                    "employer",
                                    "employer_adviser",
                                    "trainer",
                                    "region_coordinator",
                                    "researcher",
                                    "disclosure_officer",
                                    "administrator",
                                ],
                            )
                        ),
                        name="review_has_a_known_role",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("person", models.F("confirmed_by")), _negated=True),
                        name="review_by_somebody_else",
                    ),
                ],
            },
        ),
        migrations.RunSQL(CACHE, "drop table accounts_cache"),
        # Taken before it is known who somebody is, by the secret in the link.
        Isolate("accounts_invitation", region="region_id", at_the_door=True),
        CompositeForeignKey("accounts_invitation", "accepted_by_id", "accounts_user"),
        Isolate("accounts_rightsreview", region="region_id"),
        CompositeForeignKey("accounts_rightsreview", "person_id", "accounts_user"),
        AppendOnly("accounts_rightsreview"),
    ]
