"""Applications on their pages: who may what, what is refused in words, what stays typed."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from jiugai.apps.accounts.models import Appointment
from jiugai.apps.accounts.rows import scope
from jiugai.apps.projects.applications import drafts
from jiugai.apps.projects.models import Application, Desk, Notice
from tests.apps.conftest import DISTRICT

pytestmark = pytest.mark.django_db


def address(one, end=""):
    return f"/applications/{one.pk}{end}"


def post(client, path, **said):
    answer = client.post(path, said)
    return answer, answer.content.decode()


def now(one):
    with scope(DISTRICT):
        return Application.objects.get(pk=one.pk)


def test_a_clerk_begins_writes_and_submits_from_the_page_of_an_estate(signed_in, people, estate):
    client = signed_in("clerk")
    page = client.get(f"/estates/{estate.pk}").content.decode()
    assert f'action="/estates/{estate.pk}/apply"' in page

    begun = client.post(f"/estates/{estate.pk}/apply")
    with scope(DISTRICT):
        one = Application.objects.get()
    assert begun.url == address(one)
    said = {
        "version": one.version, "body": "community", "body_name": "玉兰里社区居委会",
        "asked_on": timezone.localdate().isoformat(), "asked_how": "入户",
        "households": "120", "answered": "100", "agreeing": "90", "wishes": "屋面漏水",
        "items": ["xc18.menu.energy"],
    }  # fmt: skip
    kept, _html = post(client, address(one, "/write"), **said, save="1")
    assert kept.status_code == 302
    assert now(one).wishes == "屋面漏水"

    answer, _html = post(
        client, address(one, "/write"), **said | {"version": now(one).version}, submit="1"
    )

    assert answer.status_code == 302
    assert now(one).desk == Desk.STREET
    html = client.get(address(one)).content.decode()
    assert "三(九)①" in html
    assert "屋面漏水" in html
    assert "看申报" in client.get(f"/estates/{estate.pk}").content.decode()


def test_what_lacks_is_said_and_what_was_typed_is_kept(signed_in, acting):
    one = acting.draft(body="", agreeing=None)
    client = signed_in("clerk")

    answer, html = post(
        client, address(one, "/write"), version=one.version, wishes="很长的诉求", submit="1"
    )

    assert answer.status_code == 422
    assert "请选择申请主体" in html
    assert "很长的诉求" in html
    assert now(one).wishes == "很长的诉求"  # kept though it was not submitted
    assert f'name="version" value="{now(one).version}"' in html


def test_more_agreeing_than_answers_is_refused_and_nothing_typed_is_lost(signed_in, acting):
    one = acting.draft()

    answer, html = post(
        signed_in("clerk"), address(one, "/write"),
        version=one.version, answered="10", agreeing="11", wishes="还在", save="1",
    )  # fmt: skip

    assert answer.status_code == 422
    assert "同意户数不能多于参与户数" in html
    assert "还在" in html
    assert now(one).agreeing == 98


def test_the_street_returns_with_a_reason_that_the_clerk_reads(signed_in, acting):
    one = acting.submitted()
    client = signed_in("clerk")

    answer, _html = post(
        client, address(one, "/decide"),
        version=one.version, verb="return", to="applicant", opinion="缺汇总表",
    )  # fmt: skip

    assert answer.status_code == 302
    html = client.get(address(one)).content.decode()
    assert "退回：" in html
    assert "缺汇总表" in html
    assert "补正并提交" in html


def test_no_opinion_no_step(signed_in, acting):
    one = acting.submitted()

    answer, html = post(
        signed_in("clerk"), address(one, "/decide"), version=one.version, verb="pass"
    )

    assert answer.status_code == 422
    assert "请写明审核意见" in html
    assert now(one).desk == Desk.STREET


def test_who_comes_second_reads_what_happened_and_keeps_the_opinion(signed_in, acting):
    one = acting.submitted()
    acting.do("return_", one, "clerk", to="applicant", opinion="缺汇总表")
    acting.do("submit", one, "clerk")

    answer, html = post(
        signed_in("clerk"), address(one, "/decide"),
        version=one.version, verb="pass", opinion="写了很久的意见",
    )  # fmt: skip

    assert answer.status_code == 422
    assert "您打开之后" in html
    assert "写了很久的意见" in html
    assert f'name="version" value="{now(one).version}"' in html


def test_a_desk_is_not_for_others(signed_in, acting):
    one = acting.at_district()

    answer, html = post(
        signed_in("clerk"), address(one, "/decide"),
        version=one.version, verb="pass", opinion="我来批",
    )  # fmt: skip

    assert answer.status_code == 422
    assert "由别的岗位办理" in html
    assert "我来批" in html
    assert now(one).desk == Desk.DISTRICT


def test_a_role_that_is_revoked_stops_at_the_next_click(signed_in, acting):
    one = acting.at_district()
    client = signed_in("district_officer")
    assert "通过，报市联席会" in client.get(address(one)).content.decode()
    Appointment.objects.filter(person=acting.people["district_officer"]).update(
        until=timezone.localdate()
    )

    answer, _html = post(
        client, address(one, "/decide"), version=one.version, verb="pass", opinion="同意"
    )

    assert answer.status_code == 403
    assert now(one).desk == Desk.DISTRICT


def test_a_stranger_finds_no_application(signed_in, acting):
    one = acting.submitted()
    client = signed_in("stranger")

    assert client.get(address(one)).status_code == 404
    assert one.number not in client.get("/applications").content.decode()
    answer, _html = post(
        client, address(one, "/decide"), version=one.version, verb="pass", opinion="x"
    )
    assert answer.status_code == 404


def test_the_city_confirms_and_reads_the_numbers(signed_in, acting, people, client):
    one = acting.at_city()
    client.force_login(acting.people["city"], backend="django.contrib.auth.backends.ModelBackend")

    answer, _html = post(
        client, address(one, "/decide"), version=one.version, verb="confirm", opinion="第3次会议"
    )

    assert answer.status_code == 302
    html = client.get(address(one)).content.decode()
    year = timezone.localdate().year
    assert f"QR11-{year}-0001" in html
    assert f"110199-{year}-0001" in html
    with scope(DISTRICT):
        project = now(one).project
    page = client.get(f"/projects/{project.pk}").content.decode()
    assert one.number in page


def test_the_clerk_withdraws_with_a_reason(signed_in, acting):
    one = acting.at_district()
    client = signed_in("clerk")

    refused, html = post(client, address(one, "/withdraw"), version=one.version, why=" ")
    assert refused.status_code == 422
    assert "请写明撤回的原因" in html
    answer, _html = post(client, address(one, "/withdraw"), version=one.version, why="改报明年")

    assert answer.status_code == 302
    assert now(one).desk == Desk.WITHDRAWN


def test_the_list_is_filtered_by_desk_words_lateness_and_whose_turn_it_is(signed_in, acting):
    one = acting.at_district()
    client = signed_in("district_officer")

    def shown(query):
        return one.number in client.get(f"/applications?{query}").content.decode()

    assert shown("")
    assert shown("desk=district")
    assert shown("mine=on")
    assert shown("q=玉兰")
    assert shown("overdue=on") == (one.due_on < timezone.localdate())
    assert not shown("desk=city")
    assert not shown("q=牡丹")
    signed_in("clerk")
    assert not shown("mine=on")
    acting.do("withdraw", one, "clerk", opinion="不报了")
    assert not shown("")
    assert shown("over=on")


def test_a_document_is_attached_taken_out_and_fixed_once_submitted(signed_in, acting, settings):
    one = acting.draft()
    client = signed_in("clerk")
    paper = SimpleUploadedFile("汇总.pdf", b"%PDF-1.4 x", "application/pdf")

    client.post(address(one, "/documents"), {"file": paper, "title": "征求意见汇总表"})

    with scope(DISTRICT):
        document = one.attachments.get().document
    assert "征求意见汇总表" in client.get(address(one)).content.decode()
    assert client.post(address(one, f"/documents/{document.pk}")).status_code == 302
    with scope(DISTRICT):
        assert not one.attachments.exists()
        assert acting.estate.documents.count() == 1  # the estate keeps it
    acting.do("submit", one, "clerk")
    refused, html = post(client, address(one, "/documents"), title="太晚")
    assert refused.status_code == 422
    assert "申报已提交" in html


def test_a_notice_tells_the_next_desk_and_is_seen_with_the_page(signed_in, acting):
    one = acting.at_district()
    told = Notice.objects.filter(address=address(one), kind="arrived")
    assert acting.people["district_officer"] in {notice.person for notice in told}
    assert acting.people["stranger"] not in {notice.person for notice in told}

    signed_in("district_officer").get(address(one))

    seen = Notice.objects.filter(person=acting.people["district_officer"], seen_at=None)
    assert not seen.exists()


def test_what_is_typed_by_two_at_once_is_not_overwritten_unseen(signed_in, acting):
    one = acting.draft()
    with scope(DISTRICT):
        drafts.save_draft(
            pk=one.pk, version=one.version, values={"wishes": "先存的"}, by=acting.people["clerk"]
        )

    answer, html = post(
        signed_in("clerk"), address(one, "/write"), version=one.version, wishes="后写的", save="1"
    )

    assert answer.status_code == 422
    assert "别人已改过这份申报" in html
    assert "后写的" in html
    assert now(one).wishes == "先存的"
