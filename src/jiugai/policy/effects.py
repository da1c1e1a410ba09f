"""What another law would do to a register: who enters, who leaves, who opens, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import polars as pl

from jiugai.kernel.i18n import _
from jiugai.kernel.verdict import Verdict
from jiugai.policy.flips import flips, grounds
from jiugai.policy.key import KEY
from jiugai.policy.leaves import facts_read, walk
from jiugai.policy.overall import overall
from jiugai.policy.rule import Topic
from jiugai.policy.verdicts import judge_estates

if TYPE_CHECKING:
    from jiugai.policy.law import Law
    from jiugai.policy.rule import Rule
    from jiugai.policy.verdicts import Reason, Verdicts

#: What sums are made of besides the number of estates.
SIZES: Final = (
    "household_count",
    "floor_area_m2",
    "basic_cost",
    "improving_cost",
    "upgrading_cost",
)
#: The order in which verdicts are shown.
ORDER: Final = (Verdict.MET, Verdict.UNKNOWN, Verdict.NOT_MET)


class Known(NamedTuple):
    """The sum of a fact over some estates, and how many of them it is known for.

    Money is in whole cents.
    """

    total: int | float
    estates: int


@dataclass(frozen=True, slots=True)
class Sums:
    """How many estates there are in a group, and the sums of what is known about them."""

    estates: int
    sizes: Mapping[str, Known]


class RuleTurn(NamedTuple):
    """A rule on one estate that comes out otherwise; None where the rule is not in force."""

    rule: Rule
    before: Reason | None
    after: Reason | None
    why: str


class EstateTurn(NamedTuple):
    """An estate of which some verdict changes; `before` and `after` are the overall answers."""

    facts: Mapping[str, Any]
    before: Verdict
    after: Verdict
    rules: tuple[RuleTurn, ...]

    @property
    def id(self) -> str:
        """Return the id of the estate."""
        return str(self.facts[KEY])


class RuleTurns(NamedTuple):
    """How one rule came out over the register under both laws.

    Empty where not in force; `changed` is None where only one law has the rule.
    """

    rule: Rule
    before: Counter[Verdict]
    after: Counter[Verdict]
    changed: int | None


@dataclass(frozen=True)
class Effect:
    """A register under two laws."""

    before: Law
    after: Law
    estates: pl.DataFrame
    was: Verdicts
    now: Verdicts
    children: Mapping[str, pl.DataFrame] = field(default_factory=dict)

    @cached_property
    def rules(self) -> dict[str, Rule]:
        """Return every rule of either law, those for scope first."""
        both = {**self.was.rules, **self.now.rules}
        order = list(Topic)
        return dict(sorted(both.items(), key=lambda item: order.index(item[1].topic)))

    @cached_property
    def answers(self) -> pl.DataFrame:
        """Return the overall answer on each estate under both laws: key, `before`, `after`."""
        sides = {"before": self.was, "after": self.now}
        columns = [_overall(verdicts).alias(name) for name, verdicts in sides.items()]
        return self.estates.select(KEY).with_columns(columns)

    @cached_property
    def turns(self) -> tuple[EstateTurn, ...]:
        """Return every estate of which a verdict changes, with the reason, in their order."""
        return tuple(_Turner(self).turns())

    @cached_property
    def by_rule(self) -> tuple[RuleTurns, ...]:
        """Return how every rule of either law came out."""
        was, now = self.was.words(), self.now.words()
        found = []
        for id_, rule in self.rules.items():
            old, new = (words[id_] if id_ in words.columns else None for words in (was, now))
            changed = None
            if old is not None and new is not None:
                changed = int((old.cast(pl.String) != new.cast(pl.String)).sum())
            found.append(RuleTurns(rule, _counted(old), _counted(new), changed))
        return tuple(found)

    @cached_property
    def moves(self) -> dict[tuple[Verdict, Verdict], Sums]:
        """Return the sums of the estates by overall answer before and after."""
        rows = self.estates.hstack(self.answers.select("before", "after"))
        found = {}
        for (old, new), part in rows.group_by("before", "after"):
            found[Verdict(str(old)), Verdict(str(new))] = sums_of(part)
        return {(a, b): found[a, b] for a in ORDER for b in ORDER if (a, b) in found}

    def counts(self, side: str) -> dict[Verdict, int]:
        """Return how many estates are in, open and out on one side, `before` or `after`."""
        found = Counter(self.answers[side].to_list())
        return {verdict: found[verdict] for verdict in ORDER}

    @cached_property
    def division_column(self) -> str:
        """Return by what the register is split: district, else street, or "" if by neither."""
        for column in ("district", "street"):
            if column in self.estates.columns and self.estates[column].n_unique() > 1:
                return column
        return ""

    @cached_property
    def by_division(self) -> dict[str, dict[tuple[Verdict, Verdict], Sums]]:
        """Return the sums of the estates whose overall answer changes, by division."""
        if not self.division_column:
            return {}
        rows = self.estates.hstack(self.answers.select("before", "after"))
        changed = rows.filter(pl.col("before") != pl.col("after"))
        found: dict[str, dict[tuple[Verdict, Verdict], Sums]] = {}
        for (place, old, new), part in changed.group_by(
            self.division_column, "before", "after", maintain_order=True
        ):
            move = Verdict(str(old)), Verdict(str(new))
            found.setdefault(str(place or ""), {})[move] = sums_of(part)
        return dict(sorted(found.items()))


def effect_of(
    before: Law,
    after: Law,
    estates: pl.DataFrame,
    *,
    children: Mapping[str, pl.DataFrame] | None = None,
) -> Effect:
    """Return what comes out otherwise under another law for every estate of a register."""
    below = dict(children or {})
    was = judge_estates(before, estates, children=below)
    now = was if after is before else judge_estates(after, estates, children=below)
    return Effect(before, after, estates, was, now, below)


def sums_of(rows: pl.DataFrame) -> Sums:
    """Return how many estates there are and the sums of what is known about them."""
    sizes = {}
    for name in SIZES:
        values = rows[name].drop_nulls() if name in rows.columns else pl.Series([], dtype=pl.Int64)
        total = values.sum()
        sizes[name] = Known(total if isinstance(total, int) else float(total), values.len())
    return Sums(rows.height, sizes)


def _overall(verdicts: Verdicts) -> pl.Series:
    scope = [rule for rule in verdicts.rules.values() if rule.topic is Topic.SCOPE]
    return overall(verdicts.truth(), scope)


def _counted(words: pl.Series | None) -> Counter[Verdict]:
    return Counter(map(Verdict, words.to_list())) if words is not None else Counter()


@dataclass(frozen=True)
class _Turner:
    """Explains the verdicts that change, each different estate once."""

    effect: Effect
    _said: dict[tuple[object, ...], str] = field(default_factory=dict)

    def turns(self) -> Iterator[EstateTurn]:
        """Yield the estates of which a verdict changes."""
        effect = self.effect
        rows = self._changed()
        answers = effect.answers.join(rows, on=KEY, how="semi", maintain_order="left")
        estates = effect.estates.join(rows, on=KEY, how="semi", maintain_order="left")
        was, now = (self._reasons(verdicts, rows) for verdicts in (effect.was, effect.now))
        below = self._below(rows)
        for facts, (key, old, new) in zip(
            estates.iter_rows(named=True), answers.iter_rows(), strict=True
        ):
            whole = facts | {name: found.get(key, ()) for name, found in below.items()}
            rules = tuple(self._rules(whole, was[key], now[key]))
            yield EstateTurn(facts, Verdict(old), Verdict(new), rules)

    def _changed(self) -> pl.DataFrame:
        """Return the keys of the estates of which the verdict of some rule in both laws changes.

        A rule that only one law has counts where it takes part in the overall answer.
        """
        effect = self.effect
        was, now = (v.words().cast(pl.String) for v in (effect.was, effect.now))
        shared = [id_ for id_ in effect.was.rules if id_ in effect.now.rules]
        masks = [was[id_] != now[id_] for id_ in shared]
        masks.append(effect.answers["before"] != effect.answers["after"])
        table = pl.DataFrame({str(index): mask for index, mask in enumerate(masks)})
        changed = table.select(pl.any_horizontal(pl.all())).to_series()
        return effect.estates.select(KEY).filter(changed)

    @staticmethod
    def _reasons(verdicts: Verdicts, rows: pl.DataFrame) -> dict[str, dict[str, Reason]]:
        table = verdicts.table.join(rows, on=KEY, how="semi", maintain_order="left")
        return {
            key: {
                id_: verdicts.reasons[id_][i] for id_, i in zip(verdicts.rules, found, strict=True)
            }
            for key, *found in table.iter_rows()
        }

    def _below(self, rows: pl.DataFrame) -> dict[str, dict[Any, Any]]:
        return {
            name: table.join(rows, on=KEY, how="semi").rows_by_key(
                KEY, named=True, include_key=True
            )
            for name, table in self.effect.children.items()
        }

    def _rules(
        self, facts: Mapping[str, Any], was: Mapping[str, Reason], now: Mapping[str, Reason]
    ) -> Iterator[RuleTurn]:
        for id_, rule in self.effect.rules.items():
            old, new = was.get(id_), now.get(id_)
            if old is not None and new is not None:
                if old.verdict is not new.verdict:
                    yield RuleTurn(rule, old, new, self._why(rule, facts))
            elif rule.topic is Topic.SCOPE:
                yield RuleTurn(rule, old, new, self._why(rule, facts))

    def _why(self, rule: Rule, facts: Mapping[str, Any]) -> str:
        key = (rule.id, *(_frozen(facts.get(name)) for name in self._read(rule)))
        if key not in self._said:
            self._said[key] = self._say(rule, facts)
        return self._said[key]

    def _say(self, rule: Rule, facts: Mapping[str, Any]) -> str:
        before, after = self.effect.before, self.effect.after
        if rule.id not in after.rules:
            return _("不再适用；原先{grounds}").format(
                grounds=grounds(before.judge(rule.id, facts))
            )
        new = after.judge(rule.id, facts)
        if rule.id not in before.rules:
            return _("新适用；{grounds}").format(grounds=grounds(new))
        return flips(before.judge(rule.id, facts), new, law=after)

    def _read(self, rule: Rule) -> list[str]:
        """Return the names of all facts, or tables below, that a rule may read."""
        names = {fact.name for part in walk(rule.when) for fact in facts_read(part)}
        return sorted(names | self.effect.children.keys())


def _frozen(value: object) -> object:
    return repr(value) if isinstance(value, list | tuple) else value
