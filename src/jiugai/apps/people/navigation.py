"""What the rail shows of people and organisations."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from jiugai.apps.accounts.permissions import Permission
from jiugai.web.navigation import PEOPLE, Entry

ENTRIES: Final = (
    Entry(_("人员"), "people:people", "users", PEOPLE, Permission.MANAGE_PEOPLE),
    Entry(_("单位"), "people:organisations", "home", PEOPLE + 1, Permission.MANAGE_PEOPLE),
)
