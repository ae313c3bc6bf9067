"""Operations for migrations that keep municipalities apart in the database itself.

    operations = [
        Isolate("people_plan", person="person_id"),
        CompositeForeignKey("people_plan", "person_id", "people_person"),
    ]

docs/how-to/isolate-a-table.md says when to use which. A test reads the catalogue of the
database and fails for a table of a tenant that was forgotten.
"""

from __future__ import annotations

from collections.abc import Callable

from django.apps.registry import Apps
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState

from streekwerk.accounts import policies


class _Statements(Operation):
    """Run statements that leave Django's picture of the models as it was."""

    reduces_to_sql = True
    reversible = True

    def forwards(self) -> list[str]:
        """Return what to run."""
        raise NotImplementedError

    def backwards(self) -> list[str]:
        """Return what undoes it."""
        raise NotImplementedError

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Change nothing."""

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState | Apps,
        to_state: ProjectState | Apps,
    ) -> None:
        """Run the statements."""
        for each in self.forwards():
            schema_editor.execute(each, params=None)

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState | Apps,
        to_state: ProjectState | Apps,
    ) -> None:
        """Undo them."""
        for each in self.backwards():
            schema_editor.execute(each, params=None)


class Isolate(_Statements):
    """Let a row be read and written only in the scope of its municipality, by whoever asks.

    Parameters
    ----------
    table
        Its name in the database.
    municipality
        The column with the tenant. Every row has one, unless ``region`` is given.
    person
        The column with the jobseeker a row is about; a jobseeker's own session sees only
        those of that person. Without it a jobseeker's session sees nothing of the table.
    through
        For a row about a person by way of its parent: the column that refers to the
        parent, and the parent's table (which has ``person_id``).
    shared_with_jobseekers
        The municipality's jobseekers may read all rows, such as its by-laws.
    region
        The column with the region. Rows without a municipality are the region's common
        results: read in the whole region, written by who works for it.
    published
        A column that is filled once two people released the row: then everybody may read it.
    at_the_door
        Rows are needed before it is known who somebody is, such as invitations.
    """

    def __init__(
        self,
        table: str,
        *,
        municipality: str = "municipality_id",
        person: str | None = None,
        through: tuple[str, str] | None = None,
        shared_with_jobseekers: bool = False,
        region: str | None = None,
        published: str | None = None,
        at_the_door: bool = False,
    ) -> None:
        self.table, self.municipality = table, municipality
        self.person, self.through = person, through
        self.shared_with_jobseekers = shared_with_jobseekers
        self.region, self.published = region, published
        self.at_the_door = at_the_door

    def describe(self) -> str:
        """Say what it does, for ``migrate``."""
        return f"Isolate {self.table}"

    def forwards(self) -> list[str]:
        """Turn row-level security on, for the owner too, and say which rows pass."""
        read = policies.tenant(self.municipality, self.region, write=False)
        write = policies.tenant(self.municipality, self.region, write=True)
        one = policies.one_person(self.person, self.through)
        reading = read if self.shared_with_jobseekers else f"{read} and {one}"
        made = policies.guard(self.table, reading, f"{write} and {one}")
        if self.published:
            released = f"{self.published} is not null"
            made.append(policies.policy(self.table, "everybody_reads", released))
        if self.at_the_door:
            door = policies.AT_THE_DOOR
            made.append(policies.policy(self.table, "at_the_door", door, check=door))
        return made

    def backwards(self) -> list[str]:
        """Take the policies away."""
        return policies.unguard(self.table)


class IsolateInRegion(_Statements):
    """Let a row be read and written only in the scope of its region: for what is about employers.

    Parameters
    ----------
    table
        Its name in the database; ``region_id`` is the tenant, on every row.
    employer
        The column with the employer a row is about; an employer's own session sees only
        those of that employer. Without ``employer`` and ``through`` it sees nothing.
    through
        For a row that several employers share: the table that lists them by
        ``employer_id``, and its column that refers to this row.

    A jobseeker's session sees nothing of such a table.
    """

    def __init__(
        self,
        table: str,
        *,
        employer: str | None = None,
        through: tuple[str, str] | None = None,
    ) -> None:
        self.table, self.employer, self.through = table, employer, through

    def describe(self) -> str:
        """Say what it does, for ``migrate``."""
        return f"Isolate {self.table} in its region"

    def forwards(self) -> list[str]:
        """Turn row-level security on, for the owner too, and say which rows pass."""
        passes = (
            f"{policies.in_region('region_id')} and "
            f"{policies.one_employer(self.employer, self.through)}"
        )
        return policies.guard(self.table, passes, passes)

    def backwards(self) -> list[str]:
        """Take the policies away."""
        return policies.unguard(self.table)


class Guard(_Statements):
    """Let the rows of ``table`` pass under conditions of its own, for what is no plain tenant."""

    def __init__(self, table: str, read: str, write: str) -> None:
        self.table, self.read, self.write = table, read, write

    def describe(self) -> str:
        """Say what it does, for ``migrate``."""
        return f"Guard {self.table}"

    def forwards(self) -> list[str]:
        """Turn row-level security on."""
        return policies.guard(self.table, self.read, self.write)

    def backwards(self) -> list[str]:
        """Turn it off."""
        return policies.unguard(self.table)


class Statements(_Statements):
    """Statements made when they are run, because they name a role of this installation."""

    def __init__(self, there: Callable[[], list[str]], back: Callable[[], list[str]]) -> None:
        self.there, self.back = there, back

    def describe(self) -> str:
        """Say what it does, for ``migrate``."""
        return str(self.there.__doc__).strip().rstrip(".")

    def forwards(self) -> list[str]:
        """Return what to run."""
        return self.there()

    def backwards(self) -> list[str]:
        """Return what undoes it."""
        return self.back()


class CompositeForeignKey(_Statements):
    """Let a row refer only to a row of the same tenant: the check ignores row-level security.

    Parameters
    ----------
    table, column
        The referring table and its column.
    parent
        The table referred to, by its ``id``.
    tenant
        The column with the tenant, in both tables: municipality, or ``region_id``.
    replaces
        Drop the ordinary foreign key on ``column``, which this one then includes: for
        tables with millions of rows, when ``tenant`` is never empty.
    """

    def __init__(
        self,
        table: str,
        column: str,
        parent: str,
        *,
        tenant: str = "municipality_id",
        replaces: bool = False,
    ) -> None:
        self.table, self.column, self.parent = table, column, parent
        self.tenant, self.replaces = tenant, replaces

    def describe(self) -> str:
        """Say what it does, for ``migrate``."""
        return f"Let {self.table}.{self.column} refer within the tenant only"

    def forwards(self) -> list[str]:
        """Add the key that is referred to, unless it is there, and the reference."""
        made = [
            policies.tenant_key(self.parent, self.tenant),
            f"alter table {self.table} add constraint {self._name()} "
            f"foreign key ({self.tenant}, {self.column}) references {self.parent} "
            f"({self.tenant}, id) deferrable initially deferred",
        ]
        if self.replaces:
            made.append(policies.drop_single_key(self.table, self.column))
        return made

    def backwards(self) -> list[str]:
        """Drop the reference; the parent keeps its key."""
        made = [f"alter table {self.table} drop constraint {self._name()}"]
        if self.replaces:
            made.append(
                f"alter table {self.table} add foreign key ({self.column}) "
                f"references {self.parent} (id) deferrable initially deferred"
            )
        return made

    def _name(self) -> str:
        name = f"{self.table}_{self.column}_{self.tenant.removesuffix('_id')}_fk"
        return name if len(name) <= policies.LONGEST_NAME else policies.shortened(name)


class AppendOnly(_Statements):
    """Let rows be added and never changed or removed by the application."""

    def __init__(self, table: str) -> None:
        self.table = table

    def describe(self) -> str:
        """Say what it does, for ``migrate``."""
        return f"Let rows of {self.table} be added only"

    def forwards(self) -> list[str]:
        """Take the rights to change away."""
        return [f'revoke update, delete, truncate on {self.table} from "{policies.app_role()}"']

    def backwards(self) -> list[str]:
        """Give them back."""
        return [f'grant update, delete on {self.table} to "{policies.app_role()}"']
