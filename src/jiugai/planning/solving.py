"""From a pool, a budget and terms to a solved problem."""

from dataclasses import replace

from jiugai.kernel.errors import Refusal
from jiugai.kernel.i18n import _
from jiugai.planning.demands.firms import firm_limits
from jiugai.planning.demands.orders import orders_in
from jiugai.planning.demands.pilots import pilot_limits
from jiugai.planning.demands.quotas import quota_limits
from jiugai.planning.model.capacity import capacity_limits
from jiugai.planning.model.limits import Limit, share_limits
from jiugai.planning.model.problem import Problem, make_problem, sizes_of
from jiugai.planning.money.budget import Budget
from jiugai.planning.money.hall import money_limits
from jiugai.planning.pool.candidates import Pool
from jiugai.planning.refusing.impossible import why_impossible
from jiugai.planning.rolling.last import change_limits, kept
from jiugai.planning.search.solve import Solution, solve
from jiugai.planning.search.watch import Watch, unwatched
from jiugai.planning.terms import Terms


def problem_of(pool: Pool, budget: Budget, terms: Terms) -> Problem:
    """Return the plan of a pool as arithmetic."""
    limits = limits_of(pool, budget, terms)
    return make_problem(pool.candidates, pool.years, limits, terms.weights, pool.pairs)


def solved(pool: Pool, budget: Budget, terms: Terms, watch: Watch = unwatched) -> Solution:
    """Return the best plan found for a pool that has heeded every demand.

    Raises Unplaceable if what must be in it does not fit.
    """
    problem = problem_of(pool, budget, terms)
    known = terms.start or (terms.last.record if terms.last else None)
    start = kept(problem, pool.candidates, known) if known else None
    solution = solve(problem, seconds=terms.seconds, start=start, known=terms.prices, watch=watch)
    if not solution.draft.is_sound():
        raise Refusal(_("求得的计划超出限额，未予输出；请把这份台账和预算反馈给开发者。"))
    return solution


def why_not(before: Pool, budget: Budget, terms: Terms) -> str:
    """Return why what must be in the plan does not fit into it; `before` has heeded no demand."""
    free = replace(
        before, candidates=tuple(replace(one, mandatory=False) for one in before.candidates)
    )
    limits = limits_of(free, budget, terms, every=True)
    problem = make_problem(free.candidates, free.years, limits, terms.weights)
    return why_impossible(problem, orders_in(before, terms.demands))


def limits_of(pool: Pool, budget: Budget, terms: Terms, *, every: bool = False) -> list[Limit]:
    """Return every limit of a plan; with `every`, also bounds on money that others imply."""
    sizes = sizes_of(pool.candidates)
    return [
        *money_limits(sizes.net, budget, carry=terms.carry, every=every),
        *share_limits(sizes, terms.share, pool.years),
        *capacity_limits(sizes, terms.capacity, pool.years),
        *quota_limits(terms.demands.quotas, pool.candidates, pool.years),
        *firm_limits(terms.demands.firms, pool.candidates, pool.years),
        *pilot_limits(terms.demands.pilots, terms.pilots, pool),
        *change_limits(pool, terms.last),
    ]
