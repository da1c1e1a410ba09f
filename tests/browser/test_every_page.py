"""axe finds nothing serious on any page, and none is wider than a phone."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.browser.conftest import cookies_of
from tests.demo import served_copy, walked_once
from tools.scenes import ELDER, NOBODY
from tools.walk import route_of

pytestmark = pytest.mark.slow

AXE = Path(__file__).parents[2] / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
SERIOUS = """async (rules) => {
  const only = rules.length ? {runOnly: rules} : {};
  const found = await axe.run(document, {resultTypes: ["violations"], ...only});
  const why = (node) => [...node.any, ...node.all, ...node.none][0].message;
  const said = (id) => (node) => `${id} ${node.target.join(" ")}: ${why(node)}`;
  return found.violations
    .filter((one) => ["serious", "critical"].includes(one.impact))
    .flatMap((one) => one.nodes.map(said(one.id)));
}"""
WIDE, NARROW = {"width": 1440, "height": 900}, {"width": 390, "height": 900}
#: Pages that ask for the password again some minutes after it was given; they are looked at first.
SOON = "/account/"
#: The dark theme changes colours and nothing else.
THEMES = {"light": [], "dark": ["color-contrast"]}


@pytest.fixture(scope="module")
def walked(tmp_path_factory):
    """Return what everybody saw, and as whom."""
    return walked_once(tmp_path_factory)


@pytest.fixture(scope="module")
def demo(tmp_path_factory, walked):
    """Serve the demo as those left it who walked through, and return its address."""
    with served_copy(tmp_path_factory, walked.data) as base:
        yield base


@pytest.fixture(scope="module")
def each(walked):
    """Return one page of each kind, with somebody who sees it; in large type each is another."""
    found = {}
    for one in walked.seen:
        key = f"nobody {one.path}" if one.who == NOBODY else (route_of(one.path), one.who == ELDER)
        found.setdefault(key, one)
    return list(found.values())


def test_axe_finds_nothing_serious_and_no_page_is_wider_than_the_screen(
    demo, walked, chromium, each
):
    assert len(each) > 20
    wrong, script = {}, AXE.read_text(encoding="utf-8")
    for who in sorted({one.who for one in each}):
        context = chromium.new_context(locale="zh-CN", bypass_csp=True)
        context.add_cookies(cookies_of(walked.visitor(demo, who)))
        page, lost = context.new_page(), set()
        page.on(
            "response", lambda got, lost=lost: got.status < 400 or lost.add(urlsplit(got.url).path)
        )
        mine = [one for one in each if one.who == who]
        for one in sorted(mine, key=lambda one: not one.path.startswith(SOON)):
            page.set_viewport_size(WIDE)
            page.goto(demo + one.path)
            if urlsplit(page.url).path != urlsplit(one.path).path:
                wrong[f"{one} leads elsewhere:"] = page.url
                continue
            page.add_script_tag(content=script)
            for theme, rules in THEMES.items():
                page.emulate_media(color_scheme=theme, reduced_motion="reduce")
                page.wait_for_selector(f"html[data-bs-theme={theme}], html:not([data-theme])")
                if said := page.evaluate(SERIOUS, rules):
                    wrong[f"{one} {theme}"] = said
            page.set_viewport_size(NARROW)
            wide = page.evaluate("document.documentElement.scrollWidth")
            if wide > NARROW["width"]:
                wrong[f"{one} at {NARROW['width']}"] = wide
        if unstyled := [path for path in lost if path.startswith("/static/")]:
            wrong[f"what {who} needs is not there:"] = unstyled
        context.close()
    assert not wrong, "\n".join(f"{name} {said}" for name, said in wrong.items())
