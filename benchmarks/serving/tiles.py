"""Reads just enough of a vector tile to compare two: its layers, their features and properties."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

#: Numbers of the fields in the format's own description; the layer is a field of the tile.
LAYER: Final = 3
NAME, FEATURE, KEY = 1, 2, 3


@dataclass(frozen=True, slots=True)
class Layer:
    """One layer of a tile."""

    name: str
    features: int
    properties: frozenset[str]


def layers_of(tile: bytes) -> list[Layer]:
    """Return the layers of a tile."""
    return [_layer(body) for number, body in fields(tile) if number == LAYER]


def _layer(body: bytes) -> Layer:
    found = list(fields(body))
    return Layer(
        name=next(value.decode() for number, value in found if number == NAME),
        features=sum(number == FEATURE for number, _ in found),
        properties=frozenset(value.decode() for number, value in found if number == KEY),
    )


def fields(message: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the number and content of every field that holds bytes; skip the others."""
    at = 0
    while at < len(message):
        tag, at = _varint(message, at)
        match tag & 7:
            case 0:
                _, at = _varint(message, at)
            case 1:
                at += 8
            case 5:
                at += 4
            case 2:
                size, at = _varint(message, at)
                yield tag >> 3, message[at : at + size]
                at += size
            case other:
                raise ValueError(f"A tile has no fields of kind {other}.")


def _varint(message: bytes, at: int) -> tuple[int, int]:
    found = shift = 0
    while True:
        byte = message[at]
        at += 1
        found |= (byte & 127) << shift
        if byte < 128:
            return found, at
        shift += 7
