"""Our side: how our site is filled, started, asked and read; everything else knows only this."""

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlencode, urlsplit

from benchmarks.serving.questions import PAGE, Page, Tile
from benchmarks.serving.service import free_port, running
from benchmarks.serving.sides import Features, Found, Register

ESTATES: Final = "/api/v1/estates"
BUILDINGS: Final = "/features/collections/buildings"


def load_ours(database: str) -> str:
    """Write the made-up estates and buildings into our tables; return a token that may read all.

    Expected of whoever fills this in: migrate the empty database, write `data.estates()` and
    `data.buildings()` through our own loader, keep every id, name and verdict, and issue the
    token of a user who sees all divisions.
    """
    raise NotImplementedError(f"Our site has no loader yet for {urlsplit(database).path[1:]}.")


@contextmanager
def start_ours(database: str) -> Iterator[str]:
    """Run our site over a filled database until the block ends; return its address.

    Expected of the site: `DATABASE_URL=… JIUGAI_DATA=… python -m jiugai.site --port N` serves on
    loopback as it would in service, with a process per core, and stops on SIGTERM.
    """
    base = f"http://127.0.0.1:{free_port()}"
    with (
        tempfile.TemporaryDirectory(prefix="jiugai-site-") as folder,
        running(
            [sys.executable, "-m", "jiugai.site", "--port", str(urlsplit(base).port)],
            base=base,
            ready=f"{BUILDINGS}/items/1",
            environment={"DATABASE_URL": database, "JIUGAI_DATA": folder},
            folder=Path(folder),
        ),
    ):
        yield base


def register(base: str, token: str) -> Register:
    """Return how our register is asked and read."""
    headers = {"Authorization": f"Bearer {token}"}
    return Register("jiugai", base, page, estate, found, items, dict, headers)


def features(base: str) -> Features:
    """Return how our features and tiles are asked and read."""
    return Features("jiugai", base, f"{BUILDINGS}/items", tile)


def page(asked: Page) -> str:
    """Return the path of a page."""
    filters = {
        "division": asked.division,
        "built_before": asked.built_before,
        "verdict": asked.verdict,
    }
    known = {name: value for name, value in filters.items() if value}
    return f"{ESTATES}?" + urlencode(
        known | {"sort": "name", "limit": PAGE, "offset": asked.offset}
    )


def estate(id_: int) -> str:
    """Return the path of one estate."""
    return f"{ESTATES}/{id_}"


def found(answer: Any) -> Found:
    """Return the count and the ids of a page."""
    return answer["count"], [str(one["id"]) for one in answer["items"]]


def items(answer: Any) -> list[dict[str, Any]]:
    """Return the estates of a page."""
    return list(answer["items"])


def tile(asked: Tile) -> str:
    """Return the path of a tile, which names the row before the column."""
    return f"{BUILDINGS}/tiles/WebMercatorQuad/{asked.zoom}/{asked.row}/{asked.column}"
