"""What the documents tell people to type works, and shows what they say it shows."""

import re
import shlex
from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import CliRunner

from jiugai.cli.root import cli
from tests.repo.files import ROOT
from tests.repo.pages import PAGES, blocks

SAMPLE = ROOT / "src" / "jiugai" / "sample"
GENERATED = ("docs/reference/", "docs/writing-a-rulebook.md")
# What needs more than this machine has: another's database, a cluster.
ELSEWHERE = re.compile(r"--database |--engine spark")
LEDGER = re.compile(r"\S+\.(?:xlsx|csv)")
#: Pages that type the same, as in both languages, are run once.
RUN = sorted(
    {
        blocks(name): name
        for name in PAGES
        if any("jiugai " in line for block in blocks(name) for line in block.lines)
        and not name.startswith(GENERATED)
    }.values()
)


@pytest.mark.slow
@pytest.mark.parametrize("name", RUN)
def test_a_page_does_what_it_says(name, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    said = ""
    for block in blocks(name):
        if block.language in ("csv", "yaml", "json") and block.file:
            (tmp_path / block.file).write_text(block.body, encoding="utf-8")
        elif block.language == "sh":
            said = "".join(typed(line) for line in block.lines)
        elif block.language == "text":
            shown = (tmp_path / block.file).read_text("utf-8-sig") if block.file else said
            assert not [line for line in block.lines if line not in shown]


def typed(line):
    """Run a line as if somebody had typed it and return everything that it prints."""
    line = line.replace("make run", "jiugai demo --out out")
    if not line.startswith("jiugai ") or ELSEWHERE.search(line):
        return ""
    words = shlex.split(line, comments=True)[1:]
    provide(words)
    result = CliRunner().invoke(cli, words, catch_exceptions=False)
    assert result.exit_code in (0, 1), f"{line}\n{result.output}"
    return result.output


def provide(words):
    """Put a ledger where a line names one that the page does not give."""
    for before, word in pairwise(words):
        if LEDGER.fullmatch(word) and before != "--out" and not Path(word).exists():
            Path(word).write_bytes((SAMPLE / "示范区小区台账.xlsx").read_bytes())
