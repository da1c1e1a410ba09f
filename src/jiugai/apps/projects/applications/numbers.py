"""Numbers of applications, by district, and of confirmation documents, by city."""

from typing import Final

from jiugai.apps.projects.models.number import next_number

#: Municipalities are cities themselves: their code has two digits, that of others four.
MUNICIPALITIES: Final = frozenset({"11", "12", "31", "50"})


def application_number(district: str, year: int) -> str:
    """Return the next number of an application, like SB110199-2026-0001."""
    return f"SB{district}-{year}-{next_number('application', district, year):04d}"


def confirmation_number(division: str, year: int) -> str:
    """Return the next number of a confirmation document of a division's city."""
    city = city_of(division)
    return f"QR{city}-{year}-{next_number('confirmation', city, year):04d}"


def city_of(division: str) -> str:
    """Return the code of the city that a division lies in."""
    return division[:2] if division[:2] in MUNICIPALITIES else division[:4]
