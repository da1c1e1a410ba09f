"""What projects add to pages: sections of a project."""

from typing import Final

from jiugai.apps.projects.gates.panel import panel
from jiugai.web.pieces import PROJECT_SECTIONS, Piece

PIECES: Final = (Piece(PROJECT_SECTIONS, "projects/gates/panel.html", 30, panel),)
