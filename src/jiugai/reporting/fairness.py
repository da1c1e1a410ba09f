"""Fairness between divisions, as the page of a plan shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class ShareRow:
    """One division: its shares of need and of money, 0 to 1, and its figures as text."""

    name: str
    need: float
    money: float
    candidates: int
    chosen: int
    reached: int
    cost: str
    per_household: str


@dataclass(frozen=True, slots=True)
class FairnessShown:
    """What the figures mean, in sentences, and a row per division."""

    sentences: tuple[str, ...] = ()
    rows: tuple[ShareRow, ...] = ()

    @property
    def most(self) -> float:
        """Return the largest share, to which the bars are drawn."""
        return max((max(row.need, row.money) for row in self.rows), default=1.0) or 1.0


NO_FAIRNESS: Final = FairnessShown()
