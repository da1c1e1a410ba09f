"""What the worker does for the queue."""

from procrastinate import JobContext
from procrastinate.contrib.django import app

from jiugai.apps.jobs.queue import QUEUE, TASK
from jiugai.apps.jobs.run import run


@app.task(name=TASK, queue=QUEUE, pass_context=True)
def run_job(context: JobContext, *, job: int) -> None:
    """Run a job; how it ended stands in the job itself."""
    run(job, is_stopping=context.should_abort)
