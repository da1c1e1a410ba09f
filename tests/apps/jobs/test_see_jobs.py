"""Who sees which jobs, and what they can do with them."""

import pytest

from jiugai.apps.accounts.rows import scope
from jiugai.apps.jobs.models import Job, State
from tests.apps.conftest import DISTRICT, STREET

pytestmark = pytest.mark.django_db


@pytest.fixture
def job(people):
    """Return a job of a clerk that runs."""
    with scope(DISTRICT):
        return Job.objects.create(
            kind="audit.verify", title="核对", division=STREET, by=people["clerk"],
            state=State.RUNNING, done=1200, of=4800, message="正在核对",
        )  # fmt: skip


@pytest.mark.parametrize(
    ("who", "status"),
    [("clerk", 200), ("district_officer", 200), ("stranger", 404), ("contractor", 404)],
)
def test_own_jobs_and_those_of_colleagues_are_seen(signed_in, job, who, status):
    client = signed_in(who)

    assert client.get(f"/jobs/{job.pk}").status_code == status
    assert client.get(f"/jobs/{job.pk}/progress").status_code == status
    assert (f"/jobs/{job.pk}" in client.get("/jobs").text) == (status == 200)
    assert client.post(f"/jobs/{job.pk}/cancel").status_code == {200: 302, 404: 404}[status]


def test_a_running_job_asks_every_second_and_reloads_without_scripts(signed_in, job):
    page = signed_in("clerk").get(f"/jobs/{job.pk}").text

    assert 'hx-trigger="every 1s"' in page
    assert 'http-equiv="refresh"' in page
    assert 'value="25"' in page
    assert "1,200 / 4,800" in page


def test_a_job_that_is_over_stops_asking_and_loads_the_page_anew(signed_in, job):
    with scope(DISTRICT):
        Job.objects.update(state=State.DONE)
    answer = signed_in("clerk").get(f"/jobs/{job.pk}/progress")

    assert answer.headers["HX-Refresh"] == "true"
    assert "hx-trigger" not in answer.text
    assert "refresh" not in answer.text


def test_cancelling_what_is_over_is_refused_in_words(signed_in, job):
    with scope(DISTRICT):
        Job.objects.update(state=State.DONE)
    answer = signed_in("clerk").post(f"/jobs/{job.pk}/cancel")

    assert answer.status_code == 422
    assert "已经结束" in answer.text


@pytest.mark.parametrize(
    ("who", "status"), [("audit_admin", 302), ("auditor", 302), ("clerk", 403)]
)
def test_only_who_may_verify_starts_a_verification(signed_in, people, who, status):
    assert signed_in(who).post("/record/verify").status_code == status
    with scope(""):
        assert Job.objects.filter(kind="audit.verify").exists() == (status == 302)


@pytest.mark.parametrize(("who", "leads"), [("clerk", True), ("auditor", False)])
def test_the_result_is_offered_to_who_may_open_it(signed_in, job, who, leads):
    with scope(DISTRICT):
        Job.objects.update(state=State.DONE, result={"url": "/imports/1"})
    page = signed_in(who).get(f"/jobs/{job.pk}")

    assert page.status_code == 200
    assert ("/imports/1" in page.text) == leads


def test_what_is_over_is_found_from_the_page_about_oneself(signed_in, job):
    assert "/jobs" in signed_in("clerk").get("/me").text
    assert 'href="/jobs"' not in signed_in("contractor").get("/me").text
