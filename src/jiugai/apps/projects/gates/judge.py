"""The verdicts of all gates on many projects at once, with the core's register reader."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import polars as pl

from jiugai.apps.projects.gates.asked import (
    SUBJECTS,
    facts_of_gate,
    gates_of,
    name_of,
    part_gates,
)
from jiugai.apps.projects.gates.parts.judge import Parts
from jiugai.apps.projects.gates.tables import SCHEMA, as_json, facts_in, rows_of
from jiugai.apps.registry.law import law_for
from jiugai.kernel.division import DISTRICT
from jiugai.policy.key import KEY
from jiugai.policy.rule import Rule
from jiugai.policy.verdicts import judge_estates
from jiugai.policy.vocabulary import Building, Component, Estate
from jiugai.policy.vocabulary import Project as Works
from jiugai.policy.vocabulary.fact import Fact, Subject


class Register:
    """The open projects of one district: their facts, those of their buildings and works.

    Each frame has the project as KEY, and the facts as JSON.
    """

    def __init__(
        self,
        projects: pl.DataFrame,
        buildings: pl.DataFrame,
        parts: pl.DataFrame,
        *,
        district: str,
        day: date,
    ) -> None:
        self.projects = projects
        self.law = law_for(district, day)
        self.rules = {subject: self._rules(subject) for subject in SUBJECTS}
        self.estates = facts_in(projects, "facts", self._read(Estate))
        self.works = facts_in(projects, "works", self._read(Works))
        self.buildings = facts_in(buildings, "facts", self._read(Building))
        self.parts = Parts(self.law, part_gates(self.law), parts)

    def _rules(self, subject: type[Subject]) -> tuple[Rule, ...]:
        return tuple(rule for rule in gates_of(self.law) if rule.subject is subject)

    def _read(self, subject: type[Subject]) -> tuple[Fact, ...]:
        """Return the facts of a subject that any gate reads, under whatever reading."""
        own = {fact.name for rule in gates_of(self.law) for fact in self._own(rule, subject)}
        return tuple(fact for fact in subject.facts() if fact.name in own)

    def _own(self, rule: Rule, subject: type[Subject]) -> tuple[Fact, ...]:
        name = name_of(subject)
        return tuple(f for f in facts_of_gate(self.law, rule) if f.subject == name)

    def judged(self) -> pl.DataFrame:
        """Return one row for each project and gate, as in SCHEMA."""
        children = {"building": self.buildings} if self.buildings.height else {}
        parts = [
            *self._said(self.estates, Estate, children),
            *self._said(self.works, Works, {}),
            *self.parts.judged(),
        ]
        return pl.concat(parts) if parts else pl.DataFrame(schema=SCHEMA)

    def _said(
        self, facts: pl.DataFrame, subject: type[Subject], children: Mapping[str, pl.DataFrame]
    ) -> Iterator[pl.DataFrame]:
        rules = self.rules[subject]
        if rules and facts.height:
            found = judge_estates(self.law, facts, children=children, rules=rules)
            yield from (rows_of(found, rule.id) for rule in rules)

    def grounds(self, rule: str, projects: pl.Series) -> pl.DataFrame:
        """Return for some projects the facts that a gate read, as JSON, and their digest.

        The digest is of the rulebook, the day, the rule and these facts.
        """
        found = self.law.rules[rule]
        if found.subject is Component:
            return self._digested(rule, self.parts.grounds(projects))
        own = self.works if found.subject is Works else self.estates
        names = [fact.name for fact in self._own(found, found.subject)]
        rows = own.filter(pl.col(KEY).is_in(projects.cast(pl.String).implode()))
        texts = rows.select(KEY, facts=as_json(names))
        if below := [fact.name for fact in self._own(found, Building)]:
            texts = _with_children(texts, self._children(rows[KEY], below))
        return self._digested(
            rule, texts.select(pl.col(KEY).cast(pl.Int64).alias("project_id"), "facts")
        )

    def _digested(self, rule: str, texts: pl.DataFrame) -> pl.DataFrame:
        return texts.with_columns(
            digest=pl.col("facts").replace_strict(self._digests(rule, texts["facts"])),
        )

    def _digests(self, rule: str, texts: pl.Series) -> dict[str, str]:
        """Return the digest of each text; there are few of them, for most facts are yes or no."""
        head = f"{self.law.book.digest} {self.law.day} {rule} "
        return {one: hashlib.sha256((head + one).encode()).hexdigest() for one in texts.unique()}

    def _children(self, keys: pl.Series, names: Sequence[str]) -> pl.DataFrame:
        chosen = self.buildings.filter(pl.col(KEY).is_in(keys.implode()))
        rows = chosen.select(KEY, below=as_json(names))
        return rows.group_by(KEY, maintain_order=True).agg(pl.col("below").str.join(","))


def registers(
    projects: pl.DataFrame, buildings: pl.DataFrame, parts: pl.DataFrame, *, day: date
) -> Iterator[Register]:
    """Yield the projects of each district apart, because each has its own law."""
    own = pl.col("division").str.slice(0, DISTRICT)
    for (district,), part in projects.group_by(own, maintain_order=True):
        below = buildings.filter(pl.col(KEY).is_in(part[KEY].implode()))
        works = parts.filter(pl.col("project_id").is_in(part[KEY].implode()))
        yield Register(part, below, works, district=str(district), day=day)


def _with_children(texts: pl.DataFrame, children: pl.DataFrame) -> pl.DataFrame:
    """Return the facts of projects with those of their buildings among them."""
    own = pl.col("facts").str.head(-1)
    mark = pl.when(pl.col("facts") == "{}").then(pl.lit("")).otherwise(pl.lit(","))
    whole = pl.concat_str(
        own, mark, pl.lit('"building":['), pl.col("below").fill_null(""), pl.lit("]}")
    )
    return texts.join(children, on=KEY, how="left").select(KEY, facts=whole)


def as_facts(text: str) -> dict[str, Any]:
    """Return the facts of a ground as they were, unknown ones left out."""
    return {name: value for name, value in json.loads(text).items() if value is not None}
