"""What one process counts, another knows."""

import subprocess
import sys

import pytest
from django.core.cache import cache
from django.db import connection

from jiugai.site.config import DATABASE
from tests.apps.apart import apart

__all__ = ["apart"]
pytestmark = pytest.mark.slow


def test_what_allauth_counts_is_seen_by_other_processes(apart, settings):
    cache.set("counted", [1.0])
    code = (
        "import django; django.setup();"
        "from django.core.cache import cache; print(cache.get('counted'))"
    )
    where = connection.settings_dict
    address = f"host={where['HOST']} user={where['USER']} dbname={where['NAME']}"
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={
            "DJANGO_SETTINGS_MODULE": "jiugai.site.settings",
            DATABASE: address,
            "JIUGAI_DATA": str(settings.CONFIG.data),
        },
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout.strip() == "[1.0]"
