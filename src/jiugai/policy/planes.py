"""Kleene's logic on bit planes: 64 estates an instruction, in process.

A column of true, false and null is two sets of bits: where it is true and where it is false.
Engines join nulls value by value; on planes "and", "or" and "not" are bit operations.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

import numpy as np
import polars as pl
import pyarrow as pa
from numpy.typing import NDArray

from jiugai.policy.conditions import AllOf, AnyOf, AnySource, Condition, Depends, Negation
from jiugai.policy.tree import Leaf

if TYPE_CHECKING:
    from jiugai.policy.rule import Rule


Bits: TypeAlias = NDArray[np.uint8]


class Planes(NamedTuple):
    """Where a condition is met and where it is not; neither means evidence missing."""

    met: Bits
    not_met: Bits


def verdicts(
    leaves: pl.DataFrame, trees: Mapping[str, Condition], rules: Sequence[Rule]
) -> list[pl.Series]:
    """Return one column per rule from the leaf columns; `rules` come after what they need."""
    read = {name: planes_of(leaves[name]) for name in leaves.columns}
    found: dict[str, Planes] = {}
    for rule in rules:
        found[rule.id] = _join(trees[rule.id], read, found)
    return [series_of(rule.id, found[rule.id], leaves.height) for rule in rules]


def planes_of(column: pl.Series) -> Planes:
    """Return a boolean column as planes, without copying where the engine's bits line up."""
    array = column.rechunk().to_arrow()
    known, values = array.buffers()
    if array.offset:
        met = np.packbits(column.fill_null(False).to_numpy(), bitorder="little")
        not_met = np.packbits((~column).fill_null(False).to_numpy(), bitorder="little")
        return Planes(met, not_met)
    size = (len(column) + 7) // 8
    bits = np.frombuffer(values, np.uint8, size)
    if known is None:
        return Planes(bits, ~bits)
    mask = np.frombuffer(known, np.uint8, size)
    met = bits & mask
    return Planes(met, met ^ mask)


def series_of(name: str, planes: Planes, length: int) -> pl.Series:
    """Return planes as a boolean column."""
    known = pa.py_buffer(planes.met | planes.not_met)
    array = pa.Array.from_buffers(pa.bool_(), length, [known, pa.py_buffer(planes.met)])
    return pl.Series(name, array)


def _join(tree: Condition, leaves: Mapping[str, Planes], rules: Mapping[str, Planes]) -> Planes:
    match tree:
        case Leaf(column=column):
            return leaves[column]
        case Depends(rule=rule):
            return rules[rule.id]
        case Negation(part=part):
            below = _join(part, leaves, rules)
            return Planes(below.not_met, below.met)
        case AllOf(parts=parts) | AnyOf(parts=parts):
            return _fold(tree, [_join(part, leaves, rules) for part in parts])
        case _:
            raise TypeError(f"{tree!r} is not a branch.")


def _fold(tree: Condition, parts: Sequence[Planes]) -> Planes:
    met, not_met = [part.met for part in parts], [part.not_met for part in parts]
    match tree:
        case AllOf():
            return Planes(_all(met), _any(not_met))
        case AnySource():  # where none says yes, one that says no is enough
            yes = _any(met)
            return Planes(yes, _any(not_met) & ~yes)
        case _:
            return Planes(_any(met), _all(not_met))


def _all(planes: Sequence[Bits]) -> Bits:
    return _reduced(np.bitwise_and, planes)


def _any(planes: Sequence[Bits]) -> Bits:
    return _reduced(np.bitwise_or, planes)


def _reduced(operation: np.ufunc, planes: Sequence[Bits]) -> Bits:
    if len(planes) == 1:
        return planes[0]
    total: Bits = operation(planes[0], planes[1])
    for plane in planes[2:]:
        operation(total, plane, out=total)
    return total
