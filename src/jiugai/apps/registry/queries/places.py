"""The sub-districts of a scope, by code and by what the ledgers call them."""

from dataclasses import dataclass
from typing import Final

from django.db import connection

from jiugai.kernel.division import DISTRICT, divisions, shortest

# One look into the index for each division instead of a look at every estate.
_EACH: Final = """
    WITH RECURSIVE one AS (
        (SELECT division FROM registry_estate WHERE division >= %(low)s AND division < %(high)s
         ORDER BY division LIMIT 1)
        UNION ALL
        SELECT (SELECT division FROM registry_estate
                WHERE division > one.division AND division < %(high)s
                ORDER BY division LIMIT 1)
        FROM one WHERE one.division IS NOT NULL
    )
    SELECT one.division, (SELECT facts ->> 'street' FROM registry_estate
                          WHERE division = one.division LIMIT 1)
    FROM one WHERE one.division IS NOT NULL
"""


@dataclass(frozen=True, slots=True)
class Place:
    """A division that has estates, or lies above one that has."""

    code: str
    name: str
    depth: int


def places_within(scope: str) -> list[Place]:
    """Return the divisions with estates in a scope and those between, from above downwards."""
    low = shortest(scope)
    with connection.cursor() as cursor:
        cursor.execute(_EACH, {"low": low, "high": low + ":"})
        streets: dict[str, str | None] = dict(cursor.fetchall())
    codes = set(streets) | {code[:DISTRICT] for code in streets if len(code) >= DISTRICT}
    return [
        Place(code, name_of(code, streets.get(code) or ""), int(len(code) > DISTRICT))
        for code in sorted(codes)
        if code.startswith(low)
    ]


def name_of(code: str, street: str = "") -> str:
    """Return what a division is called; a sub-district as its ledger calls it."""
    known = divisions().get(shortest(code))
    return known.name if known else street or code


def path_of(code: str, street: str = "", community: str = "") -> list[str]:
    """Return the names of a division and those above it, from the province down.

    The level between says only 市辖区, which tells nobody anything.
    """
    short = shortest(code)
    above = [name_of(short[:length]) for length in (2, DISTRICT) if length <= len(short)]
    known = [name for name in above if not name.isdecimal()]
    return [*dict.fromkeys(known), *filter(None, (street, community))]
