"""Whether what must be in the plan fits into it, and by how much it does not."""

import numpy as np
from scipy import sparse
from scipy.optimize import Bounds, LinearConstraint, milp

from jiugai.kernel.errors import JiugaiError, Refusal
from jiugai.kernel.i18n import _
from jiugai.planning.model.classes import BASIC
from jiugai.planning.model.limits import Limit, Whole
from jiugai.planning.model.problem import Problem
from jiugai.planning.search.draft import PATTERNS, Draft
from jiugai.planning.search.silence import silent

#: Seconds given to placing the mandatory estates; they are few.
_SECONDS = 60.0
_ONLY_BASIC = PATTERNS[0]


def place_mandatory(problem: Problem) -> Draft:
    """Return a plan with only the basic works of every mandatory estate.

    Raises Refusal naming what they exceed, and by how much, if they do not fit together.
    """
    draft = Draft(problem)
    if not problem.mandatory.any():
        return draft
    for estate, year in _least_excess(problem):
        draft.start(estate, year, _ONLY_BASIC)
    if not draft.is_sound():
        raise Refusal(_refusal(draft))
    return draft


def _least_excess(problem: Problem) -> list[tuple[int, int]]:
    """Return the years for the mandatory estates that exceed the limits the least."""
    estate, year = np.nonzero(problem.open & problem.mandatory[:, None])
    limits = [_row(limit, estate, year) for limit in problem.limits]
    must, row = np.unique(estate, return_inverse=True)
    starts = sparse.csr_array((np.ones(len(estate)), (row, np.arange(len(estate)))))
    # One more variable per limit: by how much it is exceeded.
    excess = np.vstack([-np.eye(len(limits)), np.zeros((len(must), len(limits)))])
    uses = np.array(limits, dtype=np.float64).reshape(len(limits), len(estate))
    table = np.hstack([np.vstack([uses, starts.toarray()]), excess])
    most = [limit.most / limit.scale for limit in problem.limits]
    with silent():
        found = milp(
            np.concatenate([np.zeros(len(estate)), np.ones(len(limits))]),
            integrality=np.repeat(np.array([1, 0], dtype=np.int8), [len(estate), len(limits)]),
            bounds=Bounds(0, np.repeat([1.0, np.inf], [len(estate), len(limits)])),
            constraints=LinearConstraint(
                table,
                np.concatenate([np.full(len(limits), -np.inf), np.ones(len(must))]),
                np.concatenate([most, np.ones(len(must))]),
            ),
            options={"time_limit": _SECONDS},
        )
    if found.x is None:
        raise JiugaiError(_("求解器没有排出必做小区：{why}").format(why=found.message))
    chosen = np.flatnonzero(found.x[: len(estate)] > 0.5)
    return [(int(estate[one]), int(year[one])) for one in chosen]


def _row(limit: Limit, estate: Whole, year: Whole) -> Whole:
    found: Whole = limit.use[estate, BASIC] * limit.when[year, BASIC] / limit.scale
    return found


def _refusal(draft: Draft) -> str:
    problem = draft.problem
    over = [
        _("{title}超出 {excess}").format(title=limit.title, excess=limit.amount(-int(slack)))
        for limit, slack in zip(problem.limits, draft.slack, strict=True)
        if slack < 0
    ]
    return _(
        "{count} 个必做小区放不进计划：{over}；请增加资金或产能、放宽年份，或取消部分必做。"
    ).format(count=int(problem.mandatory.sum()), over="；".join(over))
