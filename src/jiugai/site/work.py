"""The worker: does jobs, seals the record, takes up what died."""

import asyncio
import logging
import threading
from typing import Final

import django
from django.db import Error, close_old_connections, connection
from django.utils import timezone, translation

from jiugai.site.orphans import end_with_parent

#: Seconds between two looks at what waits to be sealed; and after how many looks for stalled jobs.
PAUSE: Final = 2.0
ROUNDS: Final = 5
#: After how many looks old counts of how often people did things, and old tellings, are cleared.
SELDOM: Final = 500
LOG = logging.getLogger(__name__)


def work() -> int:
    """Work until asked to stop; a job in progress is undone and stays in the queue."""
    end_with_parent()
    django.setup()
    translation.activate("zh-hans")
    from procrastinate.contrib.django import app

    stopping = threading.Event()
    keepers = [
        threading.Thread(target=task, args=(stopping,), name=name, daemon=True)
        for name, task in (
            ("house", _keep_house),
            ("letters", _send_letters),
            ("hooks", _tell_others),
        )
    ]
    for keeper in keepers:
        keeper.start()
    with app.replace_connector(app.connector.get_worker_connector()):  # type: ignore[attr-defined]
        asyncio.run(_work(app))
    stopping.set()
    for keeper in keepers:
        keeper.join(timeout=10)
    return 0


async def _work(app: object) -> None:
    async with app.open_async():  # type: ignore[attr-defined]
        await app.run_worker_async(  # type: ignore[attr-defined]
            name="jiugai",
            concurrency=1,
            fetch_job_polling_interval=2.0,
            abort_job_polling_interval=2.0,
            shutdown_graceful_timeout=1.0,
            delete_jobs="always",
            update_heartbeat_interval=5.0,
            stalled_worker_timeout=20.0,
        )


def _keep_house(stopping: threading.Event) -> None:
    """Seal what waits, queue again what died, tell who is late; in a thread beside the jobs.

    It does not go through the queue: a long job must not keep lines from being sealed, and a
    look that finds nothing should write nothing.
    """
    from jiugai.apps.accounts.pace import forget_idle
    from jiugai.apps.audit.sealing import seal_waiting
    from jiugai.apps.demands.ledger.overdue import raise_overdue
    from jiugai.apps.hooks.clearing import clear_told
    from jiugai.apps.jobs.stalled import take_up_stalled
    from jiugai.apps.owners.service.expiring import follow_days
    from jiugai.apps.participation.privacy.clock import clear_over
    from jiugai.apps.projects.today.overdue import tell_overdue
    from jiugai.apps.registry.services.judge_again import judge_turned

    rounds = 0
    while not stopping.is_set():
        try:
            while seal_waiting(at=timezone.now()) and not stopping.is_set():
                pass
            if rounds % ROUNDS == 0:
                take_up_stalled()
                tell_overdue(on=timezone.localdate())
                raise_overdue(on=timezone.localdate())
                follow_days(on=timezone.localdate())
                judge_turned(on=timezone.localdate())
            if rounds % SELDOM == 0:
                forget_idle()
                clear_told(on=timezone.localdate())
                clear_over(on=timezone.localdate(), is_stopping=stopping.is_set)
        except Error:
            LOG.warning("The database does not answer; trying again.", exc_info=True)
            close_old_connections()
            connection.close()
        rounds += 1
        stopping.wait(PAUSE)
    connection.close()


def _send_letters(stopping: threading.Event) -> None:
    """Send letters where the office has a mail server; in a thread, for it may be slow."""
    from django.conf import settings

    from jiugai.apps.projects.today.letters import send_waiting

    while settings.MAIL_ON and not stopping.is_set():
        try:
            send_waiting(is_stopping=stopping.is_set)
        except Error:
            LOG.warning("The database does not answer; letters wait.", exc_info=True)
            close_old_connections()
            connection.close()
        stopping.wait(PAUSE * ROUNDS)
    connection.close()


def _tell_others(stopping: threading.Event) -> None:
    """Tell other systems what happened; in a thread, for they may be slow to answer."""
    from jiugai.apps.hooks.deliver import tell_waiting

    while not stopping.is_set():
        try:
            tell_waiting(is_stopping=stopping.is_set)
        except Error:
            LOG.warning("The database does not answer; other systems wait.", exc_info=True)
            close_old_connections()
            connection.close()
        stopping.wait(PAUSE)
    connection.close()
