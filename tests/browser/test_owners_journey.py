"""A household reads who speaks for the owners, what they voted, and what came of a choice."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from tools.walk import household

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


def come_in(demo, phone, *, elder=False):
    """Enter the household of the demo, in the elder version if that is asked for."""
    slug, code = household()
    phone.goto(f"{demo}/r/e/{slug}")
    if elder:
        phone.get_by_role("button", name="长辈版").click()
    phone.get_by_label("信件上的户码").fill(code)
    phone.get_by_role("button", name="进入").click()


def test_what_was_tried_and_voted_is_contracted_and_the_household_reads_it(demo, phone, open_as):
    come_in(demo, phone)
    phone.get_by_role("link", name="已选聘，待签合同").click()
    expect(phone.get_by_text("业主委员会", exact=True)).to_be_visible()
    expect(phone.get_by_text("已备案")).to_be_visible()
    phone.get_by_role("link", name="看投票结果").click()
    expect(phone.get_by_role("heading", name="表决结果")).to_be_visible()
    expect(phone.get_by_text("CC 278").first).to_be_visible()

    today = timezone.localdate()
    page = open_as("jie", "/services?which=carried")
    page.locator("tbody th a").first.click()
    contract = page.locator("form[action$='/sign']")
    contract.get_by_label("签订日").fill(today.isoformat())
    contract.get_by_label("合同届满日").fill((today + timedelta(days=700)).isoformat())
    contract.get_by_label("服务标准").fill("二级")
    contract.get_by_label("物业费").fill("0.92")
    contract.get_by_label("合同约定了").check()
    contract.get_by_role("button", name="登记合同").click()
    page.get_by_label("备案号").fill("示范物备 11")
    page.get_by_role("button", name="登记备案").click()
    page.locator("dl.facts a").first.click()  # to the estate
    parties = page.locator("#parties").inner_text()
    assert "物业服务企业 示范和美物业（虚构）" in parties
    assert f"自 {today.isoformat()}" in parties

    phone.goto(f"{demo}/r/owners")
    expect(phone.get_by_text("物业费每平方米每月 0.92 元")).to_be_visible()
    phone.goto(f"{demo}/r/calendar")
    expect(phone.get_by_text("签订物业服务合同")).to_be_visible()
    expect(phone.get_by_text("业主委员会成立")).to_be_visible()


def test_an_elder_chooses_within_a_sum_and_reads_what_came_of_it(demo, phone, open_as):
    come_in(demo, phone, elder=True)
    phone.get_by_role("link", name="居民点单：余下的钱做什么").first.click()
    phone.wait_for_url(SURVEY)
    phone.goto(f"{phone.url}/1/q/first")  # where it begins, also for who answered before
    for box in phone.get_by_role("checkbox").all()[:2]:
        box.check()
    phone.get_by_role("button", name="下一题").click()
    phone.get_by_role("button", name="交上来").click()
    expect(phone.get_by_text("已于")).to_be_visible()

    page = open_as("jie", "/surveys")
    page.get_by_role("link", name="居民点单：余下的钱做什么").click()
    page.get_by_role("button", name="截止").click()
    page.locator("#confirm button[value=yes]").click()
    page.get_by_role("link", name="定下点单结果").click()
    page.get_by_role("button", name="定下结果并公布").click()
    page.locator("#confirm button[value=yes]").click()
    page.get_by_text("定下结果，居民看得到").wait_for()

    phone.goto(f"{demo}/r/")
    phone.get_by_role("link", name="居民点单：余下的钱做什么 选上了哪些").click()
    expect(phone.get_by_text("1 户参加")).to_be_visible()
    expect(phone.get_by_text("✓ 选上").first).to_be_visible()
    size = phone.evaluate("getComputedStyle(document.body).fontSize")
    assert float(size.removesuffix("px")) >= 22
