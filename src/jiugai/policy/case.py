"""The first reader: one subject, in plain Python, with the whole trace."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import singledispatch
from typing import Any, NamedTuple

from jiugai.kernel.source import Clause
from jiugai.kernel.verdict import NAMES, Verdict
from jiugai.policy import arithmetic
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
    Elapsed,
    InSeason,
    Interpreted,
    Negation,
    ShareOfChildren,
    StillWithin,
)
from jiugai.policy.leaves import facts_below, facts_read
from jiugai.policy.rule import Rule

Facts = Mapping[str, Any]


class Trace(NamedTuple):
    """What became of one condition: its truth (None: evidence missing) and that of its parts."""

    condition: Condition
    truth: bool | None
    parts: tuple[Trace, ...]
    facts: Facts


class Finding(NamedTuple):
    """The answer of a rule on one subject; everything it rests on hangs on the trace."""

    rule: Rule
    trace: Trace

    @property
    def verdict(self) -> Verdict:
        """Return met, not met or unknown."""
        return NAMES[self.trace.truth]

    @property
    def because(self) -> tuple[Clause, ...]:
        """Return the clauses that decided, the rule's own first."""
        found = {self.rule.clause: None}
        for trace in deciding(self.trace):
            if trace.condition.clause:
                found[trace.condition.clause] = None
            if (dated := number_used(trace.condition)) is not None:
                found[dated.clause] = None
        return tuple(found)

    @property
    def missing(self) -> tuple[str, ...]:
        """Return the facts whose absence leaves the verdict open, in order of appearance."""
        if self.trace.truth is not None:
            return ()
        found: dict[str, None] = {}
        for trace in deciding(self.trace):
            found.update(dict.fromkeys(_absent(trace)))
        return tuple(found)


Reader = Callable[[Facts], Trace]
Judge = Callable[[Facts], Finding]


def compile_rule(rule: Rule, bound: Mapping[str, Condition], judges: dict[str, Judge]) -> Judge:
    """Return a function from facts to the rule's finding; rules it depends on come first."""
    if rule.id not in judges:
        read = compile_condition(bound[rule.id], bound, judges)
        judges[rule.id] = lambda facts: Finding(rule, read(facts))
    return judges[rule.id]


def deciding(trace: Trace) -> Iterator[Trace]:
    """Walk the parts of a trace that made it what it is, outermost first."""
    yield trace
    match trace.condition:
        case AllOf() | AnyOf():
            for part in trace.parts:
                if part.truth is trace.truth:
                    yield from deciding(part)
        case Interpreted(taken=taken, options=options):
            yield from deciding(trace.parts[list(options).index(taken)])
        case Negation() | Depends():
            for part in trace.parts:
                yield from deciding(part)
        case _:  # leaves; children are looked at by `missing`
            return


def number_used(condition: Condition) -> Dated | None:
    """Return the number of the rulebook that a leaf compares with, if any."""
    match condition:
        case Compares(other=Dated() as dated) | CompareRatio(other=Dated() as dated):
            return dated
        case ShareOfChildren(other=Dated() as dated):
            return dated
        case StillWithin(length=Dated() as dated) | Elapsed(length=Dated() as dated):
            return dated
        case InSeason(season=Dated() as dated):
            return dated
        case _:
            return None


def _absent(trace: Trace) -> Iterator[str]:
    match trace.condition:
        case AnyChild(child=child) | ShareOfChildren(child=child):
            kind = child.__name__.lower()
            if not trace.parts:
                yield from (f"{kind}.{fact.name}" for fact in facts_below(trace.condition))
            for part in trace.parts:
                if part.truth is None:
                    yield from (
                        f"{kind}.{name}" for walked in deciding(part) for name in _absent(walked)
                    )
        case condition:
            for fact in facts_read(condition):
                if trace.facts.get(fact.name) is None:
                    yield fact.name


def kleene_all(truths: Sequence[bool | None]) -> bool | None:
    """Return false if any is false, else unknown if any is unknown, else true."""
    if False in truths:
        return False
    return None if None in truths else True


