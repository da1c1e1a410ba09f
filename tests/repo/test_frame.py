"""Promises about how the project is picked up, built and checked."""

import ast
import os
import re
import tomllib
from collections import defaultdict
from functools import cache
from importlib.metadata import packages_distributions

import pytest
import yaml

from tests.repo.files import ROOT, modules, tree

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
PUBLIC_HOSTS = {"pypi.org", "files.pythonhosted.org"}


def distribution(requirement):
    """Return the normal name of what a requirement asks for."""
    return re.split(r"[\[<>=!~; ]", requirement)[0].lower().replace("_", "-")


def requirements():
    """Return every distribution that the shipped code may use."""
    extras = PROJECT["project"]["optional-dependencies"].values()
    listed = [*PROJECT["project"]["dependencies"], *(one for extra in extras for one in extra)]
    return sorted({distribution(one) for one in listed})


@cache
def used():
    """Return the names of all packages that src imports or that the site names in words."""
    return frozenset(imported()) | frozenset(named_to_django())


@cache
def provided():
    """Return the packages of every distribution that is installed."""
    found = defaultdict(set)
    for package, owners in packages_distributions().items():
        for owner in owners:
            found[owner.lower().replace("_", "-")].add(package)
    return found


def imported():
    """Yield the names of all packages that src imports."""
    for name in modules("src"):
        for node in ast.walk(tree(name)):
            if isinstance(node, ast.Import):
                yield from (alias.name.split(".")[0] for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                yield (node.module or "").split(".")[0]


def named_to_django():
    """Yield the packages that the site names in words: apps, middleware, commands."""
    for name in modules("src/jiugai/site"):
        for node in ast.walk(tree(name)):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value.split(".")[0]


@pytest.mark.parametrize("name", requirements())
def test_every_dependency_is_used(name):
    # An extra that is not installed is imported under its own name, as most are.
    provides = provided().get(name, {name.replace("-", "_")})
    assert provides & used(), f"Nothing imports {name}."


def test_the_lock_names_public_hosts_only():
    lock = (ROOT / "uv.lock").read_text(encoding="utf-8")
    assert set(re.findall(r"https?://([^/\"]+)", lock)) == PUBLIC_HOSTS


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_the_readme_starts_with_run_and_test(name):
    targets = re.findall(r"\bmake (\w+)", (ROOT / name).read_text(encoding="utf-8"))
    assert targets[:2] == ["run", "test"]


@pytest.mark.parametrize("target", re.search(r"\.PHONY: (.*)", MAKEFILE)[1].split())
def test_every_target_is_listed_by_make(target):
    assert target == "python" or re.search(rf"^{target}:.*## \w", MAKEFILE, re.MULTILINE)


def test_ci_runs_what_the_readme_says():
    script = ROOT / ".ci" / "run"
    text = script.read_text(encoding="utf-8")
    assert os.access(script, os.X_OK)
    assert "set -euo pipefail" in text
    assert re.findall(r"^make (\w+)$", text, re.MULTILINE) == ["check", "test"]


def test_a_hook_runs_nothing_that_ci_does_not():
    hooks = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    entries = [hook["entry"] for repo in hooks["repos"] for hook in repo["hooks"]]
    assert entries == ["make fix"]


def test_the_changelog_speaks_of_this_version():
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.search(rf"^## {re.escape(PROJECT['project']['version'])}\b", changelog, re.MULTILINE)
