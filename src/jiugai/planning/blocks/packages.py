"""Tender packages: what is put out to tender together, year by year."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jiugai.kernel.i18n import _
from jiugai.kernel.money import Cents
from jiugai.planning.blocks.bundles import Bundle, Bundles
from jiugai.planning.blocks.cuts import Group, bits
from jiugai.planning.blocks.partition import cut
from jiugai.planning.classes import CLASSES, class_title
from jiugai.planning.demands.packaging import By, PackageLimits, Packaging
from jiugai.planning.plan import Chosen
from jiugai.policy.entries import Works


@dataclass(frozen=True, slots=True)
class Lot:
    """What of one estate goes into a package: all its works, or those of one class."""

    estate: Chosen
    works: tuple[Works, ...]

    @property
    def cost(self) -> int:
        """Return what it costs, whoever pays, in cents."""
        return sum(self.estate.gross_of(one) for one in self.works)

    @property
    def size(self) -> tuple[int, int, int]:
        """Return cost, households and one estate."""
        return self.cost, self.estate.estate.households, 1


@dataclass(frozen=True, slots=True)
class Package:
    """What is tendered together in one year, lots in order of estate.

    `is_over` where a single estate exceeds a limit by itself, `is_small` where it costs less
    than a package should.
    """

    id: str
    name: str
    year: int
    lots: tuple[Lot, ...]
    is_over: bool
    is_small: bool

    @property
    def cost(self) -> Cents:
        """Return what its works cost, whoever pays."""
        return Cents(sum(lot.cost for lot in self.lots))

    @property
    def households(self) -> int:
        """Return how many households it reaches."""
        return sum(lot.estate.estate.households for lot in self.lots)

    @property
    def works(self) -> tuple[Works, ...]:
        """Return the classes of works in it."""
        done = {works for lot in self.lots for works in lot.works}
        return tuple(works for works in CLASSES if works in done)


@dataclass(frozen=True, slots=True)
class Packages:
    """The packages of a plan; with the same limits there are never fewer than `bound`."""

    asked: Packaging
    all: tuple[Package, ...]
    bound: int

    @property
    def is_fewest(self) -> bool:
        """Return whether fewer packages are proven to be impossible."""
        return len(self.all) == self.bound


@dataclass(frozen=True, slots=True)
class _Heap:
    """Lots that may go together: those that touch, as bits, hang together."""

    year: int
    name: str
    lots: tuple[Lot, ...]
    touches: tuple[int, ...]


def make_packages(bundles: Bundles, *, by: By, limits: PackageLimits) -> Packages:
    """Return the tender packages of a plan, every lot in exactly one.

    By block a package hangs together: it is a bundle, or a piece of one that is over the
    limits. By street or class it is what one sub-district, or one class of works, has in a
    year, cut where it is over them. A lot over a limit by itself is a package of its own.
    """
    found, bound = list[Package](), 0
    counts = defaultdict[int, int](int)
    for heap in _heaps(bundles, by):
        sizes = tuple(lot.size for lot in heap.lots)
        group = Group(sizes, limits.most, heap.touches, limits.least_cost)
        made = cut(group)
        bound += made.bound
        for number, part in enumerate(made.parts, start=1):
            counts[heap.year] += 1
            found.append(
                Package(
                    id=f"P{heap.year}-{counts[heap.year]:02d}",
                    name=_name(heap.name, number, len(made.parts), by),
                    year=heap.year,
                    lots=tuple(heap.lots[i] for i in part),
                    is_over=not group.fits(group.total(part)),
                    is_small=group.total(part)[0] < limits.least_cost,
                )
            )
    return Packages(Packaging(by, limits), tuple(found), bound)


def _name(name: str, number: int, count: int, by: By) -> str:
    if count == 1:
        return name if by is By.BLOCK else _("{name}标段").format(name=name)
    return _("{name}第 {number} 标段").format(name=name, number=number)


def _heaps(bundles: Bundles, by: By) -> Iterator[_Heap]:
    match by:
        case By.BLOCK:
            yield from map(_block, bundles.all)
        case By.STREET:
            yield from _by_street(_chosen(bundles))
        case By.CLASS:
            yield from _by_class(_chosen(bundles))


def _chosen(bundles: Bundles) -> list[Chosen]:
    everyone = (one for bundle in bundles.all for one in bundle.members)
    return sorted(everyone, key=lambda one: (one.year, one.estate.id))


def _block(bundle: Bundle) -> _Heap:
    place = {one.estate.id: at for at, one in enumerate(bundle.members)}
    touches = [0] * len(place)
    for pair in bundle.near:
        first, second = place[pair.first], place[pair.second]
        touches[first] |= 1 << second
        touches[second] |= 1 << first
    lots = tuple(Lot(one, one.works) for one in bundle.members)
    return _Heap(bundle.year, bundle.name, lots, tuple(touches))


def _by_street(chosen: Sequence[Chosen]) -> Iterator[_Heap]:
    heaps = defaultdict[tuple[int, str], list[Chosen]](list)
    for one in chosen:
        heaps[one.year, one.estate.street].append(one)
    for year, street in sorted(heaps):
        here = heaps[year, street]
        yield _anywhere(year, here[0].estate.street_name, [Lot(one, one.works) for one in here])


def _by_class(chosen: Sequence[Chosen]) -> Iterator[_Heap]:
    """Yield what each class has in a year; a class that costs nothing has nothing to tender."""
    for year in sorted({one.year for one in chosen}):
        for works in CLASSES:
            here = [one for one in chosen if one.year == year and works in one.works]
            lots = [Lot(one, (works,)) for one in here if one.gross_of(works)]
            if lots:
                yield _anywhere(year, class_title(works), lots)


def _anywhere(year: int, name: str, lots: Sequence[Lot]) -> _Heap:
    """Return lots that may go together wherever they lie."""
    everyone = bits(range(len(lots)))
    touches = tuple(everyone & ~(1 << at) for at in range(len(lots)))
    return _Heap(year, name, tuple(lots), touches)
