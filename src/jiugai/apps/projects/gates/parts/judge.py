"""The verdicts of gates on parts of the works, part by part, and of each project as a whole."""

import json
from collections.abc import Iterator, Sequence
from typing import Final

import polars as pl

from jiugai.apps.projects.gates.asked import facts_of_gate
from jiugai.apps.projects.gates.parts.items import part_items
from jiugai.apps.projects.gates.tables import BETWEEN, SCHEMA, facts_in, rows_of
from jiugai.kernel.verdict import Verdict
from jiugai.policy.key import KEY
from jiugai.policy.law import Law
from jiugai.policy.rule import Rule
from jiugai.policy.verdicts import judge_estates

#: What is missing of a gate on parts is named by their items.
ITEM: Final = "item:"
_MET, _NOT_MET, _UNKNOWN = Verdict.MET.value, Verdict.NOT_MET.value, Verdict.UNKNOWN.value


class Parts:
    """The chosen parts of the works of projects, and the gates that each of them has to pass.

    A project that chose nothing has no such gate. It passes where all its parts do; as long as
    one does not, it names the items that keep it shut.
    """

    def __init__(self, law: Law, rules: Sequence[Rule], parts: pl.DataFrame) -> None:
        self.law, self.rules = law, rules
        known = list(part_items(law))
        self.parts = parts.filter(pl.col("item").is_in(known)).with_row_index(KEY)
        facts = {fact.id: fact for rule in rules for fact in facts_of_gate(law, rule)}
        self.facts = facts_in(self.parts, "facts", list(facts.values()))

    def judged(self) -> Iterator[pl.DataFrame]:
        """Yield for each gate one row per project that has parts."""
        if self.rules and self.parts.height:
            found = judge_estates(self.law, self.facts, rules=self.rules)
            for rule in self.rules:
                yield self._wholes(rows_of(found, rule.id))

    def _wholes(self, rows: pl.DataFrame) -> pl.DataFrame:
        own = self.parts.select(KEY, project="project_id", item="item")
        both = rows.join(own, left_on="project_id", right_on=pl.col(KEY).cast(pl.Int64))
        shut = pl.col("verdict") != _MET
        whole = both.group_by("project", "rule", maintain_order=True).agg(
            is_lost=(pl.col("verdict") == _NOT_MET).any(),
            is_open=(pl.col("verdict") == _UNKNOWN).any(),
            because=pl.col("because").unique(maintain_order=True).str.join(BETWEEN),
            missing=(pl.lit(ITEM) + pl.col("item"))
            .filter(shut)
            .unique(maintain_order=True)
            .str.join(BETWEEN),
        )
        said = (
            pl.when("is_lost")
            .then(pl.lit(_NOT_MET))
            .when("is_open")
            .then(pl.lit(_UNKNOWN))
            .otherwise(pl.lit(_MET))
        )
        clauses = pl.col("because").str.strip_chars(BETWEEN).str.split(BETWEEN)
        return whole.select(
            project_id="project",
            rule="rule",
            verdict=said,
            because=clauses.list.unique(maintain_order=True).list.join(BETWEEN),
            missing="missing",
        ).cast(dict(SCHEMA))  # type: ignore[arg-type]

    def grounds(self, projects: pl.Series) -> pl.DataFrame:
        """Return for some projects the facts of their parts, as JSON."""
        chosen = self.parts.filter(pl.col("project_id").is_in(projects.implode()))
        whole: dict[int, list[object]] = {}
        for project, item, building, facts in chosen.select(
            "project_id", "item", "building", "facts"
        ).iter_rows():
            own = {"item": item, "building": building or None, **json.loads(facts)}
            whole.setdefault(project, []).append(own)
        texts = [json.dumps({"component": one}, ensure_ascii=False) for one in whole.values()]
        return pl.DataFrame(
            {"project_id": list(whole), "facts": texts},
            schema={"project_id": pl.Int64(), "facts": pl.String()},
        )
