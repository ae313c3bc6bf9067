"""A posterior of tree ensembles as plain numbers: stored, read and evaluated without its maker.

stochtree's own JSON of a model is 25 MB and is read by stochtree alone. Only what differs
between people is kept: every split tree of every posterior draw, five numbers a node
less than ten kilobytes a draw. Trees without a split are a constant, added to the draw's.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from streekwerk.evidence.benefit.features import rounded
from streekwerk.evidence.trial.table import Floats

LEAF = -1


@dataclass(frozen=True)
class Forest:
    """Posterior draws of an effect that depends on features.

    Attributes
    ----------
    constant : (draws,) what a draw gives everybody.
    tree_draw, tree_root : (trees,) the draw a tree belongs to and its first node.
    column : (nodes,) the column a node splits on; -1 is a leaf.
    number : (nodes,) a leaf's value; for a split, values up to it go left.
    left : (nodes,) the left branch; the right one follows it. 0 for a leaf.
    """

    constant: tuple[float, ...]
    tree_draw: tuple[int, ...]
    tree_root: tuple[int, ...]
    column: tuple[int, ...]
    number: tuple[float, ...]
    left: tuple[int, ...]

    @property
    def draws(self) -> int:
        """Return the number of posterior draws."""
        return len(self.constant)

    @cached_property
    def _arrays(self) -> tuple[npt.NDArray[np.int64], Floats, npt.NDArray[np.int64]]:
        return (
            np.array(self.column, dtype=np.int64),
            np.array(self.number, dtype=np.float64),
            np.array(self.left, dtype=np.int64),
        )

    def effects(self, columns: Floats) -> Floats:
        """Return every draw's effect for rows of ``columns`` (n, width), (n, draws)."""
        found = np.tile(np.array(self.constant), (columns.shape[0], 1))
        if not self.tree_root:
            return found
        splits, numbers, left = self._arrays
        roots = np.array(self.tree_root, dtype=np.int64)
        owner = np.array(self.tree_draw, dtype=np.int64)
        starts = np.flatnonzero(np.r_[True, owner[1:] != owner[:-1]])
        for first in range(0, columns.shape[0], _ROWS):
            rows = columns[first : first + _ROWS]
            node = np.tile(roots, (rows.shape[0], 1))
            place = np.arange(rows.shape[0])[:, None]
            while (inner := splits[node] != LEAF).any():
                value = rows[place, np.where(inner, splits[node], 0)]
                below = left[node] + (value > numbers[node])
                node = np.where(inner, below, node)
            summed = np.add.reduceat(numbers[node], starts, axis=1)
            found[first : first + _ROWS, owner[starts]] += summed
        return found

    def shifted(self, by: Floats) -> Forest:
        """Return the forest with ``by`` (draws,) added to every draw."""
        constant = tuple(rounded(c + float(b)) for c, b in zip(self.constant, by, strict=True))
        return Forest(constant, self.tree_draw, self.tree_root, self.column, self.number, self.left)


_ROWS = 256
"""Rows taken through the trees at a time, so that memory stays small."""


@dataclass(slots=True)
class Grower:
    """Collects trees, node by node, and gives the forest."""

    constant: list[float]
    tree_draw: list[int]
    tree_root: list[int]
    column: list[int]
    number: list[float]
    left: list[int]

    @classmethod
    def of(cls, constants: Floats) -> Grower:
        """Start from what every draw gives everybody, (draws,)."""
        return cls([float(c) for c in constants], [], [], [], [], [])

    def add(self, draw: int, tree: dict[str, Any], scale: float, first_column: int) -> None:
        """Add one of stochtree's trees, with its leaves times ``scale``.

        ``first_column`` is where the features begin among the columns it was grown on.
        """
        if tree["left"][0] < 0:
            self.constant[draw] += scale * float(tree["leaf_value"][0])
            return
        self.tree_draw.append(draw)
        self.tree_root.append(self._room(1))
        waiting = [(0, self.tree_root[-1])]
        while waiting:
            theirs, ours = waiting.pop()
            left = tree["left"][theirs]
            if left < 0:
                self.number[ours] = rounded(scale * float(tree["leaf_value"][theirs]))
                continue
            self.column[ours] = int(tree["split_index"][theirs]) - first_column
            self.number[ours] = float(tree["threshold"][theirs])
            self.left[ours] = self._room(2)
            right = tree["right"][theirs]
            waiting += [(left, self.left[ours]), (right, self.left[ours] + 1)]

    def forest(self) -> Forest:
        """Return what was collected."""
        return Forest(
            tuple(rounded(c) for c in self.constant),
            tuple(self.tree_draw),
            tuple(self.tree_root),
            tuple(self.column),
            tuple(self.number),
            tuple(self.left),
        )

    def _room(self, nodes: int) -> int:
        first = len(self.column)
        self.column += [LEAF] * nodes
        self.number += [0.0] * nodes
        self.left += [0] * nodes
        return first
