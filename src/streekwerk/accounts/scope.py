"""Whose rows may be seen and written now; the database is told in every transaction.

Row-level security (``accounts.isolation``) compares every row with these settings. They
are local to a transaction, so a pooled connection carries nothing on to whoever gets it
next. Outside any scope a tenant's tables are empty and nothing can be written to them.

    with acting(Scope.of(user)):
        ...

A request acts in the scope of who sent it (``ScopeMiddleware``); tasks, commands and the
loading of the demo say for whom they work. This module imports no models: the database
backend needs it before there are any.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from django.db import connections

if TYPE_CHECKING:
    from streekwerk.accounts.models import User


@dataclass(frozen=True, slots=True)
class Scope:
    """What the database lets through.

    Attributes
    ----------
    municipalities : ids of the tenants whose rows may be read and written, ascending.
    region : id of the region whose common results may be read.
    for_region : whether the common results of ``region`` may be written too.
    person : id of the one person a jobseeker's own session is about; of tables about
        people only that person's rows are there, of other tables only the shared ones.
    employer : id of the one employer an employer's own session is about; of tables about
        employers only that employer's rows are there. Such a session has no municipality and
        the person 0, whom nobody is: of people and of other tables there is nothing.
    user : id of the account; its own row can always be read.
    at_the_door : before it is known who somebody is: accounts, and no tenant's row.
    """

    municipalities: tuple[int, ...] = ()
    region: int | None = None
    for_region: bool = False
    person: int | None = None
    employer: int | None = None
    user: int | None = None
    at_the_door: bool = False

    @classmethod
    def of(cls, user: User) -> Scope:
        """Return the scope of whoever signed in as ``user``.

        The own municipality; for who works for a region its common results, and no
        municipality's rows. A jobseeker without a file sees nothing of anybody, nor does an
        employer's contact person who left.
        """
        if user.role == "employer":
            return cls._of_employer(user)
        if user.municipality is None:
            own = user.region_id
            return cls(region=own, for_region=own is not None, user=user.pk)
        scope = cls((user.municipality.pk,), region=user.municipality.region_id, user=user.pk)
        if user.role != "jobseeker":
            return scope
        with acting(scope):
            person = getattr(user, "person", None)
        return replace(scope, person=0 if person is None else person.pk)

    @classmethod
    def _of_employer(cls, user: User) -> Scope:
        region = user.region_id if user.municipality is None else user.municipality.region_id
        with acting(cls(region=region)):
            contact = getattr(user, "employer_contact", None)
        own = 0 if contact is None or contact.ended_on else contact.employer_id
        return cls(region=region, person=0, employer=own, user=user.pk)

    @classmethod
    def of_job(cls, job: Mapping[str, Any]) -> Scope:
        """Return the scope that a job of the queue carries: see :meth:`for_job`."""
        region = job.get("region")
        return cls(tuple(job["municipalities"]), region=region, for_region=region is not None)

    def for_job(self) -> dict[str, Any]:
        """Return what a job of the queue carries, to work in this scope later."""
        region = self.region if self.for_region else None
        return {"municipalities": list(self.municipalities), "region": region}

    @classmethod
    def of_municipality(cls, municipality_id: int) -> Scope:
        """Return the scope of work for one municipality, by the worker or the system."""
        return cls((municipality_id,))

    @classmethod
    def of_region(cls, region_id: int, municipalities: Iterable[int] = ()) -> Scope:
        """Return the scope of work for a region, with the rows of the municipalities that joined.

        For the computation itself. What a coordinator reads on screen needs no
        ``municipalities``.
        """
        return cls(tuple(sorted(set(municipalities))), region=region_id, for_region=True)


_REMOVALS = frozenset({"destruction", "closing"})
NOTHING = Scope()
AT_THE_DOOR = Scope(at_the_door=True)
_stack: ContextVar[tuple[Scope, ...]] = ContextVar("scopes", default=())


def current() -> Scope:
    """Return the scope that holds now; :data:`NOTHING` where nobody set one."""
    stack = _stack.get()
    return stack[-1] if stack else NOTHING


@contextmanager
def acting(scope: Scope) -> Iterator[Scope]:
    """Act in ``scope``, and in no other, until the block ends. Also a decorator.

    Inside a transaction the change holds at once; a transaction that begins later is
    told when it begins.
    """
    _stack.set((*_stack.get(), scope))
    try:
        _tell()
        yield scope
    finally:
        _stack.set(_stack.get()[:-1])
        _tell()


@contextmanager
def removing(what: str, value: str) -> Iterator[None]:
    """Tell the database what rows that otherwise stay are removed for, until the block ends.

    Only in a transaction. It opens no door: a trigger looks up whether it was agreed
    (``people.actions.removing``).
    """
    if what not in _REMOVALS:
        raise ValueError(f"rows are not removed for {what!r}")
    with connections["default"].cursor() as cursor:
        cursor.execute("select set_config(%s, %s, true)", [f"streekwerk.{what}", value])
        yield
        cursor.execute("select set_config(%s, '', true)", [f"streekwerk.{what}"])


def _tell() -> None:
    for connection in connections.all(initialized_only=True):
        if tell := getattr(connection, "tell_scope", None):
            tell()


@lru_cache(maxsize=4096)
def statement(scope: Scope) -> str:
    """Return the statement that tells the database of ``scope`` for this transaction."""
    values = {
        "municipalities": f"{{{','.join(map(str, scope.municipalities))}}}",
        "region": _number(scope.region),
        "for_region": _number(1 if scope.for_region else None),
        "person": _number(scope.person),
        "employer": _number(scope.employer),
        "user": _number(scope.user),
        "at_the_door": _number(1 if scope.at_the_door else None),
    }
    calls = (f"set_config('streekwerk.{name}', '{each}', true)" for name, each in values.items())
    return f"select {', '.join(calls)}"


def _number(value: int | None) -> str:
    # Ids are whole numbers: nothing else can end up in the statement.
    return "" if value is None else str(int(value))
