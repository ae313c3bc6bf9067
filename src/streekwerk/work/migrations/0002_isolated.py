"""Keep work within its region and an employer's session within its own; made designs stay."""

from typing import ClassVar

from django.db import migrations

from streekwerk.accounts.isolation import (
    AppendOnly,
    CompositeForeignKey,
    Guard,
    IsolateInRegion,
)
from streekwerk.accounts.policies import NO_EMPLOYER, NO_PERSON, in_region, setting

OF_AN_EMPLOYER = (
    "work_case",
    "work_choice",
    "work_declaration",
    "work_design",
    "work_designlimits",
    "work_designset",
    "work_redesignstep",
    "work_role",
    "work_task",
    "work_workanalysis",
)
REFERENCES = (
    ("work_role", "analysis_id", "work_workanalysis"),
    ("work_task", "analysis_id", "work_workanalysis"),
    ("work_task", "role_id", "work_role"),
    ("work_declaration", "analysis_id", "work_workanalysis"),
    ("work_designset", "analysis_id", "work_workanalysis"),
    ("work_designset", "declaration_id", "work_declaration"),
    ("work_design", "set_id", "work_designset"),
    ("work_design", "parent_id", "work_design"),
    ("work_choice", "design_id", "work_design"),
    ("work_case", "design_id", "work_design"),
)
HISTORY = ("work_case", "work_choice", "work_declaration", "work_design")
# The groups are the region's: its people keep them, and every employer of it may read them.
STAFF = f"{NO_PERSON} and {NO_EMPLOYER}"
KEEP = f"{in_region('region_id')} and ({STAFF})"
READ = f"{in_region('region_id')} and (({STAFF}) or {setting('employer')} is not null)"


class Migration(migrations.Migration):
    dependencies: ClassVar = [("work", "0001_initial"), ("partners", "0002_isolated")]
    operations: ClassVar = [
        *(IsolateInRegion(table, employer="employer_id") for table in OF_AN_EMPLOYER),
        Guard("work_regionalgroup", READ, KEEP),
        *(
            CompositeForeignKey(table, "employer_id", "partners_employer", tenant="region_id")
            for table in OF_AN_EMPLOYER
        ),
        *(CompositeForeignKey(*reference, tenant="region_id") for reference in REFERENCES),
        *(AppendOnly(table) for table in HISTORY),
    ]
