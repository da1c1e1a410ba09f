"""Coordinates in the datums of Chinese maps: longitude first, degrees, numbers or numpy arrays."""

from collections.abc import Callable
from enum import StrEnum
from typing import Final, overload

import numpy as np
from numpy.typing import ArrayLike, NDArray

Degrees = NDArray[np.float64]
Points = tuple[Degrees, Degrees]
Shift = Callable[[Degrees, Degrees], Points]

# Krasovsky 1940, the ellipsoid that the published form of the GCJ-02 shift is written on.
_AXIS: Final = 6_378_245.0
_ECCENTRICITY2: Final = 0.006_693_421_622_965_943
# The box outside which public converters leave points alone.
_WEST, _EAST, _SOUTH, _NORTH = 72.004, 137.8347, 0.8293, 55.8271
_BAIDU_ANGLE: Final = np.pi * 3000 / 180
_CLOSE: Final = 1e-10  # degrees, a hundredth of a millimetre
_STEPS: Final = 20  # a bound; each step shrinks the error a hundredfold or so, and five do


class Datum(StrEnum):
    """What longitudes and latitudes are measured in."""

    WGS84 = "wgs84"
    CGCS2000 = "cgcs2000"  # centimetres from WGS-84, so the two count as one here
    GCJ02 = "gcj02"  # the shifted datum of public maps
    BD09 = "bd09"  # Baidu's further shift of it


@overload
def convert(lon: float, lat: float, *, source: Datum, target: Datum) -> tuple[float, float]: ...
@overload
def convert(lon: ArrayLike, lat: ArrayLike, *, source: Datum, target: Datum) -> Points: ...
def convert(
    lon: ArrayLike, lat: ArrayLike, *, source: Datum, target: Datum
) -> tuple[float, float] | Points:
    """Return the same places in another datum, to within 1e-7° (a centimetre).

    Points outside China come back as they went in. Missing values (NaN) stay missing.
    """
    x, y = np.asarray(lon, dtype=np.float64), np.asarray(lat, dtype=np.float64)
    for shift in _route(source, target):
        x, y = _inside_only(shift, x, y)
    if np.ndim(lon) == 0 and np.ndim(lat) == 0:
        return float(x), float(y)
    return x, y


def in_china(lon: Degrees, lat: Degrees) -> NDArray[np.bool_]:
    """Return which points lie in the box in which maps are shifted."""
    return (lon >= _WEST) & (lon <= _EAST) & (lat >= _SOUTH) & (lat <= _NORTH)


def _route(source: Datum, target: Datum) -> list[Shift]:
    up: list[Shift] = [_to_gcj02, _to_bd09]
    down: list[Shift] = [_inverse(_to_gcj02), _inverse(_to_bd09)]
    start, end = _DEPTH[source], _DEPTH[target]
    return up[start:end] if start <= end else down[end:start][::-1]


_DEPTH: Final = {Datum.WGS84: 0, Datum.CGCS2000: 0, Datum.GCJ02: 1, Datum.BD09: 2}


def _inside_only(shift: Shift, lon: Degrees, lat: Degrees) -> Points:
    inside = in_china(lon, lat)
    # Absurd numbers go through the formula as its origin, lest they overflow in it.
    new_lon, new_lat = shift(np.where(inside, lon, 105.0), np.where(inside, lat, 35.0))
    return np.where(inside, new_lon, lon), np.where(inside, new_lat, lat)


def _inverse(shift: Shift) -> Shift:
    """Return the shift back: the point that, shifted, lands where we stand."""

    def back(lon: Degrees, lat: Degrees) -> Points:
        x, y = lon, lat
        for _ in range(_STEPS):
            there_lon, there_lat = shift(x, y)
            off_lon, off_lat = there_lon - lon, there_lat - lat
            x, y = x - off_lon, y - off_lat
            if (
                max(np.max(np.abs(off_lon), initial=0), np.max(np.abs(off_lat), initial=0))
                < _CLOSE
            ):
                break
        return x, y

    return back


def _to_gcj02(lon: Degrees, lat: Degrees) -> Points:
    east, north = _metres(lon - 105.0, lat - 35.0)
    angle = np.radians(lat)
    flattening = 1 - _ECCENTRICITY2 * np.sin(angle) ** 2
    meridian = _AXIS * (1 - _ECCENTRICITY2) / flattening**1.5
    parallel = _AXIS / np.sqrt(flattening) * np.cos(angle)
    return lon + np.degrees(east / parallel), lat + np.degrees(north / meridian)


def _metres(x: Degrees, y: Degrees) -> Points:
    """Return the published shift in metres east and north, from 105° E 35° N."""
    root, common = np.sqrt(np.abs(x)), _waves(x, (20, 1 / 6), (20, 1 / 2))
    east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root
    north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root
    east += common + _waves(x, (20, 1), (40, 3), (150, 12), (300, 30))
    north += common + _waves(y, (20, 1), (40, 3), (160, 12), (320, 30))
    return east, north


def _waves(x: Degrees, *waves: tuple[float, float]) -> Degrees:
    """Return two thirds of the sum of sine waves given as height and half length in degrees."""
    total = sum(
        (height * np.sin(x * np.pi / length) for height, length in waves), np.zeros_like(x)
    )
    return total * (2 / 3)


def _to_bd09(lon: Degrees, lat: Degrees) -> Points:
    radius = np.hypot(lon, lat) + 0.000_02 * np.sin(lat * _BAIDU_ANGLE)
    angle = np.arctan2(lat, lon) + 0.000_003 * np.cos(lon * _BAIDU_ANGLE)
    return radius * np.cos(angle) + 0.0065, radius * np.sin(angle) + 0.006
