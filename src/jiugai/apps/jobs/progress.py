"""How a job says how far it is, and hears that it should stop."""

import json
from collections.abc import Callable, Mapping
from time import perf_counter
from typing import Any, Final

from django.utils.translation import gettext as _

from jiugai.apps.jobs.line import JobLine
from jiugai.apps.jobs.models import Job
from jiugai.kernel.errors import JiugaiError

#: Seconds between two messages that reach the database; what comes faster is left out.
PAUSE: Final = 0.2


class Cancelled(JiugaiError):
    """Somebody asked to cancel the job; its transaction is undone."""


class Interrupted(JiugaiError):
    """The worker is stopping; the job is undone and goes back into the queue."""


class Progress:
    """Handed to the work of a job: `job` is what was asked for, by whom and where."""

    def __init__(self, job: Job, line: JobLine, is_stopping: Callable[[], bool]) -> None:
        self.job = job
        self._line = line
        self._is_stopping = is_stopping
        self._told_at = float("-inf")

    def tell(
        self,
        done: int,
        of: int = 0,
        message: str = "",
        *,
        so_far: Mapping[str, Any] | None = None,
    ) -> None:
        """Say how far the work is; seen at once, while its transaction goes on.

        What there is `so_far` stands as the job's result until the work is done, and is told
        however soon it comes after the last word.
        Raises Cancelled if that was asked for, Interrupted if the worker is stopping.
        """
        now = perf_counter()
        if now - self._told_at < PAUSE and done < of and so_far is None:
            return
        self._told_at = now
        row = self._line.ask(
            "UPDATE jobs_job SET done = %(done)s, of = %(of)s, message = %(message)s,"
            " result = coalesce(%(so_far)s::jsonb, result)"
            " WHERE id = %(pk)s RETURNING cancel_asked",
            done=done,
            of=of,
            message=message,
            so_far=None if so_far is None else json.dumps(so_far),
        )
        if row is None or row[0]:
            raise Cancelled(_("已按要求取消。"))
        if self._is_stopping():
            raise Interrupted(_("服务正在停止，任务稍后重新进行。"))
