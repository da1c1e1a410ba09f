"""What would change a verdict: one fact, and the values that turn it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Final

from jiugai.kernel.i18n import _
from jiugai.kernel.verdict import Verdict
from jiugai.policy.conditions import Compares, Condition, Dated, OneOf, StillWithin
from jiugai.policy.leaves import facts_read, parts_of
from jiugai.policy.vocabulary.fact import Fact, Kind
from jiugai.policy.wording import shown

if TYPE_CHECKING:
    from jiugai.policy.case import Facts
    from jiugai.policy.law import Law

#: Steps to both sides of a threshold, so that the exact number, more and less are tried.
_STEPS: Final = {Kind.WHOLE: 1, Kind.YEAR: 1, Kind.MONEY: 1, Kind.DECIMAL: 0.01, Kind.SHARE: 0.01}


@dataclass(frozen=True, slots=True)
class Turn:
    """If a fact had this value and all else stayed, the verdict would be another."""

    fact: Fact
    value: object
    verdict: Verdict

    @property
    def heading(self) -> str:
        """Return what people call the fact."""
        return _(self.fact.heading)

    @property
    def text(self) -> str:
        """Return the value as people read it."""
        return shown(self.fact, self.value)


def turns(law: Law, rule: str, facts: Facts) -> tuple[Turn, ...]:
    """Return the single facts that would turn a verdict, each tried by judging again.

    Facts of the subject itself only; values next to the thresholds and every choice are tried.
    """
    before = law.judge(rule, facts).verdict
    found: list[Turn] = []
    for fact, values in _candidates(law.bound[rule], law.rules[rule].subject.__name__.lower()):
        for value in values:
            if value == facts.get(fact.name):
                continue
            after = law.judge(rule, {**facts, fact.name: value}).verdict
            if after is not before:
                found.append(Turn(fact, value, after))
    return tuple(found)


def _candidates(condition: Condition, subject: str) -> Iterator[tuple[Fact, list[object]]]:
    found: dict[str, tuple[Fact, dict[object, None]]] = {}
    for leaf in _leaves(condition):
        for fact in facts_read(leaf):
            if fact.subject == subject:
                _fact, values = found.setdefault(fact.name, (fact, {}))
                values.update(dict.fromkeys(_values(fact, leaf)))
    for fact, values in found.values():
        yield fact, list(values)


def _leaves(condition: Condition) -> Iterator[Condition]:
    parts = parts_of(condition)
    if not parts:
        yield condition
    for part in parts:
        yield from _leaves(part)


def _values(fact: Fact, leaf: Condition) -> Iterable[Any]:
    match leaf:
        case _ if fact.kind is Kind.FLAG:
            return (True, False)
        case OneOf():
            return tuple(fact.choices)
        case Compares(other=other):
            return _around(fact, other.value if isinstance(other, Dated) else other)
        case StillWithin(first=date() as first):
            return first, first - timedelta(days=1)
        case _:
            return ()


def _around(fact: Fact, limit: object) -> tuple[object, ...]:
    if isinstance(limit, date):
        return limit - timedelta(days=1), limit, limit + timedelta(days=1)
    step = _STEPS.get(fact.kind)
    if step is None or not isinstance(limit, int | float | Decimal | Fraction):
        return ()
    exact = int(limit) if isinstance(step, int) else float(limit)
    near = (exact - step, exact, exact + step)
    return tuple(value for value in near if _plausible(fact, value))


def _plausible(fact: Fact, value: float) -> bool:
    return (fact.low is None or value >= fact.low) and (fact.high is None or value <= fact.high)


def first_turns(found: Iterable[Turn]) -> Mapping[str, Turn]:
    """Return one turn for each fact and verdict, the first that was found."""
    kept: dict[str, Turn] = {}
    for turn in found:
        kept.setdefault(f"{turn.fact.name}:{turn.verdict}", turn)
    return kept
