"""Keep what municipalities compute apart in the database itself."""

import django.db.models.deletion
from django.db import migrations, models

from streekwerk.accounts.isolation import CompositeForeignKey, Isolate

WHICH_REGION = """
update learning_measurecard c set region_id = r.region_id
from learning_round r where r.id = c.round_id;
set constraints all immediate;
"""
# Work that waits in the queue goes on in the scope of whoever asked.
JOBS = """
update procrastinate_jobs j set args = j.args || jsonb_build_object('scope', jsonb_build_object(
    'municipalities', jsonb_build_array(r.municipality_id), 'region', null))
from learning_run r
where j.task_name = 'learning.work' and j.status in ('todo', 'doing')
    and not j.args ? 'scope' and r.id = (j.args ->> 'run_id')::bigint;

update procrastinate_jobs j set args = j.args || jsonb_build_object('scope', jsonb_build_object(
    'municipalities', coalesce(nullif(jsonb_build_array(r.municipality_id), '[null]'), (
        select coalesce(jsonb_agg(distinct d.municipality_id), '[]') from deliveries_delivery d
        where r.deliveries @> to_jsonb(d.id))),
    'region', case when r.municipality_id is null then r.region_id end))
from learning_round r left join learning_measurecard c on c.round_id = r.id
where j.status in ('todo', 'doing') and not j.args ? 'scope' and (
    (j.task_name = 'learning.count_cohort' and r.id = (j.args ->> 'round_id')::bigint)
    or (j.task_name = 'learning.make_card' and c.id = (j.args ->> 'card_id')::bigint));
"""


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0003_isolation"),
        ("deliveries", "0001_initial"),
        ("learning", "0002_rounds_and_cards"),
        ("procrastinate", "0001_initial"),
    ]
    # The queue's jobs are looked up in the deliveries before those are isolated or after:
    # the owner sees them either way.
    operations = [
        migrations.AddField(
            "measurecard",
            "region",
            models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.RESTRICT,
                related_name="+",
                to="accounts.region",
            ),
        ),
        migrations.RunSQL(WHICH_REGION, migrations.RunSQL.noop),
        migrations.AlterField(
            "measurecard",
            "region",
            models.ForeignKey(
                on_delete=django.db.models.deletion.RESTRICT,
                related_name="+",
                to="accounts.region",
            ),
        ),
        migrations.RunSQL(JOBS, migrations.RunSQL.noop),
        Isolate("learning_dataset"),
        # What two people released is public.
        Isolate("learning_evaluation", published="published_at"),
        CompositeForeignKey("learning_evaluation", "dataset_id", "learning_dataset"),
        Isolate("learning_run"),
        CompositeForeignKey("learning_run", "evaluation_id", "learning_evaluation"),
        # A jobseeker reads what the municipality and the region learned, and changes nothing.
        Isolate("learning_round", region="region_id", shared_with_jobseekers=True),
        Isolate("learning_measurecard", region="region_id", shared_with_jobseekers=True),
        CompositeForeignKey("learning_measurecard", "round_id", "learning_round"),
        CompositeForeignKey(
            "learning_measurecard", "round_id", "learning_round", tenant="region_id"
        ),
    ]
