"""The same rows as :mod:`streekwerk.registers.analysis.rows` makes, a column at a time.

For clean rows only (:class:`streekwerk.registers.screening.Clean`): every text has one
meaning, so it is turned into what the table holds once and looked up after that.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, TypeAlias, cast

import numpy as np
import numpy.typing as npt

from streekwerk.registers.analysis.pseudonym import PseudonymKey
from streekwerk.registers.analysis.rows import income_values, is_disregarded, month_of
from streekwerk.registers.analysis.schema import Table
from streekwerk.registers.codes import CURRENT_END_REASON, CURRENT_TYPE
from streekwerk.registers.convert import Value, converter
from streekwerk.registers.layouts import Edition, Field, Layout, Statistic
from streekwerk.registers.records import BusIncome
from streekwerk.registers.rows import Part
from streekwerk.registers.screening import Clean

Columns: TypeAlias = dict[str, npt.NDArray[np.object_]]
_Meaning: TypeAlias = Callable[[Any], Value]

_REMEMBERED = 50_000


def _same(value: Value) -> Value:
    return value


# Column of the table: the attribute it comes from, and what it makes of the value.
_BENEFIT: dict[str, tuple[str, _Meaning]] = {
    "law": ("law", _same),
    "self_employed_class": ("self_employed_class", _same),
    "household": ("household", _same),
    "cost_sharers": ("cost_sharers", _same),
    "norm": ("norm", _same),
    "income": ("income", _same),
    "paid": ("paid", _same),
    "registered_date": ("registered", _same),
    "special_cluster": ("special_cluster", _same),
    "gender": ("gender", _same),
    "birth_month": ("birth_date", month_of),
    "housing": ("housing", _same),
    "start_date": ("start", _same),
    "end_date": ("end", _same),
    "exemption": ("exemption", _same),
    "exemption_end": ("exemption_end", _same),
    "exemption_end_reason": ("exemption_end_reason", _same),
    "reciprocation": ("reciprocation", _same),
    "end_reason": ("end_reason", _same),
}
_MEASURE: dict[str, tuple[str, _Meaning]] = {
    "type": ("type", _same),
    "type_delivered": ("type", _same),
    "local_name": ("description", lambda name: name.strip().lower()),
    "start_date": ("start", _same),
    "end_date": ("end", _same),
    "end_reason": ("end_reason", _same),
    "wage_value": ("wage_value", _same),
    "goal": ("goal", _same),
    "work_capacity": ("work_capacity", _same),
    "gender": ("gender", _same),
    "birth_month": ("birth_date", month_of),
}
_MEASURE_2015: dict[str, tuple[str, _Meaning]] = {
    "type": ("type", lambda old: CURRENT_TYPE[old].type),
    "type_delivered": ("type", _same),
    "start_date": ("start", _same),
    "end_date": ("end", _same),
    "end_reason": ("end_reason", lambda old: CURRENT_END_REASON[old]),
    "end_reason_2015": ("end_reason", _same),
    "wage_value": ("wage_value", _same),
    "gender": ("gender", _same),
    "birth_month": ("birth_date", month_of),
    "ladder_position": ("ladder_position", _same),
}


class ColumnsOf:
    """Makes the columns of the clean rows of one delivery."""

    def __init__(self, layout: Layout, key: PseudonymKey, delivery: str) -> None:
        self._key, self._delivery = key, delivery
        fields = {field.attribute: field for part in layout.parts[1:] for field in part}
        if layout.statistic is Statistic.BUS:
            self._wanted = _BENEFIT
        else:
            self._wanted = _MEASURE if layout.edition is Edition.CURRENT else _MEASURE_2015
        self._edition = str(layout.edition)
        self._cells = {
            column: _Cells(fields[attribute], meaning)
            for column, (attribute, meaning) in self._wanted.items()
        }
        self._person = key.hasher("person")
        if layout.statistic is Statistic.BUS:
            self._incomes = _Incomes(layout)
            self._benefit = key.hasher("benefit")
        else:
            self._measure = key.hasher("measure")

    def measures(self, clean: Clean) -> Columns:
        """Return the columns of ``srg_measure``."""
        bsns, numbers = clean.columns["bsn"], clean.columns["registration"]
        columns = self._shared(clean)
        # Within the person: some packages number the measures of each person from 1.
        named = (f"{bsn}/{number}" for bsn, number in zip(bsns, numbers, strict=True))
        columns["measure"] = _array(list(map(self._measure, named)))
        columns["edition"] = _constant(self._edition, len(bsns))
        return columns

    def benefits(self, clean: Clean) -> Columns:
        """Return the columns of ``bus_benefit_month``."""
        columns = self._shared(clean)
        columns["benefit"] = _array(list(map(self._benefit, clean.columns["registration"])))
        columns["persons_in_benefit"] = np.array(clean.persons, dtype=np.int16)
        earned = self._incomes.earned(clean.incomes)
        if earned is not None:
            names = ("earnings", "earnings_disregarded", "other_income")
            columns |= dict(zip(names, map(_array, earned), strict=True))
        return columns

    def incomes(self, clean: Clean, benefits: Columns) -> Columns | None:
        """Return the columns of ``bus_income_month``, or ``None`` when nobody has an income."""
        places = [k for k, part in enumerate(clean.incomes) if any(part)]
        if not places:
            return None
        columns = {
            name: benefits[name][places]
            for name in ("municipality", "period", "person", "benefit", "delivery", "source_row")
        }
        values = [self._incomes.values(clean.incomes[k]) for k in places]
        for name, column in zip(
            ("kind", "amount", "disregarded"), zip(*values, strict=True), strict=True
        ):
            columns[name] = _array(list(column))
        return columns

    def _shared(self, clean: Clean) -> Columns:
        count = len(clean.numbers)
        columns: Columns = {
            name: _array(list(map(cells.__getitem__, clean.columns[self._wanted[name][0]])))
            for name, cells in self._cells.items()
        }
        columns["municipality"] = _constant(self._key.municipality, count)
        columns["period"] = _constant(clean.period.isoformat(), count)
        columns["person"] = _array(list(map(self._person, clean.columns["bsn"])))
        columns["delivery"] = _constant(self._delivery, count)
        columns["source_row"] = cast("Any", np.array(clean.numbers, dtype=np.int32))
        return columns


def insert_statement(table: Table, view: str, columns: Columns) -> str:
    """Return the statement that inserts ``columns``, registered as ``view``."""
    names = [name for name in table.columns if name in columns]
    values = ", ".join(f'CAST("{name}" AS {table.columns[name]})' for name in names)
    quoted = ", ".join(f'"{name}"' for name in names)
    return f"INSERT INTO {table.name} ({quoted}) SELECT {values} FROM {view}"  # noqa: S608 - ours


class _Cells(dict[str, str | None]):
    """What a text of a field becomes in the table, as text; remembers the frequent ones."""

    def __init__(self, field: Field, meaning: _Meaning) -> None:
        super().__init__({"": None})
        self._convert, self._meaning = converter(field), meaning

    def __missing__(self, text: str) -> str | None:
        value = self._meaning(self._convert(text))
        cell = value.isoformat() if isinstance(value, date) else str(value)
        if len(self) < _REMEMBERED:
            self[text] = cell
        return cell


class _Incomes:
    """What the texts of an income mean, remembered as a whole."""

    def __init__(self, layout: Layout) -> None:
        self._converters = [converter(field) for field in layout.parts[3]]
        self._earned: dict[Part, tuple[Any, ...]] = {}

    def values(self, part: Part) -> tuple[str | None, int | None, bool | None]:
        """Return kind, amount and whether it is disregarded."""
        kind, amount, disregarded = self._income(part)
        return (None if kind is None else str(kind)), amount, disregarded

    def earned(self, parts: Sequence[Part]) -> tuple[list[Any], ...] | None:
        """Return the sums of :func:`income_values` in columns; ``None`` if all are blank."""
        if len(different := set(parts)) == 1 and not any(parts[0]):
            return None
        for part in different.difference(self._earned):
            self._earned[part] = self._sums(part)
        found = [self._earned[part] for part in parts]
        if len(self._earned) > _REMEMBERED:
            self._earned.clear()
        return tuple(list(column) for column in zip(*found, strict=True))

    def _sums(self, part: Part) -> tuple[Any, ...]:
        if not any(part):
            return (None, None, None)
        return income_values((self._record(part),))

    def _income(self, part: Part) -> tuple[Any, Any, bool | None]:
        income = self._record(part)
        return income.kind, income.amount, is_disregarded(income)

    def _record(self, part: Part) -> BusIncome:
        values = (convert(text) for convert, text in zip(self._converters, part, strict=True))
        return BusIncome(*cast("Any", values))


def _array(values: list[Any]) -> npt.NDArray[np.object_]:
    return np.array(values, dtype=object)


def _constant(value: str, count: int) -> npt.NDArray[np.object_]:
    column = np.empty(count, dtype=object)
    column[:] = value
    return column
