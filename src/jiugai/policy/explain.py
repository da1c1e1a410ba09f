"""A finding explained: the tree of conditions with values, thresholds and clauses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jiugai.kernel.i18n import _, headed, listed
from jiugai.kernel.verdict import NAMES, Verdict
from jiugai.policy.case import number_used
from jiugai.policy.conditions import AnyChild, Condition, Dated, Interpreted, ShareOfChildren
from jiugai.policy.leaves import facts_read
from jiugai.policy.wording import SIGNS, describe, shown

if TYPE_CHECKING:
    from jiugai.kernel.source import Clause
    from jiugai.policy.case import Facts, Finding, Trace
    from jiugai.policy.entries import Reading
    from jiugai.policy.law import Law
    from jiugai.policy.rule import Rule
    from jiugai.policy.vocabulary.fact import Fact


@dataclass(frozen=True, slots=True)
class Known:
    """A fact that a condition reads, with the value it has."""

    fact: Fact
    value: object

    @property
    def text(self) -> str:
        """Return the value as people read it."""
        return shown(self.fact, self.value)


@dataclass(frozen=True, slots=True)
class Option:
    """One way of reading an open clause, and what it gives here."""

    name: str
    says: str
    taken: bool
    step: Step

    @property
    def verdict(self) -> Verdict:
        """Return what this reading gives."""
        return self.step.verdict


@dataclass(frozen=True, slots=True)
class Step:
    """One condition: what it asks, what came of it, and what it rests on.

    `cited` is the clause of the condition or of its threshold; `options` are the readings where
    the text is open, and then `parts` is that of the reading taken. `facts` are those of the
    thing that was asked, which for the buildings of an estate is one of them.
    """

    asked: str
    verdict: Verdict
    cited: Clause | None
    number: Dated | None
    known: tuple[Known, ...]
    parts: tuple[Step, ...]
    reading: Reading | None
    options: tuple[Option, ...]
    facts: Facts
    is_child: bool = False


@dataclass(frozen=True, slots=True)
class Explanation:
    """A finding as people read it."""

    rule: Rule
    verdict: Verdict
    missing: tuple[str, ...]
    because: tuple[Clause, ...]
    step: Step


def explanation(finding: Finding, law: Law) -> Explanation:
    """Return what a finding rests on, condition by condition."""
    return Explanation(
        finding.rule,
        finding.verdict,
        finding.missing,
        finding.because,
        _step(finding.trace, law),
    )


def _step(trace: Trace, law: Law, *, is_child: bool = False) -> Step:
    condition = trace.condition
    used = number_used(condition)
    reading = law.book.readings[condition.reading] if isinstance(condition, Interpreted) else None
    options = _options(trace, condition, law) if isinstance(condition, Interpreted) else ()
    below = isinstance(condition, AnyChild | ShareOfChildren)
    return Step(
        asked=describe(condition),
        verdict=NAMES[trace.truth],
        cited=condition.clause or (used.clause if used else None),
        number=used,
        known=_known(condition, trace.facts),
        parts=tuple(one.step for one in options if one.taken)
        or tuple(_step(part, law, is_child=below) for part in trace.parts),
        reading=reading,
        options=options,
        facts=trace.facts,
        is_child=is_child,
    )


def _known(condition: Condition, facts: Facts) -> tuple[Known, ...]:
    return tuple(Known(fact, facts.get(fact.name)) for fact in facts_read(condition))


def _options(trace: Trace, open_: Interpreted, law: Law) -> tuple[Option, ...]:
    said = law.book.readings[open_.reading]
    return tuple(
        Option(name, said.options[name], name == open_.taken, _step(part, law))
        for name, part in zip(open_.options, trace.parts, strict=True)
    )


def explained(finding: Finding, law: Law) -> Iterator[str]:
    """Return the lines of an explanation, indented as the conditions nest."""
    rule = finding.rule
    yield f"{SIGNS[finding.verdict]} {rule.id} {_(rule.title)} [{rule.clause}]"
    if finding.missing:
        yield _("  缺少：{facts}").format(facts=listed(finding.missing))
    yield from _lines(explanation(finding, law).step, 1)


def _lines(step: Step, depth: int) -> Iterator[str]:
    tail = f" [{step.cited}]" if step.cited else ""
    values = " / ".join(known.text for known in step.known)
    now = _("（现为 {value}）").format(value=values) if step.known else ""
    yield f"{'  ' * depth}{SIGNS[step.verdict]} {step.asked}{now}{tail}"
    if step.reading is not None:
        yield f"{'  ' * (depth + 1)}{_(step.reading.question)} [{step.reading.clause}]"
        for option in step.options:
            yield from _option(option, depth + 1)
        return
    for part in step.parts:
        yield from _lines(part, depth + 1)


def _option(option: Option, depth: int) -> Iterator[str]:
    mark = _("采用") if option.taken else _("另一种理解")
    sign = SIGNS[option.verdict]
    yield f"{'  ' * depth}{sign} {mark} {headed(option.name, _(option.says))}"
    if option.taken:
        yield from _lines(option.step, depth + 1)
