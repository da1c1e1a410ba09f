"""Looking on while a plan is being searched for, and asking it to stop."""

from collections.abc import Callable
from dataclasses import dataclass

from jiugai.planning.search.draft import Draft


@dataclass(frozen=True, slots=True)
class Progress:
    """The best plan so far and the bound on all others, in thousandths, after so many seconds.

    `draft` is the plan itself, to be looked at and left as it is.
    """

    milli: int
    bound: float
    seconds: float
    draft: Draft | None = None

    @property
    def gap(self) -> float:
        """Return how much better, in proportion, an unknown plan could be at most."""
        return max(self.bound - self.milli, 0.0) / self.milli if self.milli else 1.0


#: Told after each step; returns whether to go on.
Watch = Callable[[Progress], bool]


def unwatched(_progress: Progress) -> bool:
    """Let the search go on."""
    return True
