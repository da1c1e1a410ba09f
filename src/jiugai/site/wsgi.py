"""The site as granian and any other WSGI server call it."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jiugai.site.settings")
application = get_wsgi_application()
