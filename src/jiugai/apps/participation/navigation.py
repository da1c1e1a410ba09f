"""What the rail shows of the residents' part."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from jiugai.apps.accounts.permissions import Permission
from jiugai.web.navigation import Entry, Section

ENTRIES: Final = (
    Entry(_("表决"), "participation:votes", Section.RESIDENTS, Permission.VIEW_RESIDENTS),
)
