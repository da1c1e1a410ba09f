"""Tests of the site run on a real PostgreSQL, as the role that row security binds."""

import os
import shutil
import tempfile
from datetime import date
from pathlib import Path

import django
import psycopg
import pytest
from psycopg.conninfo import make_conninfo

from jiugai.site.config import DATA, DATABASE, OWNER_DATABASE
from jiugai.site.embedded import DATABASE as NAME
from jiugai.site.embedded import addresses, running
from jiugai.site.roles import APP, OWNER
from tests.apps.apart import keep_pristine

# Each test process has a server of its own; its addresses are known before it runs.
FOLDER = Path(tempfile.mkdtemp(prefix="jiugai-"))
(FOLDER / "static").mkdir()  # whitenoise looks for it
SETTINGS = {
    DATA: str(FOLDER),
    DATABASE: make_conninfo("", host=str(FOLDER / "pg"), user=APP, dbname=NAME),
    OWNER_DATABASE: make_conninfo("", host=str(FOLDER / "pg"), user=OWNER, dbname=NAME),
    "DJANGO_SETTINGS_MODULE": "jiugai.site.settings",
    "JIUGAI_SECOND_FACTOR": "off",  # the tests of the second factor turn it on
}
os.environ |= SETTINGS
django.setup()
# A test process that this one starts must not take our settings for its own.
for name in SETTINGS:
    del os.environ[name]

DISTRICT, STREET, OTHER = "110199", "110199001", "110102"


@pytest.fixture(scope="session")
def django_db_setup(django_db_blocker):
    """Start the server, make its tables, and stop it when the last test is done."""
    from django.db import connections

    from jiugai.site.prepare import prepare

    with running(FOLDER / "pg") as server:
        addresses(server)
        _count_nothing(server)
        with django_db_blocker.unblock():
            prepare()
            connections.close_all()
            keep_pristine(NAME, str(FOLDER / "pg"))
            yield
            connections.close_all()
    shutil.rmtree(FOLDER, ignore_errors=True)


def _count_nothing(server):
    """Have tables never counted: between tests they are empty, and searched so within them."""
    with psycopg.connect(server.superuser(), autocommit=True) as connection:
        connection.execute("ALTER SYSTEM SET autovacuum = off")
        connection.execute("SELECT pg_reload_conf()")


@pytest.fixture
def people(db):
    """Return somebody of every role in the made-up district, and one of another district."""
    from jiugai.apps.accounts.models import Appointment, Person
    from jiugai.apps.accounts.roles import Role

    def make(username, role, division):
        person = Person.objects.create(username=username, name=username, division=division)
        Appointment.objects.create(
            person=person, role=role, division=division, since=date(2020, 1, 1)
        )
        return person

    found = {role.value: make(role.value, role, DISTRICT) for role in Role}
    found["stranger"] = make("stranger", Role.DISTRICT_OFFICER, OTHER)
    found["clerk"] = make("clerk", Role.STREET_CLERK, STREET)
    return found


@pytest.fixture
def signed_in(people, client):
    """Return a function that gives a client signed in as somebody."""

    def as_(name):
        client.force_login(people[name], backend="django.contrib.auth.backends.ModelBackend")
        return client

    return as_


@pytest.fixture
def estate(db):
    """Return an estate of the made-up district, seen from its own scope."""
    from jiugai.apps.accounts.rows import scope
    from jiugai.apps.registry.models import Estate

    with scope(DISTRICT):
        return Estate.objects.create(
            code="T1", division=STREET, facts={"name": "玉兰里", "built_year": 1984}
        )


SAMPLE = Path(__file__).parents[2] / "src" / "jiugai" / "sample"
