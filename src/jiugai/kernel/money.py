"""Money in whole cents 分, read and written the way offices do."""

import re
from typing import Final, NewType
from unicodedata import normalize

from jiugai.kernel.errors import UsageError
from jiugai.kernel.i18n import _

Cents = NewType("Cents", int)

CENTS_PER_YUAN: Final = 100
CENTS_PER_WAN: Final = 10_000 * CENTS_PER_YUAN

#: Units and their worth in yuan; a compound amount like 1亿2000万 names them from the largest.
UNITS: Final = {
    "亿": 100_000_000,
    "千万": 10_000_000,
    "百万": 1_000_000,
    "万": 10_000,
    "千": 1_000,
    "元": 1,
}

# At most 15 digits before the point: nobody means more, and the cents stay within 64 bits
# for every unit below 亿.
_NUMBER: Final = r"(?:\d{1,3}(?:,\d{3}){1,4}|\d{1,15})(?:\.\d{1,12})?"
_UNIT: Final = "|".join(UNITS)
_PART: Final = re.compile(rf"({_NUMBER})({_UNIT})")
_AMOUNT: Final = re.compile(
    rf"(?:人民币|RMB|CNY)?¥?(?:(?P<parts>(?:{_NUMBER}(?:{_UNIT}))+)(?:(?<!元)元)?|(?P<bare>{_NUMBER}))整?",
    re.IGNORECASE,
)


def parse_amount(text: str, *, unit: str = "元") -> Cents:
    """Return an amount like "12.8亿", "60000万", "5,767.33万元" or "600000000" in cents.

    `unit` is what a bare number counts; "1亿2000万" is read as a sum.
    Raises UsageError if the text is no amount or does not come out in whole cents, and
    KeyError if `unit` is not among `UNITS`.
    """
    found = _AMOUNT.fullmatch(re.sub(r"\s", "", normalize("NFKC", text)).replace("圆", "元"))
    if found is None:
        raise _unreadable(text)
    parts = [(found["bare"], unit)] if found["bare"] else _PART.findall(found["parts"])
    worths = [UNITS[name] for _number, name in parts]
    if worths != sorted(set(worths), reverse=True):
        raise _unreadable(text)
    return Cents(
        sum(_cents(number, worth, text) for (number, _), worth in zip(parts, worths, strict=True))
    )


def wan(cents: int) -> str:
    """Return the exact amount in 万元 as a number without unit, like "5767.33"."""
    whole, rest = divmod(abs(cents), CENTS_PER_WAN)
    sign = "-" if cents < 0 else ""
    return f"{sign}{whole}.{rest:06d}".rstrip("0").rstrip(".")


def grouped(cents: int) -> str:
    """Return the exact amount in 万元 with thousands separated, like "5,767.33"."""
    whole, point, fraction = wan(cents).partition(".")
    return f"{int(whole):,}{point}{fraction}" if whole != "-0" else f"-0{point}{fraction}"


def in_wan(cents: int) -> str:
    """Return an amount in 万元 to a hundredth, as people read it; files have it to the cent."""
    hundredths = (abs(cents) + CENTS_PER_WAN // 200) * 100 // CENTS_PER_WAN
    sign = "-" if cents < 0 < hundredths else ""
    return f"{sign}{hundredths // 100:,}.{hundredths % 100:02d}"


def in_yuan(cents: int) -> str:
    """Return the exact amount in 元 with thousands separated, like "1,234.50"."""
    whole, rest = divmod(abs(cents), CENTS_PER_YUAN)
    return f"{'-' if cents < 0 else ''}{whole:,}.{rest:02d}"


def _cents(number: str, worth: int, text: str) -> int:
    whole, _dot, fraction = number.replace(",", "").partition(".")
    scale: int = 10 ** len(fraction)
    cents, rest = divmod(int(whole + fraction) * worth * CENTS_PER_YUAN, scale)
    if rest:
        raise UsageError(_("金额“{text}”不是整数分；请最多写到 0.01 元。").format(text=text))
    return cents


def _unreadable(text: str) -> UsageError:
    return UsageError(
        _(
            "看不懂金额“{text}”；"
            "请写成 12.8亿、60000万、5,767.33万元 或 600000000（元）这样的正数。"
        ).format(text=text)
    )
