"""Which single choices no longer fit into a plan that only grows."""

import numpy as np

from jiugai.planning.model.limits import Flags, Whole
from jiugai.planning.model.problem import Problem


class Room:
    """Looks at every choice at once, where trying them one by one would take seconds.

    Only limits that no choice gives back to are looked at: what exceeds one of them alone
    never fits again, with whatever else it comes.
    """

    def __init__(self, problem: Problem) -> None:
        uses = problem.uses
        self._shape = problem.benefit.shape
        gives_back = np.zeros(uses.shape[1], dtype=np.bool_)
        gives_back[uses.indices[uses.data < 0]] = True
        at = np.flatnonzero(~gives_back[uses.indices])
        self._limit, self._use = uses.indices[at], uses.data[at]
        self._choice = np.repeat(np.arange(uses.shape[0]), np.diff(uses.indptr))[at]

    def lost(self, slack: Whole) -> Flags:
        """Return [i, t, c]: whether a choice alone exceeds what is left of some limit."""
        found = np.zeros(self._shape, dtype=np.bool_)
        found.ravel()[self._choice[self._use > slack[self._limit]]] = True
        return found
