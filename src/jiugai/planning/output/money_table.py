"""What each source gives, pays and has left, year by year."""

from collections.abc import Iterator
from dataclasses import dataclass

from jiugai.kernel.money import Cents
from jiugai.planning.classes import CLASSES
from jiugai.planning.money.budget import EVERY_CLASS, OWN, payer_title
from jiugai.planning.plan import Plan
from jiugai.policy.entries import Works


@dataclass(frozen=True, slots=True)
class MoneyLine:
    """One source in one year: what it may pay for, gives, pays per class and has left.

    `source` is the id of a source of budgets, or OWN for the capital of single estates.
    With carrying over, `left` is what is left at the end of the plan.
    """

    year: int
    source: str
    classes: frozenset[Works]
    given: Cents
    paid: tuple[Cents, Cents, Cents]
    left: Cents

    @property
    def title(self) -> str:
        """Return what people call the source."""
        return payer_title(self.source)

    @property
    def used(self) -> Cents:
        """Return what the source pays for all classes."""
        return Cents(sum(self.paid))


def money_lines(plan: Plan) -> list[MoneyLine]:
    """Return a line per pot, and per year one for the social capital of the chosen estates."""
    lines = [*_pots(plan), *_own_capital(plan)]
    return sorted(lines, key=lambda line: line.year)


def _pots(plan: Plan) -> Iterator[MoneyLine]:
    for pot in plan.budget.pots:
        paid = [
            sum(p.cents for p in plan.payments if p.pot == pot and p.works is works)
            for works in CLASSES
        ]
        yield MoneyLine(
            year=pot.year,
            source=pot.source.value,
            classes=pot.classes,
            given=pot.cents,
            paid=(Cents(paid[0]), Cents(paid[1]), Cents(paid[2])),
            left=Cents(pot.cents - sum(paid)),
        )


def _own_capital(plan: Plan) -> Iterator[MoneyLine]:
    """Yield what investors committed to single estates pay there."""
    for year in plan.years:
        here = [one for one in plan.chosen if one.year == year]
        paid = [
            sum(one.gross_of(works) - one.net_of(works) for one in here if works in one.works)
            for works in CLASSES
        ]
        if total := sum(paid):
            yield MoneyLine(
                year=year,
                source=OWN,
                classes=EVERY_CLASS - {Works.BASIC},
                given=Cents(total),
                paid=(Cents(paid[0]), Cents(paid[1]), Cents(paid[2])),
                left=Cents(0),
            )
