"""What the prices of a plan prove of the ways into it, without any search.

No plan is worth more than the bound of the prices, less what its choices lose at them (see
`search.losses`), plus the price of what somebody else pays. A plan with an estate in it that is
worth no less than today's therefore asks for so much money, or so much more worth, as makes up
for what the estate's start loses beyond the gap of the plan.
"""

from collections.abc import Sequence

import numpy as np

from jiugai.planning.answers.ways.margin import Margin
from jiugai.planning.classes import BASIC, CLASSES
from jiugai.planning.model.limits import Kind, Whole
from jiugai.planning.model.problem import MILLI
from jiugai.planning.need.weights import Measure, Weights
from jiugai.planning.pool.candidates import Candidate
from jiugai.planning.search.draft import PATTERNS
from jiugai.planning.search.prices import Numbers

#: A hair of floating point, in thousandths of benefit, must not make a proof.
_HAIR = 1e-3


class Priced:
    """Bounds from below on what brings estates left out into a plan."""

    def __init__(self, margin: Margin, candidates: Sequence[Candidate], weights: Weights) -> None:
        self.margin = margin
        self.weights = weights
        self.net: Whole = np.array([one.net for one in candidates], dtype=np.int64)
        self.price = self._own_money(margin)
        self.slope = self._slopes(candidates)
        self.near = np.array([len(near) for near in margin.problem.rewards.near])

    @staticmethod
    def _own_money(margin: Margin) -> Numbers:
        """Return [t, c] what a cent that an estate pays itself spares, in thousandths."""
        prices = margin.solution.prices.limit
        found = np.zeros((len(margin.problem.years), len(CLASSES)))
        for limit, price in zip(margin.problem.limits, prices, strict=True):
            if limit.kind is Kind.MONEY:
                found += price * limit.when
        return found

    def _slopes(self, candidates: Sequence[Candidate]) -> Numbers:
        """Return [i, t, c] what a hundredth of a point adds, before rounding, in thousandths."""
        by_size = self.weights.measure is Measure.HOUSEHOLDS
        sizes = [max(1, one.households) if by_size else 1 for one in candidates]
        costs = np.array([[bool(cents) for cents in one.gross] for one in candidates])
        later = np.array(
            [float(self.weights.later) ** t for t in range(len(self.margin.problem.years))]
        )
        worths = np.array([float(worth) for worth in self.weights.classes])
        each = np.array(sizes) * MILLI / (100 * 100)
        found = each[:, None, None] * later[:, None] * worths
        return np.asarray(found * costs.reshape(-1, 1, len(CLASSES)))

    def _needs(self, estates: Whole, beyond: float) -> Numbers:
        """Return [., t, p] what must be made up for, in thousandths."""
        return np.asarray(self.margin.loss[estates] + beyond - self.margin.gap - _HAIR)

    def money(self, estates: Whole, beyond: float = 0.0) -> Numbers:
        """Return [., t] the cents that are needed at least, infinity where none are enough.

        `beyond` is what the plan loses besides.
        """
        need = np.maximum(self._needs(estates, beyond), 0.0)
        total = np.zeros_like(need)
        for t, price in enumerate(self.price):
            for works in np.argsort(-price, kind="stable").tolist():
                if price[works] > 0:
                    most = np.outer(self.net[estates, works], PATTERNS[:, works])
                    paid = np.minimum(most, need[:, t] / price[works])
                    total[:, t] += paid
                    need[:, t] -= paid * price[works]
        enough = need <= _HAIR
        return np.asarray(np.where(enough, total, np.inf).min(axis=2))

    def score(self, estates: Whole, beyond: float = 0.0) -> Numbers:
        """Return [., t] the hundredths of a point that are needed at least."""
        steep = self.slope[estates] @ PATTERNS.T.astype(np.float64)
        share = float(self.weights.neighbours.worth)
        each = share * self.slope[estates][:, :, [BASIC]]
        near = self.near[estates][:, None, None]
        # Every class and every reward may be rounded in the estate's favour.
        rounded = PATTERNS.sum(axis=1) + near * (1 + share)
        need = np.maximum(self._needs(estates, beyond) - rounded, 0.0)
        steep = steep + near * each
        with np.errstate(divide="ignore", invalid="ignore"):
            found = np.where(need > 0, need / steep, 0.0)
        return np.asarray(found.min(axis=2))
