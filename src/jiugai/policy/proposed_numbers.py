"""A proposed value for a number: read in its unit, kept within what the number can be."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import TYPE_CHECKING, Final
from unicodedata import normalize

from jiugai.kernel.errors import UsageError
from jiugai.kernel.i18n import _
from jiugai.kernel.money import parse_amount
from jiugai.policy.uses import facts_compared
from jiugai.policy.vocabulary.fact import Kind

if TYPE_CHECKING:
    from jiugai.policy.conditions import Value
    from jiugai.policy.rule import Rule
    from jiugai.policy.rulebook import NumberEntry

_SHARE: Final = re.compile(r"占|比例$|率$|权重$")
_SEASON: Final = re.compile(r"(\d\d-\d\d)\.\.(\d\d-\d\d)")
_LEAP_YEAR: Final = 2024
#: Calendar years are told from lengths of time by their size.
_FIRST_YEAR: Final = 1000
_YEARS: Final = (1840, 2100)
#: A century: no period of a text is longer, and days stay within the calendar.
_LONGEST: Final = {"年": 100, "月": 1200, "个月": 1200, "天": 36_525, "日": 36_525}
_MOST: Final = 10**12


def proposed_value(
    entry: NumberEntry, text: str, now: Value, *, rules: Mapping[str, Rule]
) -> Value:
    """Return a proposed value of the kind and unit of the present one.

    Raises UsageError saying what can be written if it is of another kind, unit or size.
    """
    plain = normalize("NFKC", text).strip()
    match now:
        case tuple():
            return _season(entry, plain)
        case date():
            return _day(entry, plain)
        case _ if _SHARE.search(entry.unit):
            return _share(entry, plain, now)
        case _ if entry.unit == "分":
            return _money(entry, plain)
        case _:
            return _quantity(entry, plain, now, rules)


def _season(entry: NumberEntry, text: str) -> tuple[str, str]:
    found = _SEASON.fullmatch(text)
    days = found.groups() if found else ("",)
    if not all(map(_is_day_of_year, days)):
        raise _wrong(entry, text, _("起止月日，如 11-15..03-15"))
    return days[0], days[1]


def _is_day_of_year(text: str) -> bool:
    try:
        date.fromisoformat(f"{_LEAP_YEAR}-{text}")
    except ValueError:
        return False
    return True


def _day(entry: NumberEntry, text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise _wrong(entry, text, _("日期，如 2021-01-01")) from error


def _share(entry: NumberEntry, text: str, now: Value) -> Value:
    hint = _("0 到 1 之间的比例，如 2/3、0.6 或 60%")
    bare = text.removesuffix("%")
    try:
        value = Fraction(bare) / (1 if bare == text else 100)
    except (ValueError, ZeroDivisionError) as error:
        raise _wrong(entry, text, hint) from error
    if not 0 <= value <= 1:
        raise _wrong(entry, text, hint)
    return float(value) if isinstance(now, float) else value


def _money(entry: NumberEntry, text: str) -> int:
    if text[-1:].isdigit():
        raise _wrong(entry, text, _("带单位的金额，如 300万元"))
    return parse_amount(text)


def _quantity(entry: NumberEntry, text: str, now: Value, rules: Mapping[str, Rule]) -> Value:
    hint = _("以“{unit}”计的数").format(unit=entry.unit or "–")
    bare = text.removesuffix(normalize("NFKC", entry.unit)).strip()
    try:
        value = Decimal(bare)
    except InvalidOperation as error:
        raise _wrong(entry, text, hint) from error
    low, high = _limits(entry, now, rules)
    if not value.is_finite() or not low <= value <= high:
        between = _("{hint}，在 {low:g} 与 {high:g} 之间").format(hint=hint, low=low, high=high)
        raise _wrong(entry, text, between)
    if isinstance(now, float):
        return float(value)
    if value != int(value):
        raise _wrong(entry, text, _("{hint}，须为整数").format(hint=hint))
    return int(value)


def _limits(entry: NumberEntry, now: Value, rules: Mapping[str, Rule]) -> tuple[float, float]:
    """Return what a number can be: within every fact it is compared with, or within reason."""
    facts = facts_compared(rules, entry.id)
    if any(fact.kind is Kind.YEAR for fact in facts) or _is_calendar_year(entry, now):
        low, high = _YEARS
    else:
        low, high = 0, _LONGEST.get(entry.unit, _MOST)
    lows = [fact.low for fact in facts if fact.low is not None]
    highs = [fact.high for fact in facts if fact.high is not None]
    return max([low, *lows]), min([high, *highs])


def _is_calendar_year(entry: NumberEntry, now: Value) -> bool:
    return entry.unit == "年" and isinstance(now, int) and now >= _FIRST_YEAR


def _wrong(entry: NumberEntry, text: str, hint: str) -> UsageError:
    return UsageError(
        _("{id}（{title}）不能是“{text}”；请写{hint}。").format(
            id=entry.id, title=_(entry.title), text=text, hint=hint
        )
    )
