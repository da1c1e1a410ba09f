"""What a settled choice says, item by item, to residents and to staff."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from jiugai.apps.projects.choosing.counting import said_of
from jiugai.apps.projects.models import Choosing, ChoosingItem
from jiugai.consent import chosen_told as told
from jiugai.consent.choosing import Chosen, Item, Left, Outcome, Way
from jiugai.kernel.i18n import _ as say


@dataclass(frozen=True, slots=True)
class Line:
    """An item, in or out, and why."""

    item: ChoosingItem
    title: str
    cost: str
    approvals: int
    is_in: bool
    why: str
    more: str = ""


@dataclass(frozen=True, slots=True)
class Side:
    """What one rule chooses."""

    rule: str
    title: str
    how: str
    share: str
    spent: str
    lines: tuple[Line, ...]
    decides: bool

    @property
    def count(self) -> int:
        """Return how many items are in."""
        return sum(one.is_in for one in self.lines)


def sides_of(choosing: Choosing) -> list[Side]:
    """Return both rules, that which decides first; nothing before it is settled."""
    if choosing.result is None:
        return []
    items = {one.name: one for one in choosing.items.select_related("building")}
    sides = [_side(choosing, items, Way(one)) for one in Choosing.Rule.values]
    return sorted(sides, key=lambda one: not one.decides)


def _side(choosing: Choosing, items: Mapping[str, ChoosingItem], way: Way) -> Side:
    kept = choosing.kept["ways"][way.value]
    chosen = [(items[one["name"]], one) for one in kept["chosen"]]
    left = [(items[one["name"]], one) for one in kept["left"]]
    outcome = Outcome(
        way,
        tuple(_chosen(*pair) for pair in chosen),
        tuple(_left(*pair) for pair in left),
        choosing.budget_cents,
        Fraction(kept["share"]),
    )
    first = Fraction(choosing.kept["first_share"])
    return Side(
        way.value,
        str(Choosing.Rule(way.value).label),
        told.way_told(way),
        told.share_told(outcome, first) if way is Way.SHARES else "",
        told.yuan(kept["spent"]),
        (
            *(
                _line(one, told.chosen_told(_chosen(one, said), way), said, "")
                for one, said in chosen
            ),
            *(_out(one, said, way) for one, said in left),
        ),
        way.value == choosing.rule,
    )


def _out(item: ChoosingItem, said: Mapping[str, Any], way: Way) -> Line:
    return _line(item, told.left_told(_left(item, said), way), said, told.more_told(said["more"]))


def _line(item: ChoosingItem, why: str, said: Mapping[str, Any], more: str) -> Line:
    title = said_of(say(item.title), item.building)
    cost = told.yuan(item.cost_cents)
    return Line(item, title, cost, said["approvals"], not more, why, more)


def _item(one: ChoosingItem) -> Item:
    return Item(one.name, one.title, one.cost_cents)


def _chosen(one: ChoosingItem, said: Mapping[str, Any]) -> Chosen:
    most = None if said["most"] is None else Fraction(said["most"])
    return Chosen(_item(one), said["approvals"], said["payers"], most)


def _left(one: ChoosingItem, said: Mapping[str, Any]) -> Left:
    return Left(_item(one), said["approvals"], Fraction(said["had"]))
