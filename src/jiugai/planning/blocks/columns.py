"""Cutting a group by choosing among all its possible parts."""

import math
from typing import Any, Final

import numpy as np
from scipy import sparse
from scipy.optimize import Bounds, LinearConstraint, linprog, milp

from jiugai.planning.blocks.cuts import Group, Part, positions
from jiugai.planning.search.silence import silent

#: So many possible parts are open to choice; no group of up to twelve members has more.
MOST_OPEN: Final = 4096
#: So many are looked at for a bound.
MOST_PARTS: Final = 32_768
#: Counts, so that equal input gives equal parts: branches for the fewest parts, and for even ones.
NODES: Final = 1000
NODES_EVEN: Final = 10
#: What floating point may be off by.
HAIR: Final = 1e-6
_OPTIMAL: Final = 0


def possible_parts(group: Group, most: int) -> list[int] | None:
    """Return every part that hangs together within the limits, as bits; None if more than `most`.

    Parts grow by one touching member at a time; what is over a limit stays so, whatever joins.
    """
    found: list[int] = []
    for lowest, size in enumerate(group.sizes):
        shut = (2 << lowest) - 1  # each part is met once, from its lowest member
        stack = [(1 << lowest, group.touches[lowest], shut, size)]
        while stack:
            mask, edge, shut, total = stack.pop()
            found.append(mask)
            if len(found) > most:
                return None
            for i in positions(edge & ~shut):
                shut |= 1 << i
                grown = group.plus(total, i)
                if group.fits(grown):
                    stack.append((mask | 1 << i, edge | group.touches[i], shut, grown))
    return found


def fewest_parts(group: Group) -> tuple[Part, ...] | None:
    """Return provably the fewest parts of a group whose members all fit, or None if not proven.

    Of divisions into equally few parts, one with few too small parts and even costs.
    """
    parts = possible_parts(group, MOST_OPEN)
    if parts is None:
        return None
    ones, cover = np.ones(len(parts)), _cover(len(group.sizes), parts)
    first = _choose(ones, cover, 1, NODES)
    if first.status != _OPTIMAL:
        return None
    rows = sparse.vstack([cover, sparse.csc_array(ones[None, :])], format="csc")
    each = [*[1] * cover.shape[0], round(float(first.fun))]
    even = _choose(_unevenness(group, parts), rows, each, NODES_EVEN).x
    chosen = np.flatnonzero((first.x if even is None else even) > 0.5)
    return tuple(sorted(tuple(positions(parts[i])) for i in chosen.tolist()))


def parts_at_least(group: Group) -> int:
    """Return a count of parts that no division goes below, 0 if too many parts are possible."""
    parts = possible_parts(group, MOST_PARTS)
    if parts is None:
        return 0
    members = len(group.sizes)
    cover = _cover(members, parts)
    found = linprog(np.ones(len(parts)), A_eq=cover, b_eq=np.ones(members), method="highs")
    return math.ceil(float(found.fun or 0) - HAIR)


def _cover(members: int, parts: list[int]) -> Any:
    rows = [i for mask in parts for i in positions(mask)]
    columns = np.repeat(np.arange(len(parts)), [mask.bit_count() for mask in parts])
    return sparse.csc_array((np.ones(len(rows)), (rows, columns)), shape=(members, len(parts)))


def _unevenness(group: Group, parts: list[int]) -> Any:
    """Return what each part adds: its share of the cost squared, and 2 if it costs too little."""
    whole = max(1, sum(size[0] for size in group.sizes))
    costs = [group.total(positions(mask))[0] for mask in parts]
    return np.array([(cost / whole) ** 2 + 2 * (cost < group.least) for cost in costs])


def _choose(worth: Any, rows: Any, each: Any, nodes: int) -> Any:
    with silent():
        return milp(
            worth,
            integrality=np.ones(len(worth), dtype=np.int8),
            bounds=Bounds(0, 1),
            constraints=LinearConstraint(rows, each, each),
            options={"mip_rel_gap": 0, "node_limit": nodes},
        )
