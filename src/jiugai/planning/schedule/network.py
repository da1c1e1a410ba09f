"""Which works come after which: within a building, within an estate, and as a list asks."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from jiugai.kernel.errors import InputError
from jiugai.kernel.headings import word
from jiugai.kernel.i18n import _
from jiugai.planning.schedule.trades import CURES, Choices
from jiugai.planning.schedule.works import Place, Works

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Order:
    """Works number `after` come after works number `before`, `lag` site days later."""

    before: int
    after: int
    lag: int = 0


@dataclass(frozen=True, slots=True)
class Network:
    """The order of works; milestone n, an estate with its cures done, counts as works behind."""

    orders: tuple[Order, ...]
    milestones: tuple[str, ...]


def network(works: Sequence[Works], choices: Choices) -> Network:
    """Return the order of works without what follows from the rest of it.

    Raises InputError if an order runs in a circle or names works that are not there.
    """
    _refuse_circles_of_trades(choices)
    place_of = {(one.place, one.trade.id): index for index, one in enumerate(works)}
    orders = [
        order for index in range(len(works)) for order in _own(works, index, place_of, choices)
    ]
    orders += _asked(works, place_of)
    milestones: list[str] = []
    if choices.cures_everywhere:
        orders += _cures(works, milestones)
    count = len(works) + len(milestones)
    _refuse_circles(orders, count, works)
    return Network(tuple(_needed(orders, count)), tuple(milestones))


def _own(
    works: Sequence[Works],
    index: int,
    place_of: Mapping[tuple[Place, str], int],
    choices: Choices,
) -> Iterator[Order]:
    """Yield what the trade says about other trades of the same place, and of the estate."""
    one = works[index]
    lags = dict(one.trade.lag)
    for id_ in _before(one.trade.id, choices):
        before = place_of.get((one.place, id_))
        if before is not None:
            yield Order(before, index, lags.get(id_, 0))
    everywhere = {id_ for name in one.trade.after_everywhere for id_ in choices.members(name)}
    for other, works_ in enumerate(works):
        near = works_.place.estate == one.place.estate and works_.place != one.place
        if near and works_.trade.id in everywhere:
            yield Order(other, index)


def _before(trade: str, choices: Choices) -> list[str]:
    """Return every trade that comes before one in the same place, directly or not.

    What lies between may be missing in a place; the rest keeps its order all the same.
    """
    found: dict[str, None] = {}
    ahead = [trade]
    while ahead:
        for name in choices.trades[ahead.pop()].after:
            for id_ in choices.members(name):
                if id_ not in found and id_ != trade:
                    found[id_] = None
                    ahead.append(id_)
    return list(found)


def _asked(works: Sequence[Works], place_of: Mapping[tuple[Place, str], int]) -> Iterator[Order]:
    """Yield the order that the list asks for in its own column."""
    by_name = {
        word(one.place.building + name): index
        for index, one in enumerate(works)
        for name in one.trade.names
    }
    for index, one in enumerate(works):
        for name in one.before:
            before = by_name.get(word(name), by_name.get(word(one.place.building + name)))
            if before is None:
                raise one.line.wrong(
                    "before",
                    _(
                        "紧前工作“{name}”不在表中；请写成 1号楼/外墙保温 或同一楼栋的工种名。"
                    ).format(name=name),
                )
            yield Order(before, index)


def _cures(works: Sequence[Works], milestones: list[str]) -> Iterator[Order]:
    """Yield that every cure of an estate comes before a milestone, and it before all else."""
    for estate in dict.fromkeys(one.place.estate for one in works):
        here = [index for index, one in enumerate(works) if one.place.estate == estate]
        cures = [index for index in here if works[index].trade.group == CURES]
        if not cures or len(cures) == len(here):
            continue
        milestone = len(works) + len(milestones)
        milestones.append(estate)
        yield from (Order(index, milestone) for index in cures)
        yield from (Order(milestone, index) for index in here if index not in cures)


def _needed(orders: Sequence[Order], count: int) -> Iterator[Order]:
    """Yield the orders that do not follow from others; those with a lag always stay."""
    lags = {(o.before, o.after): 0 for o in orders}
    for order in orders:
        key = order.before, order.after
        lags[key] = max(lags[key], order.lag)
    after: list[set[int]] = [set() for _works in range(count)]
    for before, later in lags:
        after[before].add(later)
    below = _below(after)
    for (before, later), lag in lags.items():
        between = any(later in below[other] for other in after[before] if other != later)
        if lag or not between:
            yield Order(before, later, lag)


def _below(after: Sequence[set[int]]) -> list[set[int]]:
    """Return everything that comes after each works, directly or not."""
    found: list[set[int] | None] = [None] * len(after)

    def below(index: int) -> set[int]:
        known = found[index]
        if known is None:
            known = set(after[index]).union(*(below(other) for other in after[index]))
            found[index] = known
        return known

    return [below(index) for index in range(len(after))]


def _refuse_circles(orders: Sequence[Order], count: int, works: Sequence[Works]) -> None:
    after: dict[int, list[int]] = {}
    for order in orders:
        after.setdefault(order.before, []).append(order.after)
    circle = _circle(after, range(count))
    if circle:
        shown = [
            f"{works[i].place}/{_(works[i].trade.title)}" if i < len(works) else _("治理完成")
            for i in circle
        ]
        at = next((works[i].line for i in circle if i < len(works) and works[i].before), None)
        message = _("前后顺序绕成一圈：{circle}；请去掉其中一个紧前关系。").format(
            circle=" → ".join(shown)
        )
        raise at.wrong("before", message) if at else InputError(message)


def _refuse_circles_of_trades(choices: Choices) -> None:
    after: dict[str, list[str]] = {}
    for trade in choices.trades.values():
        for name in trade.after:
            for id_ in choices.members(name):
                after.setdefault(id_, []).append(trade.id)
    circle = _circle(after, list(choices.trades))
    if circle:
        names = " → ".join(_(choices.trades[id_].title) for id_ in circle)
        raise InputError(
            _("工种文件中的先后顺序绕成一圈：{circle}；请去掉其中一个 after。").format(
                circle=names
            )
        )


def _circle(after: Mapping[T, Sequence[T]], every: Iterable[T]) -> list[T]:
    """Return works that come one after the other and end where they began, or none."""
    done: set[T] = set()
    for start in every:
        path: list[T] = []
        ahead: list[tuple[T, int]] = [(start, 0)]
        while ahead:
            one, depth = ahead.pop()
            del path[depth:]
            if one in path:
                return [*path[path.index(one) :], one]
            if one not in done:
                done.add(one)
                path.append(one)
                ahead += [(other, depth + 1) for other in after.get(one, ())]
    return []
