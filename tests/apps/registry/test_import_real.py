"""Real listings of Beijing estates go through the site's import from upload to verdict."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from jiugai.apps.accounts.models import Appointment, Person
from jiugai.apps.accounts.roles import Role
from jiugai.apps.accounts.rows import scope
from jiugai.apps.registry.models import Assessment, Estate, Import
from jiugai.apps.registry.services import import_store, import_undo
from jiugai.apps.registry.services.take_in import silent
from tests.apps.registry.import_helpers import DAY, read

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

PLACE = "110102"
FULL = "beijing_lianjia_community_full_510.csv"
YEARS = "beijing_lianjia_xiaoqu_buildyear_4851.csv"
OUTLINES = "geo_beijing_districts_110000.json"


@pytest.fixture
def officer(db):
    """Return an officer of the district that the listings are taken into."""
    person = Person.objects.create(username="xi", name="席程", division=PLACE)
    Appointment.objects.create(
        person=person, role=Role.DISTRICT_OFFICER, division=PLACE, since=date(2020, 1, 1)
    )
    return person


@pytest.fixture
def inside(officer, client):
    client.force_login(officer, backend="django.contrib.auth.backends.ModelBackend")
    return client


def uploaded(client, shared, *names):
    files = [SimpleUploadedFile(name, (shared / name).read_bytes()) for name in names]
    response = client.post(reverse("registry:imports"), {"files": files})
    assert response.status_code == 302, response.content.decode()
    with scope(PLACE):
        one = read(Import.objects.get())
        assert one.state == Import.State.COLUMNS, one.message
    return one


def shown(client, one, **query):
    response = client.get(reverse("registry:import", args=[one.pk]), query)
    assert response.status_code == 200
    return response.content.decode()


def go(client, one, to):
    client.post(reverse("registry:import_go", args=[one.pk]), {"to": to})


def test_both_listings_come_through_every_screen_and_go_again(shared, inside, officer):
    one = uploaded(inside, shared, FULL, YEARS, OUTLINES)
    columns = shown(inside, one)
    for heading in ("building_num", "BUILDTIME", "longitude"):
        assert heading in columns
    go(inside, one, "cells")
    with scope(PLACE):
        kinds = Import.objects.get().counts["issues"]["kinds"]
    for kind in kinds:
        assert "<tbody><tr>" in shown(inside, one, kind=kind).replace("\n", "")
    go(inside, one, "preview")
    assert "789" in shown(inside, one, part="new")
    inside.post(reverse("registry:import_store", args=[one.pk]))
    with scope(PLACE):
        stored = import_store.store(one.pk, by=officer, on=DAY, tell=silent)
        assert stored.counts["stored"]["estate"]["new"] == Estate.objects.count() == 789
        assert Assessment.objects.count() == 789
        assert not Estate.objects.exclude(division__startswith=PLACE).exists()
        assert Estate.objects.filter(lon__isnull=False).count() > 700
    page = inside.get("/estates?q=").content.decode()
    assert "789" in page
    assert inside.get("/map").status_code == 200

    inside.post(reverse("registry:import_undo", args=[one.pk]))
    with scope(PLACE):
        import_undo.undo(one.pk, by=officer, on=DAY, tell=silent)
        assert not Estate.objects.exists()


def test_a_point_in_another_district_is_put_right_on_the_page(shared, inside):
    one = uploaded(inside, shared, YEARS, OUTLINES)
    go(inside, one, "cells")
    page = shown(inside, one, kind="outside_district")
    before = page.count("更正为</label>") or page.count('name="fix:')

    assert before
    assert before % 2 == 0  # a longitude and a latitude for each
