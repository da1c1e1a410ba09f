"""Items that cost money, households that approve some of them, and what comes of a rule."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from jiugai.kernel.errors import InputError
from jiugai.kernel.i18n import _

Ballot = frozenset[str]


class Way(StrEnum):
    """The rule by which items are chosen."""

    SHARES = "shares"  # the Method of Equal Shares
    APPROVALS = "approvals"  # from the most approved down, while it fits


@dataclass(frozen=True, slots=True)
class Item:
    """Something that can be chosen, and what it costs in cents."""

    name: str
    title: str
    cost: int


@dataclass(frozen=True, slots=True)
class Election:
    """What can be chosen, with what money, and how many households approve which set of items.

    The order of the items settles ties that approvals and costs leave.
    """

    items: tuple[Item, ...]
    budget: int
    ballots: Mapping[Ballot, int]

    def __post_init__(self) -> None:
        names = [one.name for one in self.items]
        if len(set(names)) < len(names):
            twice = next(one for one in names if names.count(one) > 1)
            raise InputError(_("“{name}”写了两次；每项只能有一行。").format(name=twice))
        for one in self.items:
            if one.cost <= 0:
                raise InputError(_("“{name}”没有价格；请写大于 0 的金额。").format(name=one.title))
        if self.budget <= 0:
            raise InputError(_("没有可用的钱；预算要大于 0。"))
        known = set(names)
        for ballot in self.ballots:
            if unknown := sorted(ballot - known):
                raise InputError(_("票里的“{name}”不在可选的项目里。").format(name=unknown[0]))

    @property
    def voters(self) -> int:
        """Return how many handed in a ballot, with or without approvals."""
        return sum(self.ballots.values())

    @property
    def first_share(self) -> Fraction:
        """Return the equal part of the budget that each ballot stands for."""
        return Fraction(self.budget, self.voters or 1)

    def approvals(self) -> dict[str, int]:
        """Return how many approve each item."""
        found = dict.fromkeys((one.name for one in self.items), 0)
        for ballot, count in self.ballots.items():
            for name in ballot:
                found[name] += count
        return found


@dataclass(frozen=True, slots=True)
class Chosen:
    """An item that is in: who approves it and what it took from those who paid.

    `most` is the largest part that one household paid; it is None where the item came in with
    what was left over.
    """

    item: Item
    approvals: int
    payers: int
    most: Fraction | None


@dataclass(frozen=True, slots=True)
class Left:
    """An item that is out: how much money there was for it and how much was lacking."""

    item: Item
    approvals: int
    had: Fraction

    @property
    def lacking(self) -> Fraction:
        """Return what was lacking of its cost."""
        return max(Fraction(0), self.item.cost - self.had)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one rule chooses, in the order in which it does, and why the others are out."""

    way: Way
    chosen: tuple[Chosen, ...]
    left: tuple[Left, ...]
    budget: int
    share: Fraction

    @property
    def names(self) -> frozenset[str]:
        """Return what is chosen."""
        return frozenset(one.item.name for one in self.chosen)

    @property
    def spent(self) -> int:
        """Return what the chosen items cost together."""
        return sum(one.item.cost for one in self.chosen)


def by_approvals_first(election: Election) -> list[Item]:
    """Return the items from the most approved down; among equals the cheaper, then the earlier."""
    approvals = election.approvals()
    return sorted(election.items, key=lambda one: (-approvals[one.name], one.cost))


def fill(items: Iterable[Item], approvals: Mapping[str, int], room: int) -> FilledUp:
    """Take items in order while they fit into a sum; what nobody approves is never taken."""
    taken: list[Item] = []
    left: list[Left] = []
    for item in items:
        if approvals[item.name] and item.cost <= room:
            taken.append(item)
            room -= item.cost
        else:
            left.append(Left(item, approvals[item.name], Fraction(room)))
    return FilledUp(tuple(taken), tuple(left))


@dataclass(frozen=True, slots=True)
class FilledUp:
    """What fitted and what did not, with what there was when its turn came."""

    taken: tuple[Item, ...]
    left: tuple[Left, ...]


def choose_by_approvals(election: Election) -> Outcome:
    """Return what simple approval chooses: the most approved first, while it fits."""
    approvals = election.approvals()
    found = fill(by_approvals_first(election), approvals, election.budget)
    chosen = tuple(
        Chosen(one, approvals[one.name], approvals[one.name], None) for one in found.taken
    )
    return Outcome(Way.APPROVALS, chosen, found.left, election.budget, election.first_share)
