"""Keep files and guidance within their municipality and their person; let moments be given."""

from typing import ClassVar

import django.utils.timezone
from django.db import migrations, models

from streekwerk.accounts.isolation import CompositeForeignKey, Isolate

OF_A_PERSON = (
    "people_access",
    "people_conversation",
    "people_conversationnote",
    "people_diagnosisanswer",
    "people_diagnosisround",
    "people_fact",
    "people_goal",
    "people_plan",
    "people_step",
    "people_stepevent",
)
REFERENCES = (
    ("people_conversationnote", "conversation_id", "people_conversation"),
    ("people_diagnosisround", "conversation_id", "people_conversation"),
    ("people_diagnosisanswer", "round_id", "people_diagnosisround"),
    ("people_plan", "goal_id", "people_goal"),
    ("people_step", "plan_id", "people_plan"),
    ("people_stepevent", "step_id", "people_step"),
    ("people_person", "caseworker_id", "accounts_user"),
    ("people_person", "user_id", "accounts_user"),
)
MOMENTS = (
    ("person", "created_at"),
    ("fact", "recorded_at"),
    ("conversation", "started_at"),
    ("stepevent", "at"),
)


class Migration(migrations.Migration):
    dependencies: ClassVar = [
        ("people", "0006_isolated_options"),
        ("accounts", "0003_isolation"),
    ]
    operations: ClassVar = [
        *(
            migrations.AlterField(
                model, name, models.DateTimeField(default=django.utils.timezone.now, editable=False)
            )
            for model, name in MOMENTS
        ),
        Isolate("people_person", person="id"),
        *(Isolate(table, person="person_id") for table in OF_A_PERSON),
        *(CompositeForeignKey(table, "person_id", "people_person") for table in OF_A_PERSON),
        *(CompositeForeignKey(*reference) for reference in REFERENCES),
    ]
