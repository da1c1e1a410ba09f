"""What an estate is worth at another score, exactly."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from jiugai.planning.classes import BASIC
from jiugai.planning.model.limits import Whole
from jiugai.planning.model.problem import Problem, benefits
from jiugai.planning.model.rewards import rewarded
from jiugai.planning.need.scores import Score
from jiugai.planning.need.weights import Weights
from jiugai.planning.pool.candidates import Candidate
from jiugai.planning.search.draft import Draft

#: What a perfect score is, in hundredths of a point.
PERFECT = 100 * 100


@dataclass(frozen=True, slots=True, eq=False)
class Worth:
    """What an estate's works [t, c] are worth, and each of its pairs [t], in thousandths."""

    estate: int
    own: Whole
    pairs: Mapping[int, Whole]

    def of(self, draft: Draft) -> int:
        """Return what a plan is worth with the estate worth so much."""
        year = int(draft.year[self.estate])
        if year < 0:
            return draft.benefit
        near = draft.problem.rewards.near[self.estate]
        together = [pair for other, pair in near if draft.year[other] == year]
        own = int(self.own[year] @ draft.done[self.estate])
        own += sum(int(self.pairs[pair][year]) for pair in together)
        before = draft.worth(self.estate)
        before += draft.problem.rewards.beside(self.estate, year, draft.year)
        return draft.benefit - before + own


def as_it_is(problem: Problem, estate: int) -> Worth:
    """Return what an estate is worth at its score."""
    pairs = {pair: problem.rewards.milli[pair] for _other, pair in problem.rewards.near[estate]}
    return Worth(estate, problem.benefit[estate], pairs)


def raised(
    problem: Problem, estate: int, candidate: Candidate, weights: Weights, by: int
) -> Worth:
    """Return what an estate is worth with so many hundredths of a point more."""
    score = Score(candidate.score.hundredths + by, ())
    own = benefits([replace(candidate, score=score)], len(problem.years), weights)[0]
    share = weights.neighbours.worth
    mine = own[:, BASIC] * problem.open[estate]
    near = problem.rewards.near[estate]
    pairs = {pair: rewarded(mine, _starts(problem, other), share) for other, pair in near}
    return Worth(estate, own, pairs)


def _starts(problem: Problem, estate: int) -> Whole:
    """Return what the start of an estate is worth in each year that is open to it."""
    found: Whole = problem.benefit[estate, :, BASIC] * problem.open[estate]
    return found
