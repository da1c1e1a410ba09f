"""A group that may have to be cut: sizes of its members, limits, and who touches whom."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import add

#: Positions of members in their group, in order.
Part = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Members by position: `sizes[i]` in every measure, cost first; `most` per measure or None.

    `touches[i]` are, as bits, the members that i touches. A part should cost at least `least`.
    """

    sizes: tuple[tuple[int, ...], ...]
    most: tuple[int | None, ...]
    touches: tuple[int, ...]
    least: int = 0

    def fits(self, total: Sequence[int]) -> bool:
        """Return whether a part of that size keeps to every limit."""
        return all(
            limit is None or size <= limit for size, limit in zip(total, self.most, strict=True)
        )

    def total(self, part: Iterable[int]) -> tuple[int, ...]:
        """Return the size of a part in every measure."""
        rows = [self.sizes[i] for i in part]
        return tuple(map(sum, zip(*rows, strict=True))) if rows else (0,) * len(self.most)

    def plus(self, total: tuple[int, ...], member: int) -> tuple[int, ...]:
        """Return a size with one member more."""
        return tuple(map(add, total, self.sizes[member]))

    def weight(self, member: int) -> float:
        """Return how much of the tightest limit a member takes."""
        shares = [
            size / limit
            for size, limit in zip(self.sizes[member], self.most, strict=True)
            if limit
        ]
        return max(shares, default=0.0)

    def among(self, members: Sequence[int]) -> "Group":
        """Return the group of some members only, in their order."""
        place = {member: at for at, member in enumerate(members)}
        touches = tuple(
            bits(place[i] for i in positions(self.touches[member]) if i in place)
            for member in members
        )
        sizes = tuple(self.sizes[member] for member in members)
        return Group(sizes, self.most, touches, self.least)


@dataclass(frozen=True, slots=True)
class Cut:
    """The parts of a group, and the count below which no division of it can go."""

    parts: tuple[Part, ...]
    bound: int


def bits(part: Iterable[int]) -> int:
    """Return positions as bits."""
    mask = 0
    for i in part:
        mask |= 1 << i
    return mask


def positions(mask: int) -> Iterator[int]:
    """Yield the positions of bits, the lowest first."""
    while mask:
        low = mask & -mask
        yield low.bit_length() - 1
        mask ^= low


def components(touches: Sequence[int], among: int) -> list[int]:
    """Return the pieces, as bits, into which some members fall."""
    found = []
    while among:
        piece, edge = 0, among & -among
        while edge:
            piece |= edge
            reached = 0
            for i in positions(edge):
                reached |= touches[i]
            edge = reached & among & ~piece
        found.append(piece)
        among &= ~piece
    return found
