"""What the rail shows of the residents' part."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from jiugai.apps.accounts.permissions import Permission
from jiugai.web.navigation import CONFLICTS, Entry

ENTRIES: Final = (
    Entry(_("表决"), "participation:votes", "users", CONFLICTS + 1, Permission.VIEW_RESIDENTS),
    Entry(
        _("公示"), "participation:notices", "file-text", CONFLICTS + 2, Permission.VIEW_RESIDENTS
    ),
)
