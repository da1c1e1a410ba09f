"""pygeoapi over the buildings: its PostgreSQL provider under gunicorn, a process per core.

Of gunicorn's kinds of workers the plain one answered most; threads and gevent came after it.
"""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

import yaml

from benchmarks.serving.data import EAST, NORTH, SOUTH, WEST
from benchmarks.serving.questions import FEATURES
from benchmarks.serving.scratch import environment, run
from benchmarks.serving.service import free_port, running
from benchmarks.serving.sides import Features

VERSION: Final = "0.21.0"
REQUIREMENTS: Final = (
    f"pygeoapi=={VERSION}",
    "sqlalchemy<2.1",
    "geoalchemy2",
    "psycopg2-binary==2.9.13",
    "pygeofilter[backend-sqlalchemy]",
    "gunicorn==27.0.1",
)
PROCESSES: Final = 2
COLLECTION: Final = "/collections/buildings"


@contextmanager
def pygeoapi(database: str) -> Iterator[Features]:
    """Run pygeoapi over a database that holds the buildings until the block ends."""
    programs = environment("pygeoapi", *REQUIREMENTS)
    base = f"http://127.0.0.1:{free_port()}"
    with tempfile.TemporaryDirectory(prefix="jiugai-pygeoapi-") as name:
        folder = Path(name)
        config, openapi = folder / "config.yml", folder / "openapi.yml"
        config.write_text(yaml.safe_dump(settings(database, base)), encoding="utf-8")
        known = {"PYGEOAPI_CONFIG": str(config), "PYGEOAPI_OPENAPI": str(openapi)}
        generate = ("openapi", "generate", str(config), "--output-file", str(openapi))
        run(str(programs / "pygeoapi"), *generate, extra=known)
        with running(
            [
                str(programs / "gunicorn"),
                f"--workers={PROCESSES}",
                f"--bind={urlsplit(base).netloc}",
                "--timeout=6000",
                "--log-level=warning",
                "pygeoapi.flask_app:APP",
            ],
            base=base,
            ready=f"{COLLECTION}/items/1",
            environment=known,
            folder=folder,
        ):
            yield side(base)


def side(base: str) -> Features:
    """Return how pygeoapi is asked and read."""
    return Features("pygeoapi", base, f"{COLLECTION}/items")


def settings(database: str, base: str) -> dict[str, Any]:
    """Return the configuration: its usual one, with the buildings as the only collection."""
    at = urlsplit(database)
    words = {"title": "buildings", "description": "made-up buildings", "keywords": ["buildings"]}
    link = {"type": "text/html", "rel": "canonical", "title": "about", "href": base}
    person = {"name": "nobody", "url": base}
    return {
        "server": {
            "bind": {"host": "127.0.0.1", "port": at.port},
            "url": base,
            "mimetype": "application/json; charset=UTF-8",
            "encoding": "utf-8",
            "gzip": False,
            "languages": ["en-US"],
            "pretty_print": False,
            "limits": {"default_items": 10, "max_items": 10 * FEATURES},
            "map": {"url": base, "attribution": "none"},
        },
        "logging": {"level": "ERROR"},
        "metadata": {
            "identification": words | {"url": base, "terms_of_service": "none"},
            "license": {"name": "none", "url": base},
            "provider": person,
            "contact": person,
        },
        "resources": {
            "buildings": {
                "type": "collection",
                **words,
                "links": [link],
                "extents": {
                    "spatial": {
                        "bbox": [WEST, SOUTH, EAST, NORTH],
                        "crs": "http://www.opengis.net/def/crs/OGC/1.3/CRS84",
                    }
                },
                "providers": [provider(database)],
            }
        },
    }


def provider(database: str) -> dict[str, Any]:
    """Return where the buildings are."""
    at = urlsplit(database)
    return {
        "type": "feature",
        "name": "PostgreSQL",
        "data": {
            "host": at.hostname,
            "port": at.port,
            "dbname": at.path[1:],
            "user": at.username,
            "password": at.password,
            "search_path": ["public"],
        },
        "id_field": "id",
        "table": "buildings",
        "geom_field": "geom",
    }
