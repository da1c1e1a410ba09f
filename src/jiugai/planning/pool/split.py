"""Dividing a whole number by shares, to the last unit."""

from collections.abc import Sequence


def split(total: int, weights: Sequence[int]) -> list[int]:
    """Return whole parts of `total` in proportion to `weights`, which add up to it.

    What rounding down leaves over goes to the largest remainders, the first of equal ones.
    Raises ValueError if no weight is above 0.
    """
    whole = sum(weights)
    if whole <= 0:
        raise ValueError("Nothing can be divided by weights of nought.")
    parts = [total * weight // whole for weight in weights]
    left = total - sum(parts)
    order = sorted(range(len(weights)), key=lambda i: (-(total * weights[i] % whole), i))
    for index in order[:left]:
        parts[index] += 1
    return parts
