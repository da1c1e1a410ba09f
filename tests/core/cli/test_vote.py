"""The command counts, says what it found, and refuses in one sentence."""

import csv
import json
import re

import pytest

from jiugai.cli.vote import MATTERS
from jiugai.consent.thresholds import Matter
from jiugai.kernel.sheets import read_sheet

ROLL = """楼栋,单元,户号,专有部分面积,业主,业主编号
1,1,101,80.00,张甲乙,A
1,1,102,80.00,李丙丁,B
1,2,201,80.00,王戊己,C
"""
BALLOTS = """楼栋,单元,户号,意见,时间
1,1,101,同意,2026-05-03 10:00
1,1,102,同意,2026-05-03 11:00
"""


@pytest.fixture
def tally(run, tmp_path):
    def invoke(*more, roll=ROLL, ballots=BALLOTS, place="11", day="2026-06-01", matter="other"):
        (tmp_path / "名册.csv").write_text(roll, encoding="utf-8")
        (tmp_path / "票.csv").write_text(ballots, encoding="utf-8")
        files = ("--roll", tmp_path / "名册.csv", "--ballots", tmp_path / "票.csv")
        where = ("--place", place, "--day", day, "--out", tmp_path / "out")
        return run("vote", "tally", *files, *where, "--matter", matter, *more)

    return invoke


def test_a_clean_vote_ends_with_0_and_writes_everything(tally, tmp_path):
    done = tally("--closes", "2026-05-10")

    assert done.exit_code == 0, done.output
    assert done.stdout.startswith("通过 议事规则、管理规约和其他重大事项（全体业主）")
    assert "至迟 2026-06-04（BPM 37②）" in done.output
    assert {path.name for path in (tmp_path / "out").iterdir()} == {
        "result.json", "result.csv", "ballots.csv", "result.xlsx", "result.html",
    }  # fmt: skip
    found = json.loads((tmp_path / "out" / "result.json").read_text("utf-8"))
    (outcome,) = found["outcomes"]
    assert outcome["carried"] is True
    assert [one["share"] for one in outcome["requirements"]] == ["2/3", "2/3", "1", "1"]
    assert outcome["because"] == ["CC 278(九)", "CC 278①", "CC 278③"]
    assert set(found["files"]) == {"名册.csv", "票.csv"}


def test_a_ballot_beyond_the_roll_is_listed_and_the_others_still_count(tally, tmp_path):
    done = tally(ballots=BALLOTS + "9,9,909,反对,2026-05-03 12:00\n")

    assert done.exit_code == 1
    assert "未计入 1 张" in done.output
    text = (tmp_path / "out" / "ballots.csv").read_text("utf-8-sig")
    rows = list(csv.reader(text.splitlines()))
    assert rows[-1][:3] == ["票.csv", "4", "9-9-909"]
    assert rows[-1][7] == "未计：名册上没有"
    assert "通过" in done.stdout
    sheets = read_sheet(tmp_path / "out" / "result.xlsx", sheet="未计入的票")
    assert "9-9-909" in [cell.text for cell in sheets[1]]


@pytest.mark.parametrize(
    ("ballots", "said"),
    [
        ("1,1,101,同意,\n", "至少面积合计 80.00 平方米、1 人。"),
        ("1,1,101,反对,\n1,1,102,反对,\n", "没有表决的全部同意也不够，须有人改变意见。"),
    ],
)
def test_what_is_still_needed_is_said(tally, ballots, said):
    done = tally(ballots="楼栋,单元,户号,意见,时间\n" + ballots)

    assert done.exit_code == 0
    assert done.stdout.startswith("未通过")
    assert said in done.stdout


def test_a_lift_put_to_the_whole_estate_says_that_the_body_is_wrong(tally):
    done = tally(ballots=BALLOTS + "1,2,201,同意,2026-05-03 12:00\n", matter="lift")

    assert "表决体不对" in done.stdout


def test_the_page_names_nobody_and_masks_doors(tally, tmp_path):
    tally(ballots=BALLOTS + "1,2,201,都行,2026-05-03 12:00\n")
    page = (tmp_path / "out" / "result.html").read_text("utf-8")

    assert not re.search("张甲乙|李丙丁|王戊己|>1-2-201<|1-1-101", page)
    assert "1-2-2**" in page


def test_the_same_input_gives_the_same_files(tally, tmp_path):
    contents = []
    for _ in range(2):
        tally()
        contents.append({p.name: p.read_bytes() for p in (tmp_path / "out").iterdir()})

    assert contents[0] == contents[1]


def test_several_items_have_each_their_matter(tally, tmp_path):
    ballots = "户号,楼栋,单元,意见：粉刷,意见：电梯\n101,1,1,同意,同意\n102,1,1,同意,反对\n"
    done = tally("--matter", "电梯=lift", "--body", "building", ballots=ballots)

    assert done.exit_code == 0, done.output
    lines = [line for line in done.stdout.splitlines() if not line.startswith(" ")]
    assert [line[:6] for line in lines] == ["未通过 电梯", "通过 粉刷（"]


@pytest.mark.parametrize(
    ("more", "asked", "code", "said"),
    [
        (("--area-total", "999"), {}, 1, "与申报的 999.00 平方米相差 759.00 平方米"),
        (("--area-total", "很大"), {}, 2, "面积“很大”看不懂"),
        ((), {"matter": "party"}, 2, "没有事项类别“party”"),
        (("--matter", "lift"), {}, 2, "两个没有事项的 --matter"),
        (("--closes", "周五"), {}, 2, "“周五”不是时间"),
        (("--opens", "2026-05-04", "--closes", "2026-05-03"), {}, 2, "晚于截止时间"),
        (("--started", "2026-06-02"), {}, 2, "作出决定以后才开始"),
        (("--reading", "cc.repeated_ballot=both"), {}, 2, "last、first、void"),
        (
            (),
            {"roll": ROLL + "1,1,101,5,赵,D\n"},
            1,
            "名册.csv 第 5 行: 1-1-101 在第 2 行已经有了",
        ),
        ((), {"roll": ROLL + "1,1,103,-5,赵,D\n"}, 1, "名册.csv 第 5 行: 专有部分面积“-5”不能用"),
    ],
)
def test_what_cannot_be_is_refused_in_one_sentence(tally, tmp_path, more, asked, code, said):
    done = tally(*more, **asked)

    assert done.exit_code == code
    assert said in done.output
    assert "Traceback" not in done.output
    assert not (tmp_path / "out").exists()


def test_a_filled_template_is_read_back(run, tmp_path):
    done = run("vote", "template", "--out", tmp_path / "表决.xlsx")

    assert done.exit_code == 0
    assert [row[2].text for row in read_sheet(tmp_path / "表决.xlsx", sheet="名册")] == ["户号"]


def test_the_command_knows_every_matter():
    assert set(MATTERS) == {matter.value for matter in Matter}
