"""What a card shows, fixed beforehand for all measures alike."""

from __future__ import annotations

from dataclasses import dataclass

SMALLEST_CELL = 10


@dataclass(frozen=True, slots=True)
class CardSettings:
    """Choices made before any outcome is opened.

    Parameters
    ----------
    seed : of the whole analysis; every draw finds its own numbers from it.
    horizons : months of follow-up, ascending.
    main_horizon : the one whose design decides the card's verdict; by groups likewise.
    controls_per_start : see :class:`TargetTrialProtocol`.
    boosted : whether gradient-boosted helper models stand beside the linear ones; they
        take about ten times as long.
    smallest_cell : fewer people than this in an arm, or in one class of an outcome in an
        arm, and nothing is said ("te weinig gegevens").
    """

    seed: int = 0
    horizons: tuple[int, ...] = (6, 12, 24)
    main_horizon: int = 12
    controls_per_start: int = 5
    boosted: bool = False
    smallest_cell: int = SMALLEST_CELL

    def __post_init__(self) -> None:
        if not self.horizons or list(self.horizons) != sorted(set(self.horizons)):
            raise ValueError(f"horizons must be ascending, got {self.horizons}")
        if self.main_horizon not in self.horizons:
            raise ValueError(f"the main horizon {self.main_horizon} is not among {self.horizons}")
        if self.smallest_cell < SMALLEST_CELL:
            raise ValueError(f"cells below {SMALLEST_CELL} people are never shown")
