"""The verdicts of all gates on many projects at once, with the core's register reader."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final

import polars as pl

from jiugai.apps.projects.gates.asked import SUBJECTS, facts_of_gate, gates_of, name_of
from jiugai.apps.registry.law import law_for
from jiugai.census.cells.readers import DTYPES
from jiugai.kernel.division import DISTRICT
from jiugai.policy.key import KEY
from jiugai.policy.rule import Rule
from jiugai.policy.verdicts import Verdicts, judge_estates
from jiugai.policy.vocabulary import Building, Estate
from jiugai.policy.vocabulary import Project as Works
from jiugai.policy.vocabulary.fact import Fact, Subject

#: Between the names of a list that is compared and stored as one text.
BETWEEN: Final = "|"
SCHEMA: Final = {
    "project_id": pl.Int64(),
    "rule": pl.String(),
    "verdict": pl.String(),
    "because": pl.String(),
    "missing": pl.String(),
}


class Register:
    """The open projects of one district: their facts, those of their buildings and works.

    Each frame has the project as KEY, and the facts as JSON.
    """

    def __init__(
        self, projects: pl.DataFrame, buildings: pl.DataFrame, *, district: str, day: date
    ) -> None:
        self.projects = projects
        self.law = law_for(district, day)
        self.rules = {subject: self._rules(subject) for subject in SUBJECTS}
        self.estates = facts_in(projects, "facts", self._read(Estate))
        self.works = facts_in(projects, "works", self._read(Works))
        self.buildings = facts_in(buildings, "facts", self._read(Building))

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
        ]
        return pl.concat(parts) if parts else pl.DataFrame(schema=SCHEMA)

    def _said(
        self, facts: pl.DataFrame, subject: type[Subject], children: Mapping[str, pl.DataFrame]
    ) -> Iterator[pl.DataFrame]:
        rules = self.rules[subject]
        if rules and facts.height:
            found = judge_estates(self.law, facts, children=children, rules=rules)
            yield from (_rows(found, rule.id) for rule in rules)

    def grounds(self, rule: str, projects: Sequence[int]) -> dict[int, tuple[str, str]]:
        """Return for some projects the facts that a gate read, as JSON, and their digest.

        The digest is of the rulebook, the day, the rule and these facts.
        """
        found = self.law.rules[rule]
        keys = [str(one) for one in projects]
        own = self.works if found.subject is Works else self.estates
        names = [fact.name for fact in self._own(found, found.subject)]
        texts = _as_json(own.filter(pl.col(KEY).is_in(keys)), names)
        below = [fact.name for fact in self._own(found, Building)]
        children = self._children(keys, below) if below else {}
        return {
            int(key): self._ground(rule, text, children.get(key, "") if below else "")
            for key, text in texts.items()
        }

    def _children(self, keys: Sequence[str], names: Sequence[str]) -> dict[str, str]:
        chosen = self.buildings.filter(pl.col(KEY).is_in(keys))
        if not chosen.height:
            return {}
        rows = chosen.select(KEY, pl.struct(*names).struct.json_encode().alias("_json"))
        joined = rows.group_by(KEY, maintain_order=True).agg(pl.col("_json").str.join(","))
        return dict(joined.iter_rows())

    def _ground(self, rule: str, own: str, below: str) -> tuple[str, str]:
        text = f'{own[:-1]}{"," if len(own) > 2 else ""}"building":[{below}]}}' if below else own
        said = f"{self.law.book.digest} {self.law.day} {rule} {text}"
        return text, hashlib.sha256(said.encode()).hexdigest()


def registers(projects: pl.DataFrame, buildings: pl.DataFrame, *, day: date) -> Iterator[Register]:
    """Yield the projects of each district apart, because each has its own law."""
    own = pl.col("division").str.slice(0, DISTRICT)
    for (district,), part in projects.group_by(own, maintain_order=True):
        below = buildings.filter(pl.col(KEY).is_in(part[KEY].implode()))
        yield Register(part, below, district=str(district), day=day)


def facts_in(rows: pl.DataFrame, column: str, facts: Sequence[Fact]) -> pl.DataFrame:
    """Return the key and kept facts as the columns that rules read."""
    keys = rows.select(pl.col(KEY).cast(pl.String))
    if not facts:
        return keys
    schema: dict[str, Any] = {fact.name: DTYPES[fact.kind] for fact in facts}
    known = rows[column].fill_null("{}").str.json_decode(pl.Struct(schema))
    return keys.hstack(known.struct.unnest())


def _rows(found: Verdicts, rule: str) -> pl.DataFrame:
    reasons = found.reasons[rule]
    words = pl.DataFrame(
        {
            "rule": [rule] * len(reasons),
            "verdict": [one.verdict.value for one in reasons],
            "because": [BETWEEN.join(map(str, one.because)) for one in reasons],
            "missing": [BETWEEN.join(one.missing) for one in reasons],
        },
        schema={name: pl.String() for name in list(SCHEMA)[1:]},
    )
    projects = found.table.select(pl.col(KEY).cast(pl.Int64).alias("project_id"))
    return projects.hstack(words[found.table[rule]])


def _as_json(rows: pl.DataFrame, names: Sequence[str]) -> dict[str, str]:
    if not names:
        return dict.fromkeys(rows[KEY].to_list(), "{}")
    encoded = rows.select(pl.struct(*names).struct.json_encode()).to_series()
    return dict(zip(rows[KEY].to_list(), encoded.to_list(), strict=True))


def as_facts(text: str) -> dict[str, Any]:
    """Return the facts of a ground as they were, unknown ones left out."""
    return {name: value for name, value in json.loads(text).items() if value is not None}
