"""The score of need of each estate by explicit weights, with the parts it is made of."""

from collections.abc import Sequence
from dataclasses import dataclass

from jiugai.planning.need.reading import Facts, greatest, mean_of_known, read_part
from jiugai.planning.need.weights import PartWeight, Weights


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a score: its value, 0 to 1, and the points it gives.

    `known` is false if the value is estimated; `gain` is then how many points, at most, the
    whole score would rise if the fact were proven and everything else stayed as it is.
    `weight` is the part's share of the whole.
    """

    id: str
    value: float
    points: float
    known: bool
    weight: float = 0.0
    gain: float = 0.0


@dataclass(frozen=True, slots=True)
class Score:
    """The need of an estate, 0 to 100 in hundredths of a point, and why."""

    hundredths: int
    parts: tuple[Part, ...]

    @property
    def points(self) -> float:
        """Return the score as people read it."""
        return self.hundredths / 100

    @property
    def estimated(self) -> tuple[str, ...]:
        """Return the parts whose fact is missing."""
        return tuple(part.id for part in self.parts if not part.known)


def score_all(estates: Sequence[Facts], weights: Weights, *, year: int) -> list[Score]:
    """Return the score of every estate, in order; `year` is the first of the plan.

    A part whose fact is missing counts as the mean of the estates that have it.
    """
    shares = [float(part.weight / weights.total) for part in weights.parts]
    columns = [[read_part(part, facts, year) for facts in estates] for part in weights.parts]
    means = [mean_of_known(column) for column in columns]
    terms = list(zip(weights.parts, shares, means, strict=True))
    return [_score(terms, [column[i] for column in columns]) for i in range(len(estates))]


def _score(
    terms: Sequence[tuple[PartWeight, float, float]], values: Sequence[float | None]
) -> Score:
    parts = tuple(
        _part(part, share, mean, value)
        for (part, share, mean), value in zip(terms, values, strict=True)
    )
    return Score(round(100 * sum(part.points for part in parts)), parts)


def _part(part: PartWeight, share: float, mean: float, value: float | None) -> Part:
    if value is not None:
        return Part(part.id, value, 100 * share * value, known=True, weight=share)
    gain = 100 * share * (greatest(part) - mean)
    return Part(part.id, mean, 100 * share * mean, known=False, weight=share, gain=gain)
