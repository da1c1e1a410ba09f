"""GDAL, on which QGIS and others stand, reads our collections with a token, and our tiles."""

import json
import os
import shutil
import subprocess
from threading import Thread
from wsgiref.simple_server import WSGIRequestHandler, make_server

import numpy as np
import pytest

from jiugai.apps.registry.tiles.draw import commands_of, to_tile
from jiugai.apps.registry.tiles.mvt import Features, layer, points
from jiugai.kernel.quad import Tile, column_row
from tests.apps.conftest import DISTRICT, OTHER, STREET
from tests.apps.registry.api_cast import key_of, lasting, plant

LON, LAT = 116.3, 39.9
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        shutil.which("ogrinfo") is None, reason="no GDAL here: apt-get install gdal-bin"
    ),
]


class Quiet(WSGIRequestHandler):
    """Says nothing."""

    def log_message(self, *_args):
        """Say nothing."""


@pytest.fixture
def served(django_db_setup, django_db_blocker):
    """Return the address of the site and the key of an officer; estates stand in two districts."""
    from jiugai.site.wsgi import application

    with lasting(django_db_blocker) as officer:
        for number in range(25):
            plant(STREET, f"{number}里", lon=LON + number / 1000, lat=LAT, household_count=number)
        plant(OTHER, "别区", lon=LON, lat=LAT)
        key = key_of(officer(DISTRICT), per_minute=0)
        server = make_server("127.0.0.1", 0, application, handler_class=Quiet)
        thread = Thread(target=serve, args=[server])
        thread.start()
        yield f"OAPIF:http://127.0.0.1:{server.server_port}/features", key
        server.shutdown()
        thread.join()
        server.server_close()


def serve(server):
    from django.db import connection

    server.serve_forever(poll_interval=0.05)
    connection.close()


def ogrinfo(*arguments, key=""):
    header = {"GDAL_HTTP_HEADERS": f"Authorization: Bearer {key}"} if key else {}
    program = shutil.which("ogrinfo") or "ogrinfo"
    return subprocess.run(
        [program, *arguments], capture_output=True, text=True, env=os.environ | header,
        check=False, timeout=120,
    )  # fmt: skip


def test_gdal_lists_the_layers_and_reads_every_feature_of_ours(served):
    address, key = served

    layers = ogrinfo(address, key=key)
    estates = ogrinfo("-al", "-oo", "PAGE_SIZE=10", address, "estates", key=key)

    assert layers.returncode == 0, layers.stdout + layers.stderr
    assert "estates" in layers.stdout
    assert "buildings" in layers.stdout
    assert estates.stdout.count("OGRFeature(") == 25, estates.stdout + estates.stderr
    assert "household_count (Integer) = 24" in estates.stdout
    assert "POINT (116.3 39.9)" in estates.stdout
    assert "别区" not in estates.stdout


def test_gdal_reads_a_box(served):
    address, key = served

    found = ogrinfo(
        "-al", "-spat", "116.2995", "39.8", "116.3035", "40", address, "estates", key=key
    )

    assert found.stdout.count("OGRFeature(") == 4, found.stdout + found.stderr


def test_gdal_is_turned_away_without_a_token(served):
    address, _key = served

    assert ogrinfo("-al", address, "estates").returncode != 0


def test_gdal_reads_our_tiles(tmp_path):
    tile = Tile(14, *column_row(LON, LAT, 14))
    ring = [[LON, LAT], [LON + 0.002, LAT], [LON + 0.002, LAT + 0.002], [LON, LAT]]
    kind, commands = commands_of(tile, {"type": "Polygon", "coordinates": [ring]})
    shape = Features(kind, [7], {"name": ["一号楼"]}, commands, np.array([len(commands)]))
    spots = points([8], {"name": ["甲里"], "n": [5]}, to_tile(tile, [LON], [LAT]))
    file = tmp_path / "0.mvt"
    file.write_bytes(layer("shapes", [shape]) + layer("points", [spots]))

    said = ogrinfo("-al", "-oo", "CLIP=NO", f"MVT:{file}")

    assert said.returncode == 0, said.stderr
    assert "一号楼" in said.stdout
    assert "甲里" in said.stdout
    assert "n (Integer) = 5" in said.stdout
    assert "POLYGON" in said.stdout
    assert json.dumps(said.stderr) == '""'
