"""What the rail shows of the record."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from jiugai.apps.accounts.permissions import Permission
from jiugai.web.navigation import RECORD, Entry

ENTRIES: Final = (Entry(_("记录"), "audit:record", "history", RECORD, Permission.READ_RECORD),)
