"""How values of XPath become numbers, texts and truths of one another."""

from __future__ import annotations

import math
import re
from datetime import date
from typing import Final

#: Several texts are the answers of the rows of a repeated group.
Value = float | str | bool | tuple[str, ...]

_NUMBER: Final = re.compile(r"\s*-?(\d+(\.\d*)?|\.\d+)\s*", re.ASCII)
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
EPOCH: Final = date(1970, 1, 1)


def as_number(value: Value) -> float:
    """Return a value as a number; a day counts from 1970, what is none is NaN."""
    match value:
        case bool():
            return float(value)
        case float() | int():
            return float(value)
        case tuple():
            return as_number(value[0]) if value else math.nan
        case str():
            return _read(value)


def _read(text: str) -> float:
    if _NUMBER.fullmatch(text):
        return float(text)
    day = as_day(text)
    return math.nan if day is None else float((day - EPOCH).days)


def as_day(text: str) -> date | None:
    """Return the day that a text names; None if it names none."""
    if not _DAY.fullmatch(text.strip()):
        return None
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None


def as_text(value: Value) -> str:
    """Return a value as it is written; a whole number without a point."""
    match value:
        case bool():
            return "true" if value else "false"
        case tuple():
            return value[0] if value else ""
        case float() | int():
            return _written(float(value))
        case str():
            return value


def _written(number: float) -> str:
    if math.isnan(number):
        return "NaN"
    if math.isinf(number):
        return "Infinity" if number > 0 else "-Infinity"
    if number == int(number) and abs(number) < 1e15:
        return str(int(number))
    return f"{number:.10f}".rstrip("0").rstrip(".") if abs(number) < 1e15 else repr(number)


def is_true(value: Value) -> bool:
    """Return whether a value counts as true: texts that are not empty, numbers but 0 and NaN."""
    match value:
        case bool():
            return value
        case float() | int():
            return bool(value) and not math.isnan(value)
        case str() | tuple():
            return bool(value)


def equal(left: Value, right: Value) -> bool:
    """Return whether two values are equal, as XPath 1.0 compares them."""
    if isinstance(left, bool) or isinstance(right, bool):
        return is_true(left) == is_true(right)
    if isinstance(left, float) or isinstance(right, float):
        return as_number(left) == as_number(right)
    return as_text(left) == as_text(right)
