"""Every different leaf of a rulebook's trees as one column, shared between rules."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import ibis
import ibis.expr.types as ir

from jiugai.policy import arithmetic
from jiugai.policy.conditions import (
    AllOf,
    AnyChild,
    AnyOf,
    AnySource,
    Condition,
    Depends,
    Interpreted,
    Negation,
    ShareOfChildren,
)
from jiugai.policy.expressions import Expressions
from jiugai.policy.tree import Leaf
from jiugai.policy.vocabulary.fact import Subject


class Columns:
    """Gives each different leaf of a set of trees one column, shared between rules."""

    def __init__(self, table: ir.Table, key: str, children: Mapping[str, ir.Table]) -> None:
        self.table = table
        self.key = key
        self.children = children
        self.leaves: dict[str, Condition] = {}
        self._by_condition: dict[Condition, str] = {}

    def over_leaves(self, condition: Condition) -> Condition:
        """Return the tree with every leaf replaced by the name of its column."""
        match condition:
            case AllOf(parts=parts) | AnyOf(parts=parts):
                return replace(condition, parts=tuple(map(self.over_leaves, parts)))
            case Negation(part=part):
                return replace(condition, part=self.over_leaves(part))
            case Interpreted(options=options, taken=taken):
                return self.over_leaves(options[taken])
            case Depends():
                return condition
            case _:
                return Leaf(self._column(condition))

    def _column(self, condition: Condition) -> str:
        bare = replace(condition, label="", clause=None)
        if bare not in self._by_condition:
            name = f"leaf_{len(self.leaves)}"
            self._by_condition[bare] = name
            self.leaves[name] = condition
        return self._by_condition[bare]

    def table_of_leaves(self) -> ir.Table:
        """Return the key and one column per leaf."""
        own: dict[str, Condition] = {}
        below: dict[str, AnyChild | ShareOfChildren] = {}
        for name, leaf in self.leaves.items():
            if isinstance(leaf, AnyChild | ShareOfChildren):
                below[name] = leaf
            else:
                own[name] = leaf
        reader = Expressions(self.table)
        table = self.table.select(self.key, **{n: reader.truth(leaf) for n, leaf in own.items()})
        for child in {leaf.child for leaf in below.values()}:
            wanted = {n: leaf for n, leaf in below.items() if leaf.child is child}
            table = self._with_children(table, child, wanted)
        return table

    def _with_children(
        self, table: ir.Table, child: type[Subject], wanted: Mapping[str, Any]
    ) -> ir.Table:
        source = self.children.get(child.__name__.lower())
        if source is None:
            unknown = ibis.null("boolean")
            return table.mutate(**dict.fromkeys(wanted, unknown))
        columns = Columns(source, self.key, {})
        trees = {name: columns.over_leaves(leaf.part) for name, leaf in wanted.items()}
        rows = columns.table_of_leaves()
        rows = rows.mutate(**{f"{n}_part": joined(tree, rows) for n, tree in trees.items()})
        found = rows.group_by(self.key).aggregate(
            **{n: _gather(rows[f"{n}_part"], leaf) for n, leaf in wanted.items()}
        )
        both = table.left_join(found, self.key)
        return both.select(*table.columns, *wanted)


def _gather(part: ir.BooleanValue, leaf: AnyChild | ShareOfChildren) -> ir.Value:
    """Return the truth of a condition over children from the truth of each child."""
    met = part.fill_null(False).ifelse(1, 0).cast("int64").sum()
    unknown = part.isnull().ifelse(1, 0).cast("int64").sum()
    if isinstance(leaf, AnyChild):
        return ibis.cases((met > 0, True), (unknown > 0, ibis.null("boolean")), else_=False)
    fraction = arithmetic.fraction(leaf.other)
    count = part.isnull().count()
    holds = arithmetic.OPERATORS[leaf.op](met * fraction.denominator, count * fraction.numerator)
    return ibis.cases((unknown > 0, ibis.null("boolean")), else_=holds)


def joined(condition: Condition, table: ir.Table) -> ir.BooleanValue:
    """Return a branch over leaf columns and the columns of rules already judged."""
    match condition:
        case Leaf(column=column):
            return table[column]
        case Depends(rule=rule):
            return table[rule.id]
        case Negation(part=part):
            return ~joined(part, table)
        case AllOf(parts=parts):
            return _fold([joined(part, table) for part in parts], all_=True)
        case AnySource(parts=parts):  # where none says yes, one that says no is enough
            found = [joined(part, table) for part in parts]
            return ibis.coalesce(_fold(found, all_=False), _fold(found, all_=True))
        case AnyOf(parts=parts):
            return _fold([joined(part, table) for part in parts], all_=False)
        case _:
            raise TypeError(f"{condition!r} is not a branch.")


def _fold(parts: Sequence[ir.BooleanValue], *, all_: bool) -> ir.BooleanValue:
    total, *rest = parts
    for part in rest:
        total = total & part if all_ else total | part
    return total
