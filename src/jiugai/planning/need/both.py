"""Both ways of scoring need, side by side, and how far they agree."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from jiugai.kernel.i18n import _
from jiugai.planning.need.reading import Facts
from jiugai.planning.need.scores import Score, score_all
from jiugai.planning.need.topsis import topsis_all
from jiugai.planning.need.weights import Scoring, Weights


@dataclass(frozen=True, slots=True)
class Needs:
    """The need of an estate by explicit weights and by TOPSIS, each with its parts."""

    weighted: Score
    topsis: Score

    def by(self, scoring: Scoring) -> Score:
        """Return the score of one way."""
        match scoring:
            case Scoring.WEIGHTED:
                return self.weighted
            case Scoring.TOPSIS:
                return self.topsis


def scoring_title(scoring: Scoring) -> str:
    """Return what people call a way of scoring."""
    match scoring:
        case Scoring.WEIGHTED:
            return _("显式权重")
        case Scoring.TOPSIS:
            return _("熵权 TOPSIS")


def needs_all(estates: Sequence[Facts], weights: Weights, *, year: int) -> list[Needs]:
    """Return both scores of every estate, in order; `year` is the first of the plan."""
    weighted = score_all(estates, weights, year=year)
    by_distance = topsis_all(estates, weights, year=year)
    return [Needs(one, other) for one, other in zip(weighted, by_distance, strict=True)]


def rank_correlation(needs: Sequence[Needs]) -> float | None:
    """Return Spearman's rho of the two scores, equal scores sharing the mean of their ranks.

    None where it is not defined: fewer than two estates, or all alike in one of the scores.
    """
    one = _double_ranks([need.weighted.hundredths for need in needs])
    other = _double_ranks([need.topsis.hundredths for need in needs])
    both, alone, apart = _spread(one, other), _spread(one, one), _spread(other, other)
    return both / sqrt(alone * apart) if alone and apart else None


def _double_ranks(values: Sequence[int]) -> list[int]:
    """Return twice the rank of each value, which is whole even where ranks are shared."""
    first: dict[int, int] = {}
    last: dict[int, int] = {}
    for rank, value in enumerate(sorted(values), start=1):
        first.setdefault(value, rank)
        last[value] = rank
    return [first[value] + last[value] for value in values]


def _spread(one: Sequence[int], other: Sequence[int]) -> int:
    """Return n² times the covariance, in whole numbers."""
    products = sum(a * b for a, b in zip(one, other, strict=True))
    return len(one) * products - sum(one) * sum(other)
