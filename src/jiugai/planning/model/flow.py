"""Sharing out works among givers, in whole units: who carries how much of what."""

from collections import defaultdict, deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from jiugai.planning.model.hall import Giver
from jiugai.policy.entries import Works

#: Works of one class in one year, which somebody must carry.
Need = tuple[int, Works]


@dataclass(frozen=True, slots=True)
class Part:
    """How much one giver, by its place in the order given, carries of one need."""

    giver: int
    need: Need
    amount: int


class Unmet(Exception):
    """A need is more than its givers have."""

    def __init__(self, need: Need) -> None:
        self.need = need
        super().__init__(f"nobody carries {need}")


def share(needs: Mapping[Need, int], givers: Sequence[Giver], *, carry: bool) -> list[Part]:
    """Return parts that cover every need exactly and overdraw no giver.

    Givers open to fewer classes go first, then older ones, then in their order.
    Raises Unmet with the first need that cannot be covered.
    """
    order = sorted(range(len(givers)), key=lambda g: (len(givers[g].classes), givers[g].year))
    flow = _Flow(needs, [givers[g] for g in order], carry=carry)
    for need in sorted(needs, key=lambda need: (need[0], list(Works).index(need[1]))):
        flow.cover(need)
    found = sorted(flow.given.items(), key=lambda item: (item[0][0], item[0][1]))
    return [Part(order[place], need, amount) for (place, need), amount in found if amount]


class _Flow:
    """Amounts on their way from givers to needs; a giver that is empty can be relieved."""

    def __init__(self, needs: Mapping[Need, int], givers: Sequence[Giver], *, carry: bool) -> None:
        self.left = [giver.amount for giver in givers]
        self.open = dict(needs)
        self.given: defaultdict[tuple[int, Need], int] = defaultdict(int)
        self.carriers = {
            (year, works): [
                index
                for index, giver in enumerate(givers)
                if works in giver.classes and (giver.year == year or (carry and giver.year < year))
            ]
            for year, works in needs
        }

    def cover(self, need: Need) -> None:
        """Cover a need in full."""
        while self.open[need] > 0:
            chain = self._chain(need)
            if chain is None:
                raise Unmet(need)
            self._send(chain)

    def _chain(self, need: Need) -> list[tuple[int, Need]] | None:
        """Return the shortest chain from a giver with something left to the need.

        Each link is a giver and the need it carries; all but the last take over from the next.
        """
        came: dict[Need, tuple[int, Need] | None] = {need: None}
        queue = deque([need])
        while queue:
            here = queue.popleft()
            for giver in self.carriers[here]:
                if self.left[giver] > 0:
                    return _trace((giver, here), came)
                for other in [n for (g, n), amount in self.given.items() if g == giver and amount]:
                    if other not in came:
                        came[other] = (giver, here)
                        queue.append(other)
        return None

    def _send(self, chain: Sequence[tuple[int, Need]]) -> None:
        """Send as much along a chain as its narrowest link lets through."""
        first, final = chain[0], chain[-1]
        moved = [self.given[giver, chain[index][1]] for index, (giver, _n) in enumerate(chain[1:])]
        amount = min(self.left[first[0]], self.open[final[1]], *moved)
        self.left[first[0]] -= amount
        self.open[final[1]] -= amount
        for index, link in enumerate(chain):
            self.given[link] += amount
            if index:  # this giver no longer carries what the one before took over
                self.given[link[0], chain[index - 1][1]] -= amount


def _trace(
    last: tuple[int, Need], came: Mapping[Need, tuple[int, Need] | None]
) -> list[tuple[int, Need]]:
    chain = [last]
    while (link := came[chain[-1][1]]) is not None:
        chain.append(link)
    return chain
