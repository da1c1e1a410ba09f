"""What the rail shows of the register."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from jiugai.apps.accounts.permissions import Permission
from jiugai.web.navigation import ESTATES, MAP, Entry

ENTRIES: Final = (
    Entry(_("一张图"), "registry:map", "map", MAP, Permission.VIEW_REGISTER),
    Entry(_("小区"), "registry:estates", "building-community", ESTATES, Permission.VIEW_REGISTER),
)
