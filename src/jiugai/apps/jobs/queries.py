"""Which jobs somebody sees."""

from django.db.models import QuerySet

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.viewer import Viewer
from jiugai.apps.jobs.models import Job

#: Who holds one of these sees the jobs of colleagues in their division, too.
COLLEAGUES: tuple[Permission, ...] = (
    Permission.IMPORT_LEDGER,
    Permission.MANAGE_SYSTEM,
    Permission.READ_RECORD,
)


def jobs_seen_by(viewer: Viewer) -> QuerySet[Job]:
    """Return one's own jobs, and those of colleagues where the role allows it."""
    seen = Job.objects.select_related("by")
    if any(viewer.may(permission) for permission in COLLEAGUES):
        return seen
    return seen.filter(by=viewer.person)
