"""The second reader: a whole register at once, compiled with Ibis for any of its engines.

Every leaf becomes one column of true, false and null; every rule a column over leaf columns.
SQL's null follows Kleene's logic, so the verdicts are those of `case.py`, and the leaf
columns are the reasons: from them the deciding clause and the missing fact follow.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import ibis.expr.types as ir
import polars as pl

from jiugai.policy import planes
from jiugai.policy.columns import Columns, joined
from jiugai.policy.key import KEY
from jiugai.policy.tree import in_order, leaves_below, levels

if TYPE_CHECKING:
    from jiugai.policy.conditions import Condition
    from jiugai.policy.law import Law
    from jiugai.policy.rule import Rule


@dataclass(frozen=True)
class Judged:
    """A register with its verdicts, not yet computed.

    `leaf_table` has the key and one column per leaf; `leaves` maps it to its condition.
    `trees` has every rule that is needed, in order, over leaf columns; `rules` those asked for.
    """

    leaf_table: ir.Table
    key: str
    leaves: Mapping[str, Condition]
    trees: Mapping[str, Condition]
    needed: Sequence[Rule]
    rules: Mapping[str, Rule]

    @cached_property
    def uses(self) -> Mapping[str, tuple[str, ...]]:
        """Return the leaf columns below each rule."""
        found: dict[str, tuple[str, ...]] = {}
        for id_, tree in self.trees.items():
            found[id_] = tuple(leaves_below(tree, found))
        return found

    @cached_property
    def table(self) -> ir.Table:
        """Return the key, the leaves and one column per rule, for an engine to compute."""
        table = self.leaf_table
        for group in levels(self.needed):
            table = table.mutate(**{r.id: joined(self.trees[r.id], table) for r in group})
        return table.select(self.key, *self.leaves, *self.rules)

    def collect(self) -> pl.DataFrame:
        """Return the same columns, computed.

        In process only the leaves are left to the engine: their logic is faster on bit planes.
        """
        backend: Any = self.leaf_table.get_backend()
        if backend.name != "polars":
            found: pl.DataFrame = self.table.to_polars()
            return found
        # In one piece: the streaming engine's many chunks would have to be put together first.
        leaves: pl.DataFrame = backend.compile(self.leaf_table).collect(engine="in-memory")
        return self.with_rules(leaves)

    def with_rules(self, leaves: pl.DataFrame) -> pl.DataFrame:
        """Return computed leaf columns with the columns of the rules asked for beside them."""
        columns = planes.verdicts(leaves.select(*self.leaves), self.trees, self.needed)
        return leaves.hstack([column for column in columns if column.name in self.rules])


def judge_register(
    law: Law,
    estates: ir.Table,
    *,
    rules: Sequence[Rule],
    children: Mapping[str, ir.Table] | None = None,
    key: str = KEY,
) -> Judged:
    """Return the verdicts of `rules` on every row of `estates`.

    Columns are named like facts; an absent column is a fact that nobody knows. `children`
    maps a subject's name to a table that refers to the rows by `key`.
    """
    columns = Columns(estates, key, children or {})
    needed = in_order(rules)
    trees = {rule.id: columns.over_leaves(law.bound[rule.id]) for rule in needed}
    asked = {rule.id: rule for rule in rules}
    return Judged(columns.table_of_leaves(), key, columns.leaves, trees, needed, asked)