def kleene_any(truths: Sequence[bool | None]) -> bool | None:
    """Return true if any is true, else unknown if any is unknown, else false."""
    if True in truths:
        return True
    return None if None in truths else False


def kleene_any_source(truths: Sequence[bool | None]) -> bool | None:
    """Return true if any is true, else false if any is false, else unknown."""
    if True in truths:
        return True
    return False if False in truths else None


@singledispatch
def compile_condition(
    condition: Condition, bound: Mapping[str, Condition], judges: dict[str, Judge]
) -> Reader:
    """Return a function from facts to the trace of a bound condition."""
    truth = arithmetic.truth_of(condition)
    nothing: tuple[Trace, ...] = ()
    return lambda facts: Trace(condition, truth(facts), nothing, facts)


@compile_condition.register
def _(condition: AllOf, bound: Mapping[str, Condition], judges: dict[str, Judge]) -> Reader:
    return _branch(condition, condition.parts, kleene_all, bound, judges)


@compile_condition.register
def _(condition: AnyOf, bound: Mapping[str, Condition], judges: dict[str, Judge]) -> Reader:
    return _branch(condition, condition.parts, kleene_any, bound, judges)


@compile_condition.register
def _(condition: AnySource, bound: Mapping[str, Condition], judges: dict[str, Judge]) -> Reader:
    return _branch(condition, condition.parts, kleene_any_source, bound, judges)


def _branch(
    condition: Condition,
    parts: tuple[Condition, ...],
    join: Callable[[Sequence[bool | None]], bool | None],
    bound: Mapping[str, Condition],
    judges: dict[str, Judge],
) -> Reader:
    readers = tuple(compile_condition(part, bound, judges) for part in parts)

    def read(facts: Facts) -> Trace:
        traces = tuple([reader(facts) for reader in readers])
        return Trace(condition, join([trace[1] for trace in traces]), traces, facts)

    return read


@compile_condition.register
def _(condition: Negation, bound: Mapping[str, Condition], judges: dict[str, Judge]) -> Reader:
    reader = compile_condition(condition.part, bound, judges)

    def read(facts: Facts) -> Trace:
        part = reader(facts)
        return Trace(condition, None if part.truth is None else not part.truth, (part,), facts)

    return read


@compile_condition.register
def _(condition: Depends, bound: Mapping[str, Condition], judges: dict[str, Judge]) -> Reader:
    judge = compile_rule(condition.rule, bound, judges)

    def read(facts: Facts) -> Trace:
        part = judge(facts).trace
        return Trace(condition, part.truth, (part,), facts)

    return read


@compile_condition.register
def _(condition: Interpreted, bound: Mapping[str, Condition], judges: dict[str, Judge]) -> Reader:
    # Every option is read, so that the trace can say what the other reading would give.
    readers = [compile_condition(part, bound, judges) for part in condition.options.values()]
    taken = list(condition.options).index(condition.taken)

    def read(facts: Facts) -> Trace:
        traces = tuple([reader(facts) for reader in readers])
        return Trace(condition, traces[taken].truth, traces, facts)

    return read


@compile_condition.register
def _(condition: AnyChild, bound: Mapping[str, Condition], judges: dict[str, Judge]) -> Reader:
    reader = compile_condition(condition.part, bound, judges)
    name = condition.child.__name__.lower()

    def read(facts: Facts) -> Trace:
        traces = tuple([reader(child) for child in facts.get(name) or ()])
        truth = kleene_any([trace.truth for trace in traces]) if traces else None
        return Trace(condition, truth, traces, facts)

    return read


@compile_condition.register
def _(
    condition: ShareOfChildren, bound: Mapping[str, Condition], judges: dict[str, Judge]
) -> Reader:
    reader = compile_condition(condition.part, bound, judges)
    name = condition.child.__name__.lower()
    fraction = arithmetic.fraction(condition.other)

    def read(facts: Facts) -> Trace:
        traces = tuple([reader(child) for child in facts.get(name) or ()])
        truths = [trace.truth for trace in traces]
        truth = None
        if traces and None not in truths:
            truth = arithmetic.compare_ratio(
                truths.count(True), len(truths), condition.op, fraction
            )
        return Trace(condition, truth, traces, facts)

    return read
