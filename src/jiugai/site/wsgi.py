"""The site as granian and any other WSGI server call it."""

import os

from django.core.wsgi import get_wsgi_application

from jiugai.site.orphans import end_with_parent
from jiugai.site.web import SERVED

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jiugai.site.settings")
application = get_wsgi_application()
if os.environ.get(SERVED):
    end_with_parent()
