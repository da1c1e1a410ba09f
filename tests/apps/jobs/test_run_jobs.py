"""A job shows how far it is, is undone where it fails, and survives whatever kills its worker."""

import time

import psycopg
import pytest
from django.db import connection, transaction

from jiugai.apps.accounts.models import Person
from jiugai.apps.accounts.rows import scope
from jiugai.apps.jobs import kinds, services
from jiugai.apps.jobs.line import LOCK, holding
from jiugai.apps.jobs.models import Job, State
from jiugai.apps.jobs.queue import is_queued
from jiugai.apps.jobs.run import run
from jiugai.apps.jobs.stalled import ATTEMPTS, take_up_stalled
from jiugai.apps.registry.models import Estate
from jiugai.kernel.errors import Refusal, UsageError
from tests.apps.conftest import DISTRICT, OTHER, STREET


@pytest.fixture
def person(apart):
    """Return somebody who asks for jobs."""
    return Person.objects.create(username="clerk", name="clerk", division=DISTRICT)


@pytest.fixture
def kind(monkeypatch):
    """Return a function that makes another the work of the kind `test.work`."""
    return lambda function: monkeypatch.setitem(kinds._FUNCTIONS, "test.work", function)


@pytest.fixture
def begun(person):
    """Return a function that starts a job of the kind `test.work`."""

    def start(**arguments):
        with scope(DISTRICT):
            return services.start(
                "test.work", title="试一试", by=person, division=DISTRICT, arguments=arguments
            )

    return start


def seen(job):
    with scope(""):
        return Job.objects.get(pk=job.pk)


def add_estate(code, division=STREET):
    return Estate.objects.create(code=code, division=division, facts={"name": code})


def estates():
    with scope(""):
        return set(Estate.objects.values_list("code", flat=True))


def test_a_job_is_done_in_its_division_with_its_arguments_and_keeps_the_result(kind, begun):
    def work(progress, *, code):
        add_estate(code)
        progress.tell(3, 3, "好了")
        return {"seen": Estate.objects.count(), "by": progress.job.by.username}

    kind(work)
    with scope(OTHER):
        add_estate("far", OTHER)
    job = begun(code="near")
    assert is_queued(job.pk)

    run(job.pk)

    done = seen(job)
    assert (done.state, done.done, done.of) == (State.DONE, 3, 3)
    assert done.result == {"seen": 1, "by": "clerk"}
    assert done.started_at < done.ended_at
    assert estates() == {"near", "far"}


def test_progress_is_seen_while_the_work_is_not(kind, begun, apart):
    def work(progress):
        add_estate("half")
        progress.tell(1, 2, "一半")
        row = apart.execute("SELECT state, done, of, message FROM jobs_job").fetchone()
        count = apart.execute("SELECT count(*) FROM registry_estate").fetchone()
        return {"row": list(row), "estates": count[0]}

    kind(work)
    job = begun()

    run(job.pk)

    assert seen(job).result == {"row": ["running", 1, 2, "一半"], "estates": 0}


def test_a_job_that_is_cancelled_on_the_way_leaves_nothing(kind, begun, person, apart):
    def work(progress):
        add_estate("half")
        apart.execute("UPDATE jobs_job SET cancel_asked = true")
        progress.tell(1, 2)
        raise AssertionError("it went on")

    kind(work)
    job = begun()

    run(job.pk)

    assert seen(job).state == State.CANCELLED
    assert estates() == set()


def test_a_waiting_job_that_is_cancelled_never_runs(kind, begun, person):
    kind(lambda progress: add_estate("never"))
    job = begun()
    with scope(DISTRICT):
        services.cancel(pk=job.pk, by=person)

    run(job.pk)

    assert seen(job).state == State.CANCELLED
    assert estates() == set()


def test_a_refusal_is_told_in_its_own_words(kind, begun):
    def work(progress):
        add_estate("half")
        raise Refusal("第 3 行缺少名称。")

    kind(work)
    job = begun()

    run(job.pk)

    assert (seen(job).state, seen(job).message, seen(job).support) == (
        State.FAILED,
        "第 3 行缺少名称。",
        "",
    )
    assert estates() == set()


def test_a_bug_is_told_by_a_number_that_stands_in_the_log(kind, begun, caplog):
    def work(progress):
        add_estate("half")
        return 1 // 0

    kind(work)
    job = begun()

    run(job.pk)

    failed = seen(job)
    assert failed.state == State.FAILED
    assert len(failed.support) == 8
    assert failed.support in caplog.text
    assert "ZeroDivisionError" in caplog.text
    assert "division" not in failed.message
    assert estates() == set()


