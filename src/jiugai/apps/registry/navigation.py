"""What the rail shows of the register."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from jiugai.apps.accounts.permissions import Permission
from jiugai.web.navigation import CONFLICTS, ESTATES, IMPORTS, MAP, POLICY, Entry

ENTRIES: Final = (
    Entry(_("一张图"), "registry:map", "map", MAP, Permission.VIEW_REGISTER),
    Entry(_("小区"), "registry:estates", "building-community", ESTATES, Permission.VIEW_REGISTER),
    Entry(_("危楼"), "registry:danger", "alert-triangle", ESTATES + 1, Permission.VIEW_REGISTER),
    Entry(
        _("管线"),
        "registry:pipes",
        "adjustments-horizontal",
        ESTATES + 2,
        Permission.VIEW_REGISTER,
    ),
    Entry(_("存量资源"), "registry:resources", "home", ESTATES + 3, Permission.VIEW_REGISTER),
    Entry(_("导入"), "registry:imports", "upload", IMPORTS, Permission.IMPORT_LEDGER),
    Entry(_("冲突"), "registry:conflicts", "git-merge", CONFLICTS, Permission.SETTLE_CONFLICT),
    Entry(_("政策"), "registry:policy", "scale", POLICY, Permission.READ_POLICY),
)
