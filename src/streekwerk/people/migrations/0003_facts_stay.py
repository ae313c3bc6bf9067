"""What was recorded stays as it was recorded: these rows can be added, and never changed.

They can be removed, for a term ends one day; only the retention of a municipality does so.
"""

from typing import ClassVar

from django.db import migrations

FREEZE = """
create function people_row_stays() returns trigger language plpgsql as $$
begin
    raise exception 'rows of % are added, never changed', tg_table_name
        using errcode = 'insufficient_privilege';
end $$;
create trigger fact_stays before update on people_fact
    for each row execute function people_row_stays();
create trigger access_stays before update on people_access
    for each row execute function people_row_stays();
create trigger step_event_stays before update on people_stepevent
    for each row execute function people_row_stays();
"""

THAW = """
drop trigger fact_stays on people_fact;
drop trigger access_stays on people_access;
drop trigger step_event_stays on people_stepevent;
drop function people_row_stays();
"""


class Migration(migrations.Migration):
    dependencies: ClassVar = [("people", "0002_files_conversations_plans")]
    operations: ClassVar = [migrations.RunSQL(FREEZE, THAW)]
