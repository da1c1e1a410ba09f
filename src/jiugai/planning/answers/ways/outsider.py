"""An estate left out of a plan, with all that its ways in are reckoned from."""

from dataclasses import dataclass

import numpy as np

from jiugai.planning.answers.ways.core import Core
from jiugai.planning.answers.ways.margin import Margin
from jiugai.planning.answers.ways.priced import Priced
from jiugai.planning.answers.ways.raised import PERFECT, Worth, as_it_is, raised
from jiugai.planning.model.limits import Whole
from jiugai.planning.need.weights import Weights
from jiugai.planning.pool.candidates import Candidate
from jiugai.planning.search.draft import Draft
from jiugai.planning.search.exchange import least_start
from jiugai.planning.search.prices import Numbers


@dataclass(frozen=True, slots=True, eq=False)
class Outsider:
    """An estate left out, by its place in the problem."""

    index: int
    candidate: Candidate
    weights: Weights
    margin: Margin
    priced: Priced

    @property
    def highest(self) -> int:
        """Return how far its score can rise, in hundredths of a point."""
        return max(PERFECT - self.candidate.score.hundredths, 0)

    @property
    def alone(self) -> Whole:
        """Return it as a list of one."""
        return np.array([self.index])

    def likely_years(self, least: Numbers) -> list[int]:
        """Return the years in which it could start, by what they ask for at least."""
        return [year for year in np.argsort(least, kind="stable").tolist() if least[year] < np.inf]

    def worth(self, by: int = 0) -> Worth:
        """Return what it is worth with so many hundredths of a point more."""
        if by == 0:
            return as_it_is(self.margin.problem, self.index)
        return raised(self.margin.problem, self.index, self.candidate, self.weights, by)

    def core(self, free: Whole, worth: Worth) -> Core:
        """Return the plan with some choices open, in which the estate starts."""
        core = Core(self.margin, free, worth)
        core.starts(self.index)
        return core

    def rooms(self, year: int) -> list[Whole]:
        """Return the choices to open for its start in a year, then more of them."""
        return self.margin.rooms(self.index, year)

    def added(self, year: int) -> Draft:
        """Return the plan with the estate added to it in a year, whether or not it fits."""
        draft = self.margin.draft.copy()
        draft.start(self.index, year, least_start(self.margin.problem, self.index, year))
        return draft


def proven(known: float, inside: float, beyond: float) -> float:
    """Return what is proven to be needed, of which `known` is already.

    Any plan is among the open choices, where `inside` is needed, or beyond them, where it loses
    more at the prices.
    """
    return max(known, min(inside, beyond))
