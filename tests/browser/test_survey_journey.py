"""A resident answers a survey on a phone; a clerk visits a flat, window by window."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import cookies_of
from tools.walk import Visitor, household

pytestmark = pytest.mark.slow
PHONE = {"width": 390, "height": 844}
SURVEY = re.compile(r"/r/s/\d+$")


@pytest.fixture
def phone(chromium):
    """Return a page on a phone that runs no script."""
    made = chromium.new_context(locale="zh-CN", viewport=PHONE, java_script_enabled=False)
    made.set_default_timeout(20_000)
    yield made.new_page()
    made.close()


@pytest.mark.parametrize("elder", [False, True])
def test_a_resident_answers_one_question_a_screen_goes_back_and_hands_in(demo, phone, elder):
    slug, code = household()
    phone.goto(f"{demo}/r/e/{slug}")
    if elder:
        phone.get_by_role("button", name="长辈版").click()
    phone.get_by_label("信件上的户码").fill(code)
    phone.get_by_role("button", name="进入").click()
    phone.get_by_role("link", name="小区服务设施问卷").first.click()
    phone.wait_for_url(SURVEY)
    phone.goto(f"{phone.url}/1/q/first")  # where it begins, also for who answered before
    phone.get_by_role("checkbox", name="社区食堂").check()
    phone.get_by_role("button", name="下一题").click()
    phone.get_by_role("link", name="上一题").click()
    expect(phone.get_by_role("checkbox", name="社区食堂")).to_be_checked()
    phone.get_by_role("button", name="下一题").click()
    phone.get_by_role("radio", name="每周几次").check()
    phone.get_by_role("button", name="下一题").click()
    phone.get_by_label("一顿饭多少元合适？").fill("500")
    phone.get_by_role("button", name="下一题").click()
    expect(phone.get_by_text("请填 1 到 100 元。")).to_be_visible()
    phone.get_by_label("一顿饭多少元合适？").fill("15")
    phone.get_by_role("button", name="下一题").click()
    expect(phone.get_by_role("heading", name="属于敏感信息")).to_be_visible()
    phone.get_by_role("radio", name="不同意").check()
    phone.get_by_role("button", name="下一题").click()
    # What is sensitive is passed over.
    expect(phone.get_by_label("还有什么想说的？")).to_be_visible()
    phone.get_by_role("button", name="下一题").click()
    phone.get_by_role("button", name="交上来").click()

    expect(phone.get_by_text("已于")).to_be_visible()


def test_a_clerk_writes_down_a_visit_window_by_window(demo, phone):
    visitor = Visitor(demo).sign_in("jie", "shifan-2026-demo")
    phone.context.add_cookies(cookies_of(visitor))
    phone.goto(f"{demo}/surveys")
    phone.get_by_role("link", name="入户调查表").click()
    phone.get_by_role("link", name="逐户").click()
    flat = phone.get_by_role("listitem").filter(has_text="未答").first
    flat.get_by_role("link").click()
    walls = phone.get_by_role("group", name="有没有拆改过承重墙")
    walls.get_by_role("radio", name="否").check()
    phone.get_by_role("group", name="同意施工时入户换管吗").get_by_role("radio", name="是").check()
    phone.get_by_role("button", name="保存，再加一行").click()
    phone.get_by_label("哪间屋").fill("客厅")
    phone.get_by_label("宽（厘米）").fill("5")
    phone.get_by_role("button", name="这一户完成").click()
    expect(phone.get_by_text("一樘窗的宽和高在 20 到 600 厘米之间")).to_be_visible()
    phone.get_by_label("宽（厘米）").fill("150")
    phone.get_by_role("group", name="是否更换").get_by_role("radio", name="是").check()
    phone.get_by_role("button", name="这一户完成").click()

    expect(phone.get_by_role("heading", name="入户调查表：逐户")).to_be_visible()
