"""Pages of owners: who sees what, what a form says when it is refused, what households see."""

from datetime import timedelta
from io import BytesIO

import openpyxl
import pytest
from django.utils import timezone

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.roles import ROLES, Role
from jiugai.apps.accounts.rows import scope
from jiugai.apps.accounts.viewer import viewer_of
from jiugai.apps.owners.models import Contribution, OwnersBody, PropertyService
from jiugai.apps.owners.service.services import note
from jiugai.apps.participation.models import Vote
from jiugai.apps.participation.residents.entering import _begin
from jiugai.apps.registry.models import ApiScope, Household
from jiugai.apps.registry.services.tokens import make_token
from jiugai.web.todos import todos_of
from tests.apps.conftest import DISTRICT
from tests.apps.owners.conftest import DAY

pytestmark = pytest.mark.django_db

KEEPING = {Permission.KEEP_BODIES, Permission.RUN_SERVICE, Permission.KEEP_CONTRIBUTIONS}


def text_of(answer):
    return answer.content.decode()


def test_only_the_offices_on_the_ground_keep_these_records():
    keepers = {role for role, one in ROLES.items() if KEEPING & {*one.permissions}}

    assert keepers == {Role.DISTRICT_OFFICER, Role.STREET_CLERK}


@pytest.mark.parametrize(
    "path",
    [
        "/estates/{}/bodies/new",
        "/estates/{}/services/new",
        "/contributions/estate/{}/new",
        "/contributions/estate/{}/part",
    ],
)
def test_who_keeps_no_records_is_turned_away(owners, signed_in, path):
    answer = signed_in("inspector").post(path.format(owners.estate.pk), {})

    assert answer.status_code == 403


def test_another_district_sees_neither_body_nor_service_nor_account(owners, signed_in):
    body, service = owners.form(), owners.start()
    client = signed_in("stranger")

    for path in (
        f"/bodies/{body.pk}",
        f"/services/{service.pk}",
        f"/contributions/estate/{owners.estate.pk}",
    ):
        assert client.get(path).status_code == 404
    assert "玉兰里" not in text_of(client.get("/bodies"))


def test_a_clerk_forms_seats_and_files_a_committee_and_is_told_what_is_wrong(owners, signed_in):
    client, path = signed_in("clerk"), f"/estates/{owners.estate.pk}/bodies/new"
    said = {
        "kind": "committee",
        "size": "4",
        "formed_on": "2026-03-02",
        "term_until": "2029-03-02",
    }

    refused = client.post(path, said)
    assert refused.status_code == 422
    assert "BPM 39①" in text_of(refused)
    assert 'value="4"' in text_of(refused)

    client.post(path, said | {"size": "5"})
    with scope(DISTRICT):
        body = OwnersBody.objects.get()
    seat = {"name": "王一", "post": "chair", "side": "owner", "since": "2026-03-02"}
    assert client.post(f"/bodies/{body.pk}/seats", seat).status_code == 302
    assert client.post(f"/bodies/{body.pk}/seats", seat).status_code == 422
    early = client.post(f"/bodies/{body.pk}/steps", {"verb": "filing", "day": "2026-03-10"})
    assert "名单里有 1 人，应为 5 人" in text_of(early)
    with scope(DISTRICT):
        leave = {"seat": body.seats.get().pk, "until": "2026-03-09", "why": "resigned"}
    assert client.post(f"/bodies/{body.pk}/leave", leave).status_code == 302
    ended = {"why": "other", "day": "2026-03-11"}
    assert client.post(f"/bodies/{body.pk}/end", ended).status_code == 302
    assert "书面辞职" in text_of(client.get(f"/bodies/{body.pk}"))


@pytest.mark.parametrize(
    ("which", "there"),
    [("none", False), ("forming", False), ("formed", True), ("unfiled", True), ("over", False)],
)
def test_the_list_is_filtered_by_how_far_a_body_is(owners, signed_in, which, there):
    body = owners.full()
    owners.step(body, "first_session", DAY + timedelta(days=3))

    answer = signed_in("clerk").get("/bodies", {"which": which})

    assert ("玉兰里" in text_of(answer)) is there


def test_the_pages_of_a_trial_lead_to_its_vote(owners, signed_in):
    owners.filed()
    client = signed_in("clerk")
    said = {
        "kind": "trial", "company": owners.company.pk, "chosen_by": "community",
        "mode": "全委托", "services": "保洁", "since": "2026-03-02", "until": "2026-05-31",
    }  # fmt: skip
    refused = client.post(f"/estates/{owners.estate.pk}/services/new", said | {"cost": "20 元"})
    assert "不收物业费" in text_of(refused)
    client.post(f"/estates/{owners.estate.pk}/services/new", said)
    with scope(DISTRICT):
        service = PropertyService.objects.get()
    entry = {"kind": "cleaning", "day": "2026-03-05", "words": "楼道清扫"}
    assert client.post(f"/services/{service.pk}/entries", entry).status_code == 302

    answer = client.post(f"/services/{service.pk}/vote", follow=True)

    with scope(DISTRICT):
        vote = Vote.objects.get()
    assert answer.redirect_chain[0][0] == f"/votes/{vote.pk}/edit"
    assert "选聘玉兰物业" in text_of(answer)
    assert "楼道清扫" in text_of(client.get(f"/services/{service.pk}"))
    assert "表决结果还没有公示" in text_of(client.post(f"/services/{service.pk}/conclude"))
    early = client.post(f"/services/{service.pk}/sign", {"standard": "二级"})
    assert early.status_code == 422


