"""Let an employer's account see who advises employers in its region, and no other account.

Who advises employers works for the whole region: the accounts of advisers may be read by the
region's own people, whichever municipality pays them. An employer's own account is known in
its municipality only, and to itself.
"""

from typing import ClassVar

from django.db import migrations

from streekwerk.accounts import policies
from streekwerk.accounts.isolation import Guard, Statements
from streekwerk.accounts.policies import MUNICIPALITIES, NO_EMPLOYER, NO_PERSON, setting

TABLE = "accounts_user"
DOOR = policies.AT_THE_DOOR
IN_TOWN = f"municipality_id = {MUNICIPALITIES}"
OWN = f"id = {setting('user')}"
OF_THE_REGION = (
    f"municipality_id is null and region_id = {setting('region')} "
    f"and {setting('for_region')} is not null"
)
HOMES = f"(select id from accounts_municipality where region_id = {setting('region')})"  # noqa: S608 - our own names
# A jobseeker may see who works for the municipality: no other jobseeker and no employer.
COLLEAGUES = f"{IN_TOWN} and ({NO_PERSON} or role not in ('jobseeker', 'employer'))"
REGIONAL = (
    f"municipality_id in {HOMES} and role = 'employer_adviser' "
    f"and ({NO_PERSON} or not {NO_EMPLOYER})"
)
READ = f"{DOOR} or ({COLLEAGUES}) or ({REGIONAL}) or municipality_id is null or {OWN} or fictitious"
WRITE = f"{DOOR} or ({IN_TOWN} and {NO_PERSON}) or {OWN} or ({OF_THE_REGION})"
# As 0003_isolation had it.
COLLEAGUES_BEFORE = f"{IN_TOWN} and ({NO_PERSON} or role <> 'jobseeker')"
READ_BEFORE = f"{DOOR} or {COLLEAGUES_BEFORE} or municipality_id is null or {OWN} or fictitious"


def open_again() -> list[str]:
    """Take the policies on accounts away, to make them anew."""
    return policies.unguard(TABLE)


def as_it_was() -> list[str]:
    """Guard accounts as before."""
    return policies.guard(TABLE, READ_BEFORE, WRITE)


class Migration(migrations.Migration):
    dependencies: ClassVar = [("accounts", "0004_entry")]
    operations: ClassVar = [Statements(open_again, as_it_was), Guard(TABLE, READ, WRITE)]
