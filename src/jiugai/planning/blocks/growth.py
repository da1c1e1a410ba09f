"""The quick way to cut a large group: let parts grow, then mend them."""

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from jiugai.planning.blocks.columns import fewest_parts
from jiugai.planning.blocks.cuts import Group, Part, bits, positions

#: Beyond so many members one quick try is made.
LARGE: Final = 300
#: A large group is first cut into regions of so many members, each then cut exactly.
REGION: Final = 24
#: Parts and what touches them are cut anew where they have so few members together.
FEW: Final = 12
#: A count, so that equal input gives equal parts: so many parts are cut anew.
MENDED: Final = 30

Key = Callable[[int, int], tuple[float, ...]]


def grown_parts(group: Group) -> tuple[Part, ...]:
    """Return few parts within the limits, each in one piece; not provably the fewest."""
    lonely, heavy = _keys(group)
    tries = [_grown(group, heavy)]
    if len(group.sizes) <= LARGE:
        tries += [_grown(group, lonely), _by_regions(group)]
    best = min(tries, key=lambda parts: (_rating(group, _parts(parts)), sorted(parts)))
    return _parts(_mended(group, best))


def _parts(masks: Iterable[int]) -> tuple[Part, ...]:
    return tuple(sorted(tuple(positions(mask)) for mask in masks))


def _keys(group: Group) -> list[Key]:
    """Return ways to say who comes next: who has few left to touch, or who is heavy."""
    weights = [group.weight(member) for member in range(len(group.sizes))]

    def lonely(member: int, left: int) -> tuple[float, ...]:
        return (group.touches[member] & left).bit_count(), -weights[member], member

    def heavy(member: int, left: int) -> tuple[float, ...]:
        return -weights[member], (group.touches[member] & left).bit_count(), member

    return [lonely, heavy]


def _grown(group: Group, key: Key) -> list[int]:
    """Return parts as bits, each grown from one member until nothing that touches it fits."""
    left, parts = (1 << len(group.sizes)) - 1, []
    while left:
        part = _grown_once(group, left, key)
        parts.append(part)
        left &= ~part
    return parts


def _grown_once(group: Group, left: int, key: Key) -> int:
    start = min(positions(left), key=lambda i: key(i, left))
    part, total, edge = 0, (0,) * len(group.most), 1 << start
    # What does not fit now does not fit later: a part only grows.
    while edge := bits(i for i in positions(edge & left) if group.fits(group.plus(total, i))):
        member = min(positions(edge), key=lambda i: key(i, left))
        part, total = part | 1 << member, group.plus(total, member)
        left &= ~(1 << member)
        edge |= group.touches[member]
    return part


def _by_regions(group: Group) -> list[int]:
    """Return parts as bits: the group falls into regions, each region into its fewest parts."""
    count = len(group.sizes)
    wide = Group(((1,),) * count, (REGION,), group.touches)
    parts = []
    for region in _grown(wide, _keys(wide)[0]):
        members = list(positions(region))
        inside = group.among(members)
        found = fewest_parts(inside) or _parts(_grown(inside, _keys(inside)[0]))
        parts += [bits(members[i] for i in part) for part in found]
    return parts


def _rating(group: Group, parts: Sequence[Part]) -> tuple[int, int, int]:
    costs = [group.total(part)[0] for part in parts]
    return len(parts), sum(cost < group.least for cost in costs), sum(c * c for c in costs)


def _mended(group: Group, parts: list[int]) -> list[int]:
    """Cut the smaller parts and what touches them anew, exactly, where that is better."""
    for part in sorted(parts, key=lambda mask: group.total(positions(mask)))[:MENDED]:
        if part not in parts:
            continue  # it was cut anew with another one
        some = _around(group, parts, part)
        new = _anew(group, some)
        if new is not None:
            parts = [*(one for one in parts if one not in some), *new]
    return parts


def _around(group: Group, parts: Sequence[int], part: int) -> list[int]:
    """Return a part and parts that touch it, the smallest first, few members in all."""
    edge = 0
    for member in positions(part):
        edge |= group.touches[member]
    some, count = [part], part.bit_count()
    others = (one for one in parts if one & edge and one != part)
    for other in sorted(others, key=lambda one: (one.bit_count(), one)):
        if count + other.bit_count() <= FEW:
            some.append(other)
            count += other.bit_count()
    return some


def _anew(group: Group, some: Sequence[int]) -> list[int] | None:
    members = list(positions(sum(some)))
    if len(some) < 2 or len(members) > FEW:
        return None
    found = fewest_parts(group.among(members))
    if found is None:
        return None
    new = [tuple(members[i] for i in part) for part in found]
    old = [tuple(positions(part)) for part in some]
    return [bits(part) for part in new] if _rating(group, new) < _rating(group, old) else None
