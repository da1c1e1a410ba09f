"""The big map as a person works it: choose an area, come nearer, switch layers, point at rows."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect, sync_playwright

from tools.browser import WITH_MAPS, find

pytestmark = pytest.mark.slow

IDLE = """() => new Promise((done) => {
  const { chart } = document.querySelector("#map");
  chart.once("idle", () => done(true));
  chart.triggerRepaint();
})"""
SEEN = """(layer) => {
  const { chart } = document.querySelector("#map");
  return chart.queryRenderedFeatures({ layers: [layer] }).map((one) => ({
    id: one.id, name: one.properties.name, count: one.properties.count ?? 1,
    at: one.geometry.type === "Point" ? chart.project(one.geometry.coordinates) : null,
  }));
}"""
LIT = """async () => {
  const { chart } = document.querySelector("#map");
  const data = await chart.getSource("lit").getData();
  return data.geometry?.coordinates ?? [];
}"""


@pytest.fixture(scope="module")
def chromium():
    """Start a browser that draws maps without graphics of its own."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=WITH_MAPS)
        yield browser
        browser.close()


@pytest.fixture
def chart(open_as, page):
    """Return a function that opens the map and waits until it is drawn."""

    def open_(query=""):
        page.set_default_timeout(60_000)
        open_as("qu", f"/map{query}")
        page.wait_for_selector("#map[data-ready=true]")
        page.locator("#map").scroll_into_view_if_needed()
        page.evaluate(IDLE)
        until(page, "document.querySelector('#map').chart.areTilesLoaded()")
        until(page, f"({SEEN})('estates').length > 0")
        return page

    return open_


def until(page, said):
    """Wait until something holds; the page's policy lets no script poll for it."""
    for _n in range(300):
        if page.evaluate(said):
            return
        page.wait_for_timeout(200)
    raise AssertionError(said)


def corner(page):
    """Return where the map begins on the screen."""
    box = page.locator("#map").bounding_box()
    return box["x"], box["y"]


def listed(page):
    """Return how many estates the list says there are."""
    return int(re.search(r"([\d,]+) 个小区", page.inner_text("main"))[1].replace(",", ""))


def within(page, bbox):
    """Return how many estates other systems are told of within a box."""
    address = f"/features/collections/estates/items?bbox={bbox}&limit=1"
    return page.evaluate(f"fetch('{address}').then((got) => got.json())")["numberMatched"]


def test_a_box_leads_to_the_list_of_what_stands_in_it(chart):
    page = chart()
    left, top = corner(page)
    size = page.locator("#map").bounding_box()
    page.get_by_role("button", name="框选").click()
    expect(page.locator(".map-hint")).to_contain_text("Esc")
    page.mouse.move(left + size["width"] * 0.3, top + size["height"] * 0.3)
    page.mouse.down()
    page.mouse.move(left + size["width"] * 0.5, top + size["height"] * 0.5, steps=4)
    page.mouse.move(left + size["width"] * 0.7, top + size["height"] * 0.7, steps=4)
    page.mouse.up()
    page.wait_for_url(re.compile(r"/estates\?.*bbox="))

    (bbox,) = parse_qs(urlsplit(page.url).query)["bbox"]
    found = listed(page)
    assert 0 < found < 400
    assert found == within(page, bbox)


def test_a_ring_leads_to_the_list_of_what_stands_in_it(chart):
    page = chart()
    left, top = corner(page)
    size = page.locator("#map").bounding_box()
    page.get_by_role("button", name="圈选").click()
    for x, y in ((0.2, 0.2), (0.8, 0.2), (0.8, 0.8)):
        page.mouse.click(left + size["width"] * x, top + size["height"] * y, delay=20)
        page.wait_for_timeout(400)  # two clicks in quick succession are a double one
    page.mouse.dblclick(left + size["width"] * 0.2, top + size["height"] * 0.8)
    page.wait_for_url(re.compile(r"/estates\?.*ids="))

    assert 0 < listed(page) < 400


