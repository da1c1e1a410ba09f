"""A plan over years: who is in, with which works, who is out and why, and where money goes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import polars as pl

from jiugai.kernel.errors import Refusal
from jiugai.kernel.money import Cents
from jiugai.planning.answers.curve import Point, curve
from jiugai.planning.answers.explain import Binding, Reasons, bindings
from jiugai.planning.answers.ways.way import WayIn
from jiugai.planning.answers.ways_in import ways_by_rule, ways_in
from jiugai.planning.classes import CLASSES
from jiugai.planning.demands.assign import Assignment, Start, assign
from jiugai.planning.demands.demand import Demands
from jiugai.planning.demands.heed import heed
from jiugai.planning.ground.ground import on_the_ground
from jiugai.planning.model.problem import MILLI
from jiugai.planning.money.budget import Budget, horizon
from jiugai.planning.money.budget_file import read_budget
from jiugai.planning.money.payments import Payment, share_out
from jiugai.planning.pairs import Pair, Place
from jiugai.planning.pool.buildings import housing_of
from jiugai.planning.pool.candidates import Candidate, LeftOut, Pool
from jiugai.planning.pool.costs import refuse_without_costs
from jiugai.planning.pool.entry import Where, build_pool, nowhere
from jiugai.planning.pool.standing import DECIDING, standings_of
from jiugai.planning.rolling.changed import Change, Kept, changes
from jiugai.planning.rolling.last import Last, without_begun
from jiugai.planning.search.draft import NEVER, Draft
from jiugai.planning.search.prices import Known, known_of
from jiugai.planning.search.solve import Solution
from jiugai.planning.search.start import Unplaceable
from jiugai.planning.search.stop import Stop
from jiugai.planning.search.watch import Watch, unwatched
from jiugai.planning.solving import solved, why_not
from jiugai.planning.terms import Terms, terms_of
from jiugai.policy.entries import Works
from jiugai.policy.law import Law
from jiugai.policy.verdicts import judge_estates


@dataclass(frozen=True, slots=True)
class Chosen:
    """An estate in the plan: its year, its works, what they are worth, and why.

    `together` is its half of what it adds with the neighbours `beside`, of the same year.
    """

    estate: Candidate
    year: int
    works: tuple[Works, ...]
    milli: int
    reason: str
    together: int = 0
    beside: tuple[str, ...] = ()

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
    assigned: tuple[Assignment, ...] = ()
    places: tuple[Place, ...] = ()
    pairs: tuple[Pair, ...] = ()
    changes: tuple[Change, ...] = ()
    curve: tuple[Point, ...] = ()
    prices: Known | None = None
    ways: tuple[WayIn, ...] = ()

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
    watch: Watch = unwatched,
) -> Plan:
    """Return the plan of a register as a census gives it: `estate_id` and columns of facts.

    `budget` is a file or an amount; the first year is the year of the law's day. `children`
    maps a subject (`building`) to its table, `where` an estate and a fact to the cell it was
    read from, for messages; `watch` looks on while the plan is searched for.
    Raises InputError, UsageError or Refusal, each saying what to do.
    """
    span = horizon(law.day.year, years)
    money = read_budget(budget, years=span, payers=law.payers)
    asked = terms or terms_of(law)
    pool = pool_of(estates, law=law, years=span, terms=asked, children=children, where=where)
    return make_plan(pool, money, asked, place=law.place, day=law.day, watch=watch)


def pool_of(
    estates: pl.DataFrame,
    *,
    law: Law,
    years: tuple[int, ...],
    terms: Terms,
    children: Mapping[str, pl.DataFrame] | None = None,
    where: Where = nowhere,
    ranking: bool = False,
) -> Pool:
    """Return who may enter the plan of a register, with places and neighbours.

    With `ranking`, nobody plans yet: costs may be missing, and who must be in may be kept out.

    Of the terms only weights, strictness, assumptions and barriers matter to it, so that it serves
    every plan that differs in money and demands alone. Raises InputError or Refusal.
    """
    deciding = law.rules_on(topics=DECIDING)
    pool = build_pool(
        estates.rows(named=True),
        standings_of(judge_estates(law, estates, children=children, rules=deciding)),
        years=years,
        weights=terms.weights,
        strict=terms.strict,
        where=where,
        housing=housing_of(law, children),
        assumptions=terms.assumptions,
        ranking=ranking,
    )
    if not ranking:
        refuse_without_costs(pool)
    return on_the_ground(
        pool,
        estates,
        together=terms.weights.neighbours,
        barriers=terms.barriers,
        resources=(children or {}).get("resource"),
    )


def make_plan(
    pool: Pool,
    budget: Budget,
    terms: Terms,
    *,
    place: str,
    day: date,
    watch: Watch = unwatched,
) -> Plan:
    """Return the best plan found for a pool, checked in whole numbers.

    Raises Refusal if what must be in the plan does not fit into it.
    """
    before = without_begun(pool, terms.last)
    pool = heed(before, terms.demands)
    try:
        solution = solved(pool, budget, terms, watch)
    except Unplaceable as error:
        raise Refusal(why_not(before, budget, terms)) from error
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
        assigned=tuple(_assigned(chosen, terms.demands, pool.years)),
        places=pool.places,
        pairs=pool.pairs,
        prices=known_of(draft.problem, solution.prices),
        changes=_changes(chosen, pool, terms.last),
        curve=_curve(pool, budget, terms, solution),
        ways=_ways(pool, terms, solution),
    )


def _curve(pool: Pool, budget: Budget, terms: Terms, solution: Solution) -> tuple[Point, ...]:
    if not terms.curve or not pool.candidates or solution.stop is Stop.ASKED:
        return ()
    return curve(pool, budget, terms, found=solution, seconds=terms.curve)


def _ways(pool: Pool, terms: Terms, solution: Solution) -> tuple[WayIn, ...]:
    if not terms.ways:
        return ()
    everybody = (*pool.candidates, *(out.estate for out in pool.left_out))
    # Who asked to stop gets what the prices prove, which takes no time.
    seconds = 0.0 if solution.stop is Stop.ASKED else terms.ways
    found = ways_in(pool.candidates, solution, terms.weights, seconds=seconds, everybody=everybody)
    return (*found, *ways_by_rule(pool.left_out, pool.years))


def _changes(chosen: Sequence[Chosen], pool: Pool, last: Last | None) -> tuple[Change, ...]:
    if last is None:
        return ()
    now = {
        one.estate.id: Kept(one.estate.name, dict.fromkeys(one.works, one.year)) for one in chosen
    }
    candidates = [one.id for one in pool.candidates]
    return tuple(changes(last, now, first=pool.years[0], pool=candidates))


def _chosen(one: Candidate, index: int, draft: Draft, reasons: Reasons) -> Chosen:
    done = np.flatnonzero(draft.done[index]).tolist()
    beside = draft.problem.rewards.beside_of(index, draft.year)
    return Chosen(
        estate=one,
        year=draft.problem.years[int(draft.year[index])],
        works=tuple(CLASSES[c] for c in done),
        milli=draft.worth(index),
        reason=reasons.chosen(index),
        together=sum(half for _other, half in beside),
        beside=tuple(draft.problem.ids[other] for other, _half in beside),
    )


def _payments(chosen: Sequence[Chosen], budget: Budget, *, carry: bool) -> list[Payment]:
    needs = {(year, works): 0 for year in budget.years for works in CLASSES}
    for one in chosen:
        for works in one.works:
            needs[one.year, works] += one.net_of(works)
    return share_out(needs, budget.pots, carry=carry)


def _assigned(
    chosen: Sequence[Chosen], demands: Demands, years: tuple[int, ...]
) -> list[Assignment]:
    starts = [Start(one.estate, one.year, one.works) for one in chosen]
    return assign(demands.firms, starts, years)
