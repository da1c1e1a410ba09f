"""Conditions, values and thresholds in words."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from jiugai.kernel.i18n import N_, _, measured, ngettext
from jiugai.kernel.verdict import Verdict
from jiugai.policy.conditions import (
    AllOf,
    AnyChild,
    AnyOf,
    AnySource,
    CompareRatio,
    Compares,
    Condition,
    Dated,
    Depends,
    Holds,
    InSeason,
    Interpreted,
    Negation,
    OneOf,
    ShareOfChildren,
    StillWithin,
)
from jiugai.policy.vocabulary.fact import Fact, Kind

BRANCHES: Final = {
    AllOf: N_("以下全部成立"),
    AnyOf: N_("以下至少一项成立"),
    AnySource: N_("以下任一来源成立"),
    Negation: N_("以下不成立"),
    Interpreted: N_("条文可有不同理解"),
}
SIGNS: Final = {Verdict.MET: "✓", Verdict.NOT_MET: "✕", Verdict.UNKNOWN: "?"}


def shown(fact: Fact, value: object) -> str:
    """Return a value as people read it."""
    if value is None:
        return _("不详")
    match fact.kind:
        case Kind.FLAG:
            return _("是") if value else _("否")
        case Kind.CHOICE:
            return _(fact.choices.get(str(value), str(value)))
        case Kind.SHARE:
            return f"{float(Fraction(str(value))) * 100:g}%"
        case Kind.MONEY:
            return _("{yuan:,.2f} 元").format(yuan=int(str(value)) / 100)
        case _:
            return measured(value, _(fact.unit))


def describe(condition: Condition) -> str:
    """Return what a condition asks, in a few words."""
    if condition.label:
        return _(condition.label)
    match condition:
        case AllOf() | AnyOf() | Negation() | Interpreted():
            return _(BRANCHES[type(condition)])
        case Depends(rule=rule):
            return _(rule.title)
        case AnyChild(child=child):
            return _("至少一个{child}符合").format(child=_(child.title))
        case ShareOfChildren(child=child, op=op, other=other):
            return _("符合的{child}占比 {op} {limit}").format(
                child=_(child.title), op=op, limit=limit_of(other)
            )
        case _:
            return _leaf(condition)


def _leaf(condition: Condition) -> str:
    match condition:
        case Holds(fact=fact):
            return _(fact.heading)
        case OneOf(fact=fact, words=words):
            named = [_(term) for word, term in fact.choices.items() if word in words]
            return f"{_(fact.heading)} {_('为')} {' / '.join(named)}"
        case Compares(fact=fact, op=op, other=Fact() as other):
            return f"{_(fact.heading)} {op} {_(other.heading)}"
        case Compares(fact=fact, op=op, other=other):
            value = other.value if isinstance(other, Dated) else other
            return f"{_(fact.heading)} {op} {shown(fact, value)}"
        case CompareRatio(part=part, whole=whole, op=op, other=other):
            return f"{_(part.heading)} / {_(whole.heading)} {op} {limit_of(other)}"
        case StillWithin(since=since, length=length, unit=unit):
            term = _length(limit_of(length), unit)
            return _("自{since}起{term}内").format(since=_(since.heading), term=term)
        case InSeason(fact=fact, season=Dated(value=(first, last))):
            return _("{fact}在 {first} 至 {last} 之间").format(
                fact=_(fact.heading), first=first, last=last
            )
        case _:
            return type(condition).__name__


def _length(number: str, unit: str) -> str:
    if unit == "years":
        return ngettext("{n} 年", int(number)).format(n=number)
    return ngettext("{n} 个月", int(number)).format(n=number)


def limit_of(other: object) -> str:
    """Return a threshold as people read it."""
    return str(other.value if isinstance(other, Dated) else other)
