"""Why the plan is as it is: what binds it, and a reason for every estate in or out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from jiugai.kernel.i18n import _, listed, ngettext, noted
from jiugai.kernel.money import in_wan
from jiugai.kernel.source import Clause
from jiugai.planning.classes import CLASSES, class_title
from jiugai.planning.model.limits import Kind, Limit, Whole
from jiugai.planning.model.problem import MILLI
from jiugai.planning.pool.candidates import Candidate, LeftOut, Why
from jiugai.planning.pool.entry import evidence_sentence
from jiugai.planning.pool.remarks import figure_remarks
from jiugai.planning.search.draft import NEVER, Draft
from jiugai.planning.search.exchange import Exchange, Exchanges, Item, least_start
from jiugai.planning.search.solve import Solution

#: What streets and firms can carry, and what an office asks besides.
HANDS = frozenset({Kind.CAPACITY, Kind.FIRMS})
ASKED = frozenset({Kind.QUOTA, Kind.CHANGES})
#: So many displaced estates are named; the rest is counted.
NAMED = 3


@dataclass(frozen=True, slots=True)
class Binding:
    """A limit that keeps further works out: what it is, in words, and the clause behind it."""

    kind: Kind
    year: int
    text: str
    left: int
    clause: Clause | None = None


def bindings(draft: Draft) -> list[Binding]:
    """Return the limits that are used up, or that alone keep out works which would add value.

    Used up is a limit from which nothing left undone could still be served.
    """
    limits = draft.problem.limits
    wanted = list(_wanted(draft))
    uses = np.array(wanted, dtype=np.int64).reshape(len(wanted), len(limits))
    blocks = uses > draft.slack
    alone = blocks & (blocks.sum(axis=1) == 1)[:, None]
    found = []
    for index, limit in enumerate(limits):
        asking = uses[:, index] > 0
        used_up = asking.any() and blocks[asking, index].all()
        if used_up or alone[:, index].any():
            left, blocked = int(draft.slack[index]), uses[blocks[:, index], index]
            text = _binding_text(limit, left, int(blocked.min()), len(blocked))
            found.append(Binding(limit.kind, limit.year, text, left, limit.clause))
    return found


def _wanted(draft: Draft) -> Iterator[Whole]:
    """Yield what each thing left undone would use: a start, or a further class."""
    problem = draft.problem
    for estate, year in np.argwhere(problem.open).tolist():
        if draft.year[estate] == NEVER:
            yield problem.used(estate, year, least_start(problem, estate, year))
        elif draft.year[estate] == year:
            for works in np.flatnonzero(problem.offered[estate] & ~draft.done[estate]).tolist():
                yield problem.used(estate, year, np.arange(len(CLASSES)) == works)


def _binding_text(limit: Limit, left: int, least: int, count: int) -> str:
    match limit.kind:
        case Kind.MONEY:
            sentence = _("{title}用尽：剩 {left}，挡住 {count} 项，其中最小的需 {least}")
        case Kind.CAPACITY | Kind.FIRMS:
            sentence = _("{title}已满：剩 {left}，挡住 {count} 项，其中最小的需 {least}")
        case Kind.QUOTA | Kind.CHANGES:
            sentence = ngettext("{title}：只剩 {left} 的余量，挡住 {count} 项", count)
        case Kind.SHARE:
            sentence = ngettext("{title}：只剩 {left} 的余量，挡住 {count} 项非基础类内容", count)
    return sentence.format(
        title=limit.title, left=limit.about(left), least=limit.about(least), count=count
    )


class Reasons:
    """Writes the reason for each estate of a solved plan."""

    def __init__(self, candidates: Sequence[Candidate], solution: Solution) -> None:
        self.candidates = candidates
        self.draft = solution.draft
        self.problem = solution.draft.problem
        self.prices = solution.prices
        self.exchanges = Exchanges(solution.draft, solution.prices)

    def chosen(self, index: int) -> str:
        """Return why an estate is in the plan, and what of it is not."""
        one = self.candidates[index]
        worth = self.draft.worth(index)
        parts = [_("必做") if one.mandatory else self._merit(index)]
        parts.append(_("效益 {worth}").format(worth=_worth(worth)))
        if beside := self.problem.rewards.beside_of(index, self.draft.year):
            names = self._listed([self.candidates[other].name for other, _half in beside])
            gained = _worth(sum(half for _other, half in beside))
            parts.append(_("与相邻的{names}同年，加 {gained}").format(names=names, gained=gained))
        skipped = np.flatnonzero(self.problem.offered[index] & ~self.draft.done[index])
        if len(skipped):
            titles = listed(class_title(CLASSES[works]) for works in skipped.tolist())
            parts.append(_("{classes}未列入，资金留给效益更高的项目").format(classes=titles))
        return listed([*parts, *remarks(one)], "；")

    def _merit(self, index: int) -> str:
        """Return what an estate that need not be in the plan is in it for."""
        year, done = int(self.draft.year[index]), self.draft.done[index]
        price = self.prices.limit * self.problem.used(index, year, done)
        helped = [
            limit.title
            for limit, cost in zip(self.problem.limits, price, strict=True)
            if cost < 0 and limit.kind in ASKED
        ]
        alone = self.draft.gain(index, year, done) - float(price[price > 0].sum())
        if helped and alone < 0:
            return _("为做到{asked}").format(asked=listed(f"“{title}”" for title in helped))
        return _("单位资金的效益足够高")

    def left_out(self, index: int) -> LeftOut:
        """Return why an estate is out, with what it would have displaced."""
        one = self.candidates[index]
        exchange = self.exchanges.cheapest(index)
        why = self._why(index)
        sentence = self._no_room(index) if exchange is None else self._exchange(exchange, why)
        return LeftOut(one, why, listed([sentence, *remarks(one)], "；"))

    def _why(self, index: int) -> Why:
        """Return what keeps an estate out: hands, what is asked besides, or money."""
        if self._fits_but_for(HANDS, index):
            return Why.CAPACITY
        return Why.DEMANDS if self._fits_but_for(HANDS | ASKED, index) else Why.MONEY

    def _fits_but_for(self, kinds: frozenset[Kind], index: int) -> bool:
        """Return whether an estate would fit in some year without limits of some kinds."""
        money = np.array([limit.kind not in kinds for limit in self.problem.limits])
        for year in np.flatnonzero(self.problem.open[index]).tolist():
            use = self.problem.used(index, year, least_start(self.problem, index, year))
            if (use[money] <= self.draft.slack[money]).all():
                return True
        return False

    def _no_room(self, index: int) -> str:
        cost = self.candidates[index].net[0]
        return _("即使换下其他小区也放不进：基础类需 {cost} 万元，超过可选年份能用的资金").format(
            cost=in_wan(cost)
        )

    def _exchange(self, found: Exchange, why: Why) -> str:
        one = self.candidates[found.estate]
        cost = sum(
            cents for cents, done in zip(one.net, found.classes.tolist(), strict=True) if done
        )
        if found.gain > found.lost:
            sentence = _(
                "搜索提前结束：{year} 年换下{names}（效益 {lost}）可增至 {gain}，请放宽 --seconds"
            )
        elif why is Why.CAPACITY:
            sentence = _(
                "{year} 年产能已满：列入须换下{names}（效益 {lost}），自身效益只有 {gain}"
            )
        elif why is Why.DEMANDS:
            sentence = _(
                "受配额或改动数限制：{year} 年列入须换下{names}（效益 {lost}），"
                "自身效益只有 {gain}"
            )
        else:
            sentence = _(
                "单位资金的效益不够：{year} 年列入需 {cost} 万元，须换下{names}"
                "（效益 {lost}），自身效益只有 {gain}"
            )
        return sentence.format(
            year=self.problem.years[found.year],
            cost=in_wan(cost),
            names=self._names(found.displaced),
            lost=_worth(found.lost),
            gain=_worth(found.gain),
        )

    def _names(self, displaced: Sequence[Item]) -> str:
        return self._listed([self._name(item) for item in displaced])

    def _listed(self, every: Sequence[str]) -> str:
        """Return the first names, and how many there are in all."""
        more = len(every) - NAMED
        names = listed(every[:NAMED])
        return (
            _("{names}等 {count} 项").format(names=names, count=more + NAMED)
            if more > 0
            else names
        )

    def _name(self, item: Item) -> str:
        name = self.candidates[item.estate].name
        if (item.classes == self.draft.done[item.estate]).all():
            return name
        classes = listed(class_title(CLASSES[c]) for c in np.flatnonzero(item.classes).tolist())
        return _("{name}的{classes}").format(name=name, classes=classes)


def remarks(one: Candidate) -> list[str]:
    """Return what must be known about an estate, whether it is in or out."""
    found = [evidence_sentence(one.unproven)] if one.unproven else []
    if one.shut:
        gates = listed(noted(gate.title, gate.clauses) for gate in one.shut)
        found.append(_("首年不能列入，未满足 {gates}").format(gates=gates))
    return [*found, *figure_remarks(one)]


def _worth(milli: int) -> str:
    return f"{milli / MILLI:.1f}"
