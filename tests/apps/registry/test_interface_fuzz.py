"""Schemathesis finds nothing in the open interfaces that falls over or breaks its description."""

import pytest
import schemathesis
from django.core import signals
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi import checks

from jiugai.apps.accounts.rows import scope
from jiugai.apps.registry.api.counts import COUNTS
from jiugai.apps.registry.features.layers import LAYERS
from jiugai.apps.registry.models import Building, Pipe, Resource
from jiugai.apps.registry.services.assess import assess
from jiugai.kernel.quad import quad_of
from tests.apps.conftest import STREET
from tests.apps.registry.api_cast import ON, key_of, plant

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
LON, LAT = 116.3, 39.9
EXAMPLES = 40
CHECKED = [
    not_a_server_error,
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_schema_conformance,
]
GEOJSON = {
    "type": "object",
    "required": ["type", "features", "links", "numberReturned"],
    "properties": {
        "type": {"const": "FeatureCollection"},
        "numberReturned": {"type": "integer", "minimum": 0},
        "numberMatched": {"type": "integer", "minimum": 0},
        "features": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["type", "id", "geometry", "properties"],
                "properties": {
                    "id": {"type": "integer"},
                    "geometry": {"type": ["object", "null"]},
                },
            },
        },
    },
}
#: What OGC API Features says of a page of a collection; the standard describes it, not a file.
FEATURES = {
    "openapi": "3.1.0",
    "info": {"title": "features", "version": "1"},
    "paths": {
        "/features/collections/{name}/items": {
            "get": {
                "parameters": [
                    {
                        "in": "path",
                        "name": "name",
                        "required": True,
                        "schema": {"enum": sorted(LAYERS)},
                    },
                    {"in": "query", "name": "limit", "schema": {"type": "integer", "minimum": 1}},
                    {"in": "query", "name": "offset", "schema": {"type": "integer", "minimum": 0}},
                    {
                        "in": "query",
                        "name": "bbox",
                        "explode": False,
                        "schema": {
                            "type": "array",
                            "items": {"type": "number", "minimum": -180, "maximum": 180},
                            "minItems": 4,
                            "maxItems": 6,
                        },
                    },
                    {"in": "query", "name": "after", "schema": {"type": "string"}},
                    {"in": "query", "name": "datetime", "schema": {"type": "string"}},
                    {"in": "query", "name": "estate_id", "schema": {"type": "string"}},
                ],
                "responses": {
                    "200": {
                        "description": "a page",
                        "content": {"application/geo+json": {"schema": GEOJSON}},
                    },
                    **{
                        status: {
                            "description": "turned away",
                            "content": {
                                "application/problem+json": {"schema": {"type": "object"}}
                            },
                        }
                        for status in ("400", "404")
                    },
                },
            }
        }
    },
}


@pytest.fixture
def site():
    """Return the site as a server calls it; the test keeps its connection between calls."""
    signals.request_started.disconnect(close_old_connections)
    signals.request_finished.disconnect(close_old_connections)
    yield get_wsgi_application()
    signals.request_started.connect(close_old_connections)
    signals.request_finished.connect(close_old_connections)


@pytest.fixture
def headers(people):
    """Return the key of an officer who may ask as often as needed, with things to ask for."""
    COUNTS.clear()
    estate = plant(STREET, "甲里", lon=LON, lat=LAT, household_count=100)
    with scope(STREET):
        more = {"estate": estate, "division": STREET}
        place = {"lon": LON, "lat": LAT}
        Building.objects.create(code="1", name="1号楼", quad=quad_of(LON, LAT), **place, **more)
        line = {"type": "LineString", "coordinates": [[LON, LAT], [LON + 0.001, LAT]]}
        Pipe.objects.create(kind=Pipe.Kind.WATER, line=line, **more)
        Resource.objects.create(name="车棚", **place, **more)
        assess([estate.pk], day=ON)
    key = key_of(people["district_officer"], per_minute=1_000_000)
    return {"authorization": f"Bearer {key}"}


def call_all(schema, headers, mode):
    """Call everything that a description names with many values; return how often each was."""
    return {
        found.ok().label: call_often(found.ok(), headers, mode)
        for found in schema.get_all_operations()
    }


def call_often(operation, headers, mode):
    """Call one thing with many values and check each answer; return how many there were."""
    answers = []

    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy(generation_mode=mode))
    def call(case):
        answers.append(case.call_and_validate(headers=headers, checks=CHECKED))

    call()
    return len(answers)


@pytest.mark.parametrize("mode", list(GenerationMode), ids=str)
def test_the_register_keeps_to_its_description_whatever_is_asked(site, headers, mode):
    schema = schemathesis.openapi.from_wsgi("/api/openapi.json", site)

    calls = call_all(schema, headers, mode)

    assert len(calls) >= 6
    assert min(calls.values()) > 1


@pytest.mark.parametrize("mode", list(GenerationMode), ids=str)
def test_features_keep_to_the_standard_whatever_is_asked(site, headers, mode):
    schema = schemathesis.openapi.from_dict(FEATURES)
    schema.app = site

    calls = call_all(schema, headers, mode)

    assert sum(calls.values()) >= EXAMPLES
