"""What the rail shows of the conference and of duties."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from jiugai.apps.accounts.permissions import Permission
from jiugai.web.navigation import Entry, Section

ENTRIES: Final = (
    Entry(_("联席会"), "conference:meetings", Section.OVERSIGHT, Permission.VIEW_CONFERENCE),
    Entry(_("职责"), "conference:duties", Section.OVERSIGHT, Permission.VIEW_CONFERENCE),
)
