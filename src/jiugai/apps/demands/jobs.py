"""Long work of demands: storing a large file of tickets."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from jiugai.apps.demands.tickets.services import store
from jiugai.apps.jobs.kinds import job
from jiugai.apps.jobs.progress import Progress


@job("demands.store")
def store_tickets(progress: Progress, *, pk: int) -> dict[str, Any]:
    """Put the new tickets of an import into the ledger."""
    one = store(
        pk=pk,
        by=progress.job.by,
        on=timezone.localdate(),
        tell=lambda done, of: progress.tell(done, of, _("登记工单")),
    )
    return {"url": one.get_absolute_url()}
