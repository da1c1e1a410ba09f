"""What the rail shows of the register."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from jiugai.apps.accounts.permissions import Permission
from jiugai.web.navigation import CONFLICTS, ESTATES, IMPORTS, Entry

ENTRIES: Final = (
    Entry(_("小区"), "registry:estates", "building-community", ESTATES, Permission.VIEW_REGISTER),
    Entry(_("导入"), "registry:imports", "database-import", IMPORTS, Permission.IMPORT_LEDGER),
    Entry(_("冲突"), "registry:conflicts", "scale", CONFLICTS, Permission.SETTLE_CONFLICT),
)