def test_a_failed_job_can_be_tried_again_and_a_done_one_cannot(kind, begun, person):
    def fail(progress):
        raise Refusal("不行")

    kind(fail)
    job = begun()
    run(job.pk)
    with scope(DISTRICT):
        services.retry(pk=job.pk, by=person)
    kind(lambda progress: None)
    run(job.pk)

    assert seen(job).state == State.DONE
    with scope(DISTRICT), pytest.raises(Refusal):
        services.retry(pk=job.pk, by=person)
    with scope(DISTRICT), pytest.raises(Refusal):
        services.cancel(pk=job.pk, by=person)


def test_a_job_that_is_done_is_not_done_twice(kind, begun):
    kind(lambda progress: add_estate("once") and None)
    job = begun()
    run(job.pk)

    run(job.pk)

    assert seen(job).state == State.DONE


def test_two_workers_never_do_the_same_job(kind, begun):
    kind(lambda progress: add_estate("twice") and None)
    job = begun()

    with holding(job.pk) as line:
        assert line is not None
        run(job.pk)

    assert seen(job).state == State.WAITING
    assert estates() == set()


def test_a_stopping_worker_gives_its_job_back(kind, begun, apart):
    def work(progress):
        add_estate("half")
        progress.tell(1, 2)

    kind(work)
    job = begun()
    apart.execute("DELETE FROM procrastinate_jobs")

    run(job.pk, is_stopping=lambda: True)

    assert seen(job).state == State.WAITING
    assert is_queued(job.pk)
    assert estates() == set()


def killed(job, apart):
    """Leave things as a killed worker does: the job running, its entry taken, no lock held."""
    apart.execute("UPDATE jobs_job SET state = 'running', started_at = now()")
    apart.execute("UPDATE procrastinate_jobs SET status = 'doing'")


def test_a_job_whose_worker_died_is_taken_up_and_done(kind, begun, apart):
    kind(lambda progress: add_estate("late") and None)
    job = begun()
    killed(job, apart)

    assert take_up_stalled() == 1
    assert (seen(job).state, seen(job).attempts) == (State.WAITING, 1)
    assert is_queued(job.pk)
    run(job.pk)

    assert seen(job).state == State.DONE


def test_a_job_that_is_running_is_left_alone(kind, begun, apart):
    job_kind = lambda progress: None  # noqa: E731
    kind(job_kind)
    job = begun()
    killed(job, apart)
    apart.execute("SELECT pg_advisory_lock(%s, %s)", [LOCK, job.pk])

    assert take_up_stalled() == 0

    apart.execute("SELECT pg_advisory_unlock_all()")
    assert seen(job).state == State.RUNNING


def test_a_job_that_kills_its_worker_again_and_again_is_left_to_a_person(kind, begun, apart):
    kind(lambda progress: None)
    job = begun()
    for _attempt in range(ATTEMPTS):
        killed(job, apart)
        take_up_stalled()

    assert seen(job).state == State.FAILED
    assert "重试" in seen(job).message


def test_a_waiting_job_whose_entry_was_lost_is_queued_again(kind, begun, apart):
    kind(lambda progress: None)
    job = begun()
    assert take_up_stalled() == 0
    apart.execute("UPDATE jobs_job SET created_at = now() - interval '1 minute'")
    apart.execute("UPDATE procrastinate_jobs SET status = 'doing'")

    assert take_up_stalled() == 1
    assert is_queued(job.pk)


def test_a_job_whose_transaction_is_undone_was_never_asked_for(kind, person, apart):
    kind(lambda progress: None)
    with scope(DISTRICT), transaction.atomic():
        services.start("test.work", title="x", by=person, division=DISTRICT)
        transaction.set_rollback(True)

    assert apart.execute("SELECT count(*) FROM procrastinate_jobs").fetchone() == (0,)
    assert apart.execute("SELECT count(*) FROM jobs_job").fetchone() == (0,)


def test_a_kind_that_nobody_declares_is_refused_at_once(person):
    with scope(DISTRICT), pytest.raises(UsageError):
        services.start("test.unknown", title="x", by=person, division=DISTRICT)


def test_a_lost_database_leaves_the_job_to_be_taken_up(kind, begun, apart):
    def work(progress):
        add_estate("half")
        apart.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND usename = 'jiugai_app'"
        )
        time.sleep(0.2)
        progress.tell(1, 1)

    kind(work)
    job = begun()
    with pytest.raises(psycopg.OperationalError):
        run(job.pk)
    connection.close()

    assert take_up_stalled() == 1
    assert seen(job).state == State.WAITING
    assert estates() == set()


def test_a_job_speaks_the_language_of_who_asked(kind, begun, person):
    from django.utils import translation

    kind(lambda progress: {"language": translation.get_language()})
    with translation.override("en"):
        job = begun()

    run(job.pk)

    assert seen(job).result == {"language": "en"}
