"""The score of need of each estate, with the parts it is made of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Any

from jiugai.planning.need.weights import PartWeight, Reads, Weights

Facts = Mapping[str, Any]

#: What a part counts as where no estate at all has the fact.
NEUTRAL = 0.5


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a score, 0 to 1, and the points it gives; `known` is false if estimated."""

    id: str
    value: float
    points: float
    known: bool


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
    columns = {part.id: [_read(part, facts, year) for facts in estates] for part in weights.parts}
    means = {id_: _mean(values) for id_, values in columns.items()}
    return [
        _score([(part, columns[part.id][index]) for part in weights.parts], means, weights)
        for index in range(len(estates))
    ]


def _score(
    read: Sequence[tuple[PartWeight, float | None]], means: Mapping[str, float], weights: Weights
) -> Score:
    parts = []
    for part, value in read:
        taken = means[part.id] if value is None else value
        points = 100 * float(part.weight / weights.total) * taken
        parts.append(Part(part.id, taken, points, value is not None))
    return Score(round(100 * sum(part.points for part in parts)), tuple(parts))


def _mean(values: Sequence[float | None]) -> float:
    known = [value for value in values if value is not None]
    return fmean(known) if known else NEUTRAL


def _read(part: PartWeight, facts: Facts, year: int) -> float | None:
    raw = facts.get(part.fact)
    if raw is None:
        return None
    match part.reads:
        case Reads.CHOICE:
            return part.values[raw]
        case Reads.FLAG:
            return float(raw)
        case Reads.AGE:
            return _scaled(part, year - raw)
        case Reads.NUMBER:
            return _scaled(part, raw)
        case Reads.PER_100_HOUSEHOLDS:
            households = facts.get("household_count")
            return _scaled(part, 100 * raw / households) if households else None


def _scaled(part: PartWeight, value: float) -> float:
    low, high = part.scale
    return min(1.0, max(0.0, (value - low) / (high - low)))
