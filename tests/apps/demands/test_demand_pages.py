"""Pages of the ledger: who sees what, what is asked before it is kept, what each may do."""

import pytest

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.roles import ROLES, Role
from jiugai.apps.accounts.rows import scope
from jiugai.apps.demands.models import Demand, ReceptionDesk
from jiugai.apps.demands.tickets import services
from tests.apps.conftest import DISTRICT
from tests.apps.demands.conftest import ticket, workbook
from tests.apps.demands.test_repeats import SAME

pytestmark = pytest.mark.django_db

FORM = {"channel": "phone", "kind": "power", "nature": "help", "asker": "张三"}


def text_of(answer):
    return answer.content.decode()


def test_the_desk_writes_a_demand_down_and_is_told_its_number(ledger, signed_in):
    answer = signed_in("clerk").post(
        f"/estates/{ledger.estate.pk}/demands/new", FORM | {"text": SAME}, follow=True
    )

    with scope(DISTRICT):
        demand = Demand.objects.get()
    assert f"已登记，编号 {demand.number}" in text_of(answer)
    assert "张三" not in text_of(answer)
    assert "张*" in text_of(answer)


def test_a_likely_repeat_is_shown_first_and_nothing_is_kept_before_somebody_says(
    ledger, signed_in
):
    first, client = ledger.take(), signed_in("clerk")
    path = f"/estates/{ledger.estate.pk}/demands/new"

    asked = client.post(path, FORM | {"text": SAME})
    assert f"是 {first.number} 的重复" in text_of(asked)
    with scope(DISTRICT):
        assert Demand.objects.count() == 1

    client.post(path, FORM | {"text": SAME, "matter": str(first.pk)})
    client.post(path, FORM | {"text": SAME, "matter": ""})
    with scope(DISTRICT):
        assert list(Demand.objects.order_by("id").values_list("matter", flat=True)) == [
            None, first.pk, None,
        ]  # fmt: skip


def test_a_door_that_does_not_exist_is_told_and_what_was_typed_is_kept(ledger, signed_in):
    with scope(DISTRICT):
        building = ledger.estate.buildings.first()
    answer = signed_in("clerk").post(
        f"/estates/{ledger.estate.pk}/demands/new",
        FORM | {"text": SAME, "building": building.pk, "door": "9999"},
    )

    assert answer.status_code == 422
    assert "没有这一户" in text_of(answer)
    assert SAME in text_of(answer)


def test_only_the_responsible_unit_and_who_runs_the_ledger_answer(ledger, signed_in):
    own, other = ledger.assigned(), ledger.take()
    client = signed_in("department")

    assert client.post(f"/demands/{other.pk}/answer", {"words": "已办好"}).status_code == 404
    assert client.post(f"/demands/{own.pk}/answer", {"words": "已经修好"}).status_code == 302
    assert ledger.now(own).state == "answered"
    assert client.post(f"/demands/{own.pk}/assign").status_code == 403


def test_a_refusal_keeps_what_was_typed(ledger, signed_in):
    demand = ledger.answered()

    answer = signed_in("clerk").post(f"/demands/{demand.pk}/answer", {"words": "第二份答复"})

    assert answer.status_code == 422
    assert "已于 2026-06-01 答复" in text_of(answer)


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("", {"a", "b"}),
        ("?which=answered", {"c"}),
        ("?which=all", {"a", "b", "c"}),
        ("?which=all&kind=lift", {"b"}),
        ("?which=all&channel=hotline", set()),
        ("?which=nonsense&since=x", {"a", "b"}),
        ("?q=T1", set()),
        ("?q=电梯", {"b"}),
        ("?q=yulanli", set()),
        ("?q=玉兰", {"a", "b"}),
        ("?q=%00", {"a", "b"}),
    ],
)
def test_the_list_shows_what_fits(ledger, signed_in, query, shown):
    made = {
        "a": ledger.take(text="楼道灯坏了很久"),
        "b": ledger.take(text="电梯总是停运", kind="lift"),
        "c": ledger.answered(text="下水井堵了"),
    }
    text = text_of(signed_in("clerk").get("/demands" + query))

    assert {key for key, one in made.items() if one.number in text} == shown


def test_a_demand_is_found_by_its_number(ledger, signed_in):
    wanted, other = ledger.take(text="楼道灯坏了很久"), ledger.take(text="电梯总是停运")

    text = text_of(signed_in("clerk").get(f"/demands?q={wanted.number}"))

    assert wanted.number in text
    assert other.number not in text


