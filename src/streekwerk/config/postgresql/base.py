"""Django's PostgreSQL backend, with the scope of ``accounts.scope`` in every transaction.

A transaction is told its scope when it begins. A statement outside a transaction is one
by itself: where a scope holds, the scope goes before it in the same message, which
PostgreSQL runs as one transaction. Either way nothing of it is left afterwards.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

from django.core.checks import CheckMessage, Error
from django.core.exceptions import ImproperlyConfigured
from django.db.backends.base.validation import BaseDatabaseValidation
from django.db.backends.postgresql import base
from psycopg import ClientCursor, sql
from psycopg.pq import TransactionStatus

from streekwerk.accounts import scope
from streekwerk.config.postgresql import roles

Context = dict[str, Any]
Execute = Callable[[Any, Any, bool, Context], Any]


class RoleValidation(BaseDatabaseValidation):
    """Django's check of the database: the application's role is bound by row-level security."""

    def check(self, **_kwargs: Any) -> list[CheckMessage]:  # noqa: ANN401 - Django's signature
        """Say what is wrong with the role, if anything."""
        try:
            self.connection.ensure_connection()
        except ImproperlyConfigured as wrong:
            return [Error(str(wrong), id="streekwerk.E001")]
        return []


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection to PostgreSQL that acts in the current scope.

    As the owner of the tables (``IS_OWNER`` in its settings) it says so, and then sees every
    row; as anybody else it refuses to work for a role that row-level security does not bind.
    """

    validation_class = RoleValidation
    # Looked at once a process for each role.
    _right: ClassVar[set[str]] = set()

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - Django's own
        super().__init__(*args, **kwargs)
        self.execute_wrappers.append(_in_scope)

    def init_connection_state(self) -> None:
        """Look who it is."""
        super().init_connection_state()
        if self.settings_dict.get("IS_OWNER"):
            self.connection.execute("set streekwerk.migrating = 'on'")
        elif self.settings_dict["USER"] not in self._right:
            try:
                roles.refuse_the_wrong(self.connection)
            except ImproperlyConfigured:
                self.connection.close()
                self.connection = None
                raise
            self._right.add(self.settings_dict["USER"])

    def _set_autocommit(self, autocommit: bool) -> None:
        super()._set_autocommit(autocommit)  # type: ignore[misc]  # Django's own hook for this
        if not autocommit and scope.current() != scope.NOTHING:
            self.tell_scope()

    def tell_scope(self) -> None:
        """Tell the open transaction which scope holds now.

        A failed transaction cannot be told; rolling back takes it to where the scope was
        that held before.
        """
        raw = self.connection
        if raw is None or raw.closed or raw.autocommit:
            return
        if raw.info.transaction_status is not TransactionStatus.INERROR:
            with self.wrap_database_errors:
                raw.execute(scope.statement(scope.current()))


def _in_scope(execute: Execute, query: Any, params: Any, many: bool, context: Context) -> Any:  # noqa: ANN401
    """Run a statement; where it is a transaction by itself, in the current scope."""
    now = scope.current()
    raw = context["connection"].connection
    if now == scope.NOTHING or not raw.autocommit:
        return execute(query, params, many, context)
    cursor = context["cursor"].cursor
    first = f"{scope.statement(now)}; "
    if many or not isinstance(cursor, ClientCursor) or not isinstance(query, str | sql.Composable):
        with raw.transaction():
            raw.execute(first)
            return execute(query, params, many, context)
    together = first + query if isinstance(query, str) else sql.SQL(first) + query
    result = execute(together, params, many, context)
    # The first answer is that of the scope.
    cursor.nextset()
    return result
