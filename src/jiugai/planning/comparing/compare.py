"""Two plans side by side: what is comparable, what differs, who is in which."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import cached_property
from itertools import combinations
from typing import TYPE_CHECKING, Final

from jiugai.kernel.i18n import _, listed, ngettext
from jiugai.kernel.money import Cents
from jiugai.planning.classes import CLASSES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jiugai.planning.record import ChosenRecord, OutRecord, PlanRecord
    from jiugai.policy.entries import Works

#: So many differing weights are named.
_NAMED: Final = 4


class Move(StrEnum):
    """How an estate stands in the second of two plans, seen from the first."""

    ENTERS = "enters"
    LEAVES = "leaves"
    YEAR = "year"
    WORKS = "works"
    BOTH = "year_and_works"
    SAME = "same"

    @property
    def mirrored(self) -> Move:
        """Return the same seen from the second plan."""
        return {Move.ENTERS: Move.LEAVES, Move.LEAVES: Move.ENTERS}.get(self, self)


class Outcome(StrEnum):
    """Whether the second plan's problem surely allows more benefit than the first's."""

    MORE = "more"
    LESS = "less"
    EQUAL = "equal"  # both are proven, and worth the same
    WITHIN = "within"  # the difference is smaller than what is unproven
    NONE = "none"  # the two are not counted alike

    @property
    def mirrored(self) -> Outcome:
        """Return the same seen from the second plan."""
        return {Outcome.MORE: Outcome.LESS, Outcome.LESS: Outcome.MORE}.get(self, self)


@dataclass(frozen=True, slots=True)
class Moved:
    """An estate that is in at least one of two plans."""

    id: str
    name: str
    street: str
    households: int
    move: Move
    before: ChosenRecord | None
    after: ChosenRecord | None


@dataclass(frozen=True)
class Comparison:
    """Two plans compared; `reasons` say why their benefits are not counted alike, if so."""

    first: PlanRecord
    second: PlanRecord
    reasons: tuple[str, ...]
    remarks: tuple[str, ...]
    moved: tuple[Moved, ...]

    @cached_property
    def counts(self) -> dict[Move, int]:
        """Return how many estates there are of each kind."""
        kinds = [one.move for one in self.moved]
        return {move: kinds.count(move) for move in Move}

    @property
    def outcome(self) -> Outcome:
        """Return which problem surely allows more benefit.

        The best plan of each lies between what was found and its bound; only where these do
        not touch is there a difference that more searching could not undo.
        """
        if self.reasons:
            return Outcome.NONE
        if self.second.milli > self.first.bound:
            return Outcome.MORE
        if self.first.milli > self.second.bound:
            return Outcome.LESS
        if self.first.bound == self.first.milli == self.second.milli == self.second.bound:
            return Outcome.EQUAL
        return Outcome.WITHIN

    @property
    def is_same(self) -> bool:
        """Return whether both plans do the same works in the same years for the same benefit."""
        moves = {one.move for one in self.moved}
        return moves <= {Move.SAME} and self.first.milli == self.second.milli

    @property
    def overlap(self) -> Fraction:
        """Return the share of the estates in either plan that are in both; 1 for two empty."""
        either = self.first.by_id.keys() | self.second.by_id.keys()
        both = self.first.by_id.keys() & self.second.by_id.keys()
        return Fraction(len(both), len(either)) if either else Fraction(1)


def compare(first: PlanRecord, second: PlanRecord) -> Comparison:
    """Return what differs between two plans, seen from the first."""
    return Comparison(
        first,
        second,
        reasons=tuple(_reasons(first, second)),
        remarks=tuple(_remarks(first, second)),
        moved=tuple(_moved(first, second)),
    )


def pairwise(plans: Sequence[PlanRecord]) -> list[Comparison]:
    """Return the comparison of every plan with every later one."""
    return [compare(first, second) for first, second in combinations(plans, 2)]


def _moved(first: PlanRecord, second: PlanRecord) -> Iterator[Moved]:
    for id_ in sorted(first.by_id.keys() | second.by_id.keys()):
        before, after = first.by_id.get(id_), second.by_id.get(id_)
        known = after or before
        if known is None:
            raise KeyError(id_)
        move = _move(before, after)
        yield Moved(id_, known.name, known.street, known.households, move, before, after)


def _move(before: ChosenRecord | None, after: ChosenRecord | None) -> Move:
    if before is None:
        return Move.ENTERS
    if after is None:
        return Move.LEAVES
    match before.year != after.year, before.works != after.works:
        case True, True:
            return Move.BOTH
        case True, False:
            return Move.YEAR
        case False, True:
            return Move.WORKS
        case _:
            return Move.SAME


def _reasons(first: PlanRecord, second: PlanRecord) -> Iterator[str]:
    """Yield why the benefits of two plans are not counted alike."""
    if first.place != second.place:
        yield _("区划不同（{a} 与 {b}）").format(a=first.place, b=second.place)
    if first.years != second.years:
        yield _("年度不同（{a} 与 {b}）").format(a=_span(first), b=_span(second))
    if differing := _differing(first.weights, second.weights):
        named = listed(differing[:_NAMED])
        rest = _("等 {count} 项").format(count=len(differing)) if len(differing) > _NAMED else ""
        yield _("打分口径或权重不同（{named}{rest}）").format(named=named, rest=rest)
    # Other weights change every score; only under the same ones has the ledger changed.
    if not differing and (changed := _changed_data(first, second)):
        yield ngettext(
            "{count} 个小区的户数或得分不同（如 {name}），台账改动过", len(changed)
        ).format(count=len(changed), name=changed[0])


def _span(plan: PlanRecord) -> str:
    return f"{plan.years[0]}–{plan.years[-1]}" if plan.years else "–"


def _differing(first: Mapping[str, str], second: Mapping[str, str]) -> list[str]:
    return sorted(
        name for name in first.keys() | second.keys() if first.get(name) != second.get(name)
    )


def _changed_data(first: PlanRecord, second: PlanRecord) -> list[str]:
    """Return the names of estates in both pools of which the plans know different things."""
    here, there = _everyone(first), _everyone(second)
    return [
        one.name
        for id_, one in here.items()
        if id_ in there and (one.households, one.need) != (there[id_].households, there[id_].need)
    ]


def _everyone(plan: PlanRecord) -> dict[str, ChosenRecord | OutRecord]:
    return {**plan.by_id, **plan.out_by_id}


def _remarks(first: PlanRecord, second: PlanRecord) -> Iterator[str]:
    """Yield what differs in what the plans were asked for."""
    for one, other in ((first, second), (second, first)):
        if only := one.pool - other.pool:
            yield ngettext("{count} 个小区只在“{name}”的台账里。", len(only)).format(
                count=len(only), name=one.name
            )
    names = {"a": first.name, "b": second.name}
    if first.budget != second.budget:
        yield _("“{a}”与“{b}”的预算不同，效益的差别也来自资金多少。").format(**names)
    if first.day != second.day:
        yield _("“{a}”依据 {x} 的规定，“{b}”依据 {y} 的规定。").format(
            **names, x=first.day, y=second.day
        )
    for one, other in ((first, second), (second, first)):
        words = {"a": one.name, "b": other.name}
        if one.strict and not other.strict:
            yield _("“{a}”不列证据不足的小区（--strict），“{b}”保留。").format(**words)
        if one.carry and not other.carry:
            yield _("“{a}”可以结转结余（--carry），“{b}”不可以。").format(**words)


def said(found: Comparison) -> str:
    """Return what the benefits of two plans tell, in one sentence."""
    a, b = found.first, found.second
    if found.outcome is Outcome.NONE:
        return _("“{a}”与“{b}”的效益不能直接比较：{why}；小区、户数、资金和去留仍可对照。").format(
            a=a.name, b=b.name, why=listed(found.reasons, "，")
        )
    if found.is_same:
        return _(
            "“{a}”与“{b}”选出的小区、年份和内容完全相同，效益都是 {x}（上界 {bound}）。"
        ).format(a=a.name, b=b.name, x=_points(a.milli), bound=_points(max(a.bound, b.bound)))
    words = {"a": a.name, "b": b.name, "x": _points(a.milli), "y": _points(b.milli)}
    match found.outcome:
        case Outcome.MORE | Outcome.LESS:
            better, worse = (b, a) if found.outcome is Outcome.MORE else (a, b)
            return _(
                "“{better}”的效益确实更高：{high}，超过“{worse}”可能达到的上界 {bound}"
                "（至少多 {least}）。"
            ).format(
                better=better.name,
                worse=worse.name,
                high=_points(better.milli),
                bound=_points(worse.bound),
                least=_points(better.milli - worse.bound),
            )
        case Outcome.EQUAL:
            return _("“{a}”与“{b}”的效益相同，都是 {x}，且都已证明最优。").format(**words)
        case Outcome.WITHIN:
            return _(
                "“{a}”效益 {x}（上界 {xb}），“{b}”效益 {y}（上界 {yb}）："
                "差别小于求解差距，不能说哪个更好。"
            ).format(**words, xb=_points(a.bound), yb=_points(b.bound))


def _points(milli: int) -> str:
    return f"{milli / 1000:,.1f}"


def move_title(move: Move) -> str:
    """Return what people call a kind of difference."""
    return {
        Move.ENTERS: _("进入计划"),
        Move.LEAVES: _("退出计划"),
        Move.YEAR: _("换了年份"),
        Move.WORKS: _("换了内容"),
        Move.BOTH: _("年份和内容都换了"),
        Move.SAME: _("不变"),
    }[move]


def paid_by_year(plan: PlanRecord) -> dict[int, Cents]:
    """Return what the works of each year cost."""
    return {
        year: Cents(sum(one.cost for one in plan.chosen if one.year == year))
        for year in plan.years
    }


def paid_by_class(plan: PlanRecord) -> dict[Works, Cents]:
    """Return what each class of works costs over all years."""
    return {
        works: Cents(sum(one.costs[index] for one in plan.chosen))
        for index, works in enumerate(CLASSES)
    }


def paid_by_source(plan: PlanRecord) -> dict[str, Cents]:
    """Return what each source pays over all years, by its id, in the order of the plan's money."""
    found: dict[str, Cents] = {}
    for line in plan.money:
        found[line.source] = Cents(found.get(line.source, 0) + sum(line.paid))
    return found
