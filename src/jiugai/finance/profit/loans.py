"""What a loan asks for each year, to the cent."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from jiugai.finance.profit.model import Loan, Repays
from jiugai.finance.split import nearest_cent, split


@dataclass(frozen=True, slots=True)
class Instalment:
    """What is paid on a loan in one year, and what is still owed after it."""

    year: int
    interest: int
    principal: int
    owed: int


def instalments(loan: Loan) -> Iterator[Instalment]:
    """Yield the yearly payments of a loan; the last clears it to the cent."""
    owed = loan.cents
    equal = split(loan.cents, [1] * loan.term)
    payment = annuity(loan.cents, loan.rate, loan.term)
    for at in range(loan.term):
        interest = nearest_cent(owed * loan.rate)
        if at == loan.term - 1:
            principal = owed
        elif loan.repays is Repays.PRINCIPAL:
            principal = equal[at]
        else:
            principal = min(nearest_cent(payment) - interest, owed)
        owed -= principal
        yield Instalment(loan.year + 1 + at, interest, principal, owed)


def annuity(cents: int, rate: Fraction, term: int) -> Fraction:
    """Return the equal yearly payment of a loan, exactly."""
    if not rate:
        return Fraction(cents, term)
    grown = (1 + rate) ** term
    return cents * rate * grown / (grown - 1)
