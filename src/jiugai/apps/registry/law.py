"""The law of a division on a day, compiled once per process."""

from datetime import date
from functools import lru_cache

from jiugai.kernel.division import DISTRICT
from jiugai.policy.law import Law, law_of


@lru_cache(maxsize=64)
def _law(place: str, day: date) -> Law:
    return law_of(place, day)


def law_for(division: str, day: date) -> Law:
    """Return the law that binds an estate of a division; places are known to the district."""
    return _law(division[:DISTRICT], day)
