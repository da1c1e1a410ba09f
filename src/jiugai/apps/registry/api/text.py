"""Estates as JSON text that PostgreSQL writes itself; nothing is taken apart on the way."""

from functools import lru_cache
from typing import Any, Final

from jiugai.apps.registry.queries.estates import Wanted, find_estates, fitting

COLUMNS: Final = """e.id, e.code, e.name, e.address, e.division, e.district, e.stage,
  a.overall AS verdict, a.day AS judged_on, coalesce(a.met, '{}') AS met,
  coalesce(a.not_met, '{}') AS not_met, coalesce(a.unknown, '{}') AS unknown,
  coalesce(a.missing, '{}') AS missing, e.built_year, e.building_count, e.household_count,
  e.floor_area_m2, e.management_mode, e.lon, e.lat, e.version, e.updated_at"""
FROM: Final = "LEFT JOIN registry_assessment a ON a.estate_id = e.id"


def _items(found: str, *, facts: bool) -> str:
    """Return the question for estates as one text, in the order of a table `found (id)`."""
    more = ", e.facts" if facts else ""
    return (
        f"SELECT coalesce(json_agg(row_to_json(one)), '[]')::text FROM (SELECT {COLUMNS}{more}"
        f" FROM (SELECT found.id, row_number() OVER () AS at FROM {found}) AS page"
        f" JOIN registry_estate e USING (id) {FROM} ORDER BY page.at) AS one"
    )


#: Estates by their ids; with all facts or without.
BY_ID: Final = {
    facts: _items("unnest(%s::bigint[]) AS found (id)", facts=facts) for facts in (True, False)
}


@lru_cache(maxsize=4096)
def _page(wanted: Wanted, facts: bool) -> tuple[str, tuple[Any, ...]]:
    inner, values = find_estates(wanted).values_list("pk").query.sql_with_params()
    return _items(f"({inner} LIMIT %s OFFSET %s) AS found (id)", facts=facts), tuple(values)


def page_of(wanted: Wanted, *, facts: bool, limit: int, offset: int) -> tuple[str, list[Any]]:
    """Return the question for a page of estates as one text, and its values."""
    sql, values = _page(wanted, facts)
    return sql, [*values, limit, offset]


@lru_cache(maxsize=4096)
def ids_of(wanted: Wanted) -> tuple[str, tuple[Any, ...]]:
    """Return the question for the ids that fit, in order, and its values but for the limit."""
    inner, values = find_estates(wanted).values_list("pk").query.sql_with_params()
    found = f"SELECT row_number() OVER () AS at, id FROM ({inner} LIMIT %s) AS found (id)"
    return f"SELECT coalesce(array_agg(id ORDER BY at), '{{}}') FROM ({found}) AS n", tuple(values)


@lru_cache(maxsize=4096)
def count_of(wanted: Wanted) -> tuple[str, tuple[Any, ...]]:
    """Return the question how many estates fit, and its values."""
    inner, values = fitting(wanted).values_list("pk").query.sql_with_params()
    return f"SELECT count(*) FROM ({inner}) AS found", tuple(values)


ONE: Final = f"""SELECT row_to_json(one)::text FROM (SELECT {COLUMNS}, e.facts
  FROM registry_estate e {FROM} WHERE e.id = %s) AS one"""
BUILDINGS: Final = """SELECT CASE WHEN EXISTS (SELECT 1 FROM registry_estate WHERE id = %s) THEN
  (SELECT coalesce(json_agg(row_to_json(one)), '[]')::text FROM (
    SELECT id, code, name, built_year, storeys, household_count, floor_area_m2, danger, lon, lat,
      facts, version
    FROM registry_building WHERE estate_id = %s ORDER BY code, id) AS one) END"""
