"""The score of need of each estate by TOPSIS, whose weights the register gives by entropy.

The criteria are the parts that have a weight above 0 in the weights file; what the weight is
makes no difference. With r[i, j] what part j counts as for estate i (0 to 1, missing ones the
mean of those known) and m estates:

    z[i, j] = (r[i, j] - min r[., j]) / (max r[., j] - min r[., j])      min-max
    p[i, j] = z[i, j] / sum over i of z[i, j]
    e[j]    = - sum over i of p[i, j] ln p[i, j] / ln m                  with 0 ln 0 = 0
    w[j]    = (1 - e[j]) / sum over j of (1 - e[j])                      entropy weights
    far     = sqrt(sum over j of w[j]^2 (1 - z[i, j])^2)                 from the neediest
    near    = sqrt(sum over j of w[j]^2 z[i, j]^2)                       from the least needy
    score   = 100 near / (far + near)

A part that is alike everywhere tells nobody apart: its weight is 0, its z counts as 1/2. Where
that holds of every part, as with a single estate, everybody scores 50.
The points of a part are the share of its term in near^2, so that they add up to the score.
Sums are exactly rounded, so that the order of the estates makes no difference.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum, log, sqrt
from typing import Final

from jiugai.planning.need.reading import NEUTRAL, Facts, mean_of_known, read_part
from jiugai.planning.need.scores import Part, Score
from jiugai.planning.need.weights import Weights

#: A column of a decision table: one number per estate.
Column = Sequence[float]

_HALFWAY: Final = 0.5


@dataclass(frozen=True, slots=True)
class Topsis:
    """What came of a table: the weight of each column, the table normalised, and closeness.

    `normalised[j][i]` and `closeness[i]` run from 0 to 1.
    """

    weights: tuple[float, ...]
    normalised: tuple[tuple[float, ...], ...]
    closeness: tuple[float, ...]


def topsis(columns: Sequence[Column]) -> Topsis:
    """Return the closeness of every row to the best of a table, more being better."""
    normalised = tuple(_normalised(column) for column in columns)
    weights = entropy_weights(normalised)
    rows = zip(*normalised, strict=True)
    return Topsis(weights, normalised, tuple(_closeness(row, weights) for row in rows))


def entropy_weights(normalised: Sequence[Column]) -> tuple[float, ...]:
    """Return the weight of each column by how much it tells rows apart; 0 where it does not."""
    told = [_told(column) for column in normalised]
    whole = fsum(told)
    return tuple(one / whole if whole else 0.0 for one in told)


def topsis_all(estates: Sequence[Facts], weights: Weights, *, year: int) -> list[Score]:
    """Return the TOPSIS score of every estate, in order; `year` is the first of the plan."""
    parts = [part for part in weights.parts if part.weight]
    read = [[read_part(part, facts, year) for facts in estates] for part in parts]
    means = [mean_of_known(column) for column in read]
    found = topsis([_filled(column, mean) for column, mean in zip(read, means, strict=True)])
    ids = [part.id for part in parts]
    known = [[value is not None for value in column] for column in read]
    return [
        _score(ids, [column[i] for column in found.normalised], found, [k[i] for k in known])
        for i in range(len(estates))
    ]


def _filled(column: Sequence[float | None], mean: float) -> list[float]:
    return [mean if value is None else value for value in column]


def _normalised(column: Column) -> tuple[float, ...]:
    low, high = min(column, default=0.0), max(column, default=0.0)
    if low == high:
        return (NEUTRAL,) * len(column)
    return tuple((value - low) / (high - low) for value in column)


def _told(column: Column) -> float:
    """Return 1 less the entropy of a normalised column, or 0 where it is alike everywhere."""
    if not column or min(column) == max(column):
        return 0.0
    whole = fsum(column)
    parts = [value / whole for value in column if value]
    entropy = -fsum(part * log(part) for part in parts if part) / log(len(column))
    return max(0.0, 1.0 - entropy)


def _closeness(row: Sequence[float], weights: Sequence[float]) -> float:
    far = sqrt(fsum((w * (1 - z)) ** 2 for w, z in zip(weights, row, strict=True)))
    near = sqrt(fsum((w * z) ** 2 for w, z in zip(weights, row, strict=True)))
    return near / (far + near) if far + near else _HALFWAY


def score_of(weights: Sequence[float], row: Sequence[float]) -> int:
    """Return the score in hundredths of a point of an estate with such a normalised row."""
    return round(10_000 * _closeness(row, weights))


def _score(
    ids: Sequence[str], row: Sequence[float], found: Topsis, known: Sequence[bool]
) -> Score:
    closeness = _closeness(row, found.weights)
    near = fsum((w * z) ** 2 for w, z in zip(found.weights, row, strict=True))
    parts = []
    for j, (id_, weight, value) in enumerate(zip(ids, found.weights, row, strict=True)):
        points = 100 * closeness * (weight * value) ** 2 / near if near else 0.0
        gain = 0.0 if known[j] else _gain(row, found.weights, j) - 100 * closeness
        parts.append(Part(id_, value, points, known[j], weight, gain))
    return Score(round(10_000 * closeness), tuple(parts))


def _gain(row: Sequence[float], weights: Sequence[float], part: int) -> float:
    """Return the score with one part as needy as anybody's."""
    return 100 * _closeness([*row[:part], 1.0, *row[part + 1 :]], weights)
