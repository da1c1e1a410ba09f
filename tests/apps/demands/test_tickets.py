"""Tickets of the hotline come from a workbook: recognised, told what is doubtful, once, undone."""

from datetime import date
from io import BytesIO

import pytest

from jiugai.apps.accounts.rows import scope
from jiugai.apps.demands.ledger.deadlines import due_in_office
from jiugai.apps.demands.models import Demand, TicketImport
from jiugai.apps.demands.tickets import services
from jiugai.apps.demands.tickets.matching import match
from jiugai.apps.demands.tickets.reading import kind_of, read_moment
from jiugai.apps.registry.chosen import forget_choices
from jiugai.apps.registry.models import ChosenReading, Estate
from jiugai.apps.registry.services.followers import follow_law
from jiugai.kernel.errors import Refusal
from tests.apps.conftest import DISTRICT, STREET
from tests.apps.demands.conftest import HEAD, MONDAY, ticket, workbook

pytestmark = pytest.mark.django_db


@pytest.fixture
def read(ledger):
    """Return a function that reads a workbook of some rows."""

    def of(*rows, head=HEAD):
        with scope(DISTRICT):
            return services.read(
                name="工单.xlsx", content=workbook(*rows, head=head), division=DISTRICT,
                by=ledger.clerk,
            )  # fmt: skip

    return of


def store(one, ledger):
    with scope(DISTRICT):
        return services.store(pk=one.pk, by=ledger.clerk, on=MONDAY)


def test_columns_are_recognised_whatever_the_hotline_calls_them(read, ledger):
    one = store(read(ticket(1, unit="玉兰物业")), ledger)

    assert one.columns["ticket"] == "工单编号"
    with scope(DISTRICT):
        demand = Demand.objects.get()
    assert (demand.ticket, demand.channel, demand.kind) == ("T1", "hotline", "pipes")
    assert (demand.due_on, demand.due_by) == (date(2026, 6, 10), "ticket")
    assert (demand.organisation, demand.state) == (ledger.unit, "assigned")
    assert (demand.asker.opened, demand.phone.opened) == ("张三", "13800001234")
    assert f"{demand.asked_at.astimezone():%H:%M}" == "14:20"


def test_rows_lie_sealed_until_they_are_stored_and_are_gone_then(read, ledger):
    from django.db import connection

    one = read(ticket(1))
    with scope(DISTRICT), connection.cursor() as cursor:
        cursor.execute("SELECT rows FROM demands_ticketimport")
        assert b"13800001234" not in bytes(cursor.fetchone()[0])
    assert store(one, ledger).rows is None


def test_doubtful_rows_say_where_and_why_and_stay_out(read, ledger):
    one = read(
        ticket(1),
        ticket(1),
        ticket(2, estate="没有这个小区"),
        ticket(3, asked="上周"),
        ticket(4, due="2026-05-01"),
        ticket(5, text=""),
    )
    with scope(DISTRICT):
        found = match(services.tickets_of(one))
    assert [one.wrong for one in found] == [
        (),
        ("表内工单号重复",),
        ("台账里没有小区“没有这个小区”",),
        ("来电时间“上周”看不懂",),
        ("办理时限早于来电时间",),
        ("缺“诉求内容”",),
    ]
    assert found[1].ticket.at == "A5"

    stored = store(one, ledger)

    assert stored.counts == {"rows": 6, "new": 1, "known": 0, "doubtful": 5, "stored": 1}


def test_two_estates_of_one_name_are_told_apart_by_their_code(read, ledger):
    with scope(DISTRICT):
        Estate.objects.create(code="T2", division=STREET, facts={"name": "玉兰里"})
        found = match(services.tickets_of(read(ticket(1), ticket(2, estate="T2"))))

    assert found[0].wrong == ("有 2 个小区叫“玉兰里”，请写小区编号",)
    assert found[1].estate.code == "T2"


def test_the_same_ticket_in_another_file_is_not_taken_twice(read, ledger):
    store(read(ticket(1)), ledger)
    again = read(ticket(1), ticket(2))

    assert store(again, ledger).counts["known"] == 1
    with scope(DISTRICT):
        assert sorted(Demand.objects.values_list("ticket", flat=True)) == ["T1", "T2"]
    with pytest.raises(Refusal, match="没有新的工单"):
        store(read(ticket(1)), ledger)


def test_an_import_is_stored_once(read, ledger):
    one = read(ticket(1))
    store(one, ledger)

    with pytest.raises(Refusal, match="已入库"):
        store(one, ledger)


