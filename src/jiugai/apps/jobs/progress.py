"""How a job says how far it is, and hears that it should stop."""

from collections.abc import Callable
from time import perf_counter
from typing import Final

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

    def tell(self, done: int, of: int = 0, message: str = "") -> None:
        """Say how far the work is; seen at once, while its transaction goes on.

        Raises Cancelled if that was asked for, Interrupted if the worker is stopping.
        """
        now = perf_counter()
        if now - self._told_at < PAUSE and done < of:
            return
        self._told_at = now
        row = self._line.ask(
            "UPDATE jobs_job SET done = %(done)s, of = %(of)s, message = %(message)s"
            " WHERE id = %(pk)s RETURNING cancel_asked",
            done=done,
            of=of,
            message=message,
        )
        if row is None or row[0]:
            raise Cancelled(_("已按要求取消。"))
        if self._is_stopping():
            raise Interrupted(_("服务正在停止，任务稍后重新进行。"))
