"""What projects add to the open interface."""

from jiugai.apps.projects.gates.api import router as gates
from jiugai.apps.registry.api.routes import api

api.add_router("/v1", gates)
