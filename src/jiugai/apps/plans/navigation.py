"""What the rail shows of plans."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from jiugai.apps.accounts.permissions import Permission
from jiugai.web.navigation import Entry, Section

ENTRIES: Final = (
    Entry(_("储备库"), "plans:pool", Section.PLANS, Permission.VIEW_PLANS),
    Entry(_("计划"), "plans:plans", Section.PLANS, Permission.VIEW_PLANS),
    Entry(_("试算"), "plans:trials", Section.PLANS, Permission.MAKE_PLANS),
)
