"""`jiugai vote choose` beside what a file of Pabulib says."""

import json

import pytest

from tests.core.consent.test_choosing import PB


@pytest.fixture
def file(tmp_path):
    """Return a function that writes a file whose rule and winners are given."""

    def write(**said):
        path = tmp_path / "choice.pb"
        path.write_text(PB.format(**said), encoding="utf-8")
        return path

    return write


def test_both_ways_are_told_side_by_side_with_why(run, file):
    told = run("vote", "choose", file(budget=600, rule="greedy", winners="101"), "--why")
    assert told.exit_code == 0, told.output
    assert "均等份额法：选" in told.output
    assert "按赞成户数：选 2 项，用 500 / 600 元" in told.output
    assert "- Ramps 400  6 户赞成，轮到它时还剩 300 元，差 100 元。再有" in told.output


def test_winners_that_a_file_names_otherwise_are_said_and_end_with_one(run, file):
    told = run("vote", "choose", file(budget=600, rule="greedy", winners="010"), "--json")
    assert told.exit_code == 1
    assert "文件写明的中选项目是 2，算出来是 1、3" in told.output
    assert json.loads(told.output.splitlines()[0])[1]["chosen"] == ["1", "3"]
