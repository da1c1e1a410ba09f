"""What the rail shows of the record."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from jiugai.apps.accounts.permissions import Permission
from jiugai.web.navigation import Entry, Section

ENTRIES: Final = (Entry(_("记录"), "audit:record", Section.OVERSIGHT, Permission.READ_RECORD),)
