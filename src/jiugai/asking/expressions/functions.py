"""The functions that expressions may use."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from jiugai.asking.expressions.values import EPOCH, Value, as_day, as_number, as_text, is_true

#: How many things each takes, at least and at most; `if` and `today` are the evaluator's own.
ANY: Final = 99
ARITY: Final[Mapping[str, tuple[int, int]]] = {
    "selected": (2, 2),
    "count-selected": (1, 1),
    "selected-at": (2, 2),
    "not": (1, 1),
    "true": (0, 0),
    "false": (0, 0),
    "boolean": (1, 1),
    "if": (3, 3),
    "coalesce": (1, ANY),
    "regex": (2, 2),
    "string-length": (1, 1),
    "concat": (1, ANY),
    "contains": (2, 2),
    "starts-with": (2, 2),
    "string": (1, 1),
    "number": (1, 1),
    "int": (1, 1),
    "round": (1, 2),
    "count": (1, 1),
    "sum": (1, 1),
    "min": (1, ANY),
    "max": (1, ANY),
    "today": (0, 0),
    "date": (1, 1),
}
#: Patterns look at no longer answers.
LONGEST_MATCHED: Final = 200
Given = Sequence[Value]


def _selected(given: Given) -> Value:
    return as_text(given[1]) in as_text(given[0]).split()


def _selected_at(given: Given) -> Value:
    words, at = as_text(given[0]).split(), as_number(given[1])
    return words[int(at)] if not math.isnan(at) and 0 <= at < len(words) else ""


def _coalesce(given: Given) -> Value:
    return next((as_text(one) for one in given if as_text(one)), "")


def _regex(given: Given) -> Value:
    return re.fullmatch(as_text(given[1]), as_text(given[0])[:LONGEST_MATCHED]) is not None


def _int(given: Given) -> Value:
    number = as_number(given[0])
    return number if math.isnan(number) or math.isinf(number) else float(math.trunc(number))


def _round(given: Given) -> Value:
    number = as_number(given[0])
    places = as_number(given[1]) if len(given) == 2 else 0.0
    if any(math.isnan(one) or math.isinf(one) for one in (number, places)):
        return math.nan
    unit = Decimal(1).scaleb(-max(-9, min(9, int(places))))
    return float(Decimal(repr(number)).quantize(unit, ROUND_HALF_UP))


def _numbers(given: Given) -> list[float]:
    rows = [row for one in given for row in (one if isinstance(one, tuple) else (one,))]
    return [as_number(row) for row in rows]


def _extreme(pick: Callable[[list[float]], float]) -> Callable[[Given], Value]:
    def found(given: Given) -> Value:
        numbers = _numbers(given)
        return pick(numbers) if numbers and not any(map(math.isnan, numbers)) else math.nan

    return found


def _count(given: Given) -> Value:
    return float(len(given[0])) if isinstance(given[0], tuple) else 1.0


def _date(given: Given) -> Value:
    day = as_day(as_text(given[0]))
    return math.nan if day is None else float((day - EPOCH).days)


FUNCTIONS: Final[Mapping[str, Callable[[Given], Value]]] = {
    "selected": _selected,
    "count-selected": lambda given: float(len(as_text(given[0]).split())),
    "selected-at": _selected_at,
    "not": lambda given: not is_true(given[0]),
    "true": lambda _given: True,
    "false": lambda _given: False,
    "boolean": lambda given: is_true(given[0]),
    "coalesce": _coalesce,
    "regex": _regex,
    "string-length": lambda given: float(len(as_text(given[0]))),
    "concat": lambda given: "".join(as_text(one) for one in given),
    "contains": lambda given: as_text(given[1]) in as_text(given[0]),
    "starts-with": lambda given: as_text(given[0]).startswith(as_text(given[1])),
    "string": lambda given: as_text(given[0]),
    "number": lambda given: as_number(given[0]),
    "int": _int,
    "round": _round,
    "count": _count,
    "sum": lambda given: math.fsum(_numbers(given)),
    "min": _extreme(min),
    "max": _extreme(max),
    "date": _date,
}
