"""Cutting a group into the fewest parts that hang together and keep to size limits."""

from collections.abc import Sequence
from typing import Final

from jiugai.planning.blocks.columns import fewest_parts, parts_at_least
from jiugai.planning.blocks.cuts import Cut, Group, Part, components, positions
from jiugai.planning.blocks.growth import grown_parts

#: So many thresholds are tried for a bound; each of them proves one.
_THRESHOLDS: Final = 200


def cut(group: Group) -> Cut:
    """Return a group in as few parts as can be found, each in one piece and within the limits.

    A member that is over a limit by itself is a part of its own. Groups of up to twelve are
    searched to the end; for others the bound says how many parts there are at least. Among
    equally few parts, costs are even.
    """
    alone = [i for i, size in enumerate(group.sizes) if not group.fits(size)]
    rest = (1 << len(group.sizes)) - 1
    for i in alone:
        rest &= ~(1 << i)
    parts: list[Part] = [(i,) for i in alone]
    bound = len(alone)
    for piece in components(group.touches, rest):
        members = list(positions(piece))
        found = _cut_piece(group.among(members))
        parts += [tuple(members[i] for i in part) for part in found.parts]
        bound += found.bound
    return Cut(tuple(sorted(parts)), bound)


def _cut_piece(group: Group) -> Cut:
    """Return the parts of a group in one piece whose members all fit."""
    everyone = tuple(range(len(group.sizes)))
    if group.fits(group.total(everyone)):
        return Cut((everyone,), 1)
    exact = fewest_parts(group)
    if exact is None:
        return Cut(grown_parts(group), max(at_least(group), parts_at_least(group)))
    return Cut(exact, len(exact))


def at_least(group: Group) -> int:
    """Return how many parts the limits alone ask for, wherever the members are."""
    return max(
        _bins([size[measure] for size in group.sizes], limit)
        for measure, limit in enumerate(group.most)
        if limit is not None
    )


def _bins(sizes: Sequence[int], limit: int) -> int:
    """Return how many bins of a size are needed at least (the bound L2 of Martello and Toth)."""
    small = sorted({size for size in sizes if 2 * size <= limit})
    every = -(-len(small) // _THRESHOLDS) or 1
    return max(_bins_above(sizes, limit, least) for least in (0, *small[::every]))


def _bins_above(sizes: Sequence[int], limit: int, least: int) -> int:
    large = [size for size in sizes if size > limit - least]
    middle = [size for size in sizes if limit - least >= size > limit / 2]
    small = sum(size for size in sizes if limit / 2 >= size >= least)
    room = len(middle) * limit - sum(middle)
    return len(large) + len(middle) + max(0, -((room - small) // limit))
