"""Other systems read estates, verdicts with their reasons, buildings, origins and policies."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from jiugai.apps.accounts.rows import scope
from jiugai.apps.registry.api import fitting, pace
from jiugai.apps.registry.api.counts import COUNTS
from jiugai.apps.registry.api.fitting import IDS
from jiugai.apps.registry.models import (
    ApiScope,
    ApiToken,
    Building,
    Estate,
    Generation,
    Source,
)
from jiugai.apps.registry.services.assess import assess
from jiugai.apps.registry.services.tokens import revoke_token
from tests.apps.conftest import DISTRICT, OTHER, STREET
from tests.apps.registry.api_cast import ON, calling, key_of, plant

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _nothing_kept():
    """Forget the counts and the ids of tests that were rolled back."""
    COUNTS.clear()
    IDS.clear()


@pytest.fixture
def get(client, people):
    return calling(client, key_of(people["district_officer"]))


def test_a_page_has_the_estates_of_the_division_in_order(get):
    names = ["丙里", "乙里", "甲里"]
    for name in names:
        plant(STREET, name, built_year=1984)
    plant(OTHER, "别区", built_year=1984)

    page = get("/api/v1/estates").json()

    assert page["count"] == 3
    assert [one["name"] for one in page["items"]] == sorted(names)
    assert page["next"] is None


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"built_before": 1980}, ["旧里"]),
        ({"built_from": 1980}, ["新里"]),
        ({"stage": "works"}, ["新里"]),
        ({"division": "110199002"}, ["新里"]),
        ({"bbox": "116,39,116.5,40"}, ["旧里"]),
        ({"q": "旧"}, ["旧里"]),
        ({"sort": "-year"}, ["新里", "旧里"]),
        ({"limit": 1, "offset": 1, "sort": "year"}, ["新里"]),
    ],
)
def test_filters_are_those_of_the_list(get, query, found):
    plant(STREET, "旧里", built_year=1970, lon=116.3, lat=39.9)
    plant("110199002", "新里", built_year=1990, stage="works", lon=117.3, lat=39.9)

    items = get("/api/v1/estates", **query).json()["items"]

    assert [one["name"] for one in items] == found


@pytest.mark.parametrize("most", [10_000, 1])
def test_a_narrow_list_is_kept_only_until_an_estate_changes(get, monkeypatch, most):
    monkeypatch.setattr(fitting, "MOST", most)
    narrow = {"division": "110199", "built_before": 1980, "limit": 2, "offset": 1}
    for number in range(4):
        plant(STREET, f"{number}里", built_year=1970)
    plant(OTHER, "别区", built_year=1970)

    def seen():
        page = get("/api/v1/estates", **narrow).json()
        return page["count"], [one["name"] for one in page["items"]]

    assert seen() == seen() == (4, ["1里", "2里"])
    assert len(IDS._known) == (most > 1)

    plant(STREET, "00里", built_year=1970)
    assert seen() == (5, ["0里", "1里"])
    assert get("/api/v1/estates", **narrow, count=False).json()["count"] is None


def test_the_next_page_is_where_next_says(get):
    for number in range(5):
        plant(STREET, f"{number}里")

    seen, address = [], "/api/v1/estates?limit=2"
    while address:
        page = get(address).json()
        seen += [one["name"] for one in page["items"]]
        address = page["next"]

    assert seen == [f"{number}里" for number in range(5)]


def test_a_count_follows_every_change(get):
    estate = plant(STREET, "甲里")
    assert get("/api/v1/estates").json()["count"] == 1

    plant(STREET, "乙里")
    assert get("/api/v1/estates").json()["count"] == 2

    with scope(DISTRICT):
        estate.delete()
    assert get("/api/v1/estates").json()["count"] == 1


def test_an_estate_has_its_facts_and_verdicts_with_reasons(get):
    estate = plant(STREET, "甲里", built_year=1984)
    with scope(DISTRICT):
        assess([estate.pk], day=ON)

    one = get(f"/api/v1/estates/{estate.pk}").json()
    said = get(f"/api/v1/estates/{estate.pk}/verdicts", day="2026-06-01").json()

    assert one["facts"]["built_year"] == 1984
    assert one["verdict"] in ("met", "not_met", "unknown")
    rule = next(item for item in said["verdicts"] if item["rule"] in one["unknown"])
    assert rule["verdict"] == "unknown"
    assert rule["missing"]
    assert rule["because"][0]["document"]
    assert rule["why"]["truth"] is None
    assert rule["why"]["says"]


def test_buildings_and_origins_are_told(get, people):
    with scope(DISTRICT):
        source = Source.objects.create(
            kind="sheet", division=DISTRICT, file="台账.xlsx", sheet="一", by=people["clerk"],
            columns={"built_year": ["D", "建成年代"]},
        )  # fmt: skip
        estate = Estate.objects.create(
            code="A", division=STREET, facts={"built_year": 1984, "name": "甲里"},
            origins={str(source.pk): {"row": 38}},
        )  # fmt: skip
        Building.objects.create(estate=estate, division=STREET, code="1", facts={"storeys": 6})

    (building,) = get(f"/api/v1/estates/{estate.pk}/buildings").json()
    (origin,) = get(f"/api/v1/estates/{estate.pk}/provenance").json()

    assert building["storeys"] == 6
    assert (origin["file"], origin["row"], origin["facts"]) == ("台账.xlsx", 38, ["built_year"])


def test_policies_in_force_depend_on_the_day(get):
    def ids(day):
        answer = get("/api/v1/policies", place="110102", day=day).json()
        return {one["id"] for one in answer["documents"]}

    assert ids("2018-01-01") < ids("2026-06-01")


@pytest.mark.parametrize(
    "query",
    [
        {"limit": 0},
        {"limit": "x"},
        {"stage": "nowhere"},
        {"bbox": "1,2,3"},
        {"bbox": "nan,1,2,3"},
        {"ids": "1,x"},
        {"sort": "facts"},
        {"q": "a\x00b"},
    ],
)
def test_a_value_that_cannot_be_used_is_a_problem_in_words(get, query):
    answer = get("/api/v1/estates", **query)

    assert answer.status_code == 422
    assert answer["Content-Type"] == "application/problem+json"
    assert answer.json()["errors"][0]["where"]


def test_an_unknown_place_or_estate_is_a_problem_in_words(get):
    assert get("/api/v1/policies", place="999999").status_code == 400
    for path in ("", "/buildings", "/verdicts", "/provenance"):
        assert get(f"/api/v1/estates/999{path}").status_code == 404


def test_another_division_reads_nothing_of_ours(client, people):
    estate = plant(STREET, "甲里")
    get = calling(client, key_of(people["stranger"]))

    assert get("/api/v1/estates").json()["items"] == []
    for path in ("", "/buildings", "/verdicts", "/provenance"):
        assert get(f"/api/v1/estates/{estate.pk}{path}").status_code == 404


def test_a_token_for_a_street_does_not_see_the_next_one(client, people):
    plant("110199002", "邻街")
    plant(STREET, "本街")
    get = calling(client, key_of(people["district_officer"], division=STREET))

    assert [one["name"] for one in get("/api/v1/estates").json()["items"]] == ["本街"]


def test_without_a_token_nothing_is_told(client):
    answer = client.get("/api/v1/estates")

    assert answer.status_code == 401
    assert answer["WWW-Authenticate"] == "Bearer"
    assert client.get("/api/v1/estates", headers={"authorization": "Bearer x"}).status_code == 401


def test_a_revoked_token_stops_at_the_next_call(client, people):
    get = calling(client, key_of(people["district_officer"]))
    assert get("/api/v1/estates").status_code == 200

    with scope(DISTRICT):
        officer, now = people["district_officer"], datetime(2026, 11, 27, tzinfo=UTC)
        revoke_token(pk=ApiToken.objects.get().pk, by=officer, at=now)

    assert get("/api/v1/estates").status_code == 401


def test_an_ended_appointment_or_account_or_day_stops_a_token(client, people):
    officer = people["district_officer"]
    get = calling(client, key_of(officer))

    officer.is_active = False
    officer.save()
    assert get("/api/v1/estates").status_code == 401
    officer.is_active = True
    officer.save()
    officer.appointments.update(until="2021-01-01")
    assert get("/api/v1/estates").status_code == 401
    officer.appointments.update(until=None)
    assert get("/api/v1/estates").status_code == 200
    ApiToken.objects.update(expires_on=ON - timedelta(days=1))
    assert get("/api/v1/estates").status_code == 401


def test_a_token_reads_only_what_its_scopes_say(client, people):
    get = calling(client, key_of(people["district_officer"], scopes=[ApiScope.POLICY]))

    assert get("/api/v1/estates").status_code == 403
    assert get("/api/v1/policies", place="110199").status_code == 200


def test_who_asks_too_fast_is_told_when_to_come_back(client, people):
    pace._DRAWN.clear()
    get = calling(client, key_of(people["district_officer"], per_minute=2))

    codes = [get("/api/v1/estates").status_code for _ in range(3)]
    answer = get("/api/v1/estates")

    assert codes == [200, 200, 429]
    assert int(answer["Retry-After"]) >= 1


def test_when_a_token_was_used_is_kept(client, people):
    get = calling(client, key_of(people["district_officer"]))

    get("/api/v1/estates")

    assert ApiToken.objects.get().last_used_at is not None


def test_somebody_signed_in_reads_with_their_session(signed_in):
    plant(STREET, "甲里")

    assert signed_in("auditor").get("/api/v1/estates").json()["count"] == 1
    assert signed_in("stranger").get("/api/v1/estates").json()["count"] == 0
    assert signed_in("system_admin").get("/api/v1/estates").status_code == 403


def test_nothing_can_be_written(client, people):
    key = key_of(people["district_officer"])

    answer = client.post("/api/v1/estates", headers={"authorization": f"Bearer {key}"})

    assert answer.status_code == 405


def test_changes_are_counted_once_a_statement_and_folded_without_loss(get):
    from jiugai.apps.registry.api.door import fold_changes

    plant(STREET, "甲里")
    plant(STREET, "乙里")
    before = sum(Generation.objects.values_list("n", flat=True))

    fold_changes()

    assert before >= 2
    assert sum(Generation.objects.values_list("n", flat=True)) == before


def test_the_document_describes_every_address(client):
    document = json.loads(client.get("/api/openapi.json").content)

    assert set(document["paths"]) == {
        "/api/v1/estates",
        "/api/v1/estates/{id}",
        "/api/v1/estates/{id}/buildings",
        "/api/v1/estates/{id}/verdicts",
        "/api/v1/estates/{id}/verdicts/trace",
        "/api/v1/estates/{id}/provenance",
        "/api/v1/policies",
        "/api/v1/policies/readings",
        "/api/v1/demands",
        "/api/v1/demands/{id}",
        "/api/v1/tickets",
        "/api/v1/surveys",
        "/api/v1/surveys/{id}",
        "/api/v1/surveys/{id}/results",
        "/api/v1/owners-bodies",
        "/api/v1/property-services",
        "/api/v1/contributions",
        "/api/v1/applications",
        "/api/v1/applications/{id}",
        "/api/v1/projects",
        "/api/v1/projects/{id}",
        "/api/v1/projects/{id}/gates",
        "/api/v1/projects/{id}/permits",
        "/api/v1/projects/{id}/review",
        "/api/v1/projects/{id}/way",
        "/api/v1/whistles",
        "/api/v1/whistles/{id}",
        "/api/v1/meetings",
        "/api/v1/meetings/{id}",
        "/api/v1/assignments",
    }
