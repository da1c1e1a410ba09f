"""Long work of projects: their gates by the law of today."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from jiugai.apps.audit.actions import Action
from jiugai.apps.audit.services import record
from jiugai.apps.jobs.kinds import job
from jiugai.apps.jobs.progress import Progress
from jiugai.apps.projects.gates.recompute import recompute
from jiugai.apps.projects.models import Project


@job("projects.gates")
def recompute_gates(progress: Progress) -> dict[str, Any]:
    """Work out the gates of every open project in the division of the job."""
    ids = list(Project.objects.filter(closed_on=None).values_list("pk", flat=True))
    progress.tell(0, len(ids))
    written = recompute(ids, day=timezone.localdate())
    record(
        Action.GATES_RECOMPUTED,
        by=progress.job.by,
        division=progress.job.division,
        projects=len(ids),
        written=written,
    )
    said = _("核对了 %(projects)s 个项目的门槛，%(written)s 处有变化。")
    return {"sentence": said % {"projects": len(ids), "written": written}}
