"""What an assessment report tells: figures, rules, gaps in evidence, open readings, estates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import polars as pl

from jiugai.kernel.verdict import Verdict
from jiugai.policy.conditions import Interpreted
from jiugai.policy.key import KEY
from jiugai.policy.law import law_of
from jiugai.policy.leaves import walk
from jiugai.policy.overall import overall
from jiugai.policy.rule import Rule, Topic
from jiugai.policy.verdicts import judge_estates

if TYPE_CHECKING:
    from jiugai.policy.entries import Reading
    from jiugai.policy.law import Law
    from jiugai.policy.verdicts import Verdicts
    from jiugai.reporting.borders import Border


class RuleCount(NamedTuple):
    """How a rule came out over the register."""

    rule: Rule
    met: int
    unknown: int
    not_met: int

    @property
    def total(self) -> int:
        """Return the number of estates judged."""
        return self.met + self.unknown + self.not_met


class ReadingEffect(NamedTuple):
    """How many estates another reading would let in or put out."""

    reading: Reading
    taken: str
    option: str
    changed: int


class Group(NamedTuple):
    """A group of estates by the overall answer."""

    name: str
    met: int
    unknown: int
    not_met: int

    @property
    def total(self) -> int:
        """Return the number of estates in the group."""
        return self.met + self.unknown + self.not_met


@dataclass(frozen=True)
class Assessment:
    """Everything that the report is written from; `sources` are file names with row counts."""

    law: Law
    estates: pl.DataFrame
    verdicts: Verdicts
    issues: pl.DataFrame
    sources: Sequence[tuple[str, int]]
    outlines: Sequence[Border] = ()
    children: Mapping[str, pl.DataFrame] = field(default_factory=dict)

    @cached_property
    def scope_rules(self) -> tuple[Rule, ...]:
        """Return the rules that let an estate in."""
        return tuple(r for r in self.verdicts.rules.values() if r.topic is Topic.SCOPE)

    @cached_property
    def answer(self) -> pl.Series:
        """Return the overall answer per estate: out if one text says so, in if all do."""
        return overall(self.verdicts.truth(), self.scope_rules)

    @property
    def problems(self) -> int:
        """Return how many issues ask somebody to look; notes only tell."""
        return self.issues.filter(pl.col("severity") != "note").height

    @cached_property
    def counts(self) -> dict[Verdict, int]:
        """Return how many estates are in, open and out."""
        found = Counter(self.answer.to_list())
        return {verdict: found[verdict] for verdict in Verdict}

    @cached_property
    def rules(self) -> tuple[RuleCount, ...]:
        """Return how every rule came out, in the order of topics."""
        words = self.verdicts.words()
        order = list(Topic)
        rows = []
        for rule in sorted(self.verdicts.rules.values(), key=lambda r: order.index(r.topic)):
            found = Counter(words[rule.id].to_list())
            rows.append(
                RuleCount(rule, found[Verdict.MET], found[Verdict.UNKNOWN], found[Verdict.NOT_MET])
            )
        return tuple(rows)

    def missing(self, topics: Sequence[Topic]) -> list[tuple[str, int]]:
        """Return the facts that keep verdicts open, with the number of estates, most first."""
        rows: dict[str, set[int]] = {}
        for rule in self.verdicts.rules.values():
            if rule.topic not in topics:
                continue
            reasons = self.verdicts.reasons[rule.id]
            for row, index in enumerate(self.verdicts.table[rule.id]):
                for fact in reasons[index].missing:
                    rows.setdefault(fact, set()).add(row)
        return sorted(((f, len(r)) for f, r in rows.items()), key=lambda item: (-item[1], item[0]))

    @cached_property
    def by_decade(self) -> list[Group]:
        """Return the overall answer by decade of building, earliest first."""
        if "built_year" not in self.estates.columns:
            return []
        decade = self.estates["built_year"] // 10 * 10
        return self._grouped(decade.cast(pl.String))

    @cached_property
    def by_division(self) -> list[Group]:
        """Return the overall answer by district, or by street where there is one district."""
        for column in ("district", "street"):
            if column in self.estates.columns and self.estates[column].n_unique() > 1:
                return sorted(self._grouped(self.estates[column]), key=lambda g: -g.total)
        return []

    def _grouped(self, by: pl.Series) -> list[Group]:
        table = pl.DataFrame({"by": by, "answer": self.answer.cast(pl.String)})
        found = table.group_by("by", "answer").len()
        rows: dict[str, Counter[str]] = {}
        for name, answer, count in found.iter_rows():
            rows.setdefault(name or "", Counter())[answer] = count
        return [
            Group(name, *(count[v] for v in (Verdict.MET, Verdict.UNKNOWN, Verdict.NOT_MET)))
            for name, count in sorted(rows.items())
        ]

    @cached_property
    def open_readings(self) -> list[ReadingEffect]:
        """Return what the other reading of each open place in the scope rules would change."""
        used = {
            part.reading: None
            for rule in self.scope_rules
            for part in walk(rule.when)
            if isinstance(part, Interpreted)
        }
        return [effect for id_ in used for effect in self._effects(id_)]

    def _effects(self, id_: str) -> list[ReadingEffect]:
        reading = self.law.book.readings[id_]
        taken = self.law.readings[id_]
        before = self.verdicts.truth()
        found = []
        for option in reading.options:
            if option == taken:
                continue
            other = law_of(
                self.law.place, self.law.day, readings={**self.law.readings, id_: option}
            )
            now = judge_estates(
                other, self.estates, children=self.children, rules=self.scope_rules
            ).truth()
            rules = [rule.id for rule in self.scope_rules]
            differs = pl.any_horizontal(
                before[rule].ne_missing(now[rule]).alias(rule) for rule in rules
            )
            changed = int(before.select(differs).to_series().sum())
            found.append(ReadingEffect(reading, taken, option, changed))
        return found


def write_report(path: Path, assessment: Assessment) -> None:
    """Write the report as one HTML file that opens without a network."""
    from jiugai.reporting.page import render

    path.write_text(render(assessment), encoding="utf-8")


def rows_of(assessment: Assessment) -> Mapping[str, Any]:
    """Return the estates with their reasons, each different reason once, for the page's tables."""
    estates, verdicts = assessment.estates, assessment.verdicts
    columns = ["name", "district", "street", "built_year", "household_count"]
    shown = estates.select(
        KEY, *(pl.col(c) if c in estates.columns else pl.lit(None).alias(c) for c in columns)
    )
    answers = [list(Verdict).index(Verdict(word)) for word in assessment.answer]
    return {
        "scope": [list(verdicts.rules).index(rule.id) for rule in assessment.scope_rules],
        "rules": [
            {"id": r.id, "title": r.title, "clause": str(r.clause), "means": r.means}
            for r in verdicts.rules.values()
        ],
        "reasons": [
            [
                [
                    list(Verdict).index(reason.verdict),
                    [str(clause) for clause in reason.because],
                    list(reason.missing),
                ]
                for reason in verdicts.reasons[rule]
            ]
            for rule in verdicts.rules
        ],
        "estates": [
            [*row, answer, *found[1:]]
            for row, answer, found in zip(
                shown.iter_rows(), answers, verdicts.table.iter_rows(), strict=True
            )
        ],
    }
