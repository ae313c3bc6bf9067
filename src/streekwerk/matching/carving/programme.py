"""Put the blocks of a design's jobs together, and solve: relaxed, or whole."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from ortools.math_opt import model_pb2
from ortools.math_opt.python import mathopt
from scipy import optimize, sparse

from streekwerk.matching.candidates import CandidateGroup
from streekwerk.matching.carving.block import Block, Floats
from streekwerk.matching.carving.kinds import Workplace

TOLERANCE = 1e-4


@dataclass(frozen=True, slots=True)
class Weights:
    """What a cent a week, a person and a point of quality count in the aim."""

    gain: float
    people: float
    quality: float


@dataclass(frozen=True, slots=True)
class Programme:
    """Maximise ``worth @ columns + constant`` subject to the rows.

    ``starts`` is where the columns of each block begin, and where those of people do.
    """

    groups: tuple[CandidateGroup, ...]
    blocks: tuple[Block, ...]
    starts: tuple[int, ...]
    worth: Floats
    constant: float
    lower: Floats
    upper: Floats
    integer: npt.NDArray[np.bool_]
    priority: npt.NDArray[np.int64]
    matrix: sparse.csr_matrix
    row_lower: Floats
    row_upper: Floats


@dataclass(frozen=True, slots=True)
class Answer:
    """What the solver says: a bound on the worth and, if it found one, a solution.

    ``bound`` is minus infinity when nothing satisfies the rows; ``proven`` says that the
    solution is the best there is, or that there is none (above ``above``).
    """

    bound: float
    value: float
    columns: Floats | None
    proven: bool


def combine(place: Workplace, blocks: Sequence[Block], weights: Weights) -> Programme:
    """Return the programme of a design with one job of each block."""
    starts = tuple(int(n) for n in np.cumsum([0, *(len(b.gain) for b in blocks)]))
    rows = _shared(place, blocks, starts)
    served, served_rows, constant = _people(place, blocks, starts)
    width = starts[-1] + len(served)
    inside = sparse.block_diag([block.matrix for block in blocks], format="csr")
    inside = sparse.hstack([inside, sparse.csr_matrix((inside.shape[0], len(served)))])
    between = _matrix([row for row, _ in (*rows, *served_rows)], width)
    worth = np.concatenate(
        [
            *(weights.gain * block.gain + weights.quality * block.quality for block in blocks),
            weights.people * np.array(served, float),
        ]
    )
    extra = len(served)
    lists = [block.columns for block in blocks]
    return Programme(
        place.groups,
        tuple(blocks),
        starts,
        worth,
        weights.people * constant,
        _joined([each.lower for each in lists], [0.0] * extra),
        _joined([each.upper for each in lists], [1.0] * extra),
        _joined([each.integer for each in lists], [False] * extra).astype(bool),
        _joined([each.priority for each in lists], [0] * extra).astype(int),
        sparse.vstack([inside, between], format="csr"),
        _joined([each.row_lower for each in lists], [-np.inf] * between.shape[0]),
        _joined([each.row_upper for each in lists], [u for _, u in (*rows, *served_rows)]),
    )


def relaxed(programme: Programme) -> float:
    """Return the best worth when nothing need be whole: no design of these kinds beats it.

    Minus infinity when even then nothing satisfies the rows (HiGHS).
    """
    found = optimize.milp(
        -programme.worth,
        integrality=np.zeros(len(programme.worth)),
        bounds=optimize.Bounds(programme.lower, programme.upper),
        constraints=optimize.LinearConstraint(
            programme.matrix, programme.row_lower, programme.row_upper
        ),
    )
    return float(-found.fun + programme.constant) if found.status == 0 else -np.inf


def solve(programme: Programme, seconds: float, above: float | None = None) -> Answer:
    """Return the best whole solution within ``seconds``, if it is worth more than ``above``.

    SCIP, branching first on for whom a job is, without cuts of its own: the rows are
    tight as they are, and on 300 tasks its cuts took three times as long as they saved.
    """
    model = mathopt.Model.from_model_proto(_proto(programme, above))
    parameters = mathopt.SolveParameters(
        time_limit=dt.timedelta(seconds=seconds),
        random_seed=1,
        cuts=mathopt.Emphasis.OFF,
        relative_gap_tolerance=TOLERANCE / 2,
    )
    first = mathopt.ModelSolveParameters(
        branching_priorities={
            model.get_variable(int(column)): int(programme.priority[column])
            for column in np.flatnonzero(programme.priority)
        }
    )
    result = mathopt.solve(model, mathopt.SolverType.GSCIP, params=parameters, model_params=first)
    reason = result.termination.reason
    if reason == mathopt.TerminationReason.INFEASIBLE:
        return Answer(-np.inf, -np.inf, None, True)
    bound = float(result.termination.objective_bounds.dual_bound)
    proven = reason == mathopt.TerminationReason.OPTIMAL
    if not result.has_primal_feasible_solution():
        return Answer(bound, -np.inf, None, proven)
    values = result.variable_values(list(model.variables()))
    return Answer(bound, float(result.objective_value()), np.array(values), proven)


def _proto(programme: Programme, above: float | None) -> model_pb2.ModelProto:
    """Write the programme in the solver's own words; MathOpt's rows are slow to make in Python."""
    proto = model_pb2.ModelProto()
    columns = range(len(programme.worth))
    proto.variables.ids.extend(columns)
    proto.variables.lower_bounds.extend(programme.lower)
    proto.variables.upper_bounds.extend(programme.upper)
    proto.variables.integers.extend(programme.integer.tolist())
    counts = np.flatnonzero(programme.worth)
    proto.objective.maximize = True
    proto.objective.offset = programme.constant
    proto.objective.linear_coefficients.ids.extend(counts.tolist())
    proto.objective.linear_coefficients.values.extend(programme.worth[counts])
    matrix, lower, upper = programme.matrix, programme.row_lower, programme.row_upper
    if above is not None:
        matrix = sparse.vstack([matrix, sparse.csr_matrix(programme.worth)], format="csr")
        lower, upper = np.append(lower, above - programme.constant), np.append(upper, np.inf)
    matrix.sort_indices()
    proto.linear_constraints.ids.extend(range(matrix.shape[0]))
    proto.linear_constraints.lower_bounds.extend(lower)
    proto.linear_constraints.upper_bounds.extend(upper)
    filled = matrix.tocoo()
    proto.linear_constraint_matrix.row_ids.extend(filled.row.tolist())
    proto.linear_constraint_matrix.column_ids.extend(filled.col.tolist())
    proto.linear_constraint_matrix.coefficients.extend(filled.data)
    return proto


Row = tuple[dict[int, float], float]


def _shared(place: Workplace, blocks: Sequence[Block], starts: Sequence[int]) -> list[Row]:
    """Limit what all jobs together take: of a task, of a role, and of supervision."""
    by_task: dict[str, dict[int, float]] = defaultdict(dict)
    by_role: dict[str, dict[int, float]] = defaultdict(dict)
    guidance: dict[int, float] = {}
    for block, start in zip(blocks, starts, strict=False):
        for task in block.kind.tasks:
            column = start + block.moved[task.key]
            by_task[task.key][column] = by_role[task.role][column] = 1.0
        guidance |= {start + int(n): block.guidance[n] for n in np.flatnonzero(block.guidance)}
    kept = 100 - place.rules.kept
    half_hours = {task.key: task.half_hours for task in place.movable}
    rows: list[Row] = [(guidance, place.rules.guidance_room)]
    rows += [(row, half_hours[key]) for key, row in by_task.items() if len(row) > 1]
    if len(blocks) > 1:
        rows += [
            (row, place.inventory.half_hours(role) * kept // 100) for role, row in by_role.items()
        ]
    for one, next_ in zip(range(len(blocks)), range(1, len(blocks)), strict=False):
        if blocks[one].kind is blocks[next_].kind:  # jobs have no names: the longest comes first
            first, second = starts[one] + blocks[one].week, starts[next_] + blocks[next_].week
            rows.append(({second: 1.0, first: -1.0}, 0))
    return rows


def _people(
    place: Workplace, blocks: Sequence[Block], starts: Sequence[int]
) -> tuple[list[int], list[Row], int]:
    """Return who may be served beside the first groups, the rows for it, and who is in any case.

    The first are people of each group, in the order of their columns; the last is a sum.
    """
    sure = {block.kind.first.key for block in blocks}
    served: list[int] = []
    rows: list[Row] = []
    for group in place.groups:
        made_for = {
            start + block.made_for[group.key]: -1.0
            for block, start in zip(blocks, starts, strict=False)
            if group.key in block.made_for
        }
        if made_for and group.key not in sure:
            rows.append(({starts[-1] + len(served): 1.0} | made_for, 0))
            served.append(group.people)
    return served, rows, sum(group.people for group in place.groups if group.key in sure)


def _matrix(rows: Sequence[dict[int, float]], width: int) -> sparse.csr_matrix:
    counts = np.cumsum([0, *(len(row) for row in rows)])
    places = [column for row in rows for column in row]
    values = np.array([value for row in rows for value in row.values()], float)
    return sparse.csr_matrix((values, places, counts), shape=(len(rows), width))


def _joined(parts: Sequence[Sequence[float]], last: Sequence[float]) -> Floats:
    return np.concatenate([*(np.asarray(part, float) for part in parts), np.asarray(last, float)])
