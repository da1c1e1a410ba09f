"""What can happen to a job: started, cancelled, tried again."""

from typing import Any

from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.audit.services import record
from jiugai.apps.jobs.kinds import function_of
from jiugai.apps.jobs.models import Job, State
from jiugai.apps.jobs.queue import put
from jiugai.kernel.errors import Refusal


@transaction.atomic
def start(
    kind: str, *, title: str, by: Person, division: str, arguments: dict[str, Any] | None = None
) -> Job:
    """Queue long work; it begins once the transaction around this is committed.

    Raises UsageError if no app declares such a kind.
    """
    function_of(kind)
    job = Job.objects.create(
        kind=kind,
        title=title[:200],
        by=by,
        division=division,
        arguments=arguments or {},
        language=translation.get_language() or "zh-hans",
    )
    put(job.pk)
    record("jobs.started", job, by=by, kind=kind)
    return job


@transaction.atomic
def cancel(*, pk: int, by: Person) -> Job:
    """Ask a job to stop; what it did to the register is undone.

    Raises Refusal if it is over.
    """
    job = Job.objects.select_for_update(of=("self",)).get(pk=pk)
    if job.is_over:
        raise Refusal(_("这项任务已经结束，不能再取消。"))
    job.cancel_asked = True
    if job.state == State.WAITING:
        job.state, job.ended_at = State.CANCELLED, timezone.now()
    job.save(update_fields=["cancel_asked", "state", "ended_at"])
    record("jobs.cancelled", job, by=by)
    return job


@transaction.atomic
def retry(*, pk: int, by: Person) -> Job:
    """Queue a job again that failed or was cancelled; raises Refusal for any other."""
    job = Job.objects.select_for_update(of=("self",)).get(pk=pk)
    if job.state not in (State.FAILED, State.CANCELLED):
        raise Refusal(_("只有失败或已取消的任务可以重试。"))
    job.state, job.message, job.support = State.WAITING, "", ""
    job.cancel_asked, job.attempts, job.ended_at = False, 0, None
    job.done = job.of = 0
    job.save()
    put(job.pk)
    record("jobs.retried", job, by=by)
    return job


def start_verification(*, by: Person, division: str) -> Job:
    """Queue the proof of the whole record."""
    return start("audit.verify", title=_("核对全部记录"), by=by, division=division)
