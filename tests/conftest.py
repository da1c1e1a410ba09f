"""What every test starts from: Chinese, generous deadlines, the shared data if it is here."""

from pathlib import Path

import pytest
from hypothesis import settings

from jiugai.kernel.i18n import SOURCE_LANGUAGE, use_language

SHARED = Path(__file__).parents[2] / "shared" / "data"

# A busy machine is no finding; how fast things are is measured in benchmarks/.
settings.register_profile("jiugai", deadline=None)
settings.load_profile("jiugai")


@pytest.fixture(autouse=True)
def _chinese():
    """Speak Chinese in every test, whatever the one before it spoke."""
    use_language(SOURCE_LANGUAGE)


@pytest.fixture(scope="session")
def shared():
    """Return the folder of real data, which is not part of the project."""
    if not SHARED.is_dir():
        pytest.skip("the shared data is not here")
    return SHARED
