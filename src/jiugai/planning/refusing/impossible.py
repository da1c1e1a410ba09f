"""Why a plan is impossible, in words: what conflicts, by how much, and what would mend it."""

from collections.abc import Iterator, Sequence

import numpy as np

from jiugai.kernel.i18n import _, listed, ngettext
from jiugai.kernel.money import wan
from jiugai.planning.demands.orders import Said
from jiugai.planning.model.limits import Flags, Kind, Limit
from jiugai.planning.model.problem import Problem
from jiugai.planning.refusing.conflict import Conflict, smallest_conflict
from jiugai.planning.refusing.repair import NODES, Repair, cheapest_repair
from jiugai.planning.search.feasible import find_works, used_by

#: So many orders are listed one by one; the rest is counted.
LISTED = 12


def why_impossible(problem: Problem, said: Sequence[Said]) -> str:
    """Return the smallest conflict and the cheapest repair, one line each."""
    orders = [one.order for one in said]
    conflict = smallest_conflict(problem, orders)
    if conflict is None:
        return _("求解器没有排出同时满足各项要求的计划；请减少要求后再试。")
    lines = [_head(conflict), *_parts(problem, said, conflict)]
    lines += _by_how_much(problem, said, conflict)
    return "\n".join([*lines, _mending(problem, cheapest_repair(problem, orders))])


def _head(conflict: Conflict) -> str:
    if conflict.size == 1:
        return _("有一项要求单独就做不到：")
    if conflict.is_smallest:
        return ngettext(
            "下列 {count} 项要求不能同时做到（已证明没有更小的一组），去掉任何一项其余即可做到：",
            conflict.size,
        ).format(count=conflict.size)
    if conflict.is_tight:
        return ngettext(
            "下列 {count} 项要求不能同时做到，去掉任何一项其余即可做到：", conflict.size
        ).format(count=conflict.size)
    return ngettext(
        "下列 {count} 项要求不能同时做到（没有证明每一项都不可少）：", conflict.size
    ).format(count=conflict.size)


def _parts(problem: Problem, said: Sequence[Said], conflict: Conflict) -> Iterator[str]:
    limits = [problem.limits[index] for index in conflict.limits]
    for limit in limits:
        yield _("· {what}").format(what=_with_source(_limit(limit), limit))
    for index in conflict.orders[:LISTED]:
        one = said[index]
        stood = _("（{stood}）").format(stood=one.stood) if one.stood else ""
        yield _("· {what}").format(what=one.title + stood)
    if (more := len(conflict.orders) - LISTED) > 0:
        yield ngettext("· 另有 {count} 个必做或锁定的小区", more).format(count=more)


def _limit(limit: Limit) -> str:
    if limit.kind is Kind.MONEY:
        return _("{title}只有 {amount}").format(title=limit.title, amount=limit.amount(limit.most))
    return limit.title


def _with_source(text: str, limit: Limit) -> str:
    sources = [str(limit.clause)] if limit.clause else []
    sources += [limit.stood] if limit.stood else []
    return (
        _("{text}（{sources}）").format(text=text, sources=listed(sources, "，"))
        if sources
        else text
    )


def _by_how_much(problem: Problem, said: Sequence[Said], conflict: Conflict) -> list[str]:
    """Return by how much the limits of the conflict are missed at the least."""
    if not conflict.limits:
        return []
    asked: Flags = np.zeros(len(problem.limits), dtype=np.bool_)
    asked[list(conflict.limits)] = True
    reliefs: list[Flags] = [np.arange(len(asked)) == index for index in conflict.limits]
    orders = [said[index].order for index in conflict.orders]
    found = find_works(problem, asked, orders, reliefs=reliefs, nodes=NODES)
    if found.choice is None:
        return []
    over = used_by(problem, found.choice) - problem.most
    missed = [
        _missed(problem.limits[index], int(over[index]))
        for index in conflict.limits
        if over[index] > 0
    ]
    return [_("至少差：{missed}。").format(missed=listed(missed, "；"))]


def _missed(limit: Limit, over: int) -> str:
    return _("{title}，差 {amount}").format(title=limit.title, amount=limit.amount(over))


def _mending(problem: Problem, repair: Repair | None) -> str:
    if repair is None:
        return _("只增加资金和产能补救不了；请放宽或删去上列要求之一。")
    parts = [
        _("{year} 年再有可用于各类的资金 {wan} 万元").format(year=year, wan=wan(cents))
        for year, cents in sorted(repair.money.items())
    ]
    parts += [
        _("“{title}”再放宽 {amount}").format(
            title=problem.limits[index].title, amount=problem.limits[index].amount(over)
        )
        for index, over in sorted(repair.raised.items())
    ]
    sentence = _("要全部做到，最少须：{parts}；或者放宽、删去上列要求之一。")
    if not repair.is_least:
        sentence = _("要全部做到，这样即可：{parts}；或者放宽、删去上列要求之一。")
    return sentence.format(parts=listed(parts, "；"))
