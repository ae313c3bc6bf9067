"""Keep offers, advice, decisions and objections within their municipality and their person."""

from typing import ClassVar

from django.db import migrations

from streekwerk.accounts.isolation import AppendOnly, CompositeForeignKey, Isolate

OF_A_PERSON = (
    "people_advicerecord",
    "people_adviceseen",
    "people_judgement",
    "people_decision",
    "people_decisionchoice",
    "people_objection",
    "people_objectionanswer",
)
REFERENCES = (
    ("people_advicerecord", "replaces_id", "people_advicerecord"),
    ("people_adviceseen", "advice_id", "people_advicerecord"),
    ("people_decision", "advice_id", "people_advicerecord"),
    ("people_decision", "replaces_id", "people_decision"),
    ("people_decisionchoice", "decision_id", "people_decision"),
    ("people_decisionchoice", "offer_id", "people_offer"),
    ("people_objection", "advice_id", "people_advicerecord"),
    ("people_objection", "decision_id", "people_decision"),
    ("people_objectionanswer", "objection_id", "people_objection"),
    ("people_objectionanswer", "advice_id", "people_advicerecord"),
)


class Migration(migrations.Migration):
    dependencies: ClassVar = [
        ("people", "0005_decisions_stay"),
        ("accounts", "0003_isolation"),
    ]
    operations: ClassVar = [
        *(Isolate(table, person="person_id") for table in OF_A_PERSON),
        # The municipality's jobseekers may read what is on offer.
        Isolate("people_offer", shared_with_jobseekers=True),
        Isolate("people_adviceswitch", shared_with_jobseekers=True),
        *(CompositeForeignKey(table, "person_id", "people_person") for table in OF_A_PERSON),
        *(CompositeForeignKey(*reference) for reference in REFERENCES),
        *(AppendOnly(table) for table in (*OF_A_PERSON, "people_adviceswitch")),
    ]
