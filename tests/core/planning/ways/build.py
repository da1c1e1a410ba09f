"""Small plans whose ways in can be found by trying everything."""

from dataclasses import replace
from fractions import Fraction
from itertools import combinations, product

import numpy as np
from hypothesis import strategies as st

from jiugai.planning.answers.ways_in import ways_in
from jiugai.planning.classes import CLASSES
from jiugai.planning.model.problem import benefits
from jiugai.planning.model.rewards import rewards_of
from jiugai.planning.need.scores import Score
from jiugai.planning.need.weights import Together, default_weights
from jiugai.planning.pairs import Pair
from jiugai.planning.pool.candidates import Pool
from jiugai.planning.search.draft import PATTERNS
from jiugai.planning.solving import solved
from jiugai.planning.terms import Terms
from tests.core.planning.build import BASIC, IMPROVING, YEARS, estate, pot, pots

WEIGHTS = replace(default_weights(), neighbours=Together(Fraction(3, 7), 200, 4))

costs = st.integers(2, 6)
maybe = st.one_of(st.none(), st.integers(1, 4))
windows = st.sampled_from([(2026,), (2027,), YEARS, YEARS])
classes = st.sampled_from([BASIC, BASIC | IMPROVING, frozenset(CLASSES), frozenset(CLASSES)])
near = st.sets(st.sampled_from(list(combinations(range(3), 2))), min_size=1)
budgets = st.lists(
    st.tuples(st.sampled_from(YEARS), st.integers(2, 9), classes), min_size=2, max_size=3
).map(lambda lines: pots(*(pot(*line) for line in lines)))


@st.composite
def estates(draw, most, least=3):
    return [
        estate(
            chr(ord("a") + number),
            draw(costs),
            draw(maybe),
            draw(maybe),
            score=draw(st.integers(15, 60)),
            households=draw(st.sampled_from([7, 100, 100, 110])),
            social=draw(st.sampled_from([0, 0, 0, 2])),
            years=draw(windows),
        )
        for number in range(draw(st.integers(least, most)))
    ]


def pool_of(given, money, ends=()):
    """Return the pool of estates in order of id; `ends` are numbers of neighbours."""
    pairs = [Pair(given[i].id, given[j].id, 10) for i, j in sorted(ends) if j < len(given)]
    return Pool(money.years, tuple(given), (), tuple(pairs))


def answered(given, money, ends=(), *, seconds=60.0, weights=WEIGHTS, **terms):
    """Return the solution of a plan and the ways in of everybody it leaves out."""
    asked = Terms(weights, **terms)
    solution = solved(pool_of(given, money, ends), money, asked)
    return solution, ways_in(given, solution, weights, seconds=seconds)


def treatments(one):
    """Yield every way to treat an estate: not at all, or a year and a set of classes."""
    yield None, np.zeros(3, dtype=bool)
    for year, pattern in product(one.years, PATTERNS):
        if (pattern <= np.array(one.offered)).all():
            yield year, pattern


class ByHand:
    """Every plan of a few estates, one by one."""

    def __init__(self, given, money, ends=()):
        self.given = given
        self.money = money
        self.pairs = pool_of(given, money, ends).pairs
        self.plans = list(product(*map(list, map(treatments, given))))

    def worth(self, chosen, given=None):
        """Return what a plan is worth, in thousandths, if the estates were the given ones."""
        worths, rewards = self._figures(tuple(given or self.given))
        years = np.array(
            [-1 if year is None else self.money.years.index(year) for year, _done in chosen]
        )
        own = sum(
            int(worths[i, years[i]] @ done) for i, (_y, done) in enumerate(chosen) if years[i] >= 0
        )
        return own + rewards.of(years)

    def _figures(self, given):
        if getattr(self, "_known", (None,))[0] != given:
            worths = benefits(given, len(self.money.years), WEIGHTS)
            opened = [[year in one.years for year in self.money.years] for one in given]
            ids = [one.id for one in given]
            basic = worths[:, :, 0] * np.array(opened)
            rewards = rewards_of(self.pairs, ids, basic, WEIGHTS.neighbours.worth)
            self._known = (given, (worths, rewards))
        return self._known[1]

    def is_paid(self, chosen, spared=(0, 0, 0), payer=None):
        """Return whether the money is enough, where one estate pays so much itself."""
        for year in self.money.years:
            needs = np.zeros(3, dtype=np.int64)
            for index, (when, done) in enumerate(chosen):
                if when == year:
                    needs += np.array(self.given[index].net) * done
                    needs -= np.array(spared) if index == payer else 0
            if not self._covered(needs, year):
                return False
        return True

    def _covered(self, needs, year):
        here = [one for one in self.money.pots if one.year == year]
        subsets = [[c for c in range(3) if bits >> c & 1] for bits in range(1, 8)]
        return all(
            sum(needs[c] for c in some)
            <= sum(one.cents for one in here if any(CLASSES[c] in one.classes for c in some))
            for some in subsets
        )

    def best(self, given=None, **must):
        """Return the most that a plan is worth; `must` tells by id the year, or None for out."""
        ids = [one.id for one in self.given]
        wanted = {ids.index(id_): year for id_, year in must.items()}
        return max(
            (
                self.worth(chosen, given)
                for chosen in self.plans
                if all(chosen[i][0] == year for i, year in wanted.items())
                if self.is_paid(chosen)
            ),
            default=None,
        )

    def best_with(self, id_, given=None):
        """Return the most that a plan is worth in which an estate starts in some year."""
        found = [self.best(given, **{id_: year}) for year in self.money.years]
        return max((one for one in found if one is not None), default=None)

    def least_money(self, id_, goal):
        """Return the least 万元 with which an estate is in a plan worth so much, None if none."""
        at = [one.id for one in self.given].index(id_)
        least = None
        for chosen in self.plans:
            if chosen[at][0] is None or self.worth(chosen) < goal:
                continue
            own = [
                range(cents // 1_000_000 * bool(on) + 1)
                for cents, on in zip(self.given[at].net, chosen[at][1], strict=True)
            ]
            for parts in sorted(product(*own), key=sum):
                if least is not None and sum(parts) >= least:
                    break
                if self.is_paid(chosen, [1_000_000 * part for part in parts], at):
                    least = sum(parts)
                    break
        return least


def at_score(given, id_, rise):
    """Return the estates, one of them with so many hundredths of a point more."""
    return [
        replace(one, score=Score(one.score.hundredths + rise, ())) if one.id == id_ else one
        for one in given
    ]
