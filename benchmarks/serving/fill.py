"""Our own tables filled with the made-up data: by COPY, as the working role, within a scope."""

import os
import tempfile
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

import polars as pl
import psycopg
from psycopg import sql

from benchmarks.serving.data import DISTRICTS, building_points, buildings, estates

CITY: Final = "11"
DISTRICT: Final = DISTRICTS[-1]
PASSWORD: Final = "bench"  # noqa: S105 - of a server that lives as long as the measurement
#: What is a column of ours; everything else is a fact, and most columns come from facts.
OWN: Final = {"id", "code", "division", "district", "stage", "version", "updated_at"}
JUDGED: Final = {"verdict", "judged_on", "met", "not_met", "unknown", "missing"}
ESTATE: Final = """
INSERT INTO registry_estate (id, division, code, initials, quad, facts, stage, version,
  updated_at, origins)
SELECT id, division, code, initials, quad, jsonb_strip_nulls(facts), stage, version, updated_at,
  '{"1": {"row": 1}}' FROM incoming"""
ASSESSMENT: Final = """
INSERT INTO registry_assessment (estate_id, division, day, digest, readings, overall, met, not_met,
  unknown, missing)
SELECT id, division, judged_on, repeat('0', 64), '{}', verdict, met, not_met, unknown, missing
FROM incoming"""
BUILDING: Final = """
INSERT INTO registry_building (id, division, estate_id, code, name, lon, lat, quad, facts,
  version, updated_at, origins)
SELECT i.id, e.division, estate_id, i.code, i.name, i.lon, i.lat, i.quad,
  jsonb_strip_nulls(i.facts), 1, now(), '{"1": {"row": 1}}'
FROM incoming i JOIN registry_estate e ON e.id = estate_id"""


@dataclass(frozen=True, slots=True)
class Filled:
    """A database of ours that is full: how the site reaches it, and who may ask what."""

    database: str
    folder: Path
    token: str
    district_token: str
    session: str


def fill(database: str, *, with_buildings: bool) -> Filled:
    """Migrate an empty database, write the made-up data, and return who may read all of it."""
    app, owner = _addresses(database)
    folder = Path(tempfile.mkdtemp(prefix="jiugai-site-"))
    (folder / "static").mkdir()
    os.environ |= {
        "DATABASE_URL": app,
        "JIUGAI_OWNER_DATABASE_URL": owner,
        "JIUGAI_DATA": str(folder),
        "JIUGAI_SECOND_FACTOR": "off",
        "DJANGO_SETTINGS_MODULE": "jiugai.site.settings",
    }
    import django

    django.setup()
    from django.db import connections

    from jiugai.site.prepare import prepare

    prepare()
    _write(with_buildings=with_buildings)
    with psycopg.connect(owner, autocommit=True) as connection:
        for table in ("estate", "assessment", "building"):
            connection.execute(f"VACUUM (ANALYZE, FREEZE) registry_{table}".encode())
    known = Filled(app, folder, *_keys())
    connections.close_all()
    return known


def _addresses(database: str) -> tuple[str, str]:
    """Return the addresses for the working role and for the owner, both made here."""
    from jiugai.site.roles import APP, OWNER, create_roles

    at = urlsplit(database)
    name = at.path[1:]
    with psycopg.connect(database, autocommit=True) as connection:
        create_roles(connection, name)
        for role in (APP, OWNER):
            words = sql.SQL("ALTER ROLE {} PASSWORD {}")
            connection.execute(words.format(sql.Identifier(role), sql.Literal(PASSWORD)))
        words = sql.SQL("ALTER DATABASE {} OWNER TO {}")
        connection.execute(words.format(sql.Identifier(name), sql.Identifier(OWNER)))
    app, owner = (
        f"postgresql://{role}:{PASSWORD}@{at.hostname}:{at.port}/{name}" for role in (APP, OWNER)
    )
    return app, owner


