"""Borders of divisions as reports draw them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from jiugai.kernel.coordinates import Datum
from jiugai.kernel.geojson import shifted


class Outlines(Protocol):
    """Areas by division code in one datum, as the census reads them."""

    @property
    def codes(self) -> Sequence[str]: ...
    @property
    def names(self) -> Sequence[str]: ...
    @property
    def areas(self) -> Sequence[Any]: ...
    @property
    def datum(self) -> Datum: ...


@dataclass(frozen=True, slots=True)
class Border:
    """A division with its area in WGS-84."""

    code: str
    name: str
    shape: Any


def areas_of(outlines: Outlines | None) -> tuple[Border, ...]:
    """Return every outline in WGS-84, or none where there are no outlines."""
    if outlines is None:
        return ()
    return tuple(
        Border(code, name, shifted(area, outlines.datum, Datum.WGS84))
        for code, name, area in zip(outlines.codes, outlines.names, outlines.areas, strict=True)
    )
