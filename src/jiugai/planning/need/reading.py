"""How the facts of an estate become numbers between 0, no need, and 1, the greatest."""

from collections.abc import Mapping, Sequence
from statistics import fmean
from typing import Any, Final

from jiugai.planning.need.weights import PartWeight, Reads

Facts = Mapping[str, Any]

#: What a part counts as where no estate at all has the fact.
NEUTRAL: Final = 0.5

_HOUSEHOLDS: Final = "household_count"


def read_part(part: PartWeight, facts: Facts, year: int) -> float | None:
    """Return what one estate's facts say of a part, or None where they say nothing.

    `year` is the first of the plan, to which ages are counted.
    """
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
            households = facts.get(_HOUSEHOLDS)
            return _scaled(part, 100 * raw / households) if households else None


def facts_lacking(part: PartWeight, facts: Facts) -> tuple[str, ...]:
    """Return the facts that a part would need and an estate does not have."""
    per_household = part.reads is Reads.PER_100_HOUSEHOLDS
    asked = (part.fact, _HOUSEHOLDS) if per_household else (part.fact,)
    # Households of nought tell nothing of how much each complains.
    return tuple(f for f in asked if facts.get(f) is None or (f == _HOUSEHOLDS and not facts[f]))


def greatest(part: PartWeight) -> float:
    """Return the most that a part can count as."""
    return max(part.values.values(), default=1.0) if part.reads is Reads.CHOICE else 1.0


def mean_of_known(values: Sequence[float | None]) -> float:
    """Return the mean of what is known, which stands for what is not."""
    known = [value for value in values if value is not None]
    return fmean(known) if known else NEUTRAL


def _scaled(part: PartWeight, value: float) -> float:
    low, high = part.scale
    return min(1.0, max(0.0, (value - low) / (high - low)))
