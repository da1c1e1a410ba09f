"""Keep the borders of divisions, for the map and for finding points in the wrong place."""

import json
from collections.abc import Sequence
from pathlib import Path

import shapely
from django.db import transaction

from jiugai.apps.accounts.models import Person
from jiugai.apps.audit.services import record
from jiugai.apps.registry.models import Outline
from jiugai.census.outlines import read_outlines
from jiugai.kernel.coordinates import Datum
from jiugai.kernel.division import LEVELS
from jiugai.kernel.geojson import shifted


@transaction.atomic
def load_outlines(file: Path, *, by: Person | None) -> int:
    """Keep every border of a file, in WGS-84, in place of those of the same code.

    Return how many. Raises InputError if the file is no collection of named areas.
    """
    found = read_outlines([file])
    if found is None:
        return 0
    made = [
        Outline(code=code, name=name, shape=_geojson(area, found.datum))
        for code, name, area in zip(found.codes, found.names, found.areas, strict=True)
    ]
    Outline.objects.bulk_create(
        made, update_conflicts=True, unique_fields=["code"], update_fields=["name", "shape"]
    )
    place = _above(found.codes)
    record("registry.outlines_loaded", by=by, division=place, file=file.name, outlines=len(made))
    return len(made)


def _above(codes: Sequence[str]) -> str:
    """Return the division that holds all others."""
    shared = [length for length in LEVELS if len({code[:length] for code in codes}) == 1]
    return codes[0][: max(shared)]


def _geojson(area: shapely.Geometry, datum: Datum) -> object:
    # Six digits are a decimetre; more would only make pages heavier.
    moved = shapely.set_precision(shifted(area, datum, Datum.WGS84), 1e-6)
    return json.loads(shapely.to_geojson(moved))
