"""A resident votes on a phone and checks the receipt; two clerks find a mismatch."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from tests.browser.conftest import cookies_of
from tools.walk import Visitor, household

pytestmark = pytest.mark.slow
PHONE = {"width": 390, "height": 844}


@pytest.fixture
def phone(chromium):
    """Return a page on a phone that runs no script."""
    made = chromium.new_context(locale="zh-CN", viewport=PHONE, java_script_enabled=False)
    made.set_default_timeout(20_000)
    yield made.new_page()
    made.close()


@pytest.mark.parametrize("elder", [False, True])
def test_a_resident_votes_copies_the_receipt_and_finds_the_ballot(demo, phone, elder):
    slug, code = household()
    phone.goto(f"{demo}/r/e/{slug}")
    if elder:
        phone.get_by_role("button", name="长辈版").click()
    phone.get_by_label("信件上的户码").fill(code.lower())
    phone.get_by_role("button", name="进入").click()
    phone.get_by_role("link", name="是否同意按公示方案改造本小区").first.click()
    phone.get_by_role("radio", name="同意").first.check()
    phone.get_by_role("button", name="下一步：核对").click()
    expect(phone.get_by_text("您选的是：同意")).to_be_visible()
    phone.get_by_role("button", name="确定投票").click()
    words = phone.locator(".words").inner_text()
    assert len(words.split()) == 6

    phone.get_by_role("link", name="核对我的票").click()
    phone.get_by_label("回执的六个词，或者十二位编号").fill(words)
    phone.get_by_role("button", name="查找").click()

    expect(phone.get_by_text("找到了")).to_be_visible()
    expect(phone.get_by_text("您家的意见：同意")).to_be_visible()


def test_after_the_close_the_receipt_is_in_the_list_and_the_result_says_why(demo, phone):
    slug, code = household()
    phone.goto(f"{demo}/r/e/{slug}")
    phone.get_by_label("信件上的户码").fill(code)
    phone.get_by_role("button", name="进入").click()
    phone.get_by_role("link", name="社区食堂").click()
    expect(phone.get_by_role("heading", name="表决结果")).to_be_visible()
    expect(phone.get_by_text("CC 278").first).to_be_visible()
    phone.get_by_role("link", name="看全部清单").click()
    receipt = phone.locator("tbody th").first.inner_text().split()[0]
    phone.get_by_role("link", name="核对我的票").click()
    phone.get_by_label("回执的六个词，或者十二位编号").fill(receipt)
    phone.get_by_role("button", name="查找").click()

    expect(phone.get_by_text("已计入结果")).to_be_visible()


def test_the_first_page_is_light(demo, chromium):
    context = chromium.new_context(viewport=PHONE, java_script_enabled=False)
    page, sizes = context.new_page(), []
    page.on("response", lambda got: sizes.append(len(got.body())))
    page.goto(f"{demo}/r/e/{household()[0]}", wait_until="networkidle")
    context.close()

    assert 0 < sum(sizes) <= 100_000


def test_two_clerks_type_a_paper_and_a_mismatch_is_found(demo, cast, chromium):
    at = f"{timezone.localtime() - timedelta(days=1):%Y-%m-%dT10:00}"
    pages = {}
    for who in ("jie", "qu"):
        context = chromium.new_context(locale="zh-CN", viewport=PHONE)
        context.add_cookies(cookies_of(Visitor(demo).sign_in(who, cast[who])))
        pages[who] = context.new_page()

    def type_(who, mark):
        page = pages[who]
        page.goto(f"{demo}/votes")
        page.get_by_role("link", name="是否同意按公示方案改造本小区").click()
        page.get_by_role("link", name="录入纸质票").click()
        page.get_by_role("link", name="对照原票录入这一户").last.click()
        page.get_by_role("radio", name=mark, exact=True).check()
        page.get_by_label("交票时间").fill(at)
        page.get_by_role("button", name="录入").click()
        return page

    type_("qu", "反对").get_by_text("不一致").first.wait_for()
    type_("jie", "反对").get_by_text("已计入").first.wait_for()
    for page in pages.values():
        page.context.close()
