"""What the rail shows of demands."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from jiugai.apps.accounts.permissions import Permission
from jiugai.web.navigation import Entry, Section

ENTRIES: Final = (
    Entry(
        _("诉求"),
        "demands:demands",
        Section.RESIDENTS,
        Permission.VIEW_RESIDENTS,
        order=-10,
        also=("/tickets",),
    ),
)
