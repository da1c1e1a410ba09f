"""The divisions of a scope that have estates, by code and by what the ledgers call them."""

from dataclasses import dataclass
from typing import Final

from django.db import connection

from jiugai.kernel.division import DISTRICT, LEVELS, divisions, shortest

#: A level of the whole scope is offered if it has no more divisions; else only that of a choice.
MOST: Final = 400
#: One look into the index for each division instead of a look at every estate. A division that
#: is itself shorter than the level leads to the ones inside it, others to the one after them.
#: Bounds are columns: a comparison that computes its own is no leakproof one, so that under row
#: security the index is not entered by it but read from its start.
_EACH: Final = """
    WITH RECURSIVE bounds (code, beyond, next) AS (
        SELECT NULL COLLATE "C", NULL COLLATE "C", %(low)s COLLATE "C"
        UNION ALL
        SELECT found.code, found.code || ':',
            found.code || CASE WHEN length(found.code) < %(level)s THEN '0' ELSE ':' END
        FROM bounds CROSS JOIN LATERAL (
            SELECT left(division, %(level)s) AS code FROM registry_estate
            WHERE division >= bounds.next AND division < %(high)s ORDER BY division LIMIT 1
        ) AS found
    )
    SELECT one.code, (SELECT facts ->> %(named)s FROM registry_estate
                      WHERE division >= one.code AND division < one.beyond
                      ORDER BY division LIMIT 1)
    FROM bounds AS one WHERE one.code IS NOT NULL LIMIT %(most)s
"""


@dataclass(frozen=True, slots=True)
class Place:
    """A division that has estates, and how many levels of it are offered above."""

    code: str
    name: str
    depth: int


def places_within(scope: str, chosen: str = "") -> list[Place]:
    """Return the divisions with estates in a scope, from above downwards.

    Where a level has too many of them, only those inside the chosen division are among them.
    """
    low, inside = shortest(scope), shortest(chosen)
    levels = [level for level in LEVELS if level >= max(DISTRICT, len(low))]
    found: dict[str, Place] = {}
    for depth, level in enumerate(levels):
        here = _level(low, level)
        if len(here) > MOST:
            here = _level(inside, level) if inside in found else {}
        if len(here) > MOST:
            continue
        found |= {
            code: Place(code, name, depth) for code, name in here.items() if code not in found
        }
    return [found[code] for code in sorted(found)]


def _level(within: str, level: int) -> dict[str, str]:
    """Return the divisions of a level with their names; one more than MOST says too many."""
    named = "community" if level > LEVELS[-2] else "street"
    asked: dict[str, str | int] = {"low": within, "high": within + ":"}
    asked |= {"level": level, "named": named, "most": MOST + 1}
    with connection.cursor() as cursor:
        cursor.execute(_EACH, asked)
        return {code: name_of(code, said or "") for code, said in cursor.fetchall()}


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
