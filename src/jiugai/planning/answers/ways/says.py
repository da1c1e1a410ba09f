"""What a fact must say so that a part of the score counts as enough, in words."""

import math
from collections.abc import Callable
from typing import Final

from jiugai.kernel.i18n import _
from jiugai.planning.need.weights import PartWeight, Reads
from jiugai.policy.naming import fact_name
from jiugai.policy.vocabulary import Estate
from jiugai.policy.vocabulary.fact import Kind

#: A hair of floating point does not ask for a whole unit more.
_HAIR: Final = 1e-9


def least_said(part: PartWeight, value: float, year: int) -> str:
    """Return what a fact must say for its part to count, 0 to 1, as at least so much.

    `year` is the first of the plan. Numbers are rounded to the side that counts as more.
    """
    name = fact_name(part.fact)
    low, high = part.scale
    raw = low + value * (high - low)
    rises = high > low
    match part.reads:
        case Reads.CHOICE:
            return _("{name}为{words}").format(name=name, words=_words(part, value))
        case Reads.FLAG:
            return _("{name}为“是”").format(name=name)
        case Reads.AGE:
            return _built(name, year - raw, rises=rises)
        case Reads.NUMBER:
            return _number(part, name, raw, rises=rises)
        case Reads.PER_100_HOUSEHOLDS:
            said = _("每百户{name}").format(name=name)
            return _bound(said, _tenths(raw, rises=rises), rises=rises)


def _words(part: PartWeight, value: float) -> str:
    choices = Estate.fact(part.fact).choices
    enough = [word for word, worth in part.values.items() if worth >= value - _HAIR]
    return _("或").join(f"“{_(choices[word])}”" for word in enough)


def _built(name: str, year: float, *, rises: bool) -> str:
    if rises:
        return _("{name}不晚于 {year} 年").format(name=name, year=math.floor(year + _HAIR))
    return _("{name}不早于 {year} 年").format(name=name, year=math.ceil(year - _HAIR))


def _number(part: PartWeight, name: str, raw: float, *, rises: bool) -> str:
    if Estate.fact(part.fact).kind is Kind.SHARE:
        return _bound(name, f"{_tenths(100 * raw, rises=rises)}%", rises=rises)
    return _bound(name, _tenths(raw, rises=rises), rises=rises)


def _tenths(value: float, *, rises: bool) -> str:
    side: Callable[[float], int] = math.ceil if rises else math.floor
    found = side(10 * value - _HAIR if rises else 10 * value + _HAIR)
    return f"{found / 10:.1f}".removesuffix(".0")


def _bound(name: str, value: str, *, rises: bool) -> str:
    sentence = _("{name}达到 {value} 以上") if rises else _("{name}不超过 {value}")
    return sentence.format(name=name, value=value)
