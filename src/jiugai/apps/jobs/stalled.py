"""Take up jobs whose worker died."""

from datetime import timedelta
from typing import Final

from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jiugai.apps.accounts.rows import scope
from jiugai.apps.jobs.line import LOCK
from jiugai.apps.jobs.models import Job, State
from jiugai.apps.jobs.queue import forget_dead, is_queued, put

#: A job whose worker died this often is left to a person.
ATTEMPTS: Final = 3
#: A job that waits this long without standing in the queue is put there again.
PATIENCE: Final = timedelta(seconds=5)


def take_up_stalled() -> int:
    """Queue every job again whose process is gone; return how many.

    A running job holds a lock of its process; where nobody holds it, the process is gone.
    """
    forget_dead()
    with scope(""):
        open_jobs = list(
            Job.objects.filter(state__in=[State.RUNNING, State.WAITING]).values_list(
                "pk", flat=True
            )
        )
    return sum(_take_up(pk) for pk in open_jobs)


def _take_up(pk: int) -> bool:
    with scope(""), transaction.atomic():
        if not _is_free(pk):
            return False
        job = Job.objects.select_for_update(of=("self",)).get(pk=pk)
        if job.state == State.RUNNING:
            return _again(job)
        if job.state == State.WAITING and _is_lost(job):
            put(pk)
            return True
        return False


def _is_free(pk: int) -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s, %s::int)", [LOCK, pk])
        (free,) = cursor.fetchone()
    return bool(free)


def _is_lost(job: Job) -> bool:
    return job.created_at < timezone.now() - PATIENCE and not is_queued(job.pk)


def _again(job: Job) -> bool:
    job.attempts += 1
    if job.attempts >= ATTEMPTS:
        job.state, job.ended_at = State.FAILED, timezone.now()
        job.message = _("处理进程多次意外中断，已停止；查明原因后可重试。")
    else:
        job.state = State.WAITING
        job.message = _("处理进程意外中断，将重新进行。")
        put(job.pk)
    job.save(update_fields=["state", "attempts", "message", "ended_at"])
    return True
