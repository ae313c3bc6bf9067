"""What a measure does by person, beside the card it belongs to."""

import django.db.models.deletion
from django.db import migrations, models

from streekwerk.accounts.isolation import CompositeForeignKey, Isolate


class Migration(migrations.Migration):
    dependencies = [("accounts", "0003_isolation"), ("learning", "0004_comparisons")]

    operations = [
        migrations.CreateModel(
            name="MeasureBenefit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Wacht op zijn beurt"),
                            ("busy", "Bezig"),
                            ("done", "Klaar"),
                            ("failed", "Mislukt"),
                        ],
                        default="waiting",
                        max_length=10,
                    ),
                ),
                ("failure", models.JSONField(null=True)),
                ("benefit", models.TextField(null=True)),
                ("digest", models.CharField(blank=True, max_length=64)),
                ("level", models.CharField(blank=True, max_length=10)),
                ("finished_at", models.DateTimeField(null=True)),
                (
                    "card",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="benefit",
                        to="learning.measurecard",
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
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="+",
                        to="accounts.region",
                    ),
                ),
            ],
            options={"ordering": ("pk",)},
        ),
        migrations.AddConstraint(
            model_name="measurebenefit",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "done"), _negated=True),
                    models.Q(
                        ("benefit__isnull", False),
                        ("finished_at__isnull", False),
                        models.Q(("digest", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="done_benefit_is_there",
            ),
        ),
        migrations.AddConstraint(
            model_name="measurebenefit",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "failed"), _negated=True),
                    ("failure__isnull", False),
                    _connector="OR",
                ),
                name="failed_benefit_has_a_reason",
            ),
        ),
        # A jobseeker reads what the municipality and the region learned, and changes nothing.
        Isolate("learning_measurebenefit", region="region_id", shared_with_jobseekers=True),
        CompositeForeignKey("learning_measurebenefit", "card_id", "learning_measurecard"),
        CompositeForeignKey(
            "learning_measurebenefit", "card_id", "learning_measurecard", tenant="region_id"
        ),
    ]
