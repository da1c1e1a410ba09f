"""Promises about the styles and scripts: icons exist, and the lock names no registry."""

import json
import re

import pytest

from tests.repo.files import ROOT

FRONTEND = ROOT / "frontend"
ICONS = set(json.loads((FRONTEND / "icons.json").read_text(encoding="utf-8")))
SITE = ROOT / "src" / "jiugai"
TEMPLATES = sorted([*SITE.glob("web/**/*.html"), *SITE.glob("apps/**/*.html")])
USED = re.compile(r"{% icon ['\"]([a-z0-9-]+)['\"]")
INLINE = re.compile(r"\son[a-z]+=|<script(?![^>]*(?:src=|application/json))|javascript:")


def test_every_icon_that_a_page_names_is_in_the_sprite():
    used = {name for path in TEMPLATES for name in USED.findall(path.read_text(encoding="utf-8"))}
    assert used
    assert used <= ICONS


def test_icons_are_listed_once_and_in_order():
    listed = json.loads((FRONTEND / "icons.json").read_text(encoding="utf-8"))
    assert listed == sorted(set(listed))


def test_the_lock_names_no_registry():
    lock = json.loads((FRONTEND / "package-lock.json").read_text(encoding="utf-8"))
    assert len(lock["packages"]) > 1
    assert not [name for name, one in lock["packages"].items() if "resolved" in one]
    assert not [name for name, one in lock["packages"].items() if name and "integrity" not in one]


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_template_brings_a_script_of_its_own(path):
    assert not INLINE.findall(path.read_text(encoding="utf-8"))
