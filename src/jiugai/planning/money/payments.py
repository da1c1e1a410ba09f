"""Sharing out the money: which pot pays how much for which class of works, in whole cents."""

from collections import defaultdict, deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from jiugai.kernel.errors import Refusal
from jiugai.kernel.i18n import _
from jiugai.kernel.money import Cents
from jiugai.planning.money.budget import Pot
from jiugai.policy.entries import Works

#: Works of one class in one year, which somebody must pay for.
Need = tuple[int, Works]


@dataclass(frozen=True, slots=True)
class Payment:
    """What one pot pays for the works of one class in one year."""

    pot: Pot
    year: int
    works: Works
    cents: Cents


def share_out(needs: Mapping[Need, int], pots: Sequence[Pot], *, carry: bool) -> list[Payment]:
    """Return payments that cover every need exactly and overdraw no pot.

    Earmarked pots pay first, then older ones, then in their order.
    Raises Refusal if the pots cannot cover the needs.
    """
    ordered = sorted(pots, key=lambda pot: (len(pot.classes), pot.year))
    flow = _Flow(needs, ordered, carry=carry)
    for need in sorted(needs, key=lambda need: (need[0], list(Works).index(need[1]))):
        flow.cover(need)
    return [
        Payment(ordered[pot], year, works, Cents(cents))
        for (pot, (year, works)), cents in sorted(
            flow.paid.items(), key=lambda item: (item[0][0], item[0][1][0], item[0][1][1].value)
        )
        if cents
    ]


class _Flow:
    """Money on its way from pots to needs; a pot that is empty can be relieved by another."""

    def __init__(self, needs: Mapping[Need, int], pots: Sequence[Pot], *, carry: bool) -> None:
        self.left = [int(pot.cents) for pot in pots]
        self.open = dict(needs)
        self.paid: defaultdict[tuple[int, Need], int] = defaultdict(int)
        self.payers = {
            (year, works): [
                index
                for index, pot in enumerate(pots)
                if works in pot.classes and (pot.year == year or (carry and pot.year < year))
            ]
            for year, works in needs
        }

    def cover(self, need: Need) -> None:
        """Pay a need in full."""
        while self.open[need] > 0:
            chain = self._chain(need)
            if chain is None:
                raise Refusal(_("预算各来源的资金不够支付 {year} 年的改造。").format(year=need[0]))
            self._pay(chain)

    def _chain(self, need: Need) -> list[tuple[int, Need]] | None:
        """Return the shortest chain from a pot with money left to the need.

        Each link is a pot and the need it pays; all but the last pot take over from the next.
        """
        came: dict[Need, tuple[int, Need] | None] = {need: None}
        queue = deque([need])
        while queue:
            here = queue.popleft()
            for pot in self.payers[here]:
                if self.left[pot] > 0:
                    return self._trace((pot, here), came)
                for other in [n for (p, n), cents in self.paid.items() if p == pot and cents]:
                    if other not in came:
                        came[other] = (pot, here)
                        queue.append(other)
        return None

    def _trace(
        self, last: tuple[int, Need], came: Mapping[Need, tuple[int, Need] | None]
    ) -> list[tuple[int, Need]]:
        chain = [last]
        while (link := came[chain[-1][1]]) is not None:
            chain.append(link)
        return chain

    def _pay(self, chain: Sequence[tuple[int, Need]]) -> None:
        """Send as much along a chain as its narrowest link lets through."""
        first, final = chain[0], chain[-1]
        moved = [self.paid[pot, chain[index][1]] for index, (pot, _n) in enumerate(chain[1:])]
        amount = min(self.left[first[0]], self.open[final[1]], *moved)
        self.left[first[0]] -= amount
        self.open[final[1]] -= amount
        for index, link in enumerate(chain):
            self.paid[link] += amount
            if index:  # this pot no longer pays what the one before took over
                self.paid[link[0], chain[index - 1][1]] -= amount
