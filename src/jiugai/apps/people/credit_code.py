"""The unified social credit code of organisations, with its check digit (GB 32100-2015)."""

from typing import Final

LETTERS: Final = "0123456789ABCDEFGHJKLMNPQRTUWXY"  # without I, O, S, V, Z
LENGTH: Final = 18


def is_credit_code(code: str) -> bool:
    """Return whether a code has 18 allowed signs of which the last one checks the others."""
    if len(code) != LENGTH or any(sign not in LETTERS for sign in code):
        return False
    return code[-1] == check_digit(code[:-1])


def check_digit(body: str) -> str:
    """Return the eighteenth sign that belongs to seventeen."""
    total = sum(LETTERS.index(sign) * pow(3, place, 31) for place, sign in enumerate(body))
    return LETTERS[-total % 31]
