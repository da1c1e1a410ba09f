"""axe finds nothing serious on any page, and none is wider than a phone."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.browser.conftest import cookies_of
from tests.demo import RESIDENT, seen_once
from tools.walk import Visitor, household, route_of

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
#: The dark theme changes colours and nothing else.
THEMES = {"light": [], "dark": ["color-contrast"]}


@pytest.fixture(scope="module")
def each(tmp_path_factory):
    """Return one page of each kind, with somebody who sees it."""
    found = {}
    for one in seen_once(tmp_path_factory):
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
            context.add_cookies(cookies_of(signed_in(demo, who, cast)))
        page, lost = context.new_page(), set()
        page.on(
            "response", lambda got, lost=lost: got.status < 400 or lost.add(urlsplit(got.url).path)
        )
        for one in (one for one in each if one.who == who):
            page.set_viewport_size(WIDE)
            page.goto(demo + one.path)
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


def signed_in(demo, who, cast):
    """Return somebody who has come in: a household with its code, or one of the staff."""
    if who == RESIDENT:
        return Visitor(demo).come_in(*household())
    return Visitor(demo).sign_in(who, cast[who])
