"""From wish to confirmation: a clerk applies, it is returned and comes back, the city confirms."""

import re
from datetime import date

import pytest
from playwright.sync_api import expect

from tools.walk import Visitor

pytestmark = pytest.mark.slow


def estate_to_apply_for(demo, cast):
    """Return the address of an estate of the street for which nobody has applied yet."""
    jie = Visitor(demo).sign_in("jie", cast["jie"])
    found = re.findall(r'href="(/estates/\d+)"', jie.get("/estates?stage=ledger").html)
    return next(one for one in found if f'action="{one}/apply"' in jie.get(one).html)


def test_an_application_is_returned_comes_back_and_is_confirmed_with_a_number(
    demo, cast, as_, page
):
    estate = estate_to_apply_for(demo, cast)
    as_("jie", estate)
    page.get_by_role("button", name="申报改造").click()
    page.get_by_role("link", name="填写并提交").click()
    page.get_by_label("申请主体", exact=False).first.select_option(label="业主委员会")
    page.get_by_label("申请主体名称").fill("示范里业主委员会")
    page.get_by_label("征求意见截止日").fill(date(2026, 6, 1).isoformat())
    page.get_by_label("总户数").fill("300")
    page.get_by_label("参与户数").fill("260")
    page.get_by_label("申请理由和居民诉求").fill("屋面漏水，管线老化")
    page.get_by_role("button", name="提交给街道").click()
    page.get_by_role("alert").filter(has_text="同意户数").wait_for()
    expect(page.get_by_label("申请理由和居民诉求")).to_have_value("屋面漏水，管线老化")
    page.get_by_label("同意户数").fill("240")
    page.locator("summary", has_text="XC18 基础类 · 楼本体").click()
    page.get_by_label("节能改造", exact=True).check()
    page.get_by_role("button", name="提交给街道").click()
    page.get_by_text("等街道审核").wait_for()
    path = re.search(r"/applications/\d+", page.url)[0]

    page.get_by_label("意见").fill("缺征求意见汇总表")
    page.get_by_role("button", name="退回", exact=True).click()
    page.get_by_text("退回：").wait_for()
    page.get_by_role("link", name="补正并提交").click()
    expect(page.get_by_label("同意户数")).to_have_value("240")
    page.get_by_role("button", name="提交给街道").click()
    page.get_by_label("意见").fill("材料齐了，同意上报")
    page.get_by_role("button", name="通过，上报区里").click()
    page.locator(".chain .is-current").filter(has_text="区审核").wait_for()

    as_("qu", "/today")
    page.locator(f'a[href="{path}"]').first.click()
    page.get_by_label("意见").fill("财政可承受，同意")
    page.get_by_role("button", name="通过，报市联席会").click()
    page.locator(".chain .is-current").filter(has_text="市联席会").wait_for()

    as_("shi", path)
    page.get_by_label("意见").fill("联席会议审议通过")
    page.get_by_role("button", name="确认并下发文件").click()
    page.get_by_text(re.compile(r"项目确认文件编号 QR11-\d{4}-\d{4}")).first.wait_for()
    page.get_by_role("link", name=re.compile(r"^项目 \d{6}")).first.click()
    page.get_by_text("示范里业主委员会").wait_for()

    as_("jie", estate)
    expect(page.locator("#chain").get_by_text("已确认")).to_have_count(1)
    expect(page.locator("li[aria-current=step]")).to_have_text(re.compile(r"储备\s*$"))
