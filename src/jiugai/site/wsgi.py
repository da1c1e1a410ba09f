"""The site as granian and any other WSGI server call it."""

import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jiugai.site.settings")
application = get_wsgi_application()


def load() -> None:
    """Import every page now, so that the first request need not."""
    assert get_resolver().url_patterns  # noqa: S101 - read for its imports
