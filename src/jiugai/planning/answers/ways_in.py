"""What would bring each estate that is left out into the plan, found by solving."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from time import perf_counter
from typing import Final

import numpy as np

from jiugai.kernel.i18n import language, use_language
from jiugai.planning.answers.ways.by_rule import by_rule
from jiugai.planning.answers.ways.evidence import Register, evidence_way, register_of
from jiugai.planning.answers.ways.margin import Margin, effort_for
from jiugai.planning.answers.ways.money import money_way, priced_money
from jiugai.planning.answers.ways.neighbour import neighbour_ways
from jiugai.planning.answers.ways.outsider import Outsider
from jiugai.planning.answers.ways.priced import Priced
from jiugai.planning.answers.ways.score import priced_score, score_way
from jiugai.planning.answers.ways.way import WayIn
from jiugai.planning.need.weights import Weights
from jiugai.planning.pool.candidates import Candidate, LeftOut
from jiugai.planning.search.draft import NEVER
from jiugai.planning.search.prices import Numbers
from jiugai.planning.search.solve import Solution

#: So many answers are looked for at a time; which one comes first makes no difference.
WORKERS: Final = 2


def ways_in(
    candidates: Sequence[Candidate],
    solution: Solution,
    weights: Weights,
    *,
    seconds: float,
    everybody: Sequence[Candidate] = (),
) -> tuple[WayIn, ...]:
    """Return the ways in of every candidate that a plan leaves out, in order of id.

    Each answer is found by itself, from the plan alone; the nearest to the plan are answered
    first, and once the seconds have run out the rest get what the prices alone prove. How much
    is done for one goes by the seconds there are for each. The
    candidates are in the order of the problem; `everybody` are those who were scored together,
    the candidates alone if not given.
    """
    # A clock, as in the search: whoever is asked must know when to stop.
    began = perf_counter()
    asked = _Asked(candidates, solution, weights, everybody or candidates, seconds)

    def answer(index: int) -> WayIn:
        is_late = perf_counter() - began >= seconds
        return asked.priced_only(index) if is_late else asked.solved(index)

    speaking = language()  # a thread starts with none of its own
    with ThreadPoolExecutor(WORKERS, initializer=use_language, initargs=(speaking,)) as pool:
        found = list(pool.map(answer, asked.nearest_first()))
    return tuple(sorted(found, key=lambda way: way.estate))


def ways_by_rule(left_out: Sequence[LeftOut], years: Sequence[int]) -> tuple[WayIn, ...]:
    """Return the ways in of estates that were no candidates, in their order."""
    return tuple(WayIn(out.estate.id, rule=by_rule(out, years)) for out in left_out)


class _Asked:
    """Answers about one plan, one by one."""

    def __init__(
        self,
        candidates: Sequence[Candidate],
        solution: Solution,
        weights: Weights,
        everybody: Sequence[Candidate],
        seconds: float,
    ) -> None:
        self.candidates = candidates
        self.weights = weights
        self.out = np.flatnonzero(solution.draft.year == NEVER)
        effort = effort_for(WORKERS * seconds / max(len(self.out), 1))
        self.margin = Margin(solution, effort)
        self.priced = Priced(self.margin, candidates, weights)
        #: What the prices prove to be needed, in cents and in hundredths of a point.
        self.money = self._least(self.priced.money(self.out))
        self.score = self._least(self.priced.score(self.out))
        first = min(self.margin.problem.years, default=0)
        self.register: Register = register_of(everybody, weights, year=first)
        self.names = [one.name for one in candidates]

    def nearest_first(self) -> list[int]:
        """Return the estates left out, those first whose own money could be least."""
        found: list[int] = self.out[np.argsort(self.money[self.out], kind="stable")].tolist()
        return found

    def _least(self, found: Numbers) -> Numbers:
        """Return what is needed in the best year by estate, of those left out."""
        least = np.zeros(len(self.candidates))
        least[self.out] = found.min(axis=1, initial=np.inf)
        return least

    def solved(self, index: int) -> WayIn:
        """Return every way in of an estate."""
        one = self._outsider(index)
        score = score_way(one)
        return WayIn(
            estate=one.candidate.id,
            money=money_way(one),
            score=score,
            evidence=evidence_way(one.candidate, score, self.register),
            neighbours=tuple(neighbour_ways(one, self.names)),
        )

    def priced_only(self, index: int) -> WayIn:
        """Return what the prices alone prove of the ways in of an estate."""
        one = self._outsider(index)
        money = priced_money(float(self.money[index]))
        score = priced_score(float(self.score[index]), one.highest)
        evidence = evidence_way(one.candidate, score, self.register)
        return WayIn(
            one.candidate.id, money=money, score=score, evidence=evidence, is_solved=False
        )

    def _outsider(self, index: int) -> Outsider:
        return Outsider(index, self.candidates[index], self.weights, self.margin, self.priced)
