"""Why a verdict comes out otherwise under another law: the conditions that flip, in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from jiugai.kernel.i18n import _, listed
from jiugai.kernel.verdict import NAMES
from jiugai.policy.case import deciding, number_used
from jiugai.policy.conditions import (
    AllOf,
    AnyChild,
    AnyOf,
    Condition,
    Depends,
    Interpreted,
    Negation,
    ShareOfChildren,
)
from jiugai.policy.leaves import facts_read
from jiugai.policy.naming import fact_name
from jiugai.policy.wording import SIGNS, describe, shown

if TYPE_CHECKING:
    from jiugai.policy.case import Finding, Trace
    from jiugai.policy.law import Law


def flips(before: Finding, after: Finding, *, law: Law) -> str:
    """Return which conditions make the difference between two findings of one rule.

    Each with its threshold then and now, its clause and what is known about the subject; ""
    where the truth is the same. `law` is the later one, whose words for readings are used.
    """
    found = dict.fromkeys(_flips(before.trace, after.trace, law))
    return listed(found, "；")


def grounds(finding: Finding) -> str:
    """Return what decides one finding: the conditions, or the evidence that is missing."""
    if finding.missing:
        return _("缺少 {facts}").format(facts=listed(map(fact_name, finding.missing)))
    leaves = (trace for trace in deciding(finding.trace) if facts_read(trace.condition))
    return listed(dict.fromkeys(f"{_asked(one.condition)}{_known(one)}" for one in leaves), "；")


def _flips(was: Trace, now: Trace, law: Law) -> Iterator[str]:
    if was.truth is now.truth:
        return
    match was.condition, now.condition:
        case Interpreted() as old, Interpreted() as new if old.taken != new.taken:
            yield _reread(was, now, law, (old.taken, new.taken))
        case Interpreted() as old, Interpreted():
            index = list(old.options).index(old.taken)
            yield from _flips(was.parts[index], now.parts[index], law)
        case (AllOf() | AnyOf() | Negation() | Depends(), new) if len(was.parts) == len(now.parts):
            for old_part, new_part in zip(was.parts, now.parts, strict=True):
                yield from _flips(old_part, new_part, law)
        case _:
            yield _leaf(was, now)


def _reread(was: Trace, now: Trace, law: Law, taken: tuple[str, str]) -> str:
    """Return that another reading is taken, and what the subject is like."""
    if not isinstance(now.condition, Interpreted):
        raise TypeError(f"{now.condition!r} has no readings.")
    reading = law.book.readings[now.condition.reading]
    old, new = (_(reading.options[option]) for option in taken)
    parts = list(now.condition.options)
    facts = _known(now.parts[parts.index(taken[1])]) or _known(was.parts[parts.index(taken[0])])
    return _("对条文的理解（{question}）原为“{old}”，改为“{new}”{facts}").format(
        question=_(reading.question), old=old, new=new, facts=facts
    )


def _leaf(was: Trace, now: Trace) -> str:
    old, new = _asked(was.condition), _asked(now.condition)
    if old == new:
        return _("{asked}：{old} 改为 {new}{facts}").format(
            asked=new, old=SIGNS[NAMES[was.truth]], new=SIGNS[NAMES[now.truth]], facts=_known(now)
        )
    return _("原为 {old}，改为 {new}{facts}").format(old=old, new=new, facts=_known(now))


def _asked(condition: Condition) -> str:
    """Return what a leaf asks with its threshold, and the clause of the threshold."""
    used = number_used(condition)
    bare = replace(condition, label="") if facts_read(condition) else condition
    if isinstance(condition, ShareOfChildren):
        bare = replace(condition, label="")
    clause = used.clause if used else condition.clause
    return f"{describe(bare)} [{clause}]" if clause else describe(bare)


def _known(trace: Trace) -> str:
    """Return what is known about the subject that the trace speaks of."""
    if isinstance(trace.condition, AnyChild | ShareOfChildren):
        met = sum(part.truth is True for part in trace.parts)
        return _("；{count} 个中 {met} 个符合").format(count=len(trace.parts), met=met)
    values = {
        fact.heading: shown(fact, leaf.facts.get(fact.name))
        for leaf in _leaves(trace)
        for fact in facts_read(leaf.condition)
    }
    said = listed(_("{fact}为 {value}").format(fact=_(f), value=v) for f, v in values.items())
    return _("；本小区{said}").format(said=said) if said else ""


def _leaves(trace: Trace) -> Iterator[Trace]:
    if isinstance(trace.condition, AnyChild | ShareOfChildren):
        return
    if not trace.parts:
        yield trace
    for part in trace.parts:
        yield from _leaves(part)
