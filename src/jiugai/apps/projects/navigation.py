"""What the rail shows of projects."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from jiugai.apps.accounts.permissions import Permission
from jiugai.web.navigation import PROJECTS, Entry

ENTRIES: Final = (
    Entry(_("项目"), "projects:projects", "file-text", PROJECTS, Permission.VIEW_PROJECTS),
)
