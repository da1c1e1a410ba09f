"""axe finds nothing serious on any page, and none is wider than a phone."""

from pathlib import Path

import pytest

from tests.browser.conftest import cookies_of
from tests.demo import pages_of
from tools.walk import Visitor, people, route_of

pytestmark = pytest.mark.slow

AXE = Path(__file__).parents[2] / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
SERIOUS = """async (rules) => {
  const only = rules.length ? {runOnly: rules} : {};
  const found = await axe.run(document, {resultTypes: ["violations"], ...only});
  return found.violations
    .filter((one) => ["serious", "critical"].includes(one.impact))
    .map((one) => `${one.id}: ${one.nodes.slice(0, 3).map((n) => n.target.join(" ")).join("; ")}`);
}"""
WIDE, NARROW = {"width": 1440, "height": 900}, {"width": 390, "height": 900}
#: The dark theme changes colours and nothing else.
THEMES = {"light": [], "dark": ["color-contrast"]}


@pytest.fixture(scope="module")
def each(demo):
    """Return one page of each kind, with somebody who sees it."""
    found = {}
    for one in pages_of(demo, people()):
        key = route_of(one.path) if one.who != "nobody" else f"nobody {one.path}"
        found.setdefault(key, one)
    return list(found.values())


def test_axe_finds_nothing_serious_and_no_page_is_wider_than_the_screen(
    demo, cast, chromium, each
):
    assert len(each) > 20
    wrong, script = {}, AXE.read_text(encoding="utf-8")
    for who in sorted({one.who for one in each}):
        context = chromium.new_context(locale="zh-CN", bypass_csp=True)
        if who != "nobody":
            context.add_cookies(cookies_of(Visitor(demo).sign_in(who, cast[who])))
        page = context.new_page()
        for one in (one for one in each if one.who == who):
            page.set_viewport_size(WIDE)
            page.goto(demo + one.path)
            page.add_script_tag(content=script)
            for theme, rules in THEMES.items():
                page.emulate_media(color_scheme=theme)
                if said := page.evaluate(SERIOUS, rules):
                    wrong[f"{one} {theme}"] = said
            page.set_viewport_size(NARROW)
            wide = page.evaluate("document.documentElement.scrollWidth")
            if wide > NARROW["width"]:
                wrong[f"{one} at {NARROW['width']}"] = wide
        context.close()
    assert not wrong
