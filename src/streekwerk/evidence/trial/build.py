"""From a raw table and a specification to a validated trial, or a list of what is wrong."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from streekwerk.evidence.trial.identifiers import looks_like_bsns
from streekwerk.evidence.trial.parse import Column
from streekwerk.evidence.trial.problems import Problem, TrialError
from streekwerk.evidence.trial.raw import RawTable
from streekwerk.evidence.trial.specification import (
    CovariateSpecification,
    OutcomeSpecification,
    TrialSpecification,
)
from streekwerk.evidence.trial.table import (
    Arm,
    CategoricalCovariate,
    Covariate,
    Dates,
    Floats,
    Integers,
    NumericCovariate,
    Outcome,
    Scale,
    TrialTable,
)
from streekwerk.vocabulary.language import Text

MOST_ARMS = 20
MOST_LEVELS = 50


def build_trial(table: RawTable, specification: TrialSpecification) -> TrialTable:
    """Read every column in the part it plays and return the trial.

    Raises
    ------
    TrialError : lists every problem found in the whole file, by row and column;
        nothing is guessed, dropped or half read.
    """
    builder = _Builder(table, specification)
    builder.check_columns()
    trial = builder.build()
    if builder.problems:
        raise TrialError(builder.problems)
    assert trial is not None  # noqa: S101  (without problems there is a trial)
    return trial


class _Builder:
    def __init__(self, table: RawTable, specification: TrialSpecification) -> None:
        self.table = table
        self.specification = specification
        self.problems: list[Problem] = []

    def add(self, message: Text, advice: Text, column: str | None = None) -> None:
        self.problems.append(
            Problem(file=self.table.name, message=message, advice=advice, column=column)
        )

    def check_columns(self) -> None:
        """Refuse a specification that names unknown columns, or one column in two parts."""
        used = self.specification.used_columns()
        known = ", ".join(self.table.columns)
        for name in dict.fromkeys(used):
            if name not in self.table.cells:
                self.add(
                    Text("Deze kolom staat niet in het bestand", "This column is not in the file"),
                    Text(f"Kies uit: {known}.", f"Choose from: {known}."),
                    name,
                )
            elif used.count(name) > 1 and not self._may_share(name):
                self.add(
                    Text(
                        "Deze kolom speelt meer dan één rol", "This column plays more than one part"
                    ),
                    Text("Laat haar in één rol staan.", "Leave it in one part."),
                    name,
                )
        if self.problems:
            raise TrialError(self.problems)

    def _may_share(self, name: str) -> bool:
        # What was measured before the start may both adjust and serve as a placebo, and the
        # person may be the cluster.
        specification = self.specification
        before = {c.column for c in specification.covariates}
        placebos = {p.column for p in specification.placebos}
        pairs_fine = (
            name in before & placebos or name == specification.person == specification.cluster
        )
        return pairs_fine and self.specification.used_columns().count(name) == 2

    def column(self, name: str) -> Column:
        return Column(self.table, name, self.specification.missing)

    def build(self) -> TrialTable | None:
        """Read all parts; None when a problem was found on the way."""
        specification = self.specification
        arms, arm = self._arms()
        person = self._persons()
        covariates = tuple(self._covariate(c) for c in specification.covariates)
        outcomes = tuple(self._outcome(o) for o in specification.outcomes)
        placebos = tuple(self._outcome(o) for o in specification.placebos)
        cluster = self._cluster()
        take_up = self._take_up()
        time_zero = self._dates()
        weights = self._weights()
        if not outcomes:
            self.add(
                Text("Er is geen uitkomst aangewezen", "No outcome was named"),
                Text("Wijs ten minste één uitkomst aan.", "Name at least one outcome."),
            )
        if self.problems:
            return None
        return TrialTable(
            title=specification.title or Text(self.table.name, self.table.name),
            assignment=specification.assignment,
            arms=arms,
            arm=arm,
            person=person,
            covariates=covariates,
            outcomes=outcomes,
            placebos=placebos,
            cluster=cluster,
            cluster_name=specification.cluster,
            take_up=take_up,
            time_zero=time_zero,
            weights=weights,
        )

    def _arms(self) -> tuple[tuple[Arm, ...], Integers]:
        column = self.column(self.specification.arm)
        column.require()
        levels, codes = column.categories()
        self.problems += column.problems
        comparison = self.specification.comparison
        if comparison not in levels:
            self.add(
                Text(
                    f"De vergelijkingsgroep “{comparison}” komt niet voor",
                    f"The comparison group “{comparison}” does not occur",
                ),
                Text(f"Kies uit: {_list(levels)}.", f"Choose from: {_list(levels)}."),
                column.name,
            )
            return (), codes
        if not 2 <= len(levels) <= MOST_ARMS:
            self.add(
                Text(
                    f"Deze kolom heeft {len(levels)} verschillende waarden; een vergelijking "
                    f"heeft 2 tot {MOST_ARMS} groepen",
                    f"This column has {len(levels)} different values; a comparison has 2 to "
                    f"{MOST_ARMS} groups",
                ),
                Text(
                    "Kies de kolom die zegt wat iemand kreeg.",
                    "Choose the column that tells what a person got.",
                ),
                column.name,
            )
            return (), codes
        order = [comparison, *(level for level in levels if level != comparison)]
        new_index = np.array([order.index(level) for level in levels], dtype=np.int64)
        labels = self.specification.arm_labels
        arms = tuple(Arm(level, labels.get(level) or Text(level, level)) for level in order)
        return arms, np.where(codes >= 0, new_index[codes], 0)

    def _persons(self) -> npt.NDArray[np.str_]:
        name = self.specification.person
        if name is None:
            return self.table.rows.astype(np.str_)
        column = self.column(name)
        column.require()
        if looks_like_bsns(column.text):
            self.add(
                Text(
                    "Deze kolom lijkt burgerservicenummers te bevatten",
                    "This column seems to hold citizen service numbers (BSN)",
                ),
                Text(
                    "Vervang ze door een pseudoniem; een evaluatie heeft het BSN niet nodig en "
                    "mag het niet zien.",
                    "Replace them by a pseudonym; an evaluation does not need the BSN and must "
                    "not see it.",
                ),
                name,
            )
        elif self.specification.cluster != name:
            _, first = np.unique(column.text, return_index=True)
            again = np.ones(self.table.n, dtype=bool)
            again[first] = False
            column.report(
                again & ~column.missing,
                Text("Deze persoon komt eerder in het bestand voor", "This person occurs before"),
                Text(
                    "Houd één rij per persoon, of wijs deze kolom ook aan als cluster.",
                    "Keep one row per person, or name this column as the cluster too.",
                ),
            )
        self.problems += column.problems
        return np.array(column.text.tolist(), dtype=np.str_)

    def _covariate(self, specification: CovariateSpecification) -> Covariate:
        column = self.column(specification.column)
        label = specification.label or Text(column.name, column.name)
        scale = specification.scale or ("numeric" if column.looks_numeric() else "categorical")
        if scale == "numeric":
            values = column.numbers()
            self.problems += column.problems
            return NumericCovariate(column.name, label, values)
        levels, codes = column.categories()
        if len(levels) > MOST_LEVELS:
            self.add(
                Text(
                    f"Deze kolom heeft {len(levels)} verschillende waarden, te veel voor "
                    "een kenmerk",
                    f"This column has {len(levels)} different values, too many for a trait",
                ),
                Text(
                    f"Voeg waarden samen tot hoogstens {MOST_LEVELS}, of laat de kolom weg.",
                    f"Merge values into {MOST_LEVELS} at most, or leave the column out.",
                ),
                column.name,
            )
        return CategoricalCovariate(column.name, label, levels, codes)

    def _outcome(self, specification: OutcomeSpecification) -> Outcome:
        column = self.column(specification.column)
        scale = specification.scale or (Scale.BINARY if column.looks_binary() else Scale.NUMERIC)
        values = column.binary() if scale is Scale.BINARY else column.numbers()
        self.problems += column.problems
        if np.isnan(values).all() and not column.problems:
            self.add(
                Text("Deze kolom is helemaal leeg", "This column is entirely empty"),
                Text("Kies een andere uitkomst.", "Choose another outcome."),
                column.name,
            )
        return Outcome(
            name=column.name,
            label=specification.label or Text(column.name, column.name),
            scale=scale,
            values=values,
            horizon_months=specification.horizon_months,
            unit=specification.unit,
            event=specification.event,
            higher_is_better=specification.higher_is_better,
        )

    def _cluster(self) -> Integers | None:
        if self.specification.cluster is None:
            return None
        column = self.column(self.specification.cluster)
        column.require()
        self.problems += column.problems
        return column.categories()[1]

    def _take_up(self) -> Floats | None:
        if self.specification.take_up is None:
            return None
        column = self.column(self.specification.take_up)
        values = column.binary()
        self.problems += column.problems
        return values

    def _dates(self) -> Dates | None:
        if self.specification.time_zero is None:
            return None
        column = self.column(self.specification.time_zero)
        column.require()
        dates = column.dates()
        self.problems += column.problems
        return dates

    def _weights(self) -> Floats | None:
        if self.specification.weight is None:
            return None
        column = self.column(self.specification.weight)
        column.require()
        values = column.numbers()
        column.report(
            values < 0,
            Text("Een gewicht kan niet negatief zijn", "A weight can't be negative"),
            Text("Verbeter de waarde of verwijder de rij.", "Correct the value or remove the row."),
        )
        self.problems += column.problems
        return values


def _list(levels: tuple[str, ...]) -> str:
    shown = ", ".join(levels[:MOST_ARMS])
    return shown + (", …" if len(levels) > MOST_ARMS else "")
