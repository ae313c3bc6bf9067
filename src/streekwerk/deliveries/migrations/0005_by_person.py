"""Find the records of one person without reading those of everybody."""

from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies: ClassVar = [("deliveries", "0004_unmapped")]
    operations: ClassVar = [
        migrations.AddIndex(
            "srgmeasure",
            models.Index(fields=["municipality", "person"], name="measure_of_person"),
        ),
        migrations.AddIndex(
            "busbenefitmonth",
            models.Index(fields=["municipality", "person"], name="benefit_of_person"),
        ),
    ]