def test_an_import_whose_time_was_up_is_not_stored_and_says_so(read, ledger):
    one = read(ticket(1))
    with scope(DISTRICT):
        TicketImport.objects.update(rows=None)  # as the clock leaves it

    with pytest.raises(Refusal, match="已经自动清空"):
        store(one, ledger)


def test_an_import_that_is_undone_leaves_its_tickets_free_to_come_again(read, ledger):
    one = store(read(ticket(1), ticket(2)), ledger)
    with scope(DISTRICT):
        services.undo(pk=one.pk, by=ledger.clerk, on=MONDAY)
        assert set(Demand.objects.values_list("state", flat=True)) == {"withdrawn"}
        assert TicketImport.objects.get().state == "undone"

    assert store(read(ticket(1)), ledger).counts["stored"] == 1


def test_what_somebody_dealt_with_since_is_not_undone(read, ledger):
    one = store(read(ticket(1), ticket(2)), ledger)
    with scope(DISTRICT):
        demand = Demand.objects.get(ticket="T2")
    ledger.do("contact", demand, words="电话联系过")

    with pytest.raises(Refusal, match=demand.number), scope(DISTRICT):
        services.undo(pk=one.pk, by=ledger.clerk, on=MONDAY)
    assert {ledger.now(demand).state} == {"new"}


def test_open_tickets_without_a_day_follow_how_the_place_reads_the_law(read, ledger):
    store(read(ticket(1, due=""), ticket(2, due=""), ticket(3)), ledger)
    with scope(DISTRICT):
        first, second, third = Demand.objects.order_by("id")
        assert [first.due_by, second.due_by, third.due_by] == ["none", "none", "ticket"]
        Demand.objects.filter(pk=second.pk).update(state="withdrawn")
        ChosenReading.objects.create(
            place=DISTRICT, reading="bcr.deadline", option="district", reason="会议定的",
            since=date(2026, 1, 1), by=ledger.clerk,
        )  # fmt: skip
        forget_choices()

        follow_law(DISTRICT, day=MONDAY)
        follow_law(DISTRICT, day=MONDAY)

        for one in (first, second, third):
            one.refresh_from_db()
        assert (first.due_by, first.version) == ("office", 2)
        assert first.due_on == due_in_office(first.division, first.kind, on=date(2026, 5, 30))
        assert (second.due_by, third.due_by, third.version) == ("none", "ticket", 1)


def test_the_register_is_told_of_the_count_where_it_has_none(read, ledger):
    store(read(ticket(1), ticket(2)), ledger)
    with scope(DISTRICT):
        ledger.estate.refresh_from_db()
        assert ledger.estate.facts["complaint_count"] == 2
    store(read(ticket(3)), ledger)
    with scope(DISTRICT):
        ledger.estate.refresh_from_db()

    assert ledger.estate.facts["complaint_count"] == 2  # a person replaces what stands there


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "空的"),
        (b"a,b\n1,2\n", "没有找到这些列"),
        (b"PK\x03\x04" + bytes(200), "损坏"),
        ("工单号,小区,内容,日期\n".encode(), "没有工单"),
    ],
)
def test_files_that_are_no_tickets_are_refused_in_words(ledger, content, why):
    with pytest.raises(Refusal, match=why), scope(DISTRICT):
        services.read(name="x.csv", content=BytesIO(content), division=DISTRICT, by=ledger.clerk)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-05-30 14:20", "2026-05-30T14:20:00+08:00"),
        ("2026-05-30 14:20:59", "2026-05-30T14:20:00+08:00"),
        ("2026/5/3", "2026-05-03T00:00:00+08:00"),
        ("2026年5月30日14时20分", "2026-05-30T14:20:00+08:00"),
        ("2026.5.30", "2026-05-30T00:00:00+08:00"),
        ("46172", "2026-05-30T00:00:00+08:00"),
        ("2026-13-01", None),
        ("0001-01-01", None),
        ("99999", None),
        ("昨天", None),
        ("", None),
    ],
)
def test_moments_are_read_as_clerks_write_them(text, expected):
    found = read_moment(text)

    assert (found and found.isoformat()) == expected


@pytest.mark.parametrize(
    ("said", "text", "kind"),
    [
        ("电梯和无障碍", "", "lift"),
        ("供热类", "", "heat"),
        ("", "顶楼漏雨好几年", "leaks"),
        ("其他", "停车位被占", "other"),
    ],
)
def test_a_kind_is_told_from_the_class_or_else_from_the_words(said, text, kind):
    assert kind_of(said, text) == kind
