"""Change known things as a reading says, and keep for a person what it may not change."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

import polars as pl
from django.db import connection
from django.db.models import Q

from jiugai.apps.registry.initials import initials_of
from jiugai.apps.registry.models import Building, Conflict, Import, Source
from jiugai.apps.registry.services.copied import temporary
from jiugai.apps.registry.services.import_compare import Compared
from jiugai.apps.registry.services.import_differ import POINT, TABLES, Difference
from jiugai.kernel.quad import quad_of
from jiugai.policy.vocabulary import Estate

#: Facts that mean something only together, by the one that they are known by.
TOGETHER: Final = {"lon": POINT, "division": ("division", "district")}
_BELONGS: Final = {fact: name for name, facts in TOGETHER.items() for fact in facts}
_PATCH: Final = {"id": "bigint", "facts": "jsonb", "origins": "jsonb", "division": "text"}
_SEARCH: Final = {"id": "bigint", "initials": "text", "quad": "bigint"}
_LOCK: Final = (
    "SELECT count(*) FROM"
    " (SELECT 1 FROM {table} t JOIN patch p ON p.id = t.id ORDER BY t.id FOR UPDATE OF t) locked"
)
_NOTE: Final = """
    INSERT INTO registry_change (of_id, division, thing, thing_id, version, before)
    SELECT %s, t.division, %s, t.id, t.version + 1, jsonb_build_object(
        'facts', t.facts, 'origins', t.origins, 'division', t.division, {more})
    FROM {table} t JOIN patch p ON p.id = t.id
"""
_APPLY: Final = """
    UPDATE {table} t SET facts = t.facts || p.facts, origins = t.origins || p.origins,
        division = coalesce(p.division, t.division), version = t.version + 1, updated_at = now()
    FROM patch p WHERE p.id = t.id
"""
_MORE: Final = {
    "registry_estate": "'initials', t.initials, 'quad', t.quad",
    "registry_building": "'name', t.name",
}


def update(compared: Compared, one: Import, sources: Sequence[Source]) -> int:
    """Change what this import may change, with what was before; return how many things."""
    taken: dict[int, list[Difference]] = defaultdict(list)
    for difference in compared.differences:
        if compared.lines.takes(difference):
            taken[difference.thing].append(difference)
    if not taken:
        return 0
    table = TABLES[compared.subject]
    temporary(_patches(taken, sources), "patch", _PATCH)
    with connection.cursor() as cursor:
        cursor.execute(_LOCK.format(table=table))
        note = _NOTE.format(table=table, more=_MORE[table])
        cursor.execute(note, [one.pk, compared.subject.__name__.lower()])
        cursor.execute(_APPLY.format(table=table))
    if compared.subject is Estate:
        refresh_search(thing for thing, found in taken.items() if _moves(found))
    return len(taken)


def _patches(taken: Mapping[int, Iterable[Difference]], sources: Sequence[Source]) -> pl.DataFrame:
    lines = []
    for thing, found in taken.items():
        origins: dict[str, dict[str, Any]] = {}
        for one in found:
            entry = origins.setdefault(str(sources[one.table].pk), {"row": one.row, "facts": []})
            entry["facts"].append(one.fact)
        facts = {one.fact: one.new for one in found}
        lines.append((thing, json.dumps(facts), json.dumps(origins), facts.get("division")))
    return pl.DataFrame(lines, schema=list(_PATCH), orient="row", infer_schema_length=None)


def _moves(found: Iterable[Difference]) -> bool:
    return any(one.fact in ("name", "lon", "lat") for one in found)


def refresh_search(ids: Iterable[int]) -> None:
    """Work out initials and places on the map of some estates again."""
    wanted = list(ids)
    if not wanted:
        return
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id, name, lon, lat FROM registry_estate WHERE id = ANY(%s)", [wanted]
        )
        rows = [
            (
                pk,
                initials_of(name or ""),
                None if lon is None or lat is None else quad_of(lon, lat),
            )
            for pk, name, lon, lat in cursor.fetchall()
        ]
    frame = pl.DataFrame(
        rows, schema={"id": pl.Int64, "initials": pl.String, "quad": pl.Int64}, orient="row"
    )
    temporary(frame, "search", _SEARCH)
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE registry_estate t SET initials = coalesce(s.initials, ''), quad = s.quad"
            " FROM search s WHERE s.id = t.id"
        )


def keep_conflicts(
    compared: Compared, sources: Sequence[Source], divisions: Mapping[int, str]
) -> int:
    """Keep for a person what differs and was not taken; return how many conflicts are new."""
    disputed: dict[tuple[int, str], list[Difference]] = defaultdict(list)
    for difference in compared.differences:
        if not compared.lines.takes(difference):
            group = _BELONGS.get(difference.fact, difference.fact)
            disputed[difference.thing, group].append(difference)
    if not disputed:
        return 0
    owners = _owners(compared, [thing for thing, _fact in disputed])
    known = _known_conflicts(compared, disputed)
    made = []
    for (thing, fact), found in disputed.items():
        conflict = _conflict(fact, found, sources)
        conflict.estate_id = owners[thing]
        conflict.division = divisions[owners[thing]]
        conflict.building_id = None if compared.subject is Estate else thing
        if not {_key(thing, conflict), (*_key(thing, conflict), _written(conflict.kept))} & known:
            made.append(conflict)
    Conflict.objects.bulk_create(made, batch_size=2_000)
    return len(made)


def _conflict(fact: str, found: Sequence[Difference], sources: Sequence[Source]) -> Conflict:
    first = found[0]
    together = fact in TOGETHER
    return Conflict(
        fact=fact,
        kept={one.fact: one.old for one in found} if together else first.old,
        offered={one.fact: one.new for one in found} if together else first.new,
        source=sources[first.table],
        row=first.row,
    )


def _owners(compared: Compared, things: Sequence[int]) -> dict[int, int]:
    """Return the estate of each thing."""
    if compared.subject is Estate:
        return {thing: thing for thing in things}
    return dict(Building.objects.filter(pk__in=set(things)).values_list("pk", "estate_id"))


def _known_conflicts(
    compared: Compared, disputed: Iterable[tuple[int, str]]
) -> set[tuple[int | str, ...]]:
    """Return what waits for a person or was answered by one, so that nothing is asked twice.

    Where somebody let the present value hold, the answer is for that value alone.
    """
    is_estate = compared.subject is Estate
    things = {thing for thing, _fact in disputed}
    asked = Conflict.objects.filter(Q(settled_at=None) | Q(taken=Conflict.KEPT))
    if is_estate:
        asked = asked.filter(building=None, estate__in=things)
    else:
        asked = asked.filter(building__in=things)
    found: set[tuple[int | str, ...]] = set()
    for one in asked:
        key = _key(one.estate_id if is_estate else one.building_id or 0, one)
        found.add(key if one.settled_at is None else (*key, _written(one.kept)))
    return found


def _key(thing: int, conflict: Conflict) -> tuple[int | str, ...]:
    return thing, conflict.fact, _written(conflict.offered)


def _written(value: Any) -> str:
    return json.dumps(value, sort_keys=True)
