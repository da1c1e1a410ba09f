"""Promises about every file; each test names the files that break one."""

import ast
import fnmatch
import re

import pytest

from tests.repo.files import modules, tree, written

LONGEST = 400
# Long lists of data, not of reasoning; this list may only shrink.
LONG_FILES = {
    "docs/reference/*.md": "generated",
    "src/jiugai/apps/*/migrations/*_initial.py": "written by Django from the models",
    "src/jiugai/apps/projects/migrations/*_gates.py": "written by Django from the models",
    "src/jiugai/policy/rulebooks/*.cases.yaml": "one situation after the other",
    "src/jiugai/policy/rulebooks/*clauses.yaml": "one entry for every clause of a text",
    "src/jiugai/policy/rulebooks/*duties.yaml": "one entry for everything that somebody owes",
}
UNFINISHED = re.compile(r"\b(TO{1}DO|FIX{1}ME|X{3})\b")  # does not find itself
TRAILING = re.compile(r"[ \t]$", re.MULTILINE)
#: What Playwright reads at once, whichever page is there at that moment.
AT_ONCE = {"count", "get_attribute", "inner_text", "input_value", "text_content", "url"}
AT_ONCE |= {"is_checked", "is_disabled", "is_enabled", "is_hidden", "is_visible"}
ONE_SENTENCE = re.compile(r"[^\n]+[.!?](\n\n|\Z)")


def text(name):
    """Return what a file says."""
    return written()[name].read_text(encoding="utf-8")


def length(name):
    """Return the number of lines of a file."""
    return len(text(name).splitlines())


def generated():
    """Return the migrations, which Django writes from the models and nobody edits."""
    return set(fnmatch.filter(modules("src"), "src/jiugai/apps/*/migrations/0*.py"))


def test_no_file_is_longer_than_anyone_reads():
    excused = {n for n in written() for pattern in LONG_FILES if fnmatch.fnmatch(n, pattern)}
    long = {name: length(name) for name in set(written()) - excused if length(name) > LONGEST}
    assert not long, "Split them by noun."


@pytest.mark.parametrize("pattern", LONG_FILES)
def test_an_exception_from_the_length_is_still_needed(pattern):
    assert max(map(length, fnmatch.filter(written(), pattern)), default=0) > LONGEST


def test_nothing_is_left_for_later():
    left = {name: found[0] for name in written() if (found := UNFINISHED.search(text(name)))}
    assert not left, "Finish it or open an issue."


def test_lines_end_without_blanks_and_files_with_a_newline():
    checked = [name for name in written() if name.endswith((".py", ".yaml", ".md", ".toml"))]
    assert not [name for name in checked if TRAILING.search(text(name))]
    assert not [name for name in checked if text(name) and not text(name).endswith("\n")]


def test_a_module_says_in_one_sentence_what_it_is_for():
    packages = {name for name in modules("tests") if name.endswith("__init__.py")}
    checked = set(modules("src", "tests", "tools", "benchmarks")) - packages - generated()
    said = {name: ast.get_docstring(tree(name)) or "" for name in checked}
    assert not {name: words for name, words in said.items() if not ONE_SENTENCE.match(words)}


def test_what_is_public_says_what_it_does():
    silent = {
        f"{name}:{node.lineno} {node.name}"
        for name in set(modules("src", "tools")) - generated()
        for node in public(tree(name))
        if not ast.get_docstring(node) and not declared_only(node)
    }
    assert not silent


def test_nothing_is_printed():
    printing = {
        f"{name}:{node.lineno}"
        for name in modules("src", "tools", "tests")
        for node in ast.walk(tree(name))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "print"
    }
    assert not printing, "Results leave through click or a file."


def public(node):
    """Return the functions, classes and methods under a node that have a public name."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.ClassDef) and not child.name.startswith("_"):
            yield child
            if isinstance(child, ast.ClassDef):
                yield from public(child)


def declared_only(node):
    """Return whether a function has no body of its own: an overload or a part of a protocol."""
    return ast.unparse(node.body[-1]) == "..."


def test_what_a_browser_shows_is_waited_for():
    hasty = {
        f"{name}:{found.lineno}"
        for name in modules("tests")
        if name.startswith("tests/browser/")
        for checked in ast.walk(tree(name))
        if isinstance(checked, ast.Assert)
        for found in ast.walk(checked)
        if isinstance(found, ast.Attribute) and found.attr in AT_ONCE
    }
    assert not hasty, "A click returns before the next page is there: use expect(…)."
