"""The rail names the sections of an estate's life, and the pages of a section are its tabs."""

import json
import re

import pytest

from jiugai.web.navigation import SIGNS, Section, entries
from tests.repo.files import ROOT

pytestmark = pytest.mark.django_db

RAIL = re.compile(r'<nav class="rail".*?</nav>', re.DOTALL)
TABS = re.compile(r'<nav class="tabs".*?</nav>', re.DOTALL)
LINK = re.compile(r'<a\s+class="(?:rail-link|tab)"\s+href="([^"]+)"(?:\s+aria-current="(\w+)")?')


def strip(client, pattern, path):
    """Return the links of a strip on a page, each with how it is marked."""
    found = pattern.search(client.get(path).content.decode())
    return dict(LINK.findall(found.group())) if found else {}


def test_the_rail_shows_sections_and_marks_the_one_that_is_shown(signed_in):
    shown = strip(signed_in("district_officer"), RAIL, "/pipes")

    known = ("/today", "/map", "/estates", "/projects", "/pool", "/policy")
    assert [address for address in shown if address in known] == list(known)
    assert not set(shown) & {"/pipes", "/imports", "/gates", "/plans"}
    assert {address for address, mark in shown.items() if mark} == {"/estates"}
    assert shown["/estates"] == "true"


def test_the_pages_of_a_section_are_tabs_on_each_of_them(signed_in):
    client = signed_in("district_officer")
    listing, pipes = (strip(client, TABS, path) for path in ("/estates", "/pipes"))

    expected = ["/estates", "/danger", "/pipes", "/resources", "/imports", "/conflicts"]
    assert list(listing) == list(pipes) == expected
    assert [address for address, mark in pipes.items() if mark == "page"] == ["/pipes"]


def test_a_page_below_a_tab_leaves_it_marked(signed_in, estate):
    shown = strip(signed_in("district_officer"), TABS, estate.get_absolute_url())

    assert shown["/estates"] == "true"
    assert sum(bool(mark) for mark in shown.values()) == 1


def test_nobody_is_shown_a_tab_that_they_may_not_open(signed_in):
    shown = strip(signed_in("contractor"), TABS, "/estates")
    assert "/imports" not in shown
    assert "/pipes" in shown


def test_a_section_with_one_page_has_no_tabs(signed_in):
    client = signed_in("district_officer")
    assert not strip(client, TABS, "/map")
    assert "/privacy/terms" in strip(signed_in("system_admin"), TABS, "/system")  # this has two


def test_the_system_administrator_is_led_to_the_state_of_the_system(signed_in):
    client = signed_in("system_admin")
    assert client.get("/").url == "/system"
    assert list(strip(client, RAIL, "/system")) == ["/system"]


def test_every_section_has_a_name_and_an_icon_of_the_sprite():
    icons = json.loads((ROOT / "frontend" / "icons.json").read_text(encoding="utf-8"))
    assert list(SIGNS) == list(Section)
    assert {icon for _title, icon in SIGNS.values()} <= set(icons)


def test_what_else_belongs_to_an_entry_belongs_to_no_other():
    also = [begin for entry in entries() for begin in entry.also if entry.place == "rail"]
    assert len(also) == len(set(also))
