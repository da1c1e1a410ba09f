"""The frame in a browser: signing in, theme, language, search key, drawer, refused forms."""

import re

import pytest

pytestmark = pytest.mark.slow


def test_somebody_signs_in_and_out(demo, cast, page):
    page.goto(demo)
    page.locator("[name=login]").fill("qu")
    page.locator("[name=password]").fill(cast["qu"])
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/(today|map|estates)"))
    page.locator("summary", has_text="曲明").click()
    page.get_by_role("button", name="退出登录").click()
    page.wait_for_url(re.compile("login|logout|/$"))

    page.goto(f"{demo}/estates")
    assert "/account/login" in page.url


def test_the_page_follows_the_machine_until_a_theme_is_chosen(open_as, page):
    page.emulate_media(color_scheme="dark")
    open_as("qu", "/gallery")
    root = page.locator("html")
    assert root.get_attribute("data-bs-theme") == "dark"

    page.locator("summary[title=明暗]").click()
    page.get_by_role("button", name="浅色").click()
    page.wait_for_selector("html[data-theme=light]")
    assert root.get_attribute("data-bs-theme") == "light"


def test_the_language_changes_and_the_page_stays(open_as, page):
    open_as("qu", "/gallery")
    page.get_by_role("button", name="English").click()
    page.wait_for_selector("html[lang=en]")

    assert page.url.endswith("/gallery")
    assert page.get_by_role("heading", level=1).inner_text() == "Components"


def test_a_key_leads_to_the_search_box(open_as, page):
    open_as("qu", "/gallery")
    page.keyboard.press("Control+k")
    page.keyboard.type("玉兰")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/search\?q="))


def test_the_drawer_opens_the_part_and_closes_with_escape(open_as, page):
    open_as("qu", "/gallery")
    page.get_by_role("link", name="为什么").click()
    drawer = page.locator("#drawer")
    drawer.get_by_text("这一段既是单独的一页").wait_for()
    assert drawer.get_by_role("heading", name="为什么").is_visible()

    page.keyboard.press("Escape")
    assert not drawer.is_visible()


def test_a_refused_form_keeps_what_was_typed_and_leads_to_the_fault(open_as, page):
    open_as("qu", "/gallery")
    page.get_by_label("小区名称").fill("玉兰里")
    page.get_by_label("建成年代").fill("1885")
    page.locator("form[method=post]", has_text="小区名称").evaluate(
        "form => form.noValidate = true"
    )
    page.get_by_role("button", name="提交").click()
    page.get_by_role("alert").filter(has_text="需要改正").wait_for()

    assert page.get_by_label("小区名称").input_value() == "玉兰里"
    assert page.get_by_label("建成年代").input_value() == "1885"
    page.get_by_role("alert").get_by_role("link", name="建成年代").click()
    assert page.evaluate("location.hash") == "#id_year"


def test_what_is_lost_is_named_before(open_as, page):
    open_as("qu", "/gallery")
    page.get_by_role("button", name="移除").click()
    question = page.get_by_role("dialog")
    assert "将移除 3 条" in question.inner_text()
    question.get_by_role("button", name="不，返回").click()
    assert page.url.endswith("/gallery")


def test_the_keyboard_skips_to_the_content(open_as, page):
    open_as("qu", "/gallery")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_without_scripts_the_drawer_is_a_page(demo, cast, chromium):
    from tests.browser.conftest import cookies_of
    from tools.walk import Visitor

    context = chromium.new_context(java_script_enabled=False, locale="zh-CN")
    context.add_cookies(cookies_of(Visitor(demo).sign_in("qu", cast["qu"])))
    page = context.new_page()
    page.goto(f"{demo}/gallery")
    page.get_by_role("link", name="为什么").click()

    assert page.get_by_role("heading", level=1).inner_text() == "为什么"
    context.close()


def test_a_stranger_to_a_page_reads_why_and_what_to_do(open_as, page):
    open_as("xitong", "/estates")

    assert page.get_by_role("heading", level=1).inner_text() == "没有权限"
    assert "安全管理员" in page.get_by_role("main").inner_text()
