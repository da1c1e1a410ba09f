"""Which parts of a score lack evidence, and what evidence could bring."""

from dataclasses import dataclass

from jiugai.planning.need.reading import Facts, facts_lacking
from jiugai.planning.need.scores import Score
from jiugai.planning.need.weights import Weights


@dataclass(frozen=True, slots=True)
class OpenPart:
    """A part that counts as the mean for want of facts.

    `value` is what it counts as now, 0 to 1, and `points` what it gives; `gain` is how many
    hundredths of a point the score of the estate rises at most if the facts are proven and
    everything else stays as it is.
    """

    part: str
    facts: tuple[str, ...]
    value: float
    points: float
    gain: int


def open_parts(score: Score, weights: Weights, facts: Facts) -> tuple[OpenPart, ...]:
    """Return the parts of an estate's score that are estimated and would count if proven."""
    by_id = {part.id: part for part in weights.parts}
    return tuple(
        OpenPart(
            part.id,
            facts_lacking(by_id[part.id], facts),
            part.value,
            part.points,
            round(100 * part.gain),
        )
        for part in score.parts
        if not part.known and part.weight
    )
