"""Promises about the documents: links lead somewhere, commands exist, terms have sources."""

import re
import shlex
from pathlib import PurePosixPath

import click
import pytest

from jiugai.cli.root import cli
from jiugai.policy.rulebook import rulebook
from tests.repo.files import ROOT, written
from tests.repo.pages import PAGES, links, prose, shell_lines, text

READMES = ("README.md", "README.zh-CN.md")
DECISIONS = [name for name in PAGES if name.startswith("docs/decisions/")]
PICTURES = {
    f"docs/pictures/{name}.png"
    for shown in (
        "report-desk report-phone report-map plan-map",
        "site-map site-estate site-why site-phone",
        "site-application site-project site-pool site-studio",
        "site-resident site-vote site-conference site-duties",
        "site-demands site-survey site-choosing site-owners",
    )
    for name in shown.split()
}
INLINE = re.compile(r"`(jiugai(?: [^`]+)?)`")
MAKES = re.compile(r"(?:^ *|`)(?:\w+=\S+ )?make ([a-z]+)", re.MULTILINE)
QUOTED = [
    (name, line) for name in PAGES for line in shell_lines(name) if line.startswith("jiugai ")
]
MENTIONED = sorted({(name, words) for name in PAGES for words in INLINE.findall(prose(name))})


def command_of(line):
    """Return the command that a line names, its context and the words that are left."""
    words = shlex.split(line, comments=True)[1:]
    command, context = cli, click.Context(cli, info_name="jiugai")
    while isinstance(command, click.Group) and words and not words[0].startswith("-"):
        name, *words = words
        command = command.get_command(context, name)
        assert command is not None, f"There is no {name} in {line}."
        context = click.Context(command, info_name=name, parent=context)
    return command, context, words


@pytest.mark.parametrize("name", PAGES)
def test_every_link_leads_to_a_file(name):
    # Pictures are taken last; once there is one, all must be there.
    expected = PICTURES if not (ROOT / "docs" / "pictures").is_dir() else set()
    assert not {link.path for link in links(name) if not (ROOT / link.path).exists()} - expected


@pytest.mark.parametrize("name", PAGES)
def test_every_picture_is_described(name):
    assert not [link.path for link in links(name) if link.is_picture and not link.words]


@pytest.mark.parametrize("name", READMES)
def test_the_readme_shows_every_picture(name):
    assert {link.path for link in links(name) if link.is_picture} == PICTURES


def test_every_page_is_reached_from_the_index():
    reached, new = set(), {"docs/index.md"}
    while new:
        reached |= new
        new = {link.path for name in new for link in links(name) if link.path in PAGES} - reached
    assert {name for name in PAGES if name.startswith("docs/")} <= reached


@pytest.mark.parametrize(("name", "line"), QUOTED)
def test_a_quoted_command_is_understood(name, line):
    command, context, words = command_of(line)
    assert not isinstance(command, click.Group)
    given, left, _ = command.make_parser(context).parse_args(args=list(words))
    needed = {parameter.name for parameter in command.params if parameter.required}
    alone = {parameter.name for parameter in command.params if parameter.is_eager}
    assert not left
    assert alone & given.keys() or needed <= {key for key, value in given.items() if value}


@pytest.mark.parametrize(("name", "words"), MENTIONED)
def test_a_mentioned_command_exists(name, words):
    command, _context, rest = command_of(words)
    options = {flag for one in command.params for flag in one.opts}
    assert {word.partition("=")[0] for word in rest if word.startswith("--")} <= options


@pytest.mark.parametrize("name", PAGES)
def test_what_a_page_makes_is_in_the_makefile(name):
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert not set(MAKES.findall(text(name))) - set(re.findall(r"^([a-z]+):", makefile, re.M))


@pytest.mark.parametrize("name", [name for name in PAGES if "--reading " in text(name)])
def test_a_quoted_reading_can_be_chosen(name):
    known = rulebook().readings
    chosen = re.findall(r"--reading ([a-z0-9_.]+)=([a-z0-9_]+)", text(name))
    assert not [(id_, option) for id_, option in chosen if option not in known[id_].options]


@pytest.mark.parametrize("name", DECISIONS)
def test_a_decision_says_why_what_and_what_follows(name):
    lines = text(name).splitlines()
    assert lines[0].startswith(f"# {PurePosixPath(name).name[:4]} ")
    headings = [line for line in lines if line.startswith("## ")]
    assert headings == ["## Context", "## Decision", "## Consequences"]
    assert len(lines) <= 40


def test_decisions_are_numbered_without_a_gap():
    numbers = [int(PurePosixPath(name).name[:4]) for name in DECISIONS]
    assert numbers == list(range(1, len(numbers) + 1))


def test_both_readmes_tell_the_same():
    english, chinese = READMES
    sections = [len(re.findall(r"^## ", text(name), re.M)) for name in READMES]
    assert sections[0] == sections[1]
    assert shell_lines(english) == shell_lines(chinese)
    targets = [[link.path for link in links(name) if link.path not in READMES] for name in READMES]
    assert targets[0] == targets[1]


def terms():
    """Return the rows of the glossary: English, Chinese, identifier, sources."""
    rows = re.findall(r"^\| (.+) \|$", text("docs/glossary.md"), re.MULTILINE)
    return [row.split(" | ") for row in rows if not row.startswith("English |")]


@pytest.mark.parametrize("column", [0, 1, 2])
def test_a_term_of_the_glossary_stands_there_once(column):
    words = [row[column] for row in terms()]
    assert len(words) > 100
    assert not {word for word in words if words.count(word) > 1}


def test_an_identifier_of_the_glossary_is_used():
    code = "\n".join(
        path.read_text(encoding="utf-8")
        for name, path in written().items()
        if name.startswith("src/") and not name.endswith(".cases.yaml")
    )
    known = set(re.findall(r"\w+", code))
    lost = [row[2] for row in terms() if not set(row[2].strip("`").split(".")) <= known]
    assert not lost


def test_a_source_of_the_glossary_is_a_clause_of_a_rulebook():
    documents = rulebook().documents.values()
    known = {str(clause.clause) for document in documents for clause in document.clauses}
    cited = {source for row in terms() for source in row[3].split("; ") if source != "–"}
    assert not cited - known
