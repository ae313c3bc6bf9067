"""Keep the deliveries of municipalities apart in the database itself."""

import django.db.models.deletion
from django.db import migrations, models

from streekwerk.accounts.isolation import CompositeForeignKey, Isolate

RECORDS = (
    "deliveries_srg_measure",
    "deliveries_bus_benefit_month",
    "deliveries_bus_income_month",
    "deliveries_person_fact",
    "deliveries_labour_market_month",
)
WHOSE = """
update deliveries_progress p set municipality_id = d.municipality_id
from deliveries_delivery d where d.id = p.delivery_id;
set constraints all immediate;
"""
# Files that wait go on waiting for their own municipality.
JOBS = """
update procrastinate_jobs j set args = j.args || jsonb_build_object('scope', jsonb_build_object(
    'municipalities', jsonb_build_array(d.municipality_id), 'region', null))
from deliveries_delivery d
where j.task_name = 'deliveries.check' and j.status in ('todo', 'doing')
    and not j.args ? 'scope' and d.id = (j.args ->> 'delivery_id')::bigint;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0003_isolation"),
        ("deliveries", "0002_labour_market"),
        ("procrastinate", "0001_initial"),
    ]
    operations = [
        migrations.AddField(
            "progress",
            "municipality",
            models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.RESTRICT,
                related_name="+",
                to="accounts.municipality",
            ),
        ),
        migrations.RunSQL(WHOSE, migrations.RunSQL.noop),
        migrations.AlterField(
            "progress",
            "municipality",
            models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.RESTRICT,
                related_name="+",
                to="accounts.municipality",
            ),
        ),
        migrations.RunSQL(JOBS, migrations.RunSQL.noop),
        Isolate("deliveries_reporter"),
        Isolate("deliveries_source"),
        Isolate("deliveries_delivery"),
        CompositeForeignKey("deliveries_delivery", "replaces_id", "deliveries_delivery"),
        Isolate("deliveries_progress"),
        CompositeForeignKey("deliveries_progress", "delivery_id", "deliveries_delivery"),
        *(Isolate(table) for table in RECORDS),
        # Millions of rows: one check instead of two.
        *(
            CompositeForeignKey(table, "delivery_id", "deliveries_delivery", replaces=True)
            for table in RECORDS
        ),
    ]
