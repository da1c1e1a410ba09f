"""Run one job to its end, whatever that is."""

import logging
from collections.abc import Callable
from uuid import uuid4

from django.db import connection, models
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from jiugai.apps.accounts.rows import scope
from jiugai.apps.jobs.kinds import function_of
from jiugai.apps.jobs.line import JobLine, holding
from jiugai.apps.jobs.models import Job, State
from jiugai.apps.jobs.progress import Cancelled, Interrupted, Progress
from jiugai.apps.jobs.queue import put
from jiugai.kernel.errors import JiugaiError
from jiugai.kernel.i18n import SOURCE_LANGUAGE, use_language

LOG = logging.getLogger(__name__)


def run(pk: int, *, is_stopping: Callable[[], bool] = lambda: False) -> None:
    """Do the work of a job unless it is over or another process is at it."""
    with holding(pk) as line:
        if line is None or not _begin(line):
            return
        with scope(""):
            job = Job.objects.select_related("by").get(pk=pk)
        with translation.override(job.language):
            use_language("en" if job.language == "en" else SOURCE_LANGUAGE)
            _finish(line, job, is_stopping)


def _begin(line: JobLine) -> bool:
    row = line.ask(
        "UPDATE jobs_job SET started_at = now(), done = 0, message = '', result = '{}',"
        " state = CASE WHEN cancel_asked THEN 'cancelled' ELSE 'running' END,"
        " ended_at = CASE WHEN cancel_asked THEN now() END"
        " WHERE id = %(pk)s AND state IN ('waiting', 'running') RETURNING state"
    )
    return row == (State.RUNNING.value,)


def _finish(line: JobLine, job: Job, is_stopping: Callable[[], bool]) -> None:
    try:
        _work(job, Progress(job, line, is_stopping))
    except Interrupted as interrupted:
        _end(line, State.WAITING, str(interrupted))
        put(job.pk)
    except Cancelled as cancelled:
        _end(line, State.CANCELLED, str(cancelled))
    except JiugaiError as error:
        _end(line, State.FAILED, str(error))
    except Exception:
        support = uuid4().hex[:8]
        LOG.exception("Job %s failed, support number %s.", job.pk, support)
        _end(line, State.FAILED, _("出现意外错误，可重试；仍不成功请报出编号。"), support)


def _work(job: Job, progress: Progress) -> None:
    with scope(job.division):
        result = function_of(job.kind)(progress, **job.arguments)
        Job.objects.filter(pk=job.pk).update(
            state=State.DONE,
            done=models.F("of"),
            result=dict(result or {}),
            ended_at=timezone.now(),
            attempts=0,
        )


def _end(line: JobLine, state: State, message: str, support: str = "") -> None:
    connection.close_if_unusable_or_obsolete()
    line.ask(
        "UPDATE jobs_job SET state = %(state)s::text,"
        " message = %(message)s, support = %(support)s,"
        " ended_at = CASE WHEN %(state)s::text <> 'waiting' THEN now() END"
        " WHERE id = %(pk)s RETURNING id",
        state=state.value,
        message=message,
        support=support,
    )
