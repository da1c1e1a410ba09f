"""Run commands as a person does, without a process for each."""

import pytest
from click.testing import CliRunner

from jiugai.cli.root import cli

COLUMNS = "小区编号 小区名称 区划代码 建成年代 户数 抗震节能改造情况 节能达标率".split()
HEAD = ",".join([*COLUMNS, "危房鉴定", "危房有责任单位"])
ROWS = f"""{HEAD}
A1,甲里,110102,1985年建成,120户,未改造,,,
A2,乙里,110102,1995,80,未改造,40%,无危房,是
A3,丙里,110102,1995,60,未改造,80%,无危房,是
A4,丁里,110102,1996,40,,,,
"""


@pytest.fixture
def ledger(tmp_path):
    path = tmp_path / "台账.csv"
    path.write_text(ROWS, encoding="utf-8")
    return path


@pytest.fixture
def run():
    def invoke(*arguments):
        return CliRunner().invoke(cli, [str(argument) for argument in arguments])

    return invoke


@pytest.fixture
def assess(run, tmp_path):
    def invoke(*ledgers, place="110102", day="2018-07-01", out="out", more=()):
        where = ("--place", place, "--day", day, "--out", tmp_path / out)
        return run("assess", *ledgers, *where, *more)

    return invoke
