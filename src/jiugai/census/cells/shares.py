"""Reading shares: 85%, 0.85, 85, 百分之八十五; a column decides what a bare number means."""

import re
from decimal import Decimal
from enum import StrEnum
from typing import Final

import polars as pl

from jiugai.census.cells.quantities import number_of
from jiugai.census.cells.reading import (
    NOTHING,
    Reading,
    absurd,
    below_zero,
    beyond,
    doubtful,
    noted,
    unreadable,
)
from jiugai.census.issues import IssueKind
from jiugai.census.words import dense, is_missing
from jiugai.kernel.i18n import _


class Bare(StrEnum):
    """What numbers without a per cent sign mean in one column.

    Among per cents, those up to 1 are cells that a spreadsheet shows with the sign.
    """

    FRACTION = "fraction"
    PER_CENT = "per_cent"
    PER_MILLE = "per_mille"


_NUMBER: Final = r"[-+]?\d+(?:\.\d+)?|[-+]?\.\d+"
_SHAPE: Final = re.compile(
    rf"(?P<before>约|大约|近)?(?P<number>{_NUMBER})(?P<sign>%|‰)?(?P<after>左右|以上|以下|多|余)?(?:\(.*\))?"
)
_CHINESE: Final = re.compile(r"(百分之|千分之)([零〇一二三四五六七八九十百]+)")
_DIVISORS: Final = {"%": 100, "‰": 1000, "百分之": 100, "千分之": 1000}
_ALL: Final = frozenset({"全部", "全部同意", "全体同意", "全体", "一致同意", "100%同意"})
_NONE: Final = frozenset({"无人同意", "均不同意", "全部不同意"})


def bare_numbers(numbers: pl.Series, *, heading: str) -> Bare:
    """Return what the bare numbers of a column mean; `heading` is the sign in its heading.

    Any above 1 means per cent. A sheet may also show fractions as per cents, so that a
    column under a % sign whose numbers are all at most 1 holds fractions.
    """
    largest = numbers.max()
    if heading == "‰":
        return Bare.PER_MILLE
    if isinstance(largest, float) and largest > 1:
        return Bare.PER_CENT
    return Bare.FRACTION


def mixed_examples(numbers: pl.Series) -> tuple[str, str] | None:
    """Return a fraction and a per cent that stand side by side in one column, if they do."""
    fractions = numbers.filter((numbers > 0) & (numbers <= 1))
    per_cents = numbers.filter((numbers > 1) & (numbers <= _DIVISORS["%"]))
    if fractions.is_empty() or per_cents.is_empty():
        return None
    return f"{fractions[0]:g}", f"{per_cents[0]:g}"


def read_share(text: str, bare: Bare) -> Reading:
    """Return the share that a cell names, between 0 and 1."""
    word = dense(text)
    if is_missing(word):
        return NOTHING
    if word in _ALL or word in _NONE:
        return Reading(1.0 if word in _ALL else 0.0)
    if found := _CHINESE.fullmatch(word):
        number = number_of(found[2])
        return NOTHING if number is None else _bounded(number / _DIVISORS[found[1]])
    if found := _SHAPE.fullmatch(word):
        return _from_shape(found, bare)
    return unreadable(_("看不出比例；请写成 85% 这样"))


def _from_shape(found: re.Match[str], bare: Bare) -> Reading:
    number = Decimal(found["number"])
    if found["after"] in ("以上", "以下"):
        return doubtful(_("没有确切比例；请写成 85% 这样"))
    if not found["sign"] and bare is Bare.PER_CENT and number <= 1:
        bare = Bare.FRACTION
    reading = _bounded(number / _divisor(found["sign"], bare))
    if reading.value is not None and (found["before"] or found["after"]):
        remedy = _("是约数，按所写的数计；请核对原件")
        return noted(reading.value, IssueKind.APPROXIMATE, remedy)
    return reading


def _divisor(sign: str | None, bare: Bare) -> int:
    if sign:
        return _DIVISORS[sign]
    return {Bare.FRACTION: 1, Bare.PER_CENT: 100, Bare.PER_MILLE: 1000}[bare]


def _bounded(share: Decimal) -> Reading:
    if 0 <= share <= 1:
        return Reading(float(share))
    return absurd(below_zero() if share < 0 else beyond("0%", "100%"))
