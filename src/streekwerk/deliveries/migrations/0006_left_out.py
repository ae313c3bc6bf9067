"""Keep whose records are left out of evaluations."""

from typing import ClassVar

import django.db.models.deletion
from django.db import migrations, models

from streekwerk.accounts.isolation import AppendOnly, Isolate


class Migration(migrations.Migration):
    dependencies: ClassVar = [
        ("accounts", "0003_isolation"),
        ("deliveries", "0005_by_person"),
    ]
    operations: ClassVar = [
        migrations.CreateModel(
            "LeftOut",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("person", models.UUIDField()),
                ("out", models.BooleanField()),
                ("at", models.DateTimeField(auto_now_add=True)),
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
                "verbose_name_plural": "left out",
                "db_table": "deliveries_left_out",
                "ordering": ("-pk",),
                "indexes": [
                    models.Index(
                        fields=["municipality", "person", "-id"], name="left_out_of_person"
                    )
                ],
            },
        ),
        Isolate("deliveries_left_out"),
        AppendOnly("deliveries_left_out"),
    ]