def test_the_order_that_was_chosen_is_kept(ledger, signed_in):
    first, second = ledger.take(text="楼道灯坏了很久"), ledger.take(text="电梯总是停运")
    client = signed_in("clerk")
    client.get("/demands?order=newest")
    text = text_of(client.get("/demands"))

    assert text.index(second.number) < text.index(first.number)


def test_the_workbook_has_no_names_and_no_telephones(ledger, signed_in, tmp_path):
    from jiugai.kernel.sheets import read_sheet

    ledger.take(asker="张三丰", phone="13800001234")
    answer = signed_in("clerk").post("/demands/export")
    path = tmp_path / "demands.xlsx"
    path.write_bytes(b"".join(answer.streaming_content))
    cells = [cell.text for row in read_sheet(path) for cell in row]

    assert "SQ" in "".join(cells)
    assert "张三丰" not in "".join(cells)
    assert "13800001234" not in "".join(cells)


def test_reception_is_set_up_shown_and_ended(ledger, signed_in):
    client = signed_in("clerk")
    path = f"/estates/{ledger.estate.pk}/reception"
    said = {"place": "1号楼南侧接待室", "people": "王工，质量，010-12345678",
            "hours": "周一至周六 9:00–17:00", "since": "2026-06-01"}  # fmt: skip
    assert "晚于" not in text_of(client.post(path, said, follow=True))
    wrong = client.post(path, said | {"until": "2026-01-01"})
    with scope(DISTRICT):
        desk = ReceptionDesk.objects.get()
    assert "结束日期早于开始日期" in text_of(wrong)
    assert "1号楼南侧接待室" in text_of(client.get(path))
    assert "1号楼南侧接待室" in text_of(client.get(ledger.estate.get_absolute_url()))
    client.post(f"/desks/{desk.pk}/end")
    with scope(DISTRICT):
        desk.refresh_from_db()
    assert desk.until is not None


def test_the_estate_offers_the_count_and_takes_it(ledger, signed_in):
    from django.utils import timezone

    ledger.take(channel="hotline", ticket="T1", at=timezone.now())
    client, address = signed_in("clerk"), ledger.estate.get_absolute_url()
    assert "把这个件数写入小区台账" in text_of(client.get(address))

    client.post(f"/estates/{ledger.estate.pk}/demands/count")

    assert "把这个件数写入小区台账" not in text_of(client.get(address))


def test_what_waits_stands_on_today_by_its_day(ledger, signed_in):
    own = ledger.assigned(text="楼道灯坏了很久")
    new = ledger.take(text="电梯总是停运")

    assert own.short in text_of(signed_in("department").get("/today"))
    today = text_of(signed_in("clerk").get("/today"))
    assert new.short in today
    assert "分派居民诉求" in today
    ledger.do("raise_up", new, words="需要市里协调")
    assert Permission.OVERSEE_DEMANDS not in ROLES[Role.STREET_CLERK].permissions
    assert "督促协调上报的诉求" not in text_of(signed_in("clerk").get("/today"))
    assert "督促协调上报的诉求" in text_of(signed_in("district_officer").get("/today"))


def test_tickets_are_uploaded_looked_at_and_stored(ledger, signed_in):
    client = signed_in("clerk")
    shown = client.post(
        "/tickets", {"file": workbook(ticket(1), ticket(2, asked="上周"))}, follow=True
    )
    address = shown.redirect_chain[-1][0]
    assert "来电时间“上周”看不懂" in text_of(shown)
    assert "13800001234" not in text_of(shown)

    stored = client.post(address + "/store", follow=True)
    assert "已入库 1 件" in text_of(stored)
    undone = client.post(address + "/undo", follow=True)
    assert "已撤销" in text_of(undone)


def test_a_large_file_is_stored_by_a_job(ledger, signed_in, monkeypatch):
    monkeypatch.setattr(services, "AT_ONCE", 1)
    client = signed_in("clerk")
    shown = client.post("/tickets", {"file": workbook(ticket(1), ticket(2))}, follow=True)

    answer = client.post(shown.redirect_chain[-1][0] + "/store")

    assert "/jobs/" in answer.url


def test_a_file_that_is_no_table_is_refused_on_the_page(signed_in, ledger):
    from django.core.files.uploadedfile import SimpleUploadedFile

    answer = signed_in("clerk").post("/tickets", {"file": SimpleUploadedFile("x.xlsx", b"PK\x03")})

    assert answer.status_code == 422
    assert "损坏" in text_of(answer)
