"""Cards that compare one measure with another."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("learning", "0003_isolation")]

    operations = [
        migrations.AlterModelOptions(
            name="measurecard", options={"ordering": ("measure", "against")}
        ),
        migrations.AddField(
            model_name="measurecard",
            name="against",
            field=models.CharField(blank=True, default="", max_length=2),
            preserve_default=False,
        ),
        migrations.RemoveConstraint(model_name="measurecard", name="card_once_a_round"),
        migrations.AddConstraint(
            model_name="measurecard",
            constraint=models.UniqueConstraint(
                fields=("round", "measure", "against"), name="card_once_a_round"
            ),
        ),
        migrations.AddConstraint(
            model_name="measurecard",
            constraint=models.CheckConstraint(
                condition=models.Q(("measure", models.F("against")), _negated=True),
                name="card_of_two_different_measures",
            ),
        ),
    ]
