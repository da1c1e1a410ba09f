"""Put a job into the worker's queue, in the transaction that speaks of it."""

from django.db import connection
from procrastinate.contrib.django.django_connector import DjangoConnector
from procrastinate.jobs import Job as Entry
from procrastinate.manager import JobManager

#: The name of the worker's task that runs a job, and its queue.
TASK = "jobs.run"
QUEUE = "jobs"


def put(pk: int) -> None:
    """Queue a job; if the transaction is undone, so is this.

    It always writes on Django's connection: the worker's own is another transaction.
    """
    entry = Entry(
        queue=QUEUE, lock=None, queueing_lock=None, task_name=TASK, task_kwargs={"job": pk}
    )
    JobManager(DjangoConnector()).defer_job(entry)


def is_queued(pk: int) -> bool:
    """Return whether a job waits for a worker to take it."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT EXISTS (SELECT 1 FROM procrastinate_jobs WHERE task_name = %s"
            " AND status = 'todo' AND args @> jsonb_build_object('job', %s::bigint))",
            [TASK, pk],
        )
        (found,) = cursor.fetchone()
    return bool(found)


def forget_dead() -> None:
    """Remove entries that a worker took and died over; their jobs are queued again."""
    with connection.cursor() as cursor:
        cursor.execute(
            "DELETE FROM procrastinate_jobs WHERE status = 'doing' AND worker_id IS NULL"
        )
