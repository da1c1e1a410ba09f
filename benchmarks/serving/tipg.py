"""tipg over the buildings: its own application under uvicorn, a process per core."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from benchmarks.serving.questions import TILE_FEATURES, Tile
from benchmarks.serving.scratch import environment
from benchmarks.serving.service import free_port, running
from benchmarks.serving.sides import Features

VERSION: Final = "1.6.1"
REQUIREMENTS: Final = (f"tipg=={VERSION}", "uvicorn[standard]==0.38.0")
PROCESSES: Final = 2
COLLECTION: Final = "/collections/public.buildings"
SETTINGS: Final = {
    "TIPG_DB_TABLES": '["public.buildings"]',
    "TIPG_DB_FUNCTIONS": "[]",
    "TIPG_CATALOG_TTL": "86400",  # the catalogue is not read again during a run
    "TIPG_MAX_FEATURES_PER_TILE": str(TILE_FEATURES),
    "DB_MIN_CONN_SIZE": "8",
    "DB_MAX_CONN_SIZE": "10",
}


@contextmanager
def tipg(database: str) -> Iterator[Features]:
    """Run tipg over a database that holds the buildings until the block ends."""
    programs = environment("tipg", *REQUIREMENTS)
    base = f"http://127.0.0.1:{free_port()}"
    with (
        tempfile.TemporaryDirectory(prefix="jiugai-tipg-") as folder,
        running(
            [
                str(programs / "uvicorn"),
                "tipg.main:app",
                "--host=127.0.0.1",
                f"--port={urlsplit(base).port}",
                f"--workers={PROCESSES}",
                "--no-access-log",
                "--log-level=warning",
            ],
            base=base,
            ready=f"{COLLECTION}/items/1",
            environment=SETTINGS | {"DATABASE_URL": database},
            folder=Path(folder),
        ),
    ):
        yield side(base)


def side(base: str) -> Features:
    """Return how tipg is asked and read."""
    return Features("tipg", base, f"{COLLECTION}/items", tile)


def tile(asked: Tile) -> str:
    """Return the path of a tile, which names the column before the row."""
    return f"{COLLECTION}/tiles/WebMercatorQuad/{asked.zoom}/{asked.column}/{asked.row}"
