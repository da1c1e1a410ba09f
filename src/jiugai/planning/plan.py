"""A plan over years: who is in, with which works, who is out and why, and where money goes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import numpy as np
import polars as pl

from jiugai.kernel.errors import Refusal
from jiugai.kernel.i18n import _
from jiugai.kernel.money import Cents
from jiugai.kernel.source import Clause
from jiugai.planning.answers.explain import Binding, Reasons, bindings
from jiugai.planning.model.capacity import NO_BOUND, Capacity, capacity_limits
from jiugai.planning.model.classes import CLASSES
from jiugai.planning.model.limits import BasicShare, Unit, basic_share, share_limits
from jiugai.planning.model.problem import MILLI, make_problem, sizes_of
from jiugai.planning.money.budget import Budget, horizon
from jiugai.planning.money.budget_file import read_budget
from jiugai.planning.money.hall import money_limits
from jiugai.planning.money.payments import Payment, share_out
from jiugai.planning.need.weights import Weights, default_weights
from jiugai.planning.pool.candidates import Candidate, LeftOut, Pool
from jiugai.planning.pool.entry import Where, build_pool, nowhere
from jiugai.planning.pool.standing import DECIDING, standings_of
from jiugai.planning.search.draft import NEVER, Draft
from jiugai.planning.search.solve import Solution, Stop, solve
from jiugai.policy.entries import Works
from jiugai.policy.law import Law
from jiugai.policy.verdicts import judge_estates

DEFAULT_SECONDS: Final = 20.0


@dataclass(frozen=True, slots=True)
class Terms:
    """Everything that a plan is asked to keep to besides its candidates and budget."""

    weights: Weights
    share: BasicShare | None = None
    capacity: Capacity = NO_BOUND
    carry: bool = False
    strict: bool = False
    seconds: float = DEFAULT_SECONDS
    basic_first: Clause | None = None


@dataclass(frozen=True, slots=True)
class Chosen:
    """An estate in the plan: its year, its works, what they are worth, and why."""

    estate: Candidate
    year: int
    works: tuple[Works, ...]
    milli: int
    reason: str

    @property
    def cost(self) -> Cents:
        """Return what the works cost, whoever pays."""
        return Cents(sum(self.gross_of(works) for works in self.works))

    @property
    def own(self) -> Cents:
        """Return what the estate's own social capital pays of it."""
        return Cents(self.cost - sum(self.net_of(works) for works in self.works))

    def gross_of(self, works: Works) -> int:
        """Return the cost of one class."""
        return self.estate.gross[CLASSES.index(works)] or 0

    def net_of(self, works: Works) -> int:
        """Return what budgets pay of one class."""
        return self.estate.net[CLASSES.index(works)]


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan with its proof and its reasons; `milli` and `bound` in thousandths of benefit."""

    place: str
    day: date
    budget: Budget
    terms: Terms
    chosen: tuple[Chosen, ...]
    left_out: tuple[LeftOut, ...]
    binding: tuple[Binding, ...]
    payments: tuple[Payment, ...]
    milli: int
    bound: int
    stop: Stop
    seconds: float

    @property
    def years(self) -> tuple[int, ...]:
        """Return the years of the plan."""
        return self.budget.years

    @property
    def objective(self) -> float:
        """Return what the plan is worth: households weighted by need, works and year."""
        return self.milli / MILLI

    @property
    def gap(self) -> float:
        """Return how much better, in proportion, an unknown plan could be at most."""
        if self.bound == self.milli:
            return 0.0
        return (self.bound - self.milli) / self.milli if self.milli else 1.0


def plan_estates(
    estates: pl.DataFrame,
    *,
    law: Law,
    budget: str,
    years: int,
    terms: Terms | None = None,
    children: Mapping[str, pl.DataFrame] | None = None,
    where: Where = nowhere,
) -> Plan:
    """Return the plan of a register as a census gives it: `estate_id` and columns of facts.

    `budget` is a file or an amount; the first year is the year of the law's day. `children`
    maps a subject (`building`) to its table, `where` an estate and a fact to the cell it was
    read from, for messages.
    Raises InputError, UsageError or Refusal, each saying what to do.
    """
    span = horizon(law.day.year, years)
    money = read_budget(budget, years=span)
    asked = terms or terms_of(law)
    deciding = law.rules_on(topics=DECIDING)
    pool = build_pool(
        estates.rows(named=True),
        standings_of(judge_estates(law, estates, children=children, rules=deciding)),
        years=span,
        weights=asked.weights,
        strict=asked.strict,
        where=where,
    )
    return make_plan(pool, money, asked, place=law.place, day=law.day)


def terms_of(law: Law, **more: Any) -> Terms:
    """Return what the law asks of a plan, with whatever else is given."""
    given = {"weights": default_weights()} | more
    chosen = given["weights"].basic_share
    by_choice = BasicShare(chosen, Unit.INVESTMENT) if chosen else None
    return Terms(share=basic_share(law) or by_choice, basic_first=basic_first(law), **given)


def basic_first(law: Law) -> Clause | None:
    """Return the clause by which other works come only with the basic ones, if one is in force."""
    found = (
        item.clause
        for document in law.documents
        for item in document.menu
        if item.works is not Works.BASIC and f"{document.id}.basic" in item.needs
    )
    return next(found, None)


def make_plan(pool: Pool, budget: Budget, terms: Terms, *, place: str, day: date) -> Plan:
    """Return the best plan found for a pool, checked in whole numbers.

    Raises Refusal if what must be in the plan does not fit into it.
    """
    solution = _solved(pool, budget, terms)
    draft = solution.draft
    reasons = Reasons(pool.candidates, solution)
    indices = np.flatnonzero(draft.year != NEVER).tolist()
    chosen = tuple(_chosen(pool.candidates[i], i, draft, reasons) for i in indices)
    left = [reasons.left_out(i) for i in np.flatnonzero(draft.year == NEVER).tolist()]
    return Plan(
        place=place,
        day=day,
        budget=budget,
        terms=terms,
        chosen=chosen,
        left_out=tuple(sorted([*left, *pool.left_out], key=lambda out: out.estate.id)),
        binding=tuple(bindings(draft)),
        payments=tuple(_payments(chosen, budget, carry=terms.carry)),
        milli=draft.benefit,
        bound=solution.bound,
        stop=solution.stop,
        seconds=solution.seconds,
    )


def _solved(pool: Pool, budget: Budget, terms: Terms) -> Solution:
    sizes = sizes_of(pool.candidates)
    limits = [
        *money_limits(sizes.net, budget, carry=terms.carry),
        *share_limits(sizes, terms.share, pool.years),
        *capacity_limits(sizes, terms.capacity, pool.years),
    ]
    problem = make_problem(pool.candidates, pool.years, limits, terms.weights)
    solution = solve(problem, seconds=terms.seconds)
    if not solution.draft.is_sound():
        raise Refusal(_("求得的计划超出限额，未予输出；请把这份台账和预算反馈给开发者。"))
    return solution


def _chosen(one: Candidate, index: int, draft: Draft, reasons: Reasons) -> Chosen:
    done = np.flatnonzero(draft.done[index]).tolist()
    return Chosen(
        estate=one,
        year=draft.problem.years[int(draft.year[index])],
        works=tuple(CLASSES[c] for c in done),
        milli=draft.worth(index),
        reason=reasons.chosen(index),
    )


def _payments(chosen: Sequence[Chosen], budget: Budget, *, carry: bool) -> list[Payment]:
    needs = {(year, works): 0 for year in budget.years for works in CLASSES}
    for one in chosen:
        for works in one.works:
            needs[one.year, works] += one.net_of(works)
    return share_out(needs, budget.pots, carry=carry)
