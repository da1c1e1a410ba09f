"""Finding out in which datum a ledger gives its coordinates: by fit to district outlines."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np
from numpy.typing import NDArray

from jiugai.census.outlines import Outlines
from jiugai.kernel.coordinates import Datum, Degrees, convert

#: What public ledgers use; CGCS2000 cannot be told from WGS-84 by fit, nor need it be.
CANDIDATES: Final = (Datum.WGS84, Datum.GCJ02, Datum.BD09)
#: More points than this add nothing to a fit.
_SAMPLE: Final = 20_000
_LEAST: Final = 3


@dataclass(frozen=True, slots=True)
class DatumFit:
    """How many of a ledger's points lie in their own district under each datum.

    `chosen` is None where the points do not tell. `stated` is what the ledger itself says.
    """

    file: str
    sheet: str
    points: int
    inside: Mapping[Datum, int] = field(default_factory=dict)
    chosen: Datum | None = None
    stated: Datum | None = None


def fit_datum(
    lon: Degrees, lat: Degrees, codes: Sequence[str], outlines: Outlines
) -> tuple[dict[Datum, int], Datum | None]:
    """Return how many points lie in their own district under each datum, and the clear best.

    `codes` are the districts that the ledger names. One datum is better than another only if
    it wins clearly more of the points on which they differ than chance would give it.
    """
    step = max(1, len(lon) // _SAMPLE)
    lon, lat, own = lon[::step], lat[::step], np.asarray(codes)[::step]
    hits = {datum: inside(lon, lat, own, outlines, datum) for datum in CANDIDATES}
    counts = {datum: int(hit.sum()) for datum, hit in hits.items()}
    best, *others = sorted(CANDIDATES, key=lambda datum: -counts[datum])
    if all(_is_clear(hits[best], hits[other]) for other in others):
        return counts, best
    return counts, None


def inside(
    lon: Degrees, lat: Degrees, codes: NDArray[np.str_], outlines: Outlines, datum: Datum
) -> NDArray[np.bool_]:
    """Return which points lie in their own district if they are given in `datum`."""
    x, y = convert(lon, lat, source=datum, target=outlines.datum)
    found = np.zeros(len(lon), dtype=np.bool_)
    for code in np.unique(codes):
        rows = np.flatnonzero(codes == code)
        found[rows] = outlines.holds(str(code), x[rows], y[rows])
    return found


def _is_clear(better: NDArray[np.bool_], worse: NDArray[np.bool_]) -> bool:
    won, lost = int((better & ~worse).sum()), int((worse & ~better).sum())
    # Twice the standard deviation of a fair coin thrown once for each differing point.
    return won - lost >= max(_LEAST, 2 * math.sqrt(won + lost))
