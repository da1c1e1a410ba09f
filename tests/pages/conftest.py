"""Every page of the demo, as each of its people sees it."""

import pytest

from tests.demo import seen_once, served_copy
from tests.pages.reading import read


@pytest.fixture(scope="session")
def demo(tmp_path_factory):
    """Serve the demo and return its address."""
    with served_copy(tmp_path_factory) as base:
        yield base


@pytest.fixture(scope="session")
def seen(tmp_path_factory):
    """Return every page that somebody can reach."""
    return seen_once(tmp_path_factory)


@pytest.fixture(scope="session")
def pages(seen):
    """Return every page that is there, as it reads."""
    return {one: read(one.html) for one in seen}
