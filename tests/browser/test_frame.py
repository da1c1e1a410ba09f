"""The frame in a browser: signing in, theme, language, search key, drawer, refused forms."""

import re

import pytest
from playwright.sync_api import expect

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
    expect(page).to_have_url(re.compile("/account/login"))


def test_the_page_follows_the_machine_until_a_theme_is_chosen(open_as, page):
    page.emulate_media(color_scheme="dark")
    open_as("qu", "/gallery")
    root = page.locator("html")
    expect(root).to_have_attribute("data-bs-theme", "dark")

    page.locator("summary[title=明暗]").click()
    page.get_by_role("button", name="浅色").click()
    page.wait_for_selector("html[data-theme=light]")
    expect(root).to_have_attribute("data-bs-theme", "light")


def test_the_language_changes_and_the_page_stays(open_as, page):
    open_as("qu", "/gallery")
    page.get_by_role("button", name="English").click()
    page.wait_for_selector("html[lang=en]")

    expect(page).to_have_url(re.compile("/gallery$"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Components")


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
    expect(drawer.get_by_role("heading", name="为什么")).to_be_visible()

    page.keyboard.press("Escape")
    expect(drawer).to_be_hidden()


def test_a_refused_form_keeps_what_was_typed_and_leads_to_the_fault(open_as, page):
    open_as("qu", "/gallery")
    page.get_by_label("小区名称").fill("玉兰里")
    page.get_by_label("建成年代").fill("1885")
    page.locator("form[method=post]", has_text="小区名称").evaluate(
        "form => form.noValidate = true"
    )
    page.get_by_role("button", name="提交").click()
    page.get_by_role("alert").filter(has_text="需要改正").wait_for()

    expect(page.get_by_label("小区名称")).to_have_value("玉兰里")
    expect(page.get_by_label("建成年代")).to_have_value("1885")
    page.get_by_role("alert").get_by_role("link", name="建成年代").click()
    expect(page).to_have_url(re.compile("#id_year$"))


def test_what_is_lost_is_named_before(open_as, page):
    open_as("qu", "/gallery")
    page.get_by_role("button", name="移除").click()
    question = page.get_by_role("dialog")
    expect(question).to_contain_text("将移除 3 条")
    question.get_by_role("button", name="不，返回").click()
    expect(page).to_have_url(re.compile("/gallery$"))


def test_the_keyboard_skips_to_the_content(open_as, page):
    open_as("qu", "/gallery")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()


def test_without_scripts_the_drawer_is_a_page(demo, cast, chromium):
    from tests.browser.conftest import cookies_of
    from tools.walk import Visitor

    context = chromium.new_context(java_script_enabled=False, locale="zh-CN")
    context.add_cookies(cookies_of(Visitor(demo).sign_in("qu", cast["qu"])))
    page = context.new_page()
    page.goto(f"{demo}/gallery")
    page.get_by_role("link", name="为什么").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("为什么")
    context.close()


def test_a_stranger_to_a_page_reads_why_and_what_to_do(open_as, page):
    open_as("xitong", "/estates")

    expect(page.get_by_role("heading", level=1)).to_have_text("没有权限")
    expect(page.get_by_role("main")).to_contain_text("安全管理员")
