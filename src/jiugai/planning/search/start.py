"""A first plan with what must be in it: mandatory works, quotas from below."""

import numpy as np

from jiugai.kernel.errors import JiugaiError, Refusal
from jiugai.kernel.i18n import _, ngettext
from jiugai.planning.model.limits import Flags
from jiugai.planning.model.problem import Problem
from jiugai.planning.search.draft import Draft
from jiugai.planning.search.feasible import Works, find_works, helpers, orders_of


class Unplaceable(Refusal):
    """What must be in the plan does not fit into it."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(
            ngettext(
                "{count} 个必做小区和各项要求放不进计划；请增加资金或产能，或减少要求。",
                int(problem.mandatory.sum()),
            ).format(count=int(problem.mandatory.sum()))
        )


def place_demands(problem: Problem) -> Draft:
    """Return a plan with little more than what must be in it.

    Raises Unplaceable if it does not fit within the limits.
    """
    draft = Draft(problem)
    if draft.is_sound() and not problem.mandatory.any():
        return draft
    found = _works(problem)
    if found.choice is None and found.is_proven:
        raise Unplaceable(problem)
    if found.choice is None:
        raise JiugaiError(_("求解器没有排出必做的内容；请减少要求或计划年数后再试。"))
    for estate, year in np.argwhere(found.choice[:, :, 0]).tolist():
        draft.start(estate, year, found.choice[estate, year])
    return draft


def _works(problem: Problem) -> Works:
    """Return works that serve: first with the fewest estates, then with all that can help."""
    every: Flags = np.ones(len(problem.limits), dtype=np.bool_)
    orders = orders_of(problem)
    few = helpers(problem, problem.most < 0)
    found = find_works(problem, every, orders, estates=few)
    return found if found.choice is not None else find_works(problem, every, orders)
