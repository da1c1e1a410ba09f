"""Which estates fit a narrow question, in order: kept until something changes."""

from array import array
from typing import Final

from jiugai.apps.registry.api.counts import COUNTS, Kept
from jiugai.apps.registry.api.door import Caller, ask_on
from jiugai.apps.registry.api.text import count_of, ids_of
from jiugai.apps.registry.queries.estates import Wanted

#: More ids than these are not kept: such a list is walked by its index, page by page.
MOST: Final = 10_000
IDS: Final[Kept["array[int]"]] = Kept(2_000_000, weight=len)


def fitting_ids(caller: Caller, wanted: Wanted) -> "array[int] | None":
    """Return the ids of all that fit, None where they may be too many to keep."""
    key = _key(caller, wanted)
    if not wanted.is_narrow or (COUNTS.get(key) or 0) > MOST:
        return None
    if (known := IDS.get(key)) is None:
        sql, values = ids_of(wanted)
        known = array("q", ask_on(caller, sql, [*values, MOST + 1])[0][0])
        if len(known) > MOST:
            return None
        IDS.put(key, known)
    return known


def count_fitting(caller: Caller, wanted: Wanted) -> int:
    """Return how many fit."""
    key = _key(caller, wanted)
    if (known := COUNTS.get(key)) is not None:
        return known
    sql, values = count_of(wanted)
    found = int(ask_on(caller, sql, values)[0][0])
    COUNTS.put(key, found)
    return found


def _key(caller: Caller, wanted: Wanted) -> tuple[str, int, Wanted]:
    return caller.division, caller.generation, wanted