def test_a_click_on_an_estate_keeps_its_card_which_leads_to_its_page(chart):
    page = chart("?stage=acceptance")
    link = page.locator("a[data-estate][data-lon]").first
    name, estate = link.inner_text(), link.get_attribute("data-estate")
    lon, lat = link.get_attribute("data-lon"), link.get_attribute("data-lat")
    page.evaluate(
        f"document.querySelector('#map').chart.jumpTo({{center: [{lon}, {lat}], zoom: 17}})"
    )
    page.locator("#map").scroll_into_view_if_needed()
    page.evaluate(IDLE)
    at = next(one["at"] for one in page.evaluate(SEEN, "estates") if str(one["id"]) == estate)
    left, top = corner(page)
    page.mouse.click(left + at["x"], top + at["y"])
    page.mouse.move(left + 5, top + 5)  # a card that was clicked stays when the mouse goes

    card = page.locator(".map-card")
    expect(card.locator("b")).to_have_text(name)
    card.get_by_role("link").click()
    page.wait_for_url(re.compile(rf"/estates/{estate}$"))
    expect(page.locator("h1")).to_contain_text(name)


def test_escape_ends_choosing_and_the_map_stays(chart):
    page = chart()
    page.get_by_role("button", name="框选").click()
    page.keyboard.press("Escape")
    expect(page.locator(".map-hint")).to_have_text("")
    expect(page.locator("#map.is-choosing")).to_have_count(0)
    expect(page).to_have_url(re.compile(r"/map(\?|$)"))


def test_a_click_on_several_comes_nearer_until_they_part(chart):
    page = chart()
    zoom = "document.querySelector('#map').chart.getZoom()"
    page.evaluate("document.querySelector('#map').chart.jumpTo({zoom: 10.5})")  # far off
    page.evaluate(IDLE)
    before = page.evaluate(zoom)
    several = [one for one in page.evaluate(SEEN, "estates") if one["count"] > 1]
    assert several
    most = max(several, key=lambda one: one["count"])
    left, top = corner(page)
    page.mouse.click(left + most["at"]["x"], top + most["at"]["y"])
    until(page, f"{zoom} > {before} + 1.9")
    page.evaluate(IDLE)

    nearer = page.evaluate(SEEN, "estates")
    assert max(one["count"] for one in nearer) < most["count"]


@pytest.mark.parametrize(("switch", "layer"), [("管线", "pipes"), ("存量资源", "resources")])
def test_a_layer_is_drawn_while_it_is_switched_on(chart, switch, layer):
    page = chart()
    box = page.locator(f"input[data-layer={layer}]")
    assert not page.evaluate(SEEN, layer)

    page.locator(".map-layers").get_by_label(switch, exact=True).check()
    page.evaluate("document.querySelector('#map').chart.jumpTo({zoom: 15})")
    page.evaluate(IDLE)
    drawn = page.evaluate(SEEN, layer)
    box.uncheck()
    page.evaluate(IDLE)

    assert drawn
    assert not page.evaluate(SEEN, layer)


def test_the_estates_themselves_can_be_switched_off(chart):
    page = chart()
    assert page.evaluate(SEEN, "estates")
    page.locator("input[data-layer=estates]").uncheck()
    page.evaluate(IDLE)
    assert not page.evaluate(SEEN, "estates")


def test_map_and_table_show_the_same_selection(chart):
    page = chart("?stage=works")
    told = int(re.search(r"地图上的 ([\d,]+) 个小区", page.inner_text("main"))[1])
    shown = page.evaluate(SEEN, "estates")

    assert 0 < told < 400
    assert sum({(o["id"], o["at"]["x"]): o["count"] for o in shown}.values()) == told
    page.goto(page.url.replace("/map", "/estates"))
    assert listed(page) == told


def test_pointing_at_a_row_marks_its_place_and_at_a_place_its_row(chart):
    page = chart("?stage=acceptance")
    link = page.locator("a[data-estate][data-lon]").first
    link.locator("xpath=ancestor::tr").hover()
    until(page, f"({LIT})().then((found) => found.length)")
    ((lon, lat),) = page.evaluate(LIT)
    told = [float(link.get_attribute(name)) for name in ("data-lon", "data-lat")]
    assert [lon, lat] == told

    page.evaluate(
        f"document.querySelector('#map').chart.jumpTo({{center: [{lon}, {lat}], zoom: 17}})"
    )
    page.locator("#map").scroll_into_view_if_needed()
    page.evaluate(IDLE)
    estate = link.get_attribute("data-estate")
    at = next(one["at"] for one in page.evaluate(SEEN, "estates") if str(one["id"]) == estate)
    left, top = corner(page)
    page.mouse.move(left + at["x"] - 3, top + at["y"] - 3)
    page.mouse.move(left + at["x"], top + at["y"], steps=3)

    expect(page.locator("tr.is-lit a[data-estate]")).to_have_attribute("data-estate", estate)
