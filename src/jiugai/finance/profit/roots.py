"""All positive roots of a polynomial with whole coefficients, found by counting, not guessing."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise
from math import gcd, lcm
from typing import Final

#: Roots are cut down to this part of their own size.
_PRECISION: Final = 2**44


def positive_roots(coefficients: Sequence[int]) -> list[Fraction]:
    """Return the distinct roots above 0 of c0 + c1·x + c2·x² …, to thirteen digits, in order.

    Descartes' rule of signs settles the common cases; Sturm's sequence counts in the others.
    """
    whole = _trimmed(coefficients)
    changes = _variations(whole)
    if changes == 0:
        return []
    if changes == 1:
        return [_narrowed(whole, *_bracket(whole))]
    chain = _sturm(whole)
    lows_highs = _isolated(chain, Fraction(0), _bound(chain[0]))
    return [_narrowed(chain[0], low, high) for low, high in lows_highs]


def _trimmed(coefficients: Sequence[int]) -> list[int]:
    """Return the coefficients without zeros at either end, which have no root above 0."""
    found = list(coefficients)
    while found and not found[-1]:
        found.pop()
    while found and not found[0]:
        found.pop(0)
    return found


def _variations(values: Sequence[int]) -> int:
    signs = [value > 0 for value in values if value]
    return sum(a != b for a, b in pairwise(signs))


def _value(coefficients: Sequence[int], x: Fraction) -> int:
    """Return the value at x times a positive number; only its sign is used."""
    found, power = 0, 1
    for coefficient in reversed(coefficients):
        found = found * x.numerator + coefficient * power
        power *= x.denominator
    return found


def _bracket(coefficients: Sequence[int]) -> tuple[Fraction, Fraction]:
    high = Fraction(1)
    while (_value(coefficients, high) > 0) == (coefficients[0] > 0):
        high *= 2
    return Fraction(0), high


def _narrowed(coefficients: Sequence[int], low: Fraction, high: Fraction) -> Fraction:
    """Return the one root in (low, high] to the precision asked for."""
    at_high = _value(coefficients, high)
    if not at_high:
        return high
    while high - low > high / _PRECISION:
        middle = (low + high) / 2
        value = _value(coefficients, middle)
        if not value:
            return middle
        if (value > 0) == (at_high > 0):
            high = middle
        else:
            low = middle
    return (low + high) / 2


def _bound(coefficients: Sequence[int]) -> Fraction:
    """Return a number above every root (Cauchy)."""
    largest = max(abs(one) for one in coefficients[:-1])
    return Fraction(largest, abs(coefficients[-1])) + 1


def _isolated(
    chain: Sequence[Sequence[int]], low: Fraction, high: Fraction
) -> list[tuple[Fraction, Fraction]]:
    """Return intervals (low, high] with one root each."""
    found, waiting = [], [(low, high)]
    while waiting:
        low, high = waiting.pop()
        roots = _changes_at(chain, low) - _changes_at(chain, high)
        if roots == 1:
            found.append((low, high))
        elif roots > 1:
            middle = (low + high) / 2
            waiting += [(middle, high), (low, middle)]
    return found


def _changes_at(chain: Sequence[Sequence[int]], x: Fraction) -> int:
    return _variations([_value(one, x) for one in chain])


def _sturm(coefficients: Sequence[int]) -> list[list[int]]:
    """Return Sturm's sequence of the square-free part, which has the same roots, each once."""
    first = list(coefficients)
    chain = [first, _primitive(_derivative(first))]
    while len(chain[-1]) > 1:
        rest = _negated_remainder(chain[-2], chain[-1])
        if not rest:
            return _sturm(_quotient(first, chain[-1]))
        chain.append(rest)
    return chain


def _derivative(coefficients: Sequence[int]) -> list[int]:
    return [power * one for power, one in enumerate(coefficients)][1:]


def _negated_remainder(top: Sequence[int], bottom: Sequence[int]) -> list[int]:
    """Return minus the remainder of a division, scaled by a positive number."""
    rest = list(top)
    lead, size = abs(bottom[-1]), 1 if bottom[-1] > 0 else -1
    while len(rest) >= len(bottom):
        factor, shift = rest[-1] * size, len(rest) - len(bottom)
        rest = [one * lead for one in rest]
        for at, one in enumerate(bottom):
            rest[at + shift] -= factor * one
        rest.pop()
        while rest and not rest[-1]:
            rest.pop()
    return _primitive([-one for one in rest])


def _quotient(top: Sequence[int], bottom: Sequence[int]) -> list[int]:
    """Return an exact quotient, up to a positive number."""
    rest = [Fraction(one) for one in top]
    found: list[Fraction] = []
    while len(rest) >= len(bottom):
        factor, shift = rest[-1] / bottom[-1], len(rest) - len(bottom)
        found.insert(0, factor)
        for at, divisor in enumerate(bottom):
            rest[at + shift] -= factor * divisor
        rest.pop()
    scale = lcm(*(one.denominator for one in found))
    return _primitive([int(one * scale) for one in found])


def _primitive(coefficients: list[int]) -> list[int]:
    """Return coefficients without a common factor; their signs stay."""
    common = gcd(*coefficients) if coefficients else 1
    return [one // common for one in coefficients] if common > 1 else coefficients
