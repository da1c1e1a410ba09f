"""Where the estates of a pool stand, and who is whose neighbour there."""

from dataclasses import replace

import polars as pl

from jiugai.planning.ground.barriers import Barriers
from jiugai.planning.ground.neighbours import find_neighbours, refuse_crowds
from jiugai.planning.need.weights import Together
from jiugai.planning.pairs import Place
from jiugai.planning.pool.candidates import Pool, Why
from jiugai.policy.key import KEY
from jiugai.policy.vocabulary import Resource


def on_the_ground(
    pool: Pool,
    estates: pl.DataFrame,
    *,
    together: Together,
    barriers: Barriers,
    resources: pl.DataFrame | None = None,
) -> Pool:
    """Return a pool whose estates have places and whose candidates have neighbours.

    `resources` lists what is idle (存量资源), one per row with the estate it belongs to. Pairs
    are looked for only where neighbours are rewarded.
    Raises InputError if so many estates lie together that the distance cannot be meant.
    """
    places = places_of(estates, resources)
    ids = {one.id for one in pool.candidates}
    later = {out.estate.id for out in pool.left_out if out.why is not Why.SCOPE}
    # Before the search, not after it: whoever may be in the plan or beside it is looked at then.
    seen = [place for place in places if place.id in ids or place.id in later]
    refuse_crowds(seen, within_m=together.within_m)
    rewarded = [place for place in seen if place.id in ids] if together.worth else []
    pairs = find_neighbours(
        rewarded, within_m=together.within_m, most=together.most, barriers=barriers
    )
    return replace(pool, places=places, pairs=pairs)


def places_of(estates: pl.DataFrame, resources: pl.DataFrame | None = None) -> tuple[Place, ...]:
    """Return where every estate stands, in order of id."""
    known = set(estates.columns)
    columns = [
        estates[name].to_list() if name in known else [None] * estates.height
        for name in ("lon", "lat")
    ]
    idle = _idle(resources)
    found = zip(estates[KEY].cast(pl.String), *columns, strict=True)
    places = (Place(id_, lon, lat, idle.get(id_, ())) for id_, lon, lat in found)
    return tuple(sorted(places, key=lambda place: place.id))


def _idle(resources: pl.DataFrame | None) -> dict[str, tuple[str, ...]]:
    if resources is None or not {"estate_id", "kind"} <= set(resources.columns):
        return {}
    found: dict[str, tuple[str, ...]] = {}
    for estate, kind in resources.select("estate_id", "kind").drop_nulls().sort("*").iter_rows():
        found[estate] = (*found.get(estate, ()), Resource.kind.choices[kind])
    return found
