"""Our side: how our site is started, asked and read; everything else knows only this."""

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final
from urllib.parse import urlencode, urlsplit

from benchmarks.serving.fill import Filled
from benchmarks.serving.questions import PAGE, Page, Tile
from benchmarks.serving.service import free_port, running
from benchmarks.serving.sides import GEOJSON, Features, Found, Register

ESTATES: Final = "/api/v1/estates"
BUILDINGS: Final = "/features/collections/buildings"


@contextmanager
def start_ours(filled: Filled) -> Iterator[str]:
    """Run our site over a filled database, web and worker, until the block ends.

    It serves on loopback as it would in service, as the role that row security binds.
    """
    base = f"http://127.0.0.1:{free_port()}"
    try:
        with running(
            [sys.executable, "-m", "jiugai.site", "serve", "--port", str(urlsplit(base).port)],
            base=base,
            ready=f"{ESTATES}/1",
            environment={
                "DATABASE_URL": filled.database,
                "JIUGAI_OWNER_DATABASE_URL": "",
                "JIUGAI_DATA": str(filled.folder),
            },
            folder=filled.folder,
            headers=bearer(filled.token),
        ):
            yield base
    finally:
        shutil.rmtree(filled.folder, ignore_errors=True)


def bearer(token: str) -> dict[str, str]:
    """Return the header that carries a token."""
    return {"Authorization": f"Bearer {token}"}


def register(base: str, token: str, *, name: str = "jiugai") -> Register:
    """Return how our register is asked and read."""
    return Register(name, base, page, estate, found, items, dict, bearer(token))


def features(base: str, token: str) -> Features:
    """Return how our features and tiles are asked and read."""
    headers = GEOJSON | bearer(token)
    return Features("jiugai", base, f"{BUILDINGS}/items", tile, headers)


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
