"""Every command explains itself and stands in the reference."""

import click
import pytest

from jiugai.cli.root import cli
from tests.repo.files import ROOT
from tools.messages import HAN
from tools.reference import commands

COMMANDS = {name: command for name, command, _context in commands(cli, "jiugai")}
PAGES = [ROOT / "docs" / "reference" / f"commands{suffix}" for suffix in (".md", ".zh-CN.md")]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_says_what_it_is_for(name):
    # Chinese, or click has taken the docstring, which is written for developers.
    assert HAN.search(COMMANDS[name].help or "")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_says_what_it_does(name):
    options = [one for one in COMMANDS[name].params if isinstance(one, click.Option)]
    silent = [option.name for option in options if not HAN.search(option.help or "")]
    assert not silent


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_stands_in_the_reference(name, page):
    assert f"## {name}\n" in page.read_text(encoding="utf-8")
