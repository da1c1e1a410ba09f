"""What the rail shows of plans."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from jiugai.apps.accounts.permissions import Permission
from jiugai.web.navigation import PLANS, POOL, Entry

ENTRIES: Final = (
    Entry(_("储备库"), "plans:pool", "database-import", POOL, Permission.VIEW_PLANS),
    Entry(_("计划"), "plans:plans", "calendar", PLANS, Permission.VIEW_PLANS),
    Entry(_("试算"), "plans:trials", "help-circle", PLANS + 10, Permission.MAKE_PLANS),
)
