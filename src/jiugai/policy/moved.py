"""Which estates move, and by which rules, where the texts are read in another way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import polars as pl

from jiugai.kernel.verdict import Verdict
from jiugai.policy.key import KEY
from jiugai.policy.overall import overall
from jiugai.policy.rule import Rule, Topic
from jiugai.policy.uses import rules_below
from jiugai.policy.verdicts import judge_estates
from jiugai.policy.vocabulary.estate import Estate

if TYPE_CHECKING:
    from jiugai.policy.law import Law


class RuleMoved(NamedTuple):
    """How a rule comes out under both laws, None where not in force; on how many otherwise."""

    rule: Rule
    before: Counter[str] | None
    after: Counter[str] | None
    changed: int


@dataclass(frozen=True)
class Moved:
    """A register under two laws: `answers` has the key, `before` and `after`, and if it `moves`.

    An estate moves where any verdict on it, or the overall answer, comes out otherwise.
    """

    answers: pl.DataFrame
    rules: tuple[RuleMoved, ...]

    @property
    def estates(self) -> int:
        """Return how many estates were looked at."""
        return self.answers.height

    @property
    def count(self) -> int:
        """Return how many estates move."""
        return int(self.answers["moves"].sum())

    @property
    def overall(self) -> Counter[tuple[str, str]]:
        """Return how many estates go from which overall answer to which other."""
        rows = self.answers.filter(pl.col("before") != pl.col("after"))
        return Counter(rows.select("before", "after").iter_rows())


def turned_rules(before: Law, after: Law) -> tuple[Rule, ...]:
    """Return the rules that only one law has or that they bind otherwise, and all above them."""
    both = {**before.rules, **after.rules}
    turned = {id_ for id_ in both if before.bound.get(id_) != after.bound.get(id_)}
    return tuple(rule for id_, rule in both.items() if id_ in turned or rules_below(rule) & turned)


def moved_between(
    before: Law,
    after: Law,
    estates: pl.DataFrame,
    *,
    children: Mapping[str, pl.DataFrame] | None = None,
) -> Moved:
    """Return what comes out otherwise for every estate; only rules that turn are judged twice."""
    touched = [rule for rule in turned_rules(before, after) if rule.subject is Estate]
    scope = [*before.rules_on(topics=[Topic.SCOPE]), *after.rules_on(topics=[Topic.SCOPE])]
    asked = list({rule.id: rule for rule in (*scope, *touched)}.values())
    was, now = (_truths(law, estates, children, asked) for law in (before, after))
    answers = estates.select(KEY).with_columns(
        before=overall(was, before.rules_on(topics=[Topic.SCOPE])),
        after=overall(now, after.rules_on(topics=[Topic.SCOPE])),
    )
    turns = [pl.Series(was[r.id].ne_missing(now[r.id])) for r in _in_both(touched, was, now)]
    rules = tuple(_rule_moved(rule, was, now) for rule in touched)
    return Moved(answers.with_columns(moves=_any(answers, rules, turns)), rules)


def _truths(
    law: Law,
    estates: pl.DataFrame,
    children: Mapping[str, pl.DataFrame] | None,
    rules: Sequence[Rule],
) -> pl.DataFrame:
    """Return the key and the truth of those of some rules that a law has."""
    own = [rule for rule in rules if rule.id in law.rules]
    if not own:
        return estates.select(KEY)
    return judge_estates(law, estates, children=children, rules=own).truth()


def _in_both(rules: Sequence[Rule], was: pl.DataFrame, now: pl.DataFrame) -> list[Rule]:
    return [rule for rule in rules if rule.id in was.columns and rule.id in now.columns]


def _any(
    answers: pl.DataFrame, rules: Sequence[RuleMoved], turns: Sequence[pl.Series]
) -> pl.Series:
    """Return which estates move: all of them where a rule begins or ends to be in force."""
    if any(one.before is None or one.after is None for one in rules):
        return pl.Series([True] * answers.height, dtype=pl.Boolean)
    found = answers["before"].cast(pl.String) != answers["after"].cast(pl.String)
    for turn in turns:
        found = found | turn
    return found


def _rule_moved(rule: Rule, was: pl.DataFrame, now: pl.DataFrame) -> RuleMoved:
    old, new = (_column(rule, truths) for truths in (was, now))
    changed = int(old.ne_missing(new).sum()) if old is not None and new is not None else was.height
    return RuleMoved(rule, _counted(old), _counted(new), changed)


def _column(rule: Rule, truths: pl.DataFrame) -> pl.Series | None:
    return truths[rule.id] if rule.id in truths.columns else None


def _counted(truths: pl.Series | None) -> Counter[str] | None:
    if truths is None:
        return None
    words = {True: Verdict.MET, False: Verdict.NOT_MET, None: Verdict.UNKNOWN}
    return Counter(words[one].value for one in truths)
