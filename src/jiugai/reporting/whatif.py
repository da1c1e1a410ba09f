"""What a proposal would do, as tables: verdicts, sums, divisions, estates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from jiugai.kernel.i18n import _, headed, listed, ngettext, noted
from jiugai.kernel.tables import Cell, Column, Holds, Table
from jiugai.kernel.verdict import Verdict
from jiugai.policy.effects import ORDER, SIZES, Effect, EstateTurn, RuleTurns, Sums
from jiugai.policy.key import KEY
from jiugai.policy.rule import Topic
from jiugai.policy.uses import rules_below

if TYPE_CHECKING:
    from collections import Counter

    from jiugai.policy.rule import Rule
    from jiugai.policy.verdicts import Reason

#: What is shown of an estate, where the register has it.
SHOWN: Final = ("name", "district", "street", "built_year", "household_count", "floor_area_m2")
_COSTS: Final = ("basic_cost", "improving_cost", "upgrading_cost")


@dataclass(frozen=True, slots=True)
class PlanTurn:
    """An estate that the plan under the proposal treats otherwise; words for people to read."""

    id: str
    kind: str
    before: str
    after: str
    years: tuple[int | None, int | None]
    classes: tuple[str, str]
    why: str


@dataclass(frozen=True, slots=True)
class PlanPart:
    """The change of the plan: a sentence on the benefit, tables, estates, and all of it."""

    said: tuple[str, ...]
    figures: tuple[tuple[str, str], ...]
    tables: tuple[Table, ...]
    turns: tuple[PlanTurn, ...]
    kinds: tuple[str, ...]
    content: Mapping[str, Any]


@dataclass(frozen=True)
class WhatIf:
    """A proposal with its effect; `changes` and `notes` are sentences."""

    effect: Effect
    changes: tuple[str, ...]
    notes: tuple[str, ...]
    asked: Mapping[str, Any]
    plan: PlanPart | None = None

    @cached_property
    def turns(self) -> dict[str, EstateTurn]:
        """Return the estates of which a verdict changes, by id."""
        return {turn.id: turn for turn in self.effect.turns}

    @cached_property
    def plan_turns(self) -> dict[str, PlanTurn]:
        """Return the estates that the plan treats otherwise, by id."""
        return {turn.id: turn for turn in self.plan.turns} if self.plan else {}

    @cached_property
    def answer_of(self) -> dict[str, str]:
        """Return the overall answer under the proposal by id."""
        return dict(self.effect.answers.select(KEY, "after").iter_rows())

    def each(self) -> Iterator[tuple[Mapping[str, Any], EstateTurn | None, PlanTurn | None]]:
        """Walk the estates that change in either way, in the order of the register."""
        for facts in self.effect.estates.iter_rows(named=True):
            id_ = str(facts[KEY])
            if id_ in self.turns or id_ in self.plan_turns:
                yield facts, self.turns.get(id_), self.plan_turns.get(id_)


def verdict_word(verdict: Verdict) -> str:
    """Return what people call an overall answer."""
    return {
        Verdict.MET: _("可以纳入"),
        Verdict.UNKNOWN: _("待查"),
        Verdict.NOT_MET: _("不在范围"),
    }[verdict]


def said(found: WhatIf) -> str:
    """Return the outcome over the whole register in one sentence."""
    effect = found.effect
    old, new = effect.counts("before"), effect.counts("after")
    parts = [
        _("{word}由 {old} 个变为 {new} 个").format(
            word=verdict_word(verdict), old=f"{old[verdict]:,}", new=f"{new[verdict]:,}"
        )
        for verdict in ORDER
        if old[verdict] or new[verdict]
    ]
    enters, leaves = _crossing(effect)
    sentence = _("{parts}；转入 {enters} 个，转出 {leaves} 个。").format(
        parts=listed(parts, "，"), enters=f"{enters:,}", leaves=f"{leaves:,}"
    )
    same = sum(turn.before is turn.after for turn in effect.turns)
    if not same:
        return sentence
    return sentence + ngettext("另有 {count} 个小区只是个别规则的结论改变。", same).format(
        count=f"{same:,}"
    )


def _crossing(effect: Effect) -> tuple[int, int]:
    """Return how many estates come to be in, and how many cease to be."""
    moves = effect.moves.items()
    enters = sum(s.estates for (a, b), s in moves if a is not b and b is Verdict.MET)
    leaves = sum(s.estates for (a, b), s in moves if a is not b and a is Verdict.MET)
    return enters, leaves


def moves_table(effect: Effect) -> Table:
    """Return the estates by answer before and after, with their sums."""
    columns = (Column(_("原结论")), Column(_("新结论")), *_sum_columns())
    rows: list[list[Cell]] = [
        [verdict_word(old), verdict_word(new), *_sum_cells(sums)]
        for (old, new), sums in effect.moves.items()
    ]
    return Table(_("谁进谁出"), columns, rows, _note(effect))


def divisions_table(effect: Effect) -> Table:
    """Return the estates whose answer changes, by district or sub-district."""
    columns = (Column(_("区划")), Column(_("原结论")), Column(_("新结论")), *_sum_columns())
    rows: list[list[Cell]] = [
        [place or _("不详"), verdict_word(old), verdict_word(new), *_sum_cells(sums)]
        for place, moves in effect.by_division.items()
        for (old, new), sums in sorted(moves.items())
    ]
    return Table(_("按区划"), columns, rows)


def _sum_columns() -> tuple[Column, ...]:
    return (
        Column(_("小区"), Holds.COUNT),
        Column(_("户数"), Holds.COUNT),
        Column(_("面积（㎡）"), Holds.COUNT),
        Column(_("基础类"), Holds.MONEY),
        Column(_("完善类"), Holds.MONEY),
        Column(_("提升类"), Holds.MONEY),
    )


def _sum_cells(sums: Sums) -> list[Cell]:
    known = (sums.sizes[name] for name in SIZES)
    return [sums.estates, *(round(one.total) if one.estates else None for one in known)]


def _note(effect: Effect) -> str:
    estates = effect.estates
    filled = {
        name: estates.height - estates[name].null_count() if name in estates.columns else 0
        for name in SIZES
    }
    return _(
        "户数按 {households} 个、面积按 {area} 个、投资（万元）按 {costs} 个已填的小区合计；"
        "没有填的不估。"
    ).format(
        households=f"{filled['household_count']:,}",
        area=f"{filled['floor_area_m2']:,}",
        costs=f"{max(filled[name] for name in _COSTS):,}",
    )


def rules_table(effect: Effect) -> Table:
    """Return the rules that come out otherwise, or are in one law only; scope rules always."""
    columns = (
        Column(_("规则")),
        Column(_("条款")),
        *(Column(_("原{word}").format(word=_word(v)), Holds.COUNT) for v in ORDER),
        *(Column(_("新{word}").format(word=_word(v)), Holds.COUNT) for v in ORDER),
        Column(_("改变"), Holds.COUNT),
    )
    rows: list[list[Cell]] = [
        [
            _(one.rule.title),
            str(one.rule.clause),
            *_counted(one.before),
            *_counted(one.after),
            _changed(one),
        ]
        for one in effect.by_rule
        if one.changed != 0 or one.rule.topic is Topic.SCOPE
    ]
    return Table(_("逐条规则"), columns, rows)


def _word(verdict: Verdict) -> str:
    words = {Verdict.MET: _("符合"), Verdict.UNKNOWN: _("待查"), Verdict.NOT_MET: _("不符合")}
    return words[verdict]


def _counted(found: Counter[Verdict]) -> list[Cell]:
    return [found[verdict] if found else None for verdict in ORDER]


def _changed(one: RuleTurns) -> str:
    if one.changed is None:
        return _("不再适用") if one.before else _("新适用")
    return f"{one.changed:,}"


def estates_table(found: WhatIf) -> Table:
    """Return every estate that changes: answers, reasons and plan before and after."""
    columns = (
        Column(_("小区")),
        Column(_("编号")),
        Column(_("区划")),
        Column(_("建成年代")),
        Column(_("户数"), Holds.COUNT),
        Column(_("原结论")),
        Column(_("新结论")),
        Column(_("原依据")),
        Column(_("新依据")),
        Column(_("原因")),
        *((Column(_("原计划")), Column(_("新计划"))) if found.plan else ()),
    )
    rows: list[list[Cell]] = [
        [
            facts["name"] or str(facts[KEY]),
            str(facts[KEY]),
            place_of(found, facts),
            _year(facts),
            facts.get("household_count"),
            *_answers(found, str(facts[KEY]), turn),
            *(because(turn, later) for later in (False, True)),
            why(turn),
            *((planned.before, planned.after) if planned else ("",) * 2 if found.plan else ()),
        ]
        for facts, turn, planned in found.each()
    ]
    return Table(_("变化的小区"), columns, rows)


def _year(facts: Mapping[str, Any]) -> str:
    year = facts.get("built_year")
    return "" if year is None else str(year)


def place_of(found: WhatIf, facts: Mapping[str, Any]) -> str:
    """Return the sub-district of an estate, and the district where there are several."""
    names = ("street",) if found.effect.division_column == "street" else ("district", "street")
    return " ".join(str(facts[name]) for name in names if facts.get(name))


def _answers(found: WhatIf, id_: str, turn: EstateTurn | None) -> tuple[str, str]:
    if turn is None:
        answer = verdict_word(Verdict(found.answer_of[id_]))
        return answer, answer
    return verdict_word(turn.before), verdict_word(turn.after)


def because(turn: EstateTurn | None, later: bool) -> str:
    """Return the clauses of every rule that changes, on one side, rule by rule."""
    if turn is None:
        return ""
    sides = [(one.rule.id, one.after if later else one.before) for one in turn.rules]
    return listed((f"{rule} {_ground(reason)}" for rule, reason in sides), "；")


def _ground(reason: Reason | None) -> str:
    if reason is None:
        return "–"
    return noted(_word(reason.verdict), listed(reason.because))


def why(turn: EstateTurn | None) -> str:
    """Return what makes the difference, each different reason once.

    Of rules that rest on one another only the first is told: the others' reasons are the same.
    """
    reasons: dict[str, list[str]] = {}
    told: list[Rule] = []
    for one in turn.rules if turn else ():
        if not any(_related(one.rule, other) for other in told):
            told.append(one.rule)
            reasons.setdefault(one.why, []).append(_(one.rule.title))
    return listed((headed(listed(titles), text) for text, titles in reasons.items()), "；")


def _related(one: Rule, other: Rule) -> bool:
    return one.id in rules_below(other) or other.id in rules_below(one)


def tables_of(found: WhatIf) -> Sequence[Table]:
    """Return the tables of the page and of the workbook, without the list of estates."""
    effect = found.effect
    tables = [moves_table(effect), *(found.plan.tables if found.plan else ())]
    return [*tables, divisions_table(effect), rules_table(effect)]
