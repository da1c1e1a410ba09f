"""What holds for every page, whoever looks at it."""

import re
from collections import Counter

import pytest

from tests.pages.reaching import pages as pages_of_the_site
from tools.walk import name_of

pytestmark = pytest.mark.slow

EXPECTED = {"/nowhere/at/all": 404, "/account/office/failed/": 401}
DATA = re.compile(r"<script[^>]*>.*?</script>", re.DOTALL)
BRACES = re.compile(r"\{\{|\}\}|\{%|%\}|\{#")


def test_every_link_leads_somewhere_that_its_reader_may_open(seen):
    assert len(seen) > 40
    assert not [f"{one.status} {one}" for one in seen if one.status != EXPECTED.get(one.path, 200)]


def test_every_page_of_the_site_is_reached_by_somebody(seen):
    reached = {name_of(one.path) for one in seen}
    assert not sorted(pages_of_the_site() - reached)


def test_every_page_has_one_heading_that_is_its_title(pages):
    wrong = {
        str(one): (page.title, page.headings)
        for one, page in pages.items()
        if [" ".join(h.split()) for h in page.headings]
        != [" ".join(page.title.split()).rpartition(" · ")[0]]
    }
    assert not wrong


def test_ids_are_unique_and_descriptions_exist(pages):
    wrong = {
        str(one): [id_ for id_, n in Counter(page.ids).items() if n > 1]
        + sorted(set(page.described) - set(page.ids))
        for one, page in pages.items()
    }
    assert not {name: ids for name, ids in wrong.items() if ids}


def test_every_control_has_a_name(pages):
    assert not {str(one): page.unlabelled for one, page in pages.items() if page.unlabelled}


def test_nothing_runs_that_stands_in_the_page(pages):
    assert not {
        str(one): page.handlers or "script"
        for one, page in pages.items()
        if page.handlers or page.inline_scripts
    }


def test_no_braces_are_left_of_templates(seen):
    shown = {str(one): DATA.sub("", one.html) for one in seen}
    assert not {name: found[0] for name, html in shown.items() if (found := BRACES.findall(html))}
