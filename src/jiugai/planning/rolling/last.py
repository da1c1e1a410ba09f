"""The plan adopted last, and how far a new one may depart from it."""

from dataclasses import dataclass, replace

import numpy as np

from jiugai.kernel.i18n import _
from jiugai.planning.classes import BASIC, CLASSES
from jiugai.planning.model.limits import ANY_YEAR, Kind, Limit
from jiugai.planning.model.problem import Problem
from jiugai.planning.pool.candidates import Candidate, LeftOut, Pool, Why
from jiugai.planning.record import ChosenRecord, PlanRecord
from jiugai.planning.search.draft import Draft


@dataclass(frozen=True, slots=True)
class Last:
    """The last plan; at most `changes` items may differ from it, or any number where None.

    An item is one class of works in one estate. It changes once if it is new, dropped or moved
    to another year.
    """

    record: PlanRecord
    changes: int | None = None


def without_begun(pool: Pool, last: Last | None) -> Pool:
    """Return the pool without the estates whose works began before its first year."""
    if last is None:
        return pool
    begun = {one.id: one for one in last.record.chosen if one.year < pool.years[0]}
    here = [
        LeftOut(one, Why.BEGUN, _begun(begun[one.id]))
        for one in pool.candidates
        if one.id in begun
    ]
    rest = tuple(one for one in pool.candidates if one.id not in begun)
    return replace(pool, candidates=rest, left_out=(*pool.left_out, *here))


def _begun(one: ChosenRecord) -> str:
    return _("已列入上一份计划的 {year} 年，视为已开工，不再参加编排").format(year=one.year)


def change_limits(pool: Pool, last: Last | None) -> list[Limit]:
    """Return the bound on changes, if one is asked for."""
    if last is None or last.changes is None:
        return []
    at = np.full((len(pool.candidates), len(CLASSES)), ANY_YEAR, dtype=np.int64)
    use = np.ones_like(at)
    for index, one in enumerate(pool.candidates):
        before = last.record.by_id.get(one.id)
        for c, works in enumerate(CLASSES):
            if before is not None and before.year in pool.years and works in before.works:
                # Kept in its year, an item spares the change that it counts as at first.
                use[index, c] = -1
                at[index, c] = pool.years.index(before.year)
    return [
        Limit(
            kind=Kind.CHANGES,
            year=pool.years[0],
            title=_("对上一份计划的改动不超过 {most} 项").format(most=last.changes),
            use=use,
            when=np.ones((len(pool.years), len(CLASSES)), dtype=np.bool_),
            most=last.changes - int((use < 0).sum()),
            unit=_("项"),
            at=at,
        )
    ]


def kept(problem: Problem, candidates: tuple[Candidate, ...], record: PlanRecord) -> Draft:
    """Return a known plan as a start for the new one.

    What must be in the new plan is added to it, whether or not it fits: the search drops for it
    what is worth least.
    """
    draft = Draft(problem)
    for index, one in enumerate(candidates):
        _keep(draft, index, record.by_id.get(one.id))
        if problem.mandatory[index]:
            _demand(draft, index)
    return draft


def _keep(draft: Draft, index: int, before: ChosenRecord | None) -> None:
    """Start an estate as it was planned, if that is still open to it."""
    problem = draft.problem
    if before is None or before.year not in problem.years:
        return
    done = np.array([works in before.works for works in CLASSES], dtype=np.bool_)
    year = problem.years.index(before.year)
    if problem.open[index, year] and (done <= problem.offered[index]).all():
        draft.start(index, year, done | problem.required[index])


def _demand(draft: Draft, index: int) -> None:
    """Start an estate that must be in the plan, in its first year, unless it is in already."""
    problem = draft.problem
    if draft.year[index] >= 0 or not problem.open[index].any():
        return
    done = problem.required[index].copy()
    done[BASIC] = True
    draft.start(index, int(problem.open[index].argmax()), done)
