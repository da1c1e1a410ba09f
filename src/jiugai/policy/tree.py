"""A rule's tree once its leaves have become columns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jiugai.policy.conditions import AllOf, AnyOf, Condition, Depends, Negation
from jiugai.policy.leaves import walk

if TYPE_CHECKING:
    from jiugai.policy.rule import Rule


@dataclass(frozen=True, slots=True)
class Leaf(Condition):
    """A leaf that has become a column."""

    column: str


def in_order(rules: Iterable[Rule]) -> list[Rule]:
    """Return the rules and all they depend on, each after those that it needs."""
    found: dict[str, Rule] = {}

    def add(rule: Rule) -> None:
        for part in walk(rule.when):
            if isinstance(part, Depends):
                add(part.rule)
        found.setdefault(rule.id, rule)

    for rule in rules:
        add(rule)
    return list(found.values())


def levels(rules: Sequence[Rule]) -> list[list[Rule]]:
    """Return rules, given in order, in groups that need only groups before them."""
    level: dict[str, int] = {}
    found: list[list[Rule]] = []
    for rule in rules:
        needs = (level[part.rule.id] for part in walk(rule.when) if isinstance(part, Depends))
        level[rule.id] = max(needs, default=-1) + 1
        found += [[] for _ in range(level[rule.id] + 1 - len(found))]
        found[level[rule.id]].append(rule)
    return found


def leaves_below(tree: Condition, uses: Mapping[str, tuple[str, ...]]) -> Iterable[str]:
    """Return the leaf columns that a tree rests on; `uses` has those of rules it depends on."""
    match tree:
        case Leaf(column=column):
            return (column,)
        case Depends(rule=rule):
            return uses[rule.id]
        case AllOf(parts=parts) | AnyOf(parts=parts):
            return dict.fromkeys(name for part in parts for name in leaves_below(part, uses))
        case Negation(part=part):
            return leaves_below(part, uses)
        case _:
            raise TypeError(f"{tree!r} is not a branch.")
