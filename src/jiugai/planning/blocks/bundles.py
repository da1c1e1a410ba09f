"""Estates of one year that lie together, and who is missing between them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import shapely

from jiugai.kernel.i18n import _
from jiugai.kernel.money import Cents
from jiugai.planning.ground.neighbours import metres_between, nearness
from jiugai.planning.pairs import Pair, Place
from jiugai.planning.plan import Chosen, Plan
from jiugai.planning.pool.candidates import Candidate, Why

#: Who is out for good is no candidate for next year.
_FOR_GOOD: Final = (Why.SCOPE, Why.EXCLUDED)


@dataclass(frozen=True, slots=True)
class Bundle:
    """Estates of one year that hang together, in order of id; one alone is a bundle too.

    `near` are its pairs within reach, `rewarded` those that the plan counts; `span_m` are the
    metres between the two members farthest apart; `idle` is what could be shared, and where.
    """

    id: str
    year: int
    members: tuple[Chosen, ...]
    near: tuple[Pair, ...] = ()
    rewarded: tuple[Pair, ...] = ()
    span_m: float = 0.0
    idle: tuple[tuple[str, str], ...] = ()

    @property
    def lead(self) -> Candidate:
        """Return the member with most households, which gives the bundle its name."""
        return min((one.estate for one in self.members), key=lambda one: (-one.households, one.id))

    @property
    def name(self) -> str:
        """Return the name: sub-district and lead estate, or the estate alone."""
        if len(self.members) == 1:
            return self.lead.name
        return f"{self.lead.street_name}{self.label}"

    @property
    def label(self) -> str:
        """Return the name without the sub-district."""
        return _("{estate}片区").format(estate=self.lead.name)

    @property
    def households(self) -> int:
        """Return how many households live in it."""
        return sum(one.estate.households for one in self.members)

    @property
    def cost(self) -> Cents:
        """Return what its works cost, whoever pays."""
        return Cents(sum(one.cost for one in self.members))


@dataclass(frozen=True, slots=True)
class Link:
    """An estate left out that lies by what a year takes in: `joins` names bundles or estates.

    It `connects` where it joins several that do not hang together without it.
    """

    estate: Candidate
    year: int
    joins: tuple[str, ...]
    connects: bool
    metres: float


@dataclass(frozen=True, slots=True)
class Bundles:
    """Every bundle by year, the larger first, and what is known of the gaps between them."""

    all: tuple[Bundle, ...]
    links: tuple[Link, ...] = ()
    apart: tuple[tuple[str, int], ...] = ()
    without_point: tuple[str, ...] = ()

    @property
    def together(self) -> tuple[Bundle, ...]:
        """Return the bundles of several estates."""
        return tuple(one for one in self.all if len(one.members) > 1)


def bundles_of(plan: Plan) -> Bundles:
    """Return which estates of a plan lie together, year by year.

    Two estates of a year hang together where they are within the reach of neighbours and no
    barrier is between them, however many others are nearer.
    """
    taken = {one.estate.id: one for one in plan.chosen}
    waiting = {o.estate.id: o.estate for o in plan.left_out if o.why not in _FOR_GOOD}
    places = {place.id: place for place in plan.places}
    seen = [place for id_, place in places.items() if id_ in taken or id_ in waiting]
    near = nearness(
        seen, within_m=plan.terms.weights.neighbours.within_m, barriers=plan.terms.barriers
    )
    found = _bundles(taken, near.pairs, plan.pairs, places)
    standing = {id_ for id_, place in places.items() if place.is_known}
    return Bundles(
        all=tuple(found),
        links=tuple(_links(found, waiting, near.pairs)),
        apart=near.apart,
        without_point=tuple(sorted(taken.keys() - standing)),
    )


def _bundles(
    taken: Mapping[str, Chosen],
    pairs: Iterable[Pair],
    rewarded: Iterable[Pair],
    places: Mapping[str, Place],
) -> list[Bundle]:
    inside = [pair for pair in pairs if _same_year(taken, pair)]
    groups = _groups(sorted(taken), inside)
    counted = {(pair.first, pair.second) for pair in rewarded}
    near: dict[str, list[Pair]] = defaultdict(list)
    for pair in inside:
        near[groups[pair.first]].append(pair)
    members: dict[str, list[Chosen]] = defaultdict(list)
    for id_ in sorted(taken):
        members[groups[id_]].append(taken[id_])
    ordered = sorted(members, key=lambda root: _order(members[root]))
    counts: dict[int, int] = defaultdict(int)
    found = []
    for root in ordered:
        year = members[root][0].year
        counts[year] += 1
        stand = [places[one.estate.id] for one in members[root] if one.estate.id in places]
        found.append(
            Bundle(
                id=f"B{year}-{counts[year]:02d}",
                year=year,
                members=tuple(members[root]),
                near=tuple(near[root]),
                rewarded=tuple(p for p in near[root] if (p.first, p.second) in counted),
                span_m=_span(stand),
                idle=tuple((place.id, what) for place in stand for what in place.idle),
            )
        )
    return found


def _same_year(taken: Mapping[str, Chosen], pair: Pair) -> bool:
    first, second = taken.get(pair.first), taken.get(pair.second)
    return first is not None and second is not None and first.year == second.year


def _order(members: Sequence[Chosen]) -> tuple[int, int, int, str]:
    households = sum(one.estate.households for one in members)
    return members[0].year, -len(members), -households, members[0].estate.id


def _groups(ids: Iterable[str], pairs: Iterable[Pair]) -> dict[str, str]:
    """Return for each id the one that stands for its connected component."""
    root = {id_: id_ for id_ in ids}

    def top(id_: str) -> str:
        while root[id_] != id_:
            root[id_] = root[root[id_]]
            id_ = root[id_]
        return id_

    for pair in pairs:
        root[top(pair.second)] = top(pair.first)
    return {id_: top(id_) for id_ in root}


def _span(places: Sequence[Place]) -> float:
    """Return the metres between the two places farthest apart, which are corners of the hull."""
    points = np.array([(one.lon, one.lat) for one in places if one.is_known], dtype=np.float64)
    if len(points) < 2:
        return 0.0
    corners = shapely.get_coordinates(shapely.convex_hull(shapely.multipoints(points)))
    first, second = np.triu_indices(len(corners))
    return float(metres_between(corners[first], corners[second]).max())


def _links(
    bundles: Sequence[Bundle], waiting: Mapping[str, Candidate], pairs: Iterable[Pair]
) -> list[Link]:
    """Return who is missing, first those that connect, then those with most households."""
    home = {one.estate.id: bundle for bundle in bundles for one in bundle.members}
    beside: dict[str, list[tuple[Bundle, float]]] = defaultdict(list)
    for pair in pairs:
        for out, inside in ((pair.first, pair.second), (pair.second, pair.first)):
            if out in waiting and inside in home:
                beside[out].append((home[inside], pair.metres))
    found = [link for id_ in sorted(beside) if (link := _link(waiting[id_], beside[id_]))]
    return sorted(found, key=lambda one: (not one.connects, -one.estate.households, one.estate.id))


def _link(estate: Candidate, beside: Sequence[tuple[Bundle, float]]) -> Link | None:
    """Return the year that an estate would join with most others; None for one other alone."""
    years = defaultdict[int, dict[str, Bundle]](dict)
    for bundle, _metres in beside:
        years[bundle.year][bundle.id] = bundle
    year = max(years, key=lambda y: (sum(len(b.members) for b in years[y].values()), -y))
    joined = years[year]
    if sum(len(bundle.members) for bundle in joined.values()) < 2:
        return None
    names = tuple(joined[id_].name for id_ in sorted(joined))
    metres = min(metres for bundle, metres in beside if bundle.year == year)
    return Link(estate, year, names, len(joined) > 1, metres)
