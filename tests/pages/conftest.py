"""Every page of the demo, as each of its people sees it."""

import pytest

from tests.demo import served_copy, walked_once
from tests.pages.reading import read


@pytest.fixture(scope="session")
def walked(tmp_path_factory):
    """Return what everybody saw, and as whom."""
    return walked_once(tmp_path_factory)


@pytest.fixture(scope="session")
def demo(tmp_path_factory, walked):
    """Serve the demo as those left it who walked through, and return its address."""
    with served_copy(tmp_path_factory, walked.data) as base:
        yield base


@pytest.fixture(scope="session")
def seen(walked):
    """Return every page that somebody can reach."""
    return walked.seen


@pytest.fixture(scope="session")
def pages(seen):
    """Return every page that is there, as it reads."""
    return {one: read(one.html) for one in seen}
