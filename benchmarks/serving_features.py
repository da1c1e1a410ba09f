"""Features and tiles of 1,000,000 buildings, sixteen clients, against pygeoapi and tipg.

All serve the same made-up buildings from the same PostgreSQL with PostGIS, one after the other.
Their answers are checked against the data before the clock starts.
"""

import json
import sys
from collections.abc import Callable, Iterator
from functools import partial
from typing import Final

from benchmarks.measure import Result, tell
from benchmarks.serving import data
from benchmarks.serving.fill import fill
from benchmarks.serving.ours import features, start_ours
from benchmarks.serving.postgres import server, version
from benchmarks.serving.pygeoapi import pygeoapi
from benchmarks.serving.questions import FEATURES, boxes, building_ids, tiles
from benchmarks.serving.race import Runner, alone, per_second, race
from benchmarks.serving.same import check_features, check_tiles
from benchmarks.serving.scratch import say
from benchmarks.serving.service import stop_with_children
from benchmarks.serving.sides import Features
from benchmarks.serving.tipg import tipg

ZOOMS: Final = (12, 14)
ASKED: Final[dict[str, Callable[[Features], list[str]]]] = {
    f"{FEATURES} features of a box": lambda side: [side.box(box, FEATURES) for box in boxes()],
    "one feature": lambda side: [side.building(id_) for id_ in building_ids()],
    **{f"tile of zoom {zoom}": partial(Features.tile_paths, tiles=tiles(zoom)) for zoom in ZOOMS},
}


def run() -> Iterator[Result]:
    """Yield a line for each question, against the better peer."""
    with server() as postgres:
        say("writing the made-up data")
        filled = fill(postgres.create("ours"), with_buildings=True)
        theirs = postgres.create("peers")
        data.write(theirs)
        say("starting the sides")
        with start_ours(filled) as base, tipg(theirs) as one, pygeoapi(theirs) as other:
            ours = features(base, filled.token)
            check([ours, one, other])
            for what in ASKED:
                loads = race(runners([ours, one, other], what))
                name = f"{what}, {data.BUILDINGS:,} buildings, 16 clients"
                yield per_second(name, ours.name, loads)


def check(sides: list[Features]) -> None:
    """Raise unless all sides answer what the data say."""
    for side in sides:
        check_features(side)
        for zoom in ZOOMS if side.tile else ():
            check_tiles(side, zoom)


def peers_only() -> None:
    """Print what each peer reaches alone."""
    with server() as postgres:
        database = postgres.create("peers")
        say(f"{version(database)}: writing the made-up data")
        data.write(database)
        with tipg(database) as one, pygeoapi(database) as other:
            check([one, other])
            for what in ASKED:
                for line in alone(what, race(runners([one, other], what))):
                    sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")


def runners(sides: list[Features], what: str) -> list[Runner]:
    """Return the sides that can be asked a question, with its paths."""
    able = [side for side in sides if side.tile or not what.startswith("tile")]
    return [Runner(side.name, side.base, ASKED[what](side), side.headers) for side in able]


if __name__ == "__main__":
    stop_with_children()
    peers_only() if "--peers-only" in sys.argv else tell(run())