def test_what_is_due_stands_among_the_to_dos_with_its_clause(owners, people):
    owners.form()
    owners.start(kind="emergency", until=DAY + timedelta(days=90), cost="公示后分摊")
    viewer = viewer_of(people["clerk"], on=timezone.localdate())

    with scope(DISTRICT):
        found = todos_of(viewer, on=DAY, most=50)

    clauses = {str(one.clause) for one in found}
    assert {"BPM 42", "BPM 77②"} <= clauses


def test_a_gift_is_written_down_taken_back_and_exported_without_names(owners, signed_in):
    client, path = signed_in("clerk"), f"/contributions/estate/{owners.estate.pk}"
    said = {
        "kind": "share", "yuan": "1200.50", "given_on": "2025-12-01", "words": "外墙分摊",
        "with_works": "unknown",
    }  # fmt: skip
    with scope(DISTRICT):
        household = Household.objects.select_related("building", "unit").order_by("id").first()
    where = {"building": household.building_id, "unit_name": "1单元"}

    refused = client.post(f"{path}/new", said | where)
    assert "要写楼栋和户号" in text_of(refused)
    assert "没有这一户" in text_of(client.post(f"{path}/new", said | where | {"door": "999"}))
    client.post(f"{path}/new", said | where | {"door": household.door})
    client.post(f"{path}/part", {"yuan": "5000", "words": "分摊方案"})
    assert "3,799.50" in text_of(client.get(path))

    with scope(DISTRICT):
        given = Contribution.objects.get()
    assert (given.household_id, given.worth_cents) == (household.pk, 120_050)
    file = b"".join(client.post(f"{path}.xlsx").streaming_content)
    rows = list(openpyxl.load_workbook(BytesIO(file)).active.values)
    assert [row[5] for row in rows if row[9] == "外墙分摊"] == [1200.5]
    assert "业主11" not in str(rows)  # who lives behind the first door
    refused = client.post(f"/contributions/{given.pk}/take-back", {"why": "长" * 301})
    assert refused.status_code == 422
    assert "长" * 301 in text_of(refused)
    client.post(f"/contributions/{given.pk}/take-back", {"why": "记错了"})
    assert "已冲销" in text_of(client.get(path))
    assert client.post(f"/contributions/{given.pk}/take-back", {"why": "再记"}).status_code == 422


def test_a_household_sees_body_service_its_own_gifts_and_sums_only(owners, client):
    owners.full()
    trial = owners.start()
    with scope(DISTRICT):
        first, second = Household.objects.order_by("id")[:2]
        note(pk=trial.pk, kind="repair", day=DAY, words="换楼道灯 12 盏", by=owners.clerk, on=DAY)
        client.cookies["household"] = _begin(first, timezone.now())
    owners.give(household=first)
    owners.give(household=second, words="邻居的分摊", worth_cents=30_000)

    shown = text_of(client.get("/r/owners"))

    for words in ("业主0", "玉兰物业", "换楼道灯 12 盏", "外墙保温分摊", "1,500.00"):
        assert words in shown
    assert "邻居的分摊" not in shown
    assert "玉兰物业" in text_of(client.get("/r/"))


def test_other_systems_read_bodies_services_and_sums_of_their_own_division(owners, people, client):
    body, service = owners.form(), owners.start()
    owners.give()
    owners.give(worth_cents=30_000)
    answers = {}
    for who in ("clerk", "stranger"):
        viewer = viewer_of(people[who], on=timezone.localdate())
        with scope(viewer.division or ""):
            _token, key = make_token(
                name="街道系统", scopes=[ApiScope.REGISTER], division="", by=viewer,
                until=timezone.localdate() + timedelta(days=9), on=timezone.localdate(),
            )  # fmt: skip
        head = {"HTTP_AUTHORIZATION": f"Bearer {key}"}
        for path in ("owners-bodies?running=true", "property-services", "contributions"):
            answers[who, path] = client.get(f"/api/v1/{path}", **head).json()["items"]

    (found,) = answers["clerk", "owners-bodies?running=true"]
    assert (found["id"], found["due"], found["due_on"]) == (body.pk, "first_session", "2026-03-09")
    assert [one["id"] for one in answers["clerk", "property-services"]] == [service.pk]
    assert answers["clerk", "contributions"] == [
        {"estate": owners.estate.pk, "kind": "share", "cents": 150_000, "entries": 2}
    ]
    assert not any(found for (who, _path), found in answers.items() if who == "stranger")