def _write(*, with_buildings: bool) -> None:
    from jiugai.apps.accounts.rows import scope

    with scope(CITY):
        rows = _estates()
        _insert(rows, _types(rows), ESTATE)
        judged = (
            estates()
            .select("id", "division", *JUDGED)
            .with_columns(
                pl.col(name)
                .str.replace("[", "{", literal=True)
                .str.replace("]", "}", literal=True)
                for name in ("met", "not_met", "unknown", "missing")
            )
        )
        _insert(judged, _types(judged), ASSESSMENT)
        if with_buildings:
            rows = _buildings()
            _insert(rows, _types(rows), BUILDING)


def _estates() -> pl.DataFrame:
    from jiugai.apps.registry.initials import initials_of

    frame = estates()
    facts = [name for name in frame.columns if name not in OWN | JUDGED] + ["division"]
    return frame.select(
        "id", "division", "code", "stage", "version", "updated_at",
        facts=pl.struct(facts).struct.json_encode(),
        initials=pl.Series([initials_of(name) for name in frame["name"]]),
        quad=_quads(frame["lon"].to_numpy(), frame["lat"].to_numpy()),
    )  # fmt: skip


def _buildings() -> pl.DataFrame:
    frame = buildings()
    own = {"id", "estate_id", "code", "name", "geom"}
    lon, lat = building_points()
    facts = [name for name in frame.columns if name not in own]
    return frame.select(
        "id", "estate_id", "code", "name",
        facts=pl.struct(facts).struct.json_encode(),
        lon=pl.Series(lon), lat=pl.Series(lat), quad=_quads(lon, lat),
    )  # fmt: skip


def _quads(lon: Any, lat: Any) -> pl.Series:
    from jiugai.kernel.quad import quads_of

    return pl.Series(quads_of(lon, lat))


def _types(rows: pl.DataFrame) -> dict[str, str]:
    known = {
        **dict.fromkeys(("id", "estate_id", "quad", "version"), "bigint"),
        **dict.fromkeys(("lon", "lat"), "double precision"),
        **dict.fromkeys(("met", "not_met", "unknown", "missing"), "text[]"),
        "facts": "jsonb", "judged_on": "date", "updated_at": "timestamptz",
    }  # fmt: skip
    return {name: known.get(name, "text") for name in rows.columns}


def _insert(rows: pl.DataFrame, types: dict[str, str], statement: str) -> None:
    from django.db import connection

    from jiugai.apps.registry.services.copied import temporary

    temporary(rows, "incoming", types)
    with connection.cursor() as cursor:
        cursor.execute(statement)


def _keys() -> tuple[str, str, str]:
    """Return a token for the city, one for a district, and a signed-in session of the city."""
    from django.utils import timezone

    from jiugai.apps.accounts.roles import Role

    today = timezone.localdate()
    city = _officer("city", CITY, Role.CITY_OFFICER, today)
    district = _officer("district", DISTRICT, Role.DISTRICT_OFFICER, today)
    return _token(city, today), _token(district, today), _session(city)


def _officer(name: str, division: str, role: Any, today: date) -> Any:
    from jiugai.apps.accounts.models import Appointment, Person

    person = Person.objects.create(username=name, name=name, division=division)
    Appointment.objects.create(person=person, role=role, division=division, since=today)
    return person


def _token(person: Any, today: date) -> str:
    from jiugai.apps.accounts.rows import scope
    from jiugai.apps.accounts.viewer import viewer_of
    from jiugai.apps.registry.models import ApiScope
    from jiugai.apps.registry.services.tokens import make_token

    viewer = viewer_of(person, on=today)
    with scope(viewer.division or ""):
        token, key = make_token(
            name="bench",
            scopes=[ApiScope.REGISTER, ApiScope.FEATURES, ApiScope.PROJECTS],
            division="",
            until=today + timedelta(days=30),
            by=viewer,
            on=today,
        )
    token.per_minute = 0  # as the office allows a system of its own
    token.save(update_fields=["per_minute"])
    return key


def _session(person: Any) -> str:
    from django.conf import settings
    from django.test import Client

    client = Client()
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    return client.cookies[settings.SESSION_COOKIE_NAME].value
