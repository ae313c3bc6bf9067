# ruff: noqa: S608 - names come from the database's own catalogue
"""Random statements over every table of a tenant, as a clumsy or hostile page might send them.

Tables and columns come from the database's catalogue, so that tomorrow's table takes part.
A statement need not make sense: it must only never bring back, or touch, a foreign row.
"""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import strategies as st


@dataclass(frozen=True)
class Table:
    """A table and its columns."""

    name: str
    columns: tuple[str, ...]


def statements(tables: list[Table]) -> st.SearchStrategy[str]:
    """Return statements that give rows back."""
    return st.one_of(_selects(tables), _changes(tables), _with(tables), _unions(tables))


def _row(name: str) -> str:
    return f"to_jsonb({name})::text"


@st.composite
def _conditions(draw: st.DrawFn, alias: str, table: Table, tables: list[Table]) -> str:
    column = draw(st.sampled_from(table.columns))
    other = draw(st.sampled_from(tables))
    field = f'{alias}."{column}"'
    return draw(
        st.sampled_from(
            [
                "true",
                f"{field} is not null",
                f"{field}::text <> 'x'",
                f"{field}::text ilike '%anarie%' or true",
                f"exists (select from {other.name})",
                f"{field}::text in (select {_row('i')} from {other.name} i) or true",
                f"(select count(*) from {other.name}) >= 0",
                f"not ({field}::text = '' and false)",
                f"{alias}.municipality_id not in (select i.municipality_id from {other.name} i)"
                " or true",
            ]
        )
    )


@st.composite
def _selects(draw: st.DrawFn, tables: list[Table]) -> str:
    a, b = draw(st.sampled_from(tables)), draw(st.sampled_from(tables))
    join = draw(
        st.sampled_from(
            [
                "",
                f"cross join {b.name} b",
                f"left join {b.name} b on true",
                f"full join {b.name} b on a.municipality_id = b.municipality_id",
                f"join lateral (select * from {b.name} z limit 5) b on true",
                f"natural join {b.name}" if a.name != b.name else "",
            ]
        )
    )
    with_b = " b " in f"{join} " and not join.startswith("natural")
    shown = [_row("a"), *([_row("b")] if with_b else [])]
    shown.append(f"(select string_agg({_row('s')}, ',') from {b.name} s)")
    shown.append(f"(select max({_row('s')}) from {b.name} s)")
    what = draw(st.lists(st.sampled_from(shown), min_size=1, max_size=3))
    where = draw(_conditions("a", a, tables))
    tail = draw(st.sampled_from(["", " limit 50", " order by 1", " offset 0", " for share of a"]))
    if "for share" in tail and join.startswith(("full", "left")):
        tail = ""
    if draw(st.booleans()):
        return f"select {', '.join(what)} from only {a.name} a {join} where {where}{tail}"
    over = f"select array_agg({_row('a')}) over () from {a.name} a where {where}"
    return draw(st.sampled_from([over, f"table {a.name}", f"select a from {a.name} a {join}"]))


@st.composite
def _changes(draw: st.DrawFn, tables: list[Table]) -> str:
    a, b = draw(st.sampled_from(tables)), draw(st.sampled_from(tables))
    column = draw(st.sampled_from(a.columns))
    where = draw(_conditions("a", a, tables))
    return draw(
        st.sampled_from(
            [
                f'update {a.name} a set "{column}" = "{column}" where {where} '
                f"returning {_row('a')}",
                f'update {a.name} a set "{column}" = a."{column}" from {b.name} b where {where} '
                f"returning {_row('a')}, {_row('b')}",
                f"delete from {a.name} a where {where} returning {_row('a')}",
                f"delete from {a.name} a using {b.name} b where {where} returning {_row('b')}",
                f"insert into {a.name} select * from {a.name} on conflict do nothing "
                f"returning {_row(a.name)}",
                f"merge into {a.name} a using {b.name} b on {where} when matched then delete",
            ]
        )
    )


@st.composite
def _with(draw: st.DrawFn, tables: list[Table]) -> str:
    inner = draw(st.one_of(_selects(tables), _changes(tables).filter(lambda s: "returning" in s)))
    outer = draw(st.sampled_from(tables))
    return (
        f"with w as ({inner.removesuffix(' for share of a')}) "
        f"select {_row('w')}, {_row('t')} from w left join {outer.name} t on true"
    )


@st.composite
def _unions(draw: st.DrawFn, tables: list[Table]) -> str:
    parts = draw(st.lists(st.sampled_from(tables), min_size=2, max_size=4))
    kind = draw(st.sampled_from([" union all ", " union ", " except ", " intersect "]))
    return kind.join(f"(select {_row('t')} from {table.name} t)" for table in parts)
