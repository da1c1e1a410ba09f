"""A site of ours on an embedded database of its own, prepared and empty, within this process."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def empty_site(folder: Path) -> Iterator[str]:
    """Run the database in an empty folder and prepare it; yield the address of its owner.

    Imports of the site belong inside the block: it reads its settings when it is loaded.
    """
    from jiugai.site.config import DATA, DATABASE, OWNER_DATABASE
    from jiugai.site.embedded import addresses, running

    os.environ |= {
        DATA: str(folder),
        "DJANGO_SETTINGS_MODULE": "jiugai.site.settings",
        "JIUGAI_SECOND_FACTOR": "off",
    }
    (folder / "static").mkdir()
    with running(folder / "pg") as server:
        os.environ[DATABASE], os.environ[OWNER_DATABASE] = addresses(server)
        import django

        django.setup()
        from django.db import connections

        from jiugai.site.prepare import prepare

        prepare()
        try:
            yield os.environ[OWNER_DATABASE]
        finally:
            connections.close_all()
