"""What somebody does to their own sessions."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from jiugai.apps.accounts.models import Ended
from jiugai.apps.accounts.sessions import end, open_sessions
from jiugai.apps.accounts.viewer import Viewer
from jiugai.apps.audit.services import record
from jiugai.kernel.errors import Refusal


@transaction.atomic
def end_other_sessions(*, by: Viewer, keep: str, at: datetime) -> int:
    """End all of one's sessions but the one in use, and return how many there were."""
    others = open_sessions(by.person, at=at).exclude(key=keep)
    ended = end(others, because=Ended.CLOSED, at=at)
    if not ended:
        raise Refusal(_("没有别的登录需要结束。"))
    record("people.sessions_ended", by.person, by=by.person, ended=ended)
    return ended
