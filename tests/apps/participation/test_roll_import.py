"""A roll of owners comes in as a file: looked at first, doubtful rows named, then stored."""

import io

import pytest
import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile

from jiugai.apps.accounts.rows import scope
from jiugai.apps.participation.models import RollImport
from jiugai.apps.participation.votes.rolls import draft_of, names_of
from jiugai.apps.registry.models import Household
from tests.apps.conftest import DISTRICT

pytestmark = pytest.mark.django_db
HEAD = ("楼栋", "单元", "户号", "专有部分面积", "业主", "共有人")
ROWS = (
    ("1号楼", "1单元", "101", "50.25", "张三1/2、李四1/2", ""),
    ("1", "1", "201", "61.5", "王五\n赵六", ""),
    ("1号楼", "1单元", "301", "50.25", "业主13", ""),  # as it is already
    ("2号楼", "3单元", "101", "70", "新户主", ""),  # not in the register yet
    ("1号楼", "1单元", "401", "0", "钱七", ""),
    ("9号楼", "1单元", "101", "50", "孙八", ""),
    ("2号楼", "1单元", "101", "50.25", "周九1/2,吴十1/3", ""),
)


def workbook(rows=ROWS):
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    sheet = book.add_worksheet("名册")
    for at, row in enumerate((HEAD, *rows)):
        sheet.write_row(at, 0, row)
    book.close()
    return SimpleUploadedFile("名册.xlsx", file.getvalue())


@pytest.fixture
def uploaded(client, homes, people):
    """Return a function that uploads rows and gives the page."""
    client.force_login(people["clerk"])

    def upload(rows=ROWS, **more):
        sent = {"file": workbook(rows), **more}
        return client.post(f"/estates/{homes.pk}/roll", sent, follow=True)

    return upload


def flat(door, building="1号楼"):
    with scope(DISTRICT):
        found = Household.objects.select_related("building", "unit")
        return found.get(building__name=building, unit__name="1单元", door=door)


def test_every_doubtful_row_is_named_with_why_and_nothing_is_stored_yet(uploaded):
    page = uploaded().content.decode()
    assert "请填大于 0、最多两位小数的平方米数" in page
    assert "小区台账里没有“9号楼”" in page
    assert "份额合计不是 1" in page
    assert "入库 3 户" in page
    assert "面积 50.25 改为 61.50；业主有变" in page
    assert flat("201").area_m2 == 50.25


def test_what_is_stored_is_the_roll_of_a_vote_with_shares_and_co_owners(
    client, uploaded, homes, voting
):
    one = uploaded().context["one"]
    answer = client.post(f"/rolls/{one.pk}/store", follow=True)
    assert "已入库" in answer.content.decode()
    assert names_of(flat("101")) == ("张三", "李四")
    assert names_of(flat("201")) == ("王五", "赵六")
    assert flat("201").area_m2 == 61.5
    assert flat("401").area_m2 == 50.25  # doubtful rows stay out
    with scope(DISTRICT):
        kept = RollImport.objects.get(pk=one.pk)
        assert kept.rows is None
        assert Household.objects.filter(building__name="2号楼", unit__name="3单元").exists()
    vote = voting.drafted(building=flat("101").building)
    with scope(DISTRICT):
        roll = draft_of(vote).roll
        assert roll is not None
        parts = roll.seats.filter(roll.seats["name"].is_in(["张三", "李四"]))
        assert parts.select("part", "parts").rows() == [(1, 2), (1, 2)]
    again = client.post(f"/rolls/{one.pk}/store")
    assert again.status_code == 422


def test_areas_that_do_not_come_to_what_was_declared_are_not_stored(client, uploaded):
    page = uploaded(ROWS[:2], area_total="111.70")
    assert "名册合计 111.75 ㎡，申报 111.70 ㎡，相差 0.05 ㎡" in page.content.decode()
    one = page.context["one"]
    assert client.post(f"/rolls/{one.pk}/store").status_code == 422
    assert flat("201").area_m2 == 50.25


def test_a_roll_whose_time_was_up_says_so_and_is_not_stored(client, uploaded):
    address = uploaded().context["one"].get_absolute_url()
    with scope(DISTRICT):
        RollImport.objects.update(rows=None)  # as the clock leaves it

    shown, refused = client.get(address), client.post(f"{address}/store")

    assert (shown.status_code, refused.status_code) == (200, 422)
    assert all("已经自动清空" in one.content.decode() for one in (shown, refused))


def test_what_is_no_roll_is_refused_in_words(uploaded):
    page = uploaded([])
    assert page.status_code == 422
    assert "没有一行数据" in page.content.decode()


def test_each_building_has_its_own_code_on_the_sheet(client, homes, people):
    client.force_login(people["clerk"])
    sheet = f"/estates/{homes.pk}/entrance/doors"
    assert "3 栋楼还没有自己的二维码" in client.get(sheet).content.decode()
    page = client.post(sheet, follow=True).content.decode()
    assert page.count('class="qr"') == 3
    with scope(DISTRICT):
        entrance = flat("101").building.entrance
    entering = client.get(f"/r/e/{entrance.slug}/phone").content.decode()
    assert "1号楼" in entering
    assert "2号楼" not in entering
