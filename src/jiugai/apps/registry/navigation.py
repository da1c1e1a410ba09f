"""What the rail shows of the register."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from jiugai.apps.accounts.permissions import Permission
from jiugai.web.navigation import Entry, Section

_VIEW: Final = Permission.VIEW_REGISTER

ENTRIES: Final = (
    Entry(_("一张图"), "registry:map", Section.MAP, _VIEW),
    Entry(
        _("小区列表"),
        "registry:estates",
        Section.ESTATES,
        _VIEW,
        also=("/buildings", "/documents", "/search"),
    ),
    Entry(_("危楼"), "registry:danger", Section.ESTATES, _VIEW),
    Entry(_("管线"), "registry:pipes", Section.ESTATES, _VIEW),
    Entry(_("存量资源"), "registry:resources", Section.ESTATES, _VIEW),
    Entry(_("导入"), "registry:imports", Section.ESTATES, Permission.IMPORT_LEDGER),
    Entry(_("冲突"), "registry:conflicts", Section.ESTATES, Permission.SETTLE_CONFLICT),
    Entry(_("政策"), "registry:policy", Section.POLICY, Permission.READ_POLICY),
    Entry(_("口径"), "registry:readings", Section.POLICY, Permission.READ_POLICY, order=5),
)
