"""Every fact a rule may ask for, by theme.

The names in Python are English; the keys, which policy officers read and write in case
files, are the Dutch legal terms.
"""

from collections.abc import Iterator
from types import ModuleType

from streekwerk.rights.engine.facts import FactSpec, Number, Registry, YesNo
from streekwerk.rights.facts import (
    benefits,
    decisions,
    declarations,
    income,
    main_tasks,
    obligations,
    situation,
    uwv,
    work,
)

THEMES: tuple[ModuleType, ...] = (
    situation,
    benefits,
    decisions,
    obligations,
    work,
    income,
    declarations,
    uwv,
    main_tasks,
)


def _specs() -> Iterator[FactSpec]:
    for theme in THEMES:
        for value in vars(theme).values():
            found = value if isinstance(value, tuple) else (value,)
            yield from (item.fact for item in found if isinstance(item, YesNo | Number))


REGISTRY = Registry(_specs())

__all__ = ["REGISTRY", "THEMES"]
