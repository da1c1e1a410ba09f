"""The pages that the command line writes come alive in a browser, opened as files."""

import re

import pytest
from click.testing import CliRunner
from playwright.sync_api import expect

from jiugai.cli.root import cli
from tests.repo.files import ROOT

pytestmark = pytest.mark.slow

SAMPLE = ROOT / "src" / "jiugai" / "sample"
LEDGERS = [str(SAMPLE / "示范区小区台账.xlsx"), str(SAMPLE / "示范区街道补充台账.csv")]
HERE = ["--place", "110199", "--day", "2026-06-01"]


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """Return a folder with a report, two plans and their comparison."""
    folder = tmp_path_factory.mktemp("written")

    def jiugai(*arguments):
        done = CliRunner().invoke(cli, [str(one) for one in arguments])
        assert done.exit_code in (0, 1), done.output

    jiugai("assess", *LEDGERS, *HERE, "--out", folder / "report")
    for name, money in (("one", "1亿"), ("two", "2亿")):
        out = folder / name
        jiugai(
            "plan", *LEDGERS, *HERE, "--budget", money, "--years", 1, "--seconds", 2, "--out", out
        )
    jiugai("compare", folder / "one", folder / "two", "--out", folder / "comparison")
    return folder


@pytest.mark.parametrize(
    "path", ["report/report.html", "one/map.html", "comparison/comparison.html"]
)
def test_a_written_page_lists_estates_and_finds_them(written, page, path):
    page.goto((written / path).as_uri())
    rows = page.locator("#rows > *")
    expect(rows.nth(5)).to_be_attached()

    first = rows.first.inner_text()
    name = re.split(r"\s", first.strip())[0]
    page.locator("input[name=q]").fill(name)
    expect(rows.nth(50)).to_have_count(0)
    expect(page.locator("#rows")).to_contain_text(name)
    page.locator("input[name=q]").fill("没有这样的小区")
    expect(rows).to_have_count(0)
