"""The audit log accepts new lines and nothing else, whoever asks."""

from django.db import migrations

FORBID = """
create function accounts_audit_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'the audit log is append-only: % refused', tg_op
        using errcode = 'insufficient_privilege';
end $$;
create trigger audit_rows_stay before update or delete on accounts_auditentry
    for each row execute function accounts_audit_is_append_only();
create trigger audit_table_stays before truncate on accounts_auditentry
    for each statement execute function accounts_audit_is_append_only();
"""
ALLOW = """
drop trigger audit_table_stays on accounts_auditentry;
drop trigger audit_rows_stay on accounts_auditentry;
drop function accounts_audit_is_append_only();
"""


class Migration(migrations.Migration):
    dependencies = [("accounts", "0001_initial")]
    operations = [migrations.RunSQL(FORBID, ALLOW)]
