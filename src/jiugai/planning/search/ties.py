"""Which of several estates goes first where nothing in the plan tells them apart."""

from collections import defaultdict

import numpy as np

from jiugai.planning.model.problem import Problem
from jiugai.planning.search.draft import NEVER, Draft


def settle(draft: Draft) -> None:
    """Give the earlier years and the more works to the earlier ids, among equal estates.

    Equal estates have the same worth, years and use of every limit, and no neighbours, so that
    the plan stays as good as it is; without a rule the choice would be the solver's.
    """
    for group in _equals(draft.problem):
        treated = sorted(group, key=lambda estate: _rank(draft, estate))
        years, done = draft.year[treated].copy(), draft.done[treated].copy()
        draft.year[group], draft.done[group] = years, done


def _equals(problem: Problem) -> list[list[int]]:
    """Return the groups of equal estates without rewards, each in order of id."""
    groups: defaultdict[tuple[bytes, ...], list[int]] = defaultdict(list)
    alone = [estate for estate, near in enumerate(problem.rewards.near) if not near]
    for estate in alone:
        rows = slice(problem.row(estate, 0), problem.row(estate + 1, 0) + 1)
        starts = problem.uses.indptr[rows]
        used = slice(starts[0], starts[-1])
        groups[
            problem.benefit[estate].tobytes(),
            problem.offered[estate].tobytes(),
            problem.open[estate].tobytes(),
            problem.mandatory[estate].tobytes(),
            problem.required[estate].tobytes(),
            (starts - starts[0]).tobytes(),
            problem.uses.indices[used].tobytes(),
            problem.uses.data[used].tobytes(),
        ].append(estate)
    return [group for group in groups.values() if len(group) > 1]


def _rank(draft: Draft, estate: int) -> tuple[int, int]:
    year = int(draft.year[estate])
    late = len(draft.problem.years) if year == NEVER else year
    return late, -int(draft.done[estate] @ np.array([4, 2, 1]))
