"""Advice, decisions and objections stay as they were written, whoever asks.

They are removed only when their term ends, by a transaction that says so:
``set local streekwerk.retention = 'on'``.
"""

from typing import ClassVar

from django.db import migrations

TABLES = (
    "people_advicerecord",
    "people_adviceseen",
    "people_adviceswitch",
    "people_judgement",
    "people_decision",
    "people_decisionchoice",
    "people_objection",
    "people_objectionanswer",
)
GUARD = """
create function people_row_is_kept() returns trigger language plpgsql
set search_path = pg_catalog as $$
begin
    if coalesce(current_setting('streekwerk.retention', true), '') <> 'on' then
        raise exception 'rows of % are removed when their term ends, and not before', tg_table_name
            using errcode = 'insufficient_privilege';
    end if;
    return old;
end $$;
"""


def _keep(table: str) -> str:
    return (
        f"create trigger row_stays before update on {table} "
        "for each row execute function people_row_stays(); "
        f"create trigger row_is_kept before delete on {table} "
        "for each row execute function people_row_is_kept();"
    )


def _let_go(table: str) -> str:
    return f"drop trigger row_is_kept on {table}; drop trigger row_stays on {table};"


class Migration(migrations.Migration):
    dependencies: ClassVar = [("people", "0004_options_and_decisions")]
    operations: ClassVar = [
        migrations.RunSQL(
            GUARD + "".join(map(_keep, TABLES)),
            "".join(map(_let_go, TABLES)) + "drop function people_row_is_kept();",
        )
    ]
