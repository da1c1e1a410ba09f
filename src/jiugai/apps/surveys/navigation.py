"""What the rail shows of surveys."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from jiugai.apps.accounts.permissions import Permission
from jiugai.web.navigation import Entry, Section

ENTRIES: Final = (
    Entry(
        _("问卷"),
        "surveys:surveys",
        Section.RESIDENTS,
        Permission.VIEW_RESIDENTS,
        also=("/submissions",),
    ),
)
