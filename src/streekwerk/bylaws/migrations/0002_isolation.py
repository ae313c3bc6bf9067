"""Keep the by-laws of municipalities apart in the database itself."""

from django.db import migrations

from streekwerk.accounts.isolation import AppendOnly, Isolate


class Migration(migrations.Migration):
    dependencies = [("accounts", "0003_isolation"), ("bylaws", "0001_initial")]
    operations = [
        # A jobseeker reads what their own municipality decided.
        Isolate("bylaws_decision", shared_with_jobseekers=True),
        AppendOnly("bylaws_decision"),
    ]
