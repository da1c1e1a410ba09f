"""Which facts a condition reads, and which leaves a tree has."""

from __future__ import annotations

from collections.abc import Iterator

from jiugai.policy.conditions import (
    AllOf,
    AnyChild,
    AnyOf,
    Changes,
    CompareRatio,
    Compares,
    Condition,
    Depends,
    Elapsed,
    Holds,
    InSeason,
    Interpreted,
    IsOdd,
    Negation,
    OneOf,
    ShareOfChildren,
    StillWithin,
)
from jiugai.policy.vocabulary.fact import Fact


def parts_of(condition: Condition) -> tuple[Condition, ...]:
    """Return the conditions directly below, including every option and a child's condition."""
    match condition:
        case AllOf(parts=parts) | AnyOf(parts=parts):
            return parts
        case Negation(part=part) | AnyChild(part=part) | ShareOfChildren(part=part):
            return (part,)
        case Interpreted(options=options):
            return tuple(options.values())
        case Changes(before=before, since=since):
            return before, since
        case Depends(rule=rule):
            return (rule.when,)
        case _:
            return ()


def facts_read(condition: Condition) -> tuple[Fact, ...]:
    """Return the facts that a leaf reads itself; branches read none."""
    match condition:
        case Compares(fact=fact, other=Fact() as other):
            return fact, other
        case CompareRatio(part=part, whole=whole):
            return part, whole
        case Holds(fact=fact) | Compares(fact=fact) | OneOf(fact=fact) | InSeason(fact=fact):
            return (fact,)
        case StillWithin(since=fact) | IsOdd(fact=fact):
            return (fact,)
        case Elapsed(since=since, until=until):
            return tuple(end for end in (since, until) if isinstance(end, Fact))
        case _:
            return ()


def facts_below(condition: Condition) -> tuple[Fact, ...]:
    """Return every fact that a bound condition rests on under the readings taken, each once."""
    if isinstance(condition, Interpreted):
        return facts_below(condition.options[condition.taken])
    found = {fact.id: fact for fact in facts_read(condition)}
    for part in parts_of(condition):
        found |= {fact.id: fact for fact in facts_below(part)}
    return tuple(found.values())


def walk(condition: Condition) -> Iterator[Condition]:
    """Walk the whole tree, outermost first, into the rules it depends on."""
    yield condition
    for part in parts_of(condition):
        yield from walk(part)
