"""Reading counts, measures and money: 17栋, 1.2万㎡, 5,767.33万元, 十七."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Final

from jiugai.census.cells.reading import (
    NOTHING,
    Reading,
    Value,
    absurd,
    below_zero,
    beyond,
    doubtful,
    noted,
    unreadable,
)
from jiugai.census.issues import IssueKind
from jiugai.census.units import Quantity, Unit, find_unit
from jiugai.census.words import chinese_number, dense, is_missing
from jiugai.kernel.i18n import _
from jiugai.policy.vocabulary import Kind

_NUMBER: Final = r"[-+−]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|[-+−]?\.\d+"
_SHAPE: Final = re.compile(
    r"(?P<before>约|大约|大概|近|共|共计|合计|总计|计|总)?"
    rf"(?P<number>{_NUMBER}|[零〇一二两三四五六七八九十百千]+)"
    r"(?P<more>余|多|来)?(?P<unit>(?:[^\d()]|k?m2)*?)(?P<after>左右|以上|余|多|上下|整)?(?P<remark>\(.*\))?[。;,]?"
)
_SCIENTIFIC: Final = re.compile(r"[-+]?\d+(?:\.\d+)?e[-+]?\d{1,3}", re.IGNORECASE)
_DEGREES: Final = re.compile(
    r"(\d{1,3})[°度](\d{1,2})['′分](?:(\d{1,2}(?:\.\d+)?)(?:\"|″|''|′′|秒)?)?",
)
_COMPASS: Final = re.compile(r"^(?:东经|北纬|[en]:?)|[en]$", re.IGNORECASE)
_ROUGHLY: Final = frozenset({"约", "大约", "大概", "近", "左右", "以上", "余", "多", "来", "上下"})
_RANGE: Final = re.compile(rf"(?:{_NUMBER})\D*?(?:-|~|—|–|至|到)(?:{_NUMBER})\D*")
#: Beyond this a count or an amount no longer fits where it is computed with.
_MOST: Final = Decimal(2) ** 53
CENTS: Final = 100


@dataclass(frozen=True, slots=True)
class Measure:
    """How a fact is measured: what kind, in which unit unless a cell says, within what bounds.

    `low` and `high` are in the fact's own unit, whose name is `own_name`.
    """

    kind: Kind
    quantity: Quantity | None
    unit: Unit | None
    own_scale: Decimal
    low: float | None
    high: float | None
    own_name: str = ""


def read_quantity(text: str, measure: Measure) -> Reading:
    """Return the number in a cell in the fact's own unit; money in whole cents."""
    word = dense(text)
    if is_missing(word):
        return NOTHING
    if _SCIENTIFIC.fullmatch(word):
        return finish(Decimal(word), measure.unit, measure)
    if measure.quantity is Quantity.DEGREES:
        word = _COMPASS.sub("", word)
        if found := _DEGREES.fullmatch(word):
            minutes = Decimal(found[2]) + Decimal(found[3] or 0) / 60
            return finish(Decimal(found[1]) + minutes / 60, None, measure)
    if found := _SHAPE.fullmatch(word):
        return _from_shape(found, measure)
    if _RANGE.fullmatch(word):
        return doubtful(_("是一个范围；请写一个数"))
    return unreadable(_("看不出数量；请只写数字"))


def _from_shape(found: re.Match[str], measure: Measure) -> Reading:
    unit = measure.unit
    if found["unit"]:
        unit = find_unit(found["unit"], measure.quantity) if measure.quantity else None
        if unit is None:
            return unreadable(_("看不懂“{unit}”；请只写数字").format(unit=found["unit"]))
    number = number_of(found["number"])
    if number is None:
        return unreadable(_("看不出数量；请只写数字"))
    reading = finish(number, unit, measure)
    if reading.value is not None and _ROUGHLY & {*found.group("before", "more", "after")}:
        remedy = _("是约数，按所写的数计；请核对原件")
        return noted(reading.value, IssueKind.APPROXIMATE, remedy)
    return reading


def number_of(text: str) -> Decimal | None:
    """Return a number written in digits, with thousands separators or not, or in Chinese."""
    try:
        return Decimal(text.replace(",", "").replace("−", "-"))
    except InvalidOperation:
        found = chinese_number(text)
        return None if found is None else Decimal(found)


def finish(number: Decimal, unit: Unit | None, measure: Measure) -> Reading:
    """Return a number in the fact's own unit if it is plausible there."""
    scale = (unit.scale if unit else measure.own_scale) / _divisor(measure)
    scaled = number * scale
    if abs(scaled) > _MOST or _outside(scaled, measure):
        return absurd(_what_is_wrong(scaled, measure))
    return _FINISHERS[measure.kind](scaled)


def _divisor(measure: Measure) -> Decimal:
    # Money is kept in cents whatever it is written in; the rest in the unit of the fact.
    return Decimal(1) / CENTS if measure.kind is Kind.MONEY else measure.own_scale


def _outside(number: Decimal, measure: Measure) -> bool:
    low, high = measure.low, measure.high
    return (low is not None and number < Decimal(str(low))) or (
        high is not None and number > Decimal(str(high))
    )


def _what_is_wrong(number: Decimal, measure: Measure) -> str:
    if number < 0 and measure.low == 0:
        return below_zero()
    if measure.low is None or measure.high is None:
        return _("数字过大；请核对原件")
    low, high = (
        f"{Decimal(str(bound)):f}".removesuffix(".0") for bound in (measure.low, measure.high)
    )
    return beyond(low, high + measure.own_name)


def _whole(number: Decimal) -> Reading:
    if number != number.to_integral_value():
        return unreadable(_("应是整数；请核对原件"))
    return Reading(int(number))


def _cents(number: Decimal) -> Reading:
    return Reading(int(number.quantize(Decimal(1), rounding=ROUND_HALF_UP)))


def _decimal(number: Decimal) -> Reading:
    value: Value = float(number)
    return Reading(value)


_FINISHERS: Final[dict[Kind, Callable[[Decimal], Reading]]] = {
    Kind.WHOLE: _whole,
    Kind.MONEY: _cents,
    Kind.DECIMAL: _decimal,
}
