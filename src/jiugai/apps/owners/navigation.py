"""What the rail shows of owners."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from jiugai.apps.accounts.permissions import Permission
from jiugai.web.navigation import Entry, Section

ENTRIES: Final = (
    Entry(
        _("业主组织"),
        "owners:bodies",
        Section.STEWARDSHIP,
        Permission.VIEW_RESIDENTS,
        also=("/bodies",),
    ),
    Entry(
        _("物业服务"),
        "owners:services",
        Section.STEWARDSHIP,
        Permission.VIEW_RESIDENTS,
        also=("/services",),
    ),
    Entry(_("居民出资"), "owners:contributions", Section.FUNDS, Permission.VIEW_RESIDENTS),
)
