"""What a search reached, what nothing can beat, and why it ended."""

from dataclasses import dataclass
from enum import StrEnum

from jiugai.planning.schedule.problem import Starts


class Stop(StrEnum):
    """Why the search ended."""

    PROVEN = "proven"  # nothing is better
    WORK = "work"  # the rounds are done; better may exist, within the gap
    TIME = "time"  # the seconds ran out: on another machine the schedule may differ
    ASKED = "asked"  # somebody stopped it


class Goal(StrEnum):
    """What a stage makes least."""

    FINISH = "finish"  # the day of the last works
    DISTURBANCE = "disturbance"  # what residents bear
    BOTH = "both"  # the two in one sum
    CHANGES = "changes"  # starts that differ from the last schedule


@dataclass(frozen=True, slots=True)
class Stage:
    """What one stage reached, and what nothing can beat."""

    goal: Goal
    value: int
    bound: int

    @property
    def gap(self) -> float:
        """Return the share by which better may exist."""
        return 0.0 if self.value <= self.bound else (self.value - self.bound) / self.value

    @property
    def is_proven(self) -> bool:
        """Return whether nothing is better."""
        return self.value <= self.bound


@dataclass(frozen=True, slots=True)
class Solution:
    """The starts, how good each stage is proven to be, and why the search ended."""

    starts: Starts
    stages: tuple[Stage, ...]
    stop: Stop
    seconds: float
