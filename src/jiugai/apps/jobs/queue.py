"""Put a job into the worker's queue, in the transaction that speaks of it."""

from django.db import connection


def put(pk: int) -> None:
    """Queue a job; if the transaction is undone, so is this."""
    from jiugai.apps.jobs.tasks import run_job

    run_job.defer(job=pk)


def is_queued(pk: int) -> bool:
    """Return whether a job waits for a worker to take it."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT EXISTS (SELECT 1 FROM procrastinate_jobs WHERE task_name = 'jobs.run'"
            " AND status = 'todo' AND args @> jsonb_build_object('job', %s::bigint))",
            [pk],
        )
        (found,) = cursor.fetchone()
    return bool(found)


def forget_dead() -> None:
    """Remove entries that a worker took and died over; their jobs are queued again."""
    with connection.cursor() as cursor:
        cursor.execute(
            "DELETE FROM procrastinate_jobs WHERE status = 'doing' AND worker_id IS NULL"
        )
