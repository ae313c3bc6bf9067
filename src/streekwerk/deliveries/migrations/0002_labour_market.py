"""The regional labour market by month, and deliveries of it that are not about one month."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("deliveries", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="LabourMarketMonth",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "delivery_id",
                        "source_row",
                        "indicator",
                        "period",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("source_row", models.IntegerField()),
                ("period", models.DateField()),
                ("area", models.CharField(max_length=6)),
                ("indicator", models.CharField(max_length=20)),
                ("value", models.FloatField()),
                ("source", models.CharField(max_length=120, null=True)),
                (
                    "delivery",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="+",
                        to="deliveries.delivery",
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
            ],
            options={"db_table": "deliveries_labour_market_month"},
        ),
        migrations.RemoveConstraint(model_name="delivery", name="records_come_with_a_report"),
        migrations.AlterField(
            model_name="delivery",
            name="statistic",
            field=models.CharField(
                blank=True,
                choices=[
                    ("BUS", "Uitkeringen (BUS)"),
                    ("SRG", "Voorzieningen (SRG)"),
                    ("FACTS", "Andere bron"),
                    ("MARKT", "Regionale arbeidsmarkt"),
                ],
                max_length=5,
            ),
        ),
        migrations.AddConstraint(
            model_name="delivery",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("state__in", ("checked", "accepted", "replaced", "withdrawn")),
                        _negated=True,
                    ),
                    models.Q(
                        ("checked_at__isnull", False),
                        ("report__isnull", False),
                        models.Q(("statistic", ""), _negated=True),
                        models.Q(("code", ""), _negated=True),
                        models.Q(
                            ("period__isnull", False),
                            ("statistic__in", ("FACTS", "MARKT")),
                            _connector="OR",
                        ),
                    ),
                    _connector="OR",
                ),
                name="records_come_with_a_report",
            ),
        ),
    ]
