"""What the rail shows of the residents' part."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from jiugai.apps.accounts.permissions import Permission
from jiugai.web.navigation import Entry, Section

_VIEW: Final = Permission.VIEW_RESIDENTS

ENTRIES: Final = (
    Entry(_("表决"), "participation:votes", Section.RESIDENTS, _VIEW, also=("/rolls",)),
    Entry(_("个人信息"), "participation:privacy", Section.RESIDENTS, _VIEW, order=90),
    Entry(
        _("信息保存期限"), "participation:privacy_terms", Section.SYSTEM, Permission.MANAGE_SYSTEM
    ),
    Entry(_("公示"), "participation:notices", Section.RESIDENTS, _VIEW, also=("/objections",)),
)
