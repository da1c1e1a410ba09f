"""What the rail shows of the system: people, organisations, how the site is."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from jiugai.apps.accounts.permissions import Permission
from jiugai.web.navigation import Entry, Section

ENTRIES: Final = (
    Entry(_("人员"), "people:people", Section.SYSTEM, Permission.MANAGE_PEOPLE),
    Entry(_("单位"), "people:organisations", Section.SYSTEM, Permission.MANAGE_PEOPLE),
    Entry(_("系统状态"), "system", Section.SYSTEM, Permission.MANAGE_SYSTEM),
)
