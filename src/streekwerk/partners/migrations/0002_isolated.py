"""Keep employers within their region and an employer's session within its employer."""

from typing import ClassVar

from django.db import migrations

from streekwerk.accounts.isolation import AppendOnly, CompositeForeignKey, IsolateInRegion

OF_AN_EMPLOYER = (
    "partners_agendaevent",
    "partners_agendaitem",
    "partners_agreement",
    "partners_agreementevent",
    "partners_contact",
    "partners_contactmoment",
    "partners_evaluation",
    "partners_motiveround",
    "partners_motivescore",
    "partners_phasemove",
    "partners_possibilities",
    "partners_valuepackage",
    "partners_valuepoint",
)
REFERENCES = (
    ("partners_employer", "municipality_id", "accounts_municipality"),
    ("partners_agendaevent", "item_id", "partners_agendaitem"),
    ("partners_agreement", "of_employer_id", "partners_contact"),
    ("partners_agreementevent", "agreement_id", "partners_agreement"),
    ("partners_contactmoment", "contact_id", "partners_contact"),
    ("partners_evaluation", "agreement_id", "partners_agreement"),
    ("partners_motivescore", "round_id", "partners_motiveround"),
    ("partners_valuepoint", "package_id", "partners_valuepackage"),
)
HISTORY = (
    "partners_agendaevent",
    "partners_agreementevent",
    "partners_motivescore",
    "partners_phasemove",
    "partners_possibilities",
    "partners_valuepackage",
    "partners_valuepoint",
)


class Migration(migrations.Migration):
    dependencies: ClassVar = [("partners", "0001_initial"), ("accounts", "0005_employers")]
    operations: ClassVar = [
        IsolateInRegion("partners_employer", employer="id"),
        *(IsolateInRegion(table, employer="employer_id") for table in OF_AN_EMPLOYER),
        *(
            CompositeForeignKey(table, "employer_id", "partners_employer", tenant="region_id")
            for table in OF_AN_EMPLOYER
        ),
        *(CompositeForeignKey(*reference, tenant="region_id") for reference in REFERENCES),
        *(AppendOnly(table) for table in HISTORY),
    ]
