"""What happens to a model when one thing, or two, come out otherwise than expected."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction
from typing import Final

from jiugai.finance.profit.model import Model, Once, Stream
from jiugai.finance.profit.outcome import Outcome
from jiugai.finance.split import nearest_cent
from jiugai.kernel.i18n import N_


class Factor(StrEnum):
    """What may come out otherwise."""

    INCOME = "income"
    COST = "cost"
    INVESTMENT = "investment"
    RATE = "rate"
    OCCUPANCY = "occupancy"


TITLES: Final = {
    Factor.INCOME: N_("收入"),
    Factor.COST: N_("成本"),
    Factor.INVESTMENT: N_("投资"),
    Factor.RATE: N_("贷款利率"),
    Factor.OCCUPANCY: N_("出租率"),
}
STEPS: Final = (Fraction(-1, 5), Fraction(-1, 10), Fraction(1, 10), Fraction(1, 5))
#: Break-even is looked for between nothing and three times what was expected, in steps of 0.01 %.
_FINEST: Final = 10_000
_WIDEST: Final = 3

Runs = Callable[[Model], Outcome]


@dataclass(frozen=True, slots=True)
class Trial:
    """A factor changed by a share, and what the model then comes to."""

    factor: Factor
    change: Fraction
    outcome: Outcome
    is_capped: bool  # occupancy cannot pass 100 %


@dataclass(frozen=True, slots=True)
class BreakEven:
    """How far a factor may go until own money is worth nothing: its change, None if never."""

    factor: Factor
    change: Fraction | None


def changed(model: Model, factor: Factor, change: Fraction) -> Model:
    """Return a model in which a factor is larger by a share."""
    by = 1 + change
    match factor:
        case Factor.INCOME:
            return replace(model, incomes=tuple(_scaled(one, by) for one in model.incomes))
        case Factor.COST:
            return replace(model, costs=tuple(_scaled(one, by) for one in model.costs))
        case Factor.INVESTMENT:
            return replace(model, investments=tuple(_once(one, by) for one in model.investments))
        case Factor.RATE:
            loans = tuple(replace(one, rate=one.rate * by) for one in model.loans)
            return replace(model, loans=loans)
        case Factor.OCCUPANCY:
            return replace(model, incomes=tuple(_occupied(one, by) for one in model.incomes))


def trials(model: Model, runs: Runs, *, steps: Sequence[Fraction] = STEPS) -> tuple[Trial, ...]:
    """Return every factor changed by every step, one at a time."""
    return tuple(
        Trial(factor, step, runs(changed(model, factor, step)), _capped(model, factor, step))
        for factor in factors_of(model)
        for step in steps
    )


def factors_of(model: Model) -> list[Factor]:
    """Return the factors that a model has: no rate without a loan, no occupancy without rent."""
    has: Mapping[Factor, bool] = {
        Factor.INCOME: bool(model.incomes),
        Factor.COST: bool(model.costs),
        Factor.INVESTMENT: True,
        Factor.RATE: any(one.cents for one in model.loans),
        Factor.OCCUPANCY: any(one.vacancy for one in model.incomes),
    }
    return [factor for factor in Factor if has[factor]]


def grid(model: Model, runs: Runs, rows: Factor, columns: Factor) -> list[list[Outcome]]:
    """Return a model with two factors changed together, by -20 % to +20 %."""
    every = (*STEPS[:2], Fraction(0), *STEPS[2:])
    return [
        [runs(changed(changed(model, rows, down), columns, across)) for across in every]
        for down in every
    ]


def break_even(model: Model, factor: Factor, runs: Runs) -> BreakEven:
    """Return how far a factor may change until own money's present value is nothing.

    The change nearest to none is looked for on the side where the value changes its sign.
    """

    def is_good(at: int) -> bool:
        return runs(changed(model, factor, Fraction(at, _FINEST) - 1)).own_npv >= 0

    here = is_good(_FINEST)
    for end in (0, _WIDEST * _FINEST):
        if is_good(end) != here:
            return BreakEven(factor, _between(is_good, _FINEST, end) - 1)
    return BreakEven(factor, None)


def _between(is_good: Callable[[int], bool], near: int, far: int) -> Fraction:
    """Return the good place next to where the answer changes."""
    here = is_good(near)
    while abs(far - near) > 1:
        middle = (near + far) // 2
        if is_good(middle) == here:
            near = middle
        else:
            far = middle
    return Fraction(near if here else far, _FINEST)


def _scaled(stream: Stream, by: Fraction) -> Stream:
    return replace(stream, cents=nearest_cent(stream.cents * by))


def _once(one: Once, by: Fraction) -> Once:
    return replace(one, cents=nearest_cent(one.cents * by))


def _occupied(stream: Stream, by: Fraction) -> Stream:
    """Return an income whose let part is larger; where nothing can be vacant, nothing changes."""
    if not stream.vacancy:
        return stream
    return replace(stream, vacancy=1 - min((1 - stream.vacancy) * by, Fraction(1)))


def _capped(model: Model, factor: Factor, step: Fraction) -> bool:
    return factor is Factor.OCCUPANCY and any(
        one.vacancy and (1 - one.vacancy) * (1 + step) > 1 for one in model.incomes
    )
