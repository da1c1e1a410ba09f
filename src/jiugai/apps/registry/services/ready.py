"""What storing an import needs loads for long; it loads while the files are read."""

from threading import Thread

from jiugai.apps.registry.initials import initials_of
from jiugai.policy.engines import Engine, connected


def load_meanwhile() -> None:
    """Begin to load dictionaries and the reader of rules, beside everything else."""
    Thread(target=_load, daemon=True).start()


def _load() -> None:
    initials_of("重")
    with connected(Engine.POLARS, {}):
        pass
