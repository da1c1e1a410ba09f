"""A solved plan with a few of its choices open again, decided in whole numbers."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from ortools.sat.python import cp_model

from jiugai.kernel.errors import JiugaiError
from jiugai.kernel.i18n import _
from jiugai.planning.answers.ways.margin import Margin
from jiugai.planning.answers.ways.raised import Worth
from jiugai.planning.classes import BASIC, CLASSES
from jiugai.planning.model.limits import Kind, Whole
from jiugai.planning.search.draft import NEVER, Draft

_Sum = cp_model.LinearExpr


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """What the solver found: a plan or None, what was to be best, and a bound on it.

    `is_final` says that the bound is reached, or that there is no plan at all. `paid` is what
    the estate pays itself, in cents per class.
    """

    draft: Draft | None
    value: int
    bound: int
    is_final: bool
    paid: tuple[int, ...] = ()


class Core:
    """The plan with some choices open; everything else stays as the plan has it."""

    def __init__(self, margin: Margin, free: Whole, worth: Worth) -> None:
        self.margin = margin
        self.problem = margin.problem
        self.free = free
        self.worth = worth
        self.model = cp_model.CpModel()
        self.vars = {choice: self.model.new_bool_var("") for choice in free.tolist()}
        self.estates: list[int] = np.unique(free // self._each).tolist()
        self.paid: dict[int, cp_model.IntVar] = {}
        self.least_worth = 0
        self._structure()
        self.gain, self.held = self._gain()

    @property
    def _each(self) -> int:
        """Return how many choices an estate could have."""
        return len(CLASSES) * len(self.problem.years)

    def _at(self, choice: int) -> Any:
        """Return the variable of a choice, or what the plan has decided."""
        return self.vars.get(choice, int(self.margin.made[choice]))

    def _structure(self) -> None:
        """Start once or never, once if mandatory; other classes with the basic one."""
        for estate in self.estates:
            own = self.margin.own(estate).tolist()
            starts = [one for one in own if one % len(CLASSES) == BASIC]
            if any(one in self.vars for one in starts):
                started = _Sum.sum([self._at(one) for one in starts])
                least = int(self.problem.mandatory[estate])
                self.model.add_linear_constraint(started, least, 1)
            for one in own:
                works = one % len(CLASSES)
                if works != BASIC:
                    self._link(one, one - works, bool(self.problem.required[estate, works]))

    def _link(self, other: int, basic: int, is_required: bool) -> None:
        if other in self.vars or basic in self.vars:
            self.model.add(self._at(other) <= self._at(basic))
            if is_required:
                self.model.add(self._at(other) >= self._at(basic))

    def _gain(self) -> tuple[Any, int]:
        """Return what the open choices are worth, and what they are worth in the plan."""
        worths = self.problem.benefit.ravel()[self.free].copy()
        own = self.free // self._each == self.worth.estate
        worths[own] = self.worth.own.ravel()[self.free[own] % self._each]
        terms = list(self.vars.values())
        factors = worths.tolist()
        held = int(worths @ self.margin.made[self.free])
        for one, other, milli in self._joint():
            both = self.model.new_bool_var("")
            for end in (one, other):
                self.model.add(both <= self._at(end))
            terms.append(both)
            factors.append(milli)
            held += milli * int(self.margin.made[one] and self.margin.made[other])
        return _Sum.weighted_sum(terms, factors), held

    def _joint(self) -> list[tuple[int, int, int]]:
        """Return the pairs of starts that could earn a reward, with it."""
        rewards, found = self.problem.rewards, {}
        for start in [one for one in self.vars if one % len(CLASSES) == BASIC]:
            estate, year = divmod(start // len(CLASSES), len(self.problem.years))
            for other, pair in rewards.near[estate]:
                beside = self.problem.row(other, year)
                milli = int(self.worth.pairs.get(pair, rewards.milli[pair])[year])
                if milli and (beside in self.vars or self.margin.made[beside]):
                    found[pair, year] = (start, beside, milli)
        return list(found.values())

    def starts(self, estate: int, year: int | None = None) -> None:
        """Let an estate start, in one of its years or in a certain one."""
        own = [one for one in self.margin.own(estate).tolist() if one % len(CLASSES) == BASIC]
        if year is not None:
            own = [one for one in own if one == self.problem.row(estate, year)]
        self.model.add_exactly_one([self.vars[one] for one in own])

    def starts_only(self, estate: int, year: int) -> Any:
        """Let an estate start in a year or never, and return whether it does."""
        for one in self.margin.own(estate).tolist():
            if one % len(CLASSES) == BASIC and one != self.problem.row(estate, year):
                self.model.add(self.vars[one] == 0)
        return self.vars[self.problem.row(estate, year)]

    def pays(self, estate: int, net: Sequence[int]) -> Any:
        """Let an estate pay works of its own, and return what it pays in all."""
        for one in self.margin.own(estate).tolist():
            most = net[one % len(CLASSES)]
            self.paid[one] = self.model.new_int_var(0, most, "")
            self.model.add(self.paid[one] <= most * self.vars[one])
        return _Sum.sum(list(self.paid.values()))

    def hint(self, draft: Draft) -> None:
        """Begin with what another plan makes of the open choices."""
        for choice, var in self.vars.items():
            estate, rest = divmod(choice, self._each)
            year, works = divmod(rest, len(CLASSES))
            is_done = draft.year[estate] == year and bool(draft.done[estate, works])
            self.model.add_hint(var, is_done)

    def keeps_worth(self) -> None:
        """Let the plan be worth no less than it is."""
        self.least_worth = self.margin.worth
        self.model.add(self.gain >= self.held)

    def solve(self, least: Any = None, most: Any = None) -> Found:
        """Return the plan with the least or the most of something, or any.

        Raises JiugaiError if it does not stand up to being checked.
        """
        self._limits()
        if least is not None:
            self.model.minimize(least)
        elif most is not None:
            self.model.maximize(most)
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.max_deterministic_time = self.margin.effort.work
        status = solver.solve(self.model)
        final = status in (cp_model.OPTIMAL, cp_model.INFEASIBLE)
        if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            return Found(None, 0, 0, final)
        draft = self._draft([one for one, var in self.vars.items() if solver.boolean_value(var)])
        paid = {one: solver.value(var) for one, var in self.paid.items()}
        if not self._is_sound(draft, paid):
            raise JiugaiError(_("列入办法的核对没有通过；请把这份台账和预算反馈给开发者。"))
        by_class = tuple(
            sum(cents for one, cents in paid.items() if one % len(CLASSES) == works)
            for works in range(len(CLASSES))
        )
        value, bound = round(solver.objective_value), round(solver.best_objective_bound)
        return Found(draft, value, bound, final, by_class)

    def _limits(self) -> None:
        """Keep every limit that the open choices touch."""
        uses = self.problem.uses[self.free].tocsc()
        slack = self.margin.draft.slack + uses.T @ self.margin.made[self.free].astype(np.int64)
        variables = list(self.vars.values())
        for limit in np.flatnonzero(np.diff(uses.indptr)).tolist():
            here = slice(uses.indptr[limit], uses.indptr[limit + 1])
            factors = uses.data[here]
            if factors[factors > 0].sum() <= slack[limit]:
                continue
            eased = self._eased(limit)
            terms = [variables[place] for place in uses.indices[here].tolist()] + eased
            factors = [*factors.tolist(), *(-1 for _var in eased)]
            self.model.add(_Sum.weighted_sum(terms, factors) <= int(slack[limit]))

    def _eased(self, limit: int) -> list[cp_model.IntVar]:
        """Return the payments that spare a limit."""
        if self.problem.limits[limit].kind is not Kind.MONEY:
            return []
        when = self.problem.limits[limit].when.ravel()
        return [var for one, var in self.paid.items() if when[one % self._each]]

    def _draft(self, done: Sequence[int]) -> Draft:
        draft = self.margin.draft.copy()
        chosen = self.margin.made.copy()
        chosen[self.free] = False
        chosen[list(done)] = True
        for estate in self.estates:
            first = self.problem.row(estate, 0)
            works = chosen[first : first + self._each].reshape(-1, len(CLASSES))
            if draft.year[estate] != NEVER:
                draft.drop(estate)
            if works.any():
                year = int(works.any(axis=1).argmax())
                draft.start(estate, year, works[year])
        return draft

    def _is_sound(self, draft: Draft, paid: dict[int, int]) -> bool:
        """Return whether a plan is worth enough and keeps every limit, after so much is paid."""
        if self.worth.of(draft) < self.least_worth:
            return False
        over = draft.used - self.problem.most
        for limit in np.flatnonzero(over > 0).tolist():
            when = self.problem.limits[limit].when.ravel()
            spared = sum(cents for one, cents in paid.items() if when[one % self._each])
            if self.problem.limits[limit].kind is not Kind.MONEY or over[limit] > spared:
                return False
        return True
