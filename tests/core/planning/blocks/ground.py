"""Places on a grid of metres, and plans whose estates stand there."""

import json
from dataclasses import replace
from datetime import date
from math import cos, radians

from jiugai.planning.ground.barriers import NONE, read_barriers
from jiugai.planning.ground.neighbours import EARTH, Place, find_neighbours
from jiugai.planning.need.weights import default_weights
from jiugai.planning.plan import make_plan
from jiugai.planning.pool.candidates import Pool
from jiugai.planning.terms import Terms
from tests.core.planning.build import estate, yearly

WEST, SOUTH = 116.35, 39.91
DAY = date(2026, 6, 1)


def degrees(east, north):
    """Return the point so many metres east and north of the corner of the grid."""
    per_degree = radians(1) * EARTH
    return (WEST + east / (per_degree * cos(radians(SOUTH))), SOUTH + north / per_degree)


def place(id_, east, north=0.0, **more):
    """Return an estate so many metres east and north of the corner of the grid."""
    return Place(id_, *degrees(east, north), **more)


def barrier_file(folder, *features, **more):
    """Write barriers as (name, kind, points in metres) and return the path."""
    content = {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "properties": {"name": name},
                "geometry": {"type": kind, "coordinates": _coordinates(kind, points)},
            }
            for name, kind, points in features
        ],
        **more,
    }
    path = folder / "隔离物.geojson"
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    return path


def _coordinates(kind, points):
    line = [degrees(*point) for point in points]
    return [line] if kind == "Polygon" else line


def barriers(folder, *features, **more):
    """Return barriers given as (name, kind, points in metres)."""
    return read_barriers(barrier_file(folder, *features, **more))


def planned(places, *, money=1_000_000, estates=(), walls=NONE, within_m=200, **terms):
    """Return the plan of estates of 100 万元 at some places, or of `estates` there."""
    weights = default_weights()
    near = replace(weights.neighbours, within_m=within_m)
    asked = Terms(weights=replace(weights, neighbours=near), barriers=walls, **terms)
    made = estates or [estate(one.id, 100) for one in places]
    pool = Pool(
        years=(2026, 2027),
        candidates=tuple(sorted(made, key=lambda one: one.id)),
        left_out=(),
        pairs=find_neighbours(places, within_m=within_m, most=4, barriers=walls),
        places=tuple(places),
    )
    return make_plan(pool, yearly(money, money), asked, place="110199", day=DAY)
