"""Keep demand, chains and vacancies within their region; figures of others out of reach.

A member of a chain reads the proposal and its own part. What hours are worth to everybody
together is for the region's people. Vacancies may be read by every jobseeker of the region.
"""

from typing import ClassVar

from django.db import migrations

from streekwerk.accounts.isolation import (
    AppendOnly,
    CompositeForeignKey,
    Guard,
    IsolateInRegion,
)
from streekwerk.accounts.policies import NO_EMPLOYER, in_region, one_employer, setting

OF_AN_EMPLOYER = ("work_chainmember", "work_weeklydemand")
REFERENCES = (
    ("work_chainproposal", "earlier_id", "work_chainproposal"),
    ("work_chainproposal", "formal_id", "partners_employer"),
    ("work_chaincalculation", "proposal_id", "work_chainproposal"),
    ("work_chainmember", "proposal_id", "work_chainproposal"),
    ("work_chainmember", "demand_id", "work_weeklydemand"),
    ("work_vacancy", "proposal_id", "work_chainproposal"),
    ("work_vacancy", "design_id", "work_design"),
    *((table, "employer_id", "partners_employer") for table in (*OF_AN_EMPLOYER, "work_vacancy")),
)
_MINE = f"select proposal_id from work_chainmember where employer_id = {setting('employer')}"  # noqa: S608 - our own names
READ = (
    f"{in_region('region_id')} and ({NO_EMPLOYER} or employer_id = {setting('employer')} "
    f"or proposal_id in ({_MINE}))"
)
KEEP = f"{in_region('region_id')} and {one_employer('employer_id', None)}"


class Migration(migrations.Migration):
    dependencies: ClassVar = [("work", "0003_chains"), ("partners", "0002_isolated")]
    operations: ClassVar = [
        *(IsolateInRegion(table, employer="employer_id") for table in OF_AN_EMPLOYER),
        IsolateInRegion("work_chainproposal", through=("work_chainmember", "proposal_id")),
        IsolateInRegion("work_chaincalculation"),
        IsolateInRegion("work_chainsearch"),
        Guard("work_vacancy", READ, KEEP),
        *(CompositeForeignKey(*reference, tenant="region_id") for reference in REFERENCES),
        AppendOnly("work_chaincalculation"),
    ]
