"""The Method of Equal Shares: all have the same part of the money and pay for what they approve.

Each round buys the item that asks least of its cost from those who approve it: everybody pays
the same, or all that they have left. Utilities are costs, arithmetic is exact.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from math import ceil, floor, gcd
from typing import Final

from jiugai.consent.choosing import (
    Ballot,
    Chosen,
    Election,
    Item,
    Left,
    Outcome,
    Way,
    by_approvals_first,
    fill,
)

#: Where nothing else is said, shares rise by this part each time, to the next whole cent.
RISE: Final = Fraction(1, 100)

#: How items are ranked: what is asked of a payer for each cent, approvals, cost, order.
Key = tuple[Fraction, int, int, int]


def choose_by_shares(election: Election, *, step: Fraction | None = None) -> Outcome:
    """Return what equal shares choose.

    Shares begin at the budget divided by the ballots and rise by `step`, or each time by a
    hundredth, for as long as what they buy stays within the budget. What is left over then goes
    by approvals.
    """
    found = _raised(election, step)
    approvals = election.approvals()
    others = [one for one in by_approvals_first(election) if one.name not in found.names]
    rest = fill(others, approvals, election.budget - found.cost)
    extra = [Chosen(one, approvals[one.name], 0, None) for one in rest.taken]
    left = tuple(Left(one.item, one.approvals, found.held(one.item)) for one in rest.left)
    chosen = (*found.bought, *extra)
    return Outcome(Way.SHARES, chosen, left, election.budget, found.share)


def _raised(election: Election, step: Fraction | None) -> Round:
    """Return the last that shares buy, on their way up, before it costs more than there is.

    Of the shares that buy the same, it is the lowest.
    """
    found = buy(election, election.first_share)
    share = found.share
    while found.lacks_something():
        share = share + step if step else _next(share)
        higher = buy(election, share)
        if higher.cost > election.budget:
            break
        if higher.names != found.names:
            found = higher
    return found


def _next(share: Fraction) -> Fraction:
    """Return the next share; in equal steps it could take ever so many to reach a dear item."""
    return Fraction(max(floor(share) + 1, ceil(share * (1 + RISE))))


def buy(election: Election, share: Fraction) -> Round:
    """Return what shares of one size buy, whatever the budget."""
    made = Round.begun(election, share)
    while best := made.cheapest():
        item, rest, payers = best
        made.pay(item, rest, payers)
    return made


@dataclass(slots=True)
class Purse:
    """What every household with the same ballot has left, counted in parts of a cent."""

    ballot: Ballot
    count: int
    money: int


@dataclass(slots=True)
class Round:
    """What was bought from shares of one size, and what is left in the purses.

    Money is whole numbers of `parts` to the cent; where a payment does not come out even, all
    of them are made finer.
    """

    share: Fraction
    parts: int
    holders: dict[str, list[Purse]]
    waiting: dict[str, tuple[Fraction, Item]]
    order: dict[str, int]
    approvals: dict[str, int]
    purses: list[Purse]
    bought: list[Chosen] = field(default_factory=list)

    @classmethod
    def begun(cls, election: Election, share: Fraction) -> Round:
        """Return a round in which nothing was bought yet."""
        purses = [Purse(one, n, share.numerator) for one, n in election.ballots.items()]
        approvals = election.approvals()
        return cls(
            share,
            share.denominator,
            {one.name: [p for p in purses if one.name in p.ballot] for one in election.items},
            {one.name: (Fraction(0), one) for one in election.items if approvals[one.name]},
            {one.name: n for n, one in enumerate(election.items)},
            approvals,
            purses,
        )

    @property
    def cost(self) -> int:
        """Return what was bought costs together."""
        return sum(one.item.cost for one in self.bought)

    def held(self, item: Item) -> Fraction:
        """Return what those who approve an item have left together."""
        return Fraction(sum(one.money * one.count for one in self.holders[item.name]), self.parts)

    @property
    def names(self) -> frozenset[str]:
        """Return the names of what was bought."""
        return frozenset(one.item.name for one in self.bought)

    def lacks_something(self) -> bool:
        """Return whether something that somebody approves was not bought.

        Even where nothing else fits into the budget, higher shares may buy one thing for another.
        """
        bought = self.names
        return any(count and name not in bought for name, count in self.approvals.items())

    def cheapest(self) -> tuple[Item, int, int] | None:
        """Return the item that asks least, with what its payers pay together and their number.

        What an item asks only rises, so what it asked before tells where to stop looking.
        """
        best: tuple[Item, int, int] | None = None
        least: Key | None = None
        for before, item in sorted(self.waiting.values(), key=lambda pair: pair[0]):
            if least is not None and before > least[0]:
                break
            found = self._price(item)
            if found is None:
                del self.waiting[item.name]
                continue
            rate = Fraction(found[0], found[1] * item.cost * self.parts)
            self.waiting[item.name] = (rate, item)
            key = (rate, -self.approvals[item.name], item.cost, self.order[item.name])
            if least is None or key < least:
                best, least = (item, *found), key
        return best

    def _price(self, item: Item) -> tuple[int, int] | None:
        """Return what those pay together who pay the same, and their number.

        Who has less gives all that they have. None if the cost is not covered.
        """
        rich = sorted(self.holders[item.name], key=lambda one: one.money)
        rest, payers = item.cost * self.parts, sum(one.count for one in rich)
        for one in rich:
            if one.money * payers >= rest:
                return rest, payers
            rest -= one.money * one.count
            payers -= one.count
        return None

    def pay(self, item: Item, rest: int, payers: int) -> None:
        """Take the cost of an item out of the purses of those who approve it."""
        finer = payers // gcd(rest, payers)
        if finer > 1:
            self.parts *= finer
            for one in self.purses:
                one.money *= finer
        most = rest * finer // payers
        holders = self.holders[item.name]
        paying = sum(one.count for one in holders if one.money)
        for one in holders:
            one.money -= min(one.money, most)
        del self.waiting[item.name]
        part = Fraction(most, self.parts)
        self.bought.append(Chosen(item, self.approvals[item.name], paying, part))
