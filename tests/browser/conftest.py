"""A real Chromium on a demo that is really served; one browser for a module of tests."""

import pytest
from playwright.sync_api import expect, sync_playwright

from tests.demo import served_copy
from tools.browser import ARGUMENTS, find
from tools.walk import Visitor, people

#: How long what a page shows is waited for: a click returns before the next page is there.
expect.set_options(timeout=20_000)


@pytest.fixture(scope="session")
def demo(tmp_path_factory):
    """Serve the demo and return its address."""
    with served_copy(tmp_path_factory) as base:
        yield base


@pytest.fixture(scope="session")
def cast(demo):
    """Return sign-in name and password of everybody in the demo."""
    return {username: password for _title, username, password in people()}


@pytest.fixture(scope="module")
def chromium():
    """Start the browser; it leaves no event loop behind for other modules."""
    path = find()
    assert path, "There is no Chromium; `make test` with SLOW=1 installs it where apt may be used."
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def context(chromium):
    """Return a fresh profile of the browser."""
    made = chromium.new_context(locale="zh-CN", viewport={"width": 1440, "height": 900})
    made.set_default_timeout(20_000)
    yield made
    made.close()


@pytest.fixture
def page(context):
    """Return a page whose complaints are kept and must be none."""
    found, wrong = context.new_page(), []
    found.on("pageerror", lambda error: wrong.append(str(error)))
    yield found
    assert not wrong


@pytest.fixture
def as_(demo, cast, context, page):
    """Return a function that makes the browser somebody else's, at an address."""

    def become(who, path):
        context.clear_cookies()
        context.add_cookies(cookies_of(Visitor(demo).sign_in(who, cast[who])))
        page.goto(demo + path)
        return page

    return become


@pytest.fixture
def open_as(demo, cast, context, page):
    """Return a function that opens an address as somebody of the demo."""

    def open_(username, path):
        visitor = Visitor(demo).sign_in(username, cast[username])
        context.add_cookies(cookies_of(visitor))
        page.goto(demo + path)
        return page

    return open_


def cookies_of(visitor):
    """Return the cookies of a visitor as Playwright takes them."""
    return [
        {"name": one.name, "value": one.value or "", "url": visitor.base} for one in visitor.jar
    ]
