"""Today: what waits by its day, what is new since the last visit, who is told, once."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from jiugai.apps.accounts.models import Person, SignedIn
from jiugai.apps.accounts.rows import scope
from jiugai.apps.accounts.viewer import viewer_of
from jiugai.apps.jobs.models import Job, State
from jiugai.apps.projects.models import Application, Notice
from jiugai.apps.projects.today import letters
from jiugai.apps.projects.today.overdue import tell_overdue
from jiugai.apps.projects.today.queries import FIRST, LONGEST, last_visit
from jiugai.apps.registry.models import Conflict, Import, Source
from jiugai.web.todos import count_of, todos_of
from tests.apps.conftest import DISTRICT, STREET
from tests.apps.projects.conftest import DAY

pytestmark = pytest.mark.django_db


def waits_for(acting, who):
    """Return the titles and days of what waits for somebody."""
    viewer = viewer_of(acting.people[who], on=DAY)
    with scope(viewer.division):
        found = todos_of(viewer, on=DAY, most=30)
        assert count_of(viewer) == len(found)
    return [(one.title, one.due_on) for one in found]


def test_an_application_waits_for_who_sits_where_it_lies(acting):
    one = acting.at_district()

    assert waits_for(acting, "district_officer") == [(str(one), one.due_on)]
    assert waits_for(acting, "clerk") == []
    assert waits_for(acting, "stranger") == []
    assert waits_for(acting, "auditor") == []


def test_conflicts_imports_and_failed_jobs_wait_too(acting, estate):
    clerk = acting.people["clerk"]
    with scope(DISTRICT):
        source = Source.objects.create(kind=Source.Kind.EDIT, division=STREET, by=clerk)
        Conflict.objects.create(
            estate=estate, division=STREET, source=source, fact="built_year", kept=1, offered=2
        )
        Import.objects.create(
            division=STREET, title="去年.xlsx", state=Import.State.CELLS, by=clerk
        )
        Job.objects.create(kind="x", title="导出", division=STREET, by=clerk, state=State.FAILED)

    found = waits_for(acting, "clerk")

    assert {title for title, _due in found} == {"1 处台账来源不一致", "去年.xlsx", "导出"}
    assert [title for title, _due in waits_for(acting, "district_officer")] == [
        "1 处台账来源不一致"
    ]


def test_the_page_sorts_by_day_and_counts_in_the_top_bar(signed_in, acting):
    one = acting.at_district()

    html = signed_in("district_officer").get("/today").content.decode()

    assert "1 件待办" in html
    assert str(one) in html
    assert ("已超期" in html) == (one.due_on < timezone.localdate())
    assert "三(三)④" in html  # the clause in force of what comes next


def test_today_is_the_first_page_of_staff(signed_in, acting):
    assert signed_in("clerk").get("/").url == "/today"
    assert signed_in("contractor").get("/").url == "/map"


def test_what_others_did_in_my_division_since_my_last_visit_is_new(signed_in, acting):
    acting.at_district()

    assert "审核通过" in signed_in("district_officer").get("/today").content.decode()
    assert "审核通过" not in signed_in("clerk").get("/today").content.decode()  # their own
    assert "审核通过" not in signed_in("stranger").get("/today").content.decode()


def test_the_last_visit_is_the_session_before_this_one(people):
    person, now = people["clerk"], timezone.now()
    assert last_visit(person, session=None, now=now) == now - FIRST
    for key, ago in (("old", timedelta(days=3)), ("this", timedelta(0))):
        SignedIn.objects.create(person=person, key=key, began_at=now - ago, seen_at=now - ago)

    assert last_visit(person, session="this", now=now) == now - timedelta(days=3)
    SignedIn.objects.filter(key="old").update(seen_at=now - timedelta(days=400))
    assert last_visit(person, session="this", now=now) == now - LONGEST


def test_nobody_is_told_twice_and_nobody_of_what_they_did(acting):
    one = acting.at_district()

    assert tell_overdue(on=one.due_on + timedelta(days=1)) == 1
    assert tell_overdue(on=one.due_on + timedelta(days=2)) == 0

    officer = acting.people["district_officer"]
    kinds = Notice.objects.filter(person=officer).order_by("id").values_list("kind", flat=True)
    assert list(kinds) == ["arrived", "overdue"]
    assert not Notice.objects.filter(person=acting.people["clerk"]).exists()


def test_what_is_moved_on_can_be_late_again(acting):
    one = acting.at_district()
    tell_overdue(on=one.due_on + timedelta(days=1))

    now = acting.do("pass_on", one, "district_officer", opinion="同意", on=one.due_on)

    with scope(DISTRICT):
        assert not Application.objects.get(pk=one.pk).told_late
    assert tell_overdue(on=now.due_on) == 0
    assert tell_overdue(on=now.due_on + timedelta(days=1)) == 1


def test_who_applied_is_told_that_it_was_returned_or_confirmed(acting):
    one = acting.at_city()
    acting.do("return_", one, "city", to="applicant", opinion="缺财政评估")

    notice = Notice.objects.get(person=acting.people["clerk"], kind="returned")

    assert notice.words == "缺财政评估"
    assert notice.address == f"/applications/{one.pk}"


@pytest.fixture
def with_mail(settings):
    """Let the site have a mail server, whose letters are kept."""
    settings.MAIL_ON = True
    settings.SITE_ADDRESS = "https://jiugai.example.org"
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    settings.DEFAULT_FROM_EMAIL = "jiugai@example.org"


@pytest.fixture
def reachable(people):
    """Give the district officer an address."""
    Person.objects.filter(pk=people["district_officer"].pk).update(email="qu@example.org")


def test_a_letter_leaves_once_and_never_in_the_request(with_mail, reachable, acting):
    one = acting.at_district()
    assert not mail.outbox

    assert letters.send_waiting() == 1
    assert letters.send_waiting() == 0

    (letter,) = mail.outbox
    assert letter.to == ["qu@example.org"]
    assert letter.subject == f"等您办理：{one}"
    assert f"https://jiugai.example.org/applications/{one.pk}" in letter.body
    assert str(one.due_on) in letter.body


def test_without_a_mail_server_no_letter_is_written(reachable, acting):
    acting.at_district()

    assert letters.send_waiting() == 0
    assert not Notice.objects.filter(mail="waiting").exists()


def test_a_letter_that_was_begun_by_somebody_who_died_is_not_sent_again(
    with_mail, reachable, acting
):
    acting.at_district()
    Notice.objects.filter(mail="waiting").update(mail="sending")

    assert letters.send_waiting() == 0
    assert not mail.outbox


def test_a_server_that_does_not_answer_begins_nothing(with_mail, reachable, acting, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    acting.at_district()

    assert letters.send_waiting() == 0
    assert Notice.objects.filter(mail="waiting").count() == 1


def test_what_was_told_is_seen_at_once_when_somebody_says_so(signed_in, acting):
    acting.at_district()
    client = signed_in("district_officer")
    assert "等您办理" in client.get("/today").content.decode()

    client.post("/today/seen")

    assert not Notice.objects.filter(
        person=acting.people["district_officer"], seen_at=None
    ).exists()
