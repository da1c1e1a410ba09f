"""Verdicts on a whole register, each with its reasons."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

import polars as pl

from jiugai.kernel.source import Clause
from jiugai.kernel.verdict import NAMES, Verdict
from jiugai.policy.conditions import AnyChild, ShareOfChildren
from jiugai.policy.engines import Engine, connected
from jiugai.policy.key import KEY
from jiugai.policy.leaves import facts_read

if TYPE_CHECKING:
    from jiugai.policy.case import Facts
    from jiugai.policy.law import Law
    from jiugai.policy.register import Judged
    from jiugai.policy.rule import Rule

ROW = "_row"


class ReadersDisagree(Exception):
    """The register reader and the case reader gave different verdicts on the same facts."""


class Reason(NamedTuple):
    """What a verdict rests on: the same for every estate whose conditions came out alike."""

    verdict: Verdict
    because: tuple[Clause, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Verdicts:
    """The verdicts of some rules on every estate of a register.

    `reasons[rule]` lists the different reasons; `table` has the key and, per rule, the index
    into them.
    """

    rules: Mapping[str, Rule]
    table: pl.DataFrame
    reasons: Mapping[str, tuple[Reason, ...]]

    def truth(self) -> pl.DataFrame:
        """Return the key and one column of true, false or null per rule."""
        return self.table.select(
            KEY,
            *(self._look_up(rule, [_truth(r) for r in self.reasons[rule]]) for rule in self.rules),
        )

    def words(self) -> pl.DataFrame:
        """Return the key and one column of `met`, `not_met` or `unknown` per rule."""
        return self.table.select(
            KEY,
            *(self._look_up(rule, [r.verdict for r in self.reasons[rule]]) for rule in self.rules),
        )

    def of(self, estate_id: str) -> dict[str, Reason]:
        """Return the reason of every verdict on one estate; raises KeyError if there is none."""
        rows = self.table.filter(pl.col(KEY) == estate_id)
        if rows.is_empty():
            raise KeyError(estate_id)
        return {rule: self.reasons[rule][rows[rule][0]] for rule in self.rules}

    def each(self) -> Iterator[tuple[str, dict[str, Reason]]]:
        """Walk the estates with the reasons of their verdicts."""
        for key, *found in self.table.iter_rows():
            yield key, {r: self.reasons[r][i] for r, i in zip(self.rules, found, strict=True)}

    def _look_up(self, rule: str, words: Sequence[Any]) -> pl.Series:
        return pl.Series(words).gather(self.table[rule]).alias(rule)


def judge_estates(
    law: Law,
    estates: pl.DataFrame,
    *,
    children: Mapping[str, pl.DataFrame] | None = None,
    rules: Sequence[Rule] = (),
    engine: Engine = Engine.POLARS,
    database: str = "",
) -> Verdicts:
    """Return the verdicts of the law's rules on every row of `estates`, with reasons.

    The engine gives the verdicts; for each different pattern of conditions the case reader
    explains one estate, and the two must agree; raises ReadersDisagree if they do not.
    """
    from jiugai.policy.register import judge_register  # with Ibis, which takes a second to load

    asked = tuple(rules) or law.rules_on()
    below = dict(children or {})
    with connected(engine, {"estate": estates, **below}, database=database) as connection:
        judged = judge_register(
            law,
            connection.table("estate"),
            rules=asked,
            children={name: connection.table(name) for name in below},
        )
        found = judged.collect()
    estates = estates.with_row_index(ROW)
    # Engines need not keep the order of rows; the key brings them back to it.
    found = estates.select(KEY, ROW).join(found, on=KEY, how="left", maintain_order="left")
    explain = _Explainer(law, estates, below, judged, found)
    reasons = {rule.id: explain.reasons_of(rule) for rule in asked}
    table = found.select(KEY, *(series.alias(id_) for id_, (series, _) in reasons.items()))
    return Verdicts(
        {rule.id: rule for rule in asked}, table, {id_: r for id_, (_, r) in reasons.items()}
    )


def _truth(reason: Reason) -> bool | None:
    return next(truth for truth, name in NAMES.items() if name == reason.verdict)


@dataclass(frozen=True, slots=True)
class _Explainer:
    """Explains each different pattern of a rule's leaves once."""

    law: Law
    estates: pl.DataFrame
    children: Mapping[str, pl.DataFrame]
    judged: Judged
    found: pl.DataFrame

    def reasons_of(self, rule: Rule) -> tuple[pl.Series, tuple[Reason, ...]]:
        """Return, per row, an index into the different reasons of a rule's verdicts."""
        pattern = self.found.select(rule.id).hstack(self._pattern(rule))
        groups = pattern.with_columns(pl.struct(pl.all()).rank("dense").alias("group"))
        first = (
            groups.with_row_index("first")
            .group_by("group")
            .agg(pl.col("first").min(), pl.col(rule.id).first())
        )
        chosen = first.sort("first")
        known: dict[Reason, int] = {}
        index = {}
        for (group, _row, truth), facts in zip(
            chosen.iter_rows(), self._facts(chosen["first"].to_list()), strict=True
        ):
            finding = self.law.judge(rule.id, facts)
            reason = Reason(finding.verdict, finding.because, finding.missing)
            if reason.verdict != NAMES[truth]:
                raise ReadersDisagree(f"{rule.id}: {NAMES[truth]} over {facts!r}")
            index[group] = known.setdefault(reason, len(known))
        series = groups["group"].replace_strict(index, return_dtype=pl.UInt32)
        return series, tuple(known)

    def _pattern(self, rule: Rule) -> pl.DataFrame:
        """Return the columns that the reasons of a rule depend on."""
        columns = list(self.judged.uses[rule.id])
        found = self.found.select(columns)
        several = {
            fact.name
            for name in columns
            if len(facts := facts_read(self.judged.leaves[name])) > 1
            for fact in facts
            if fact.name in self.estates.columns
        }
        absent = self.estates.select(pl.col(sorted(several)).is_null().name.suffix("?"))
        return found.hstack(absent).hstack(self._rows_with_children(columns))

    def _rows_with_children(self, columns: Sequence[str]) -> pl.DataFrame:
        """Tell rows apart whose missing evidence lies in their own children."""
        below = [
            name
            for name in columns
            if isinstance(leaf := self.judged.leaves[name], AnyChild | ShareOfChildren)
            and leaf.child.__name__.lower() in self.children
        ]
        if not below:
            return pl.DataFrame()
        is_open = pl.any_horizontal(pl.col(below).is_null())
        return self.found.select(pl.when(is_open).then(pl.col(ROW)).alias(ROW))

    def _facts(self, rows: list[int]) -> Iterator[Facts]:
        """Return everything known about some rows, children included."""
        estates = self.estates[rows]
        below = {
            name: table.filter(pl.col(KEY).is_in(estates[KEY].implode())).rows_by_key(
                KEY, named=True, include_key=True
            )
            for name, table in self.children.items()
        }
        for facts in estates.iter_rows(named=True):
            yield facts | {name: found.get(facts[KEY], ()) for name, found in below.items()}
