"""Keep with a round whose records were left out of it."""

from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies: ClassVar = [("learning", "0005_benefits")]
    operations: ClassVar = [
        migrations.AddField("round", "left_out", models.JSONField(default=list)),
    ]
