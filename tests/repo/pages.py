"""The documents of the repository: their links, their shell lines, what they show."""

import re
from functools import cache
from pathlib import PurePosixPath
from typing import NamedTuple
from urllib.parse import unquote

from tests.repo.files import written

PAGES = sorted(name for name in written() if name.endswith(".md"))
LINK = re.compile(r"(!?)\[([^\]]*)\]\(([^)\s]+)\)")
FENCED = re.compile(r"^( *)```(\w*) ?([^\n]*)\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)


class Block(NamedTuple):
    """A fenced block: `csv a.csv`, `yaml a.yaml` to save, `text out/a.csv` what that then says."""

    language: str
    file: str
    body: str

    @property
    def lines(self):
        """Return its lines without blanks around them, continued ones as one."""
        whole = self.body.replace("\\\n", " ").splitlines()
        return [line.strip() for line in whole if line.strip()]


class Link(NamedTuple):
    """A relative link with its path from the root of the repository."""

    is_picture: bool
    words: str
    path: str


@cache
def text(name):
    """Return what a page says."""
    return written()[name].read_text(encoding="utf-8")


@cache
def prose(name):
    """Return a page without its blocks, in which nothing is a link."""
    return FENCED.sub("", text(name))


@cache
def blocks(name):
    """Return the fenced blocks of a page."""
    return tuple(Block(*found[1:]) for found in FENCED.findall(text(name)))


@cache
def shell_lines(name):
    """Return the lines of the shell blocks of a page."""
    return tuple(line for block in blocks(name) if block.language == "sh" for line in block.lines)


@cache
def links(name):
    """Return the relative links of a page."""
    found = []
    for mark, words, target in LINK.findall(prose(name)):
        path = unquote(target.partition("#")[0])
        if path and not re.match(r"[a-z]+:", path):
            whole = (PurePosixPath(name).parent / path).as_posix()
            found.append(Link(bool(mark), words, without_steps_up(whole)))
    return tuple(found)


def without_steps_up(path):
    """Return a path without `..`."""
    parts = []
    for part in path.split("/"):
        if part == "..":
            parts.pop()
        else:
            parts.append(part)
    return "/".join(parts)
