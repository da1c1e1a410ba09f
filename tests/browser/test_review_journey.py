"""A design is returned with all remarks at once, answered, and passes; a street whistles."""

import re

import pytest
from playwright.sync_api import expect

from tools.walk import Visitor

pytestmark = pytest.mark.slow


def first_version(demo, cast):
    """Return the address of a review whose first version the planner is reading."""
    guihua = Visitor(demo).sign_in("guihua", cast["guihua"])
    found = re.findall(r'href="(/projects/\d+/review)"', guihua.get("/reviews?hand=planner").html)
    return next(one for one in found if "审查第 1 版：准备意见" in guihua.get(one).html)


def test_a_design_is_returned_answered_and_passes(demo, cast, as_, page, tmp_path):
    path = first_version(demo, cast)
    as_("guihua", path)
    page.get_by_label("部位").select_option(label="管线")
    page.locator("#prepare textarea").first.fill("排水管径偏小，请核算")
    page.get_by_role("button", name="加入意见").click()
    page.get_by_text("排水管径偏小，请核算").first.wait_for()
    page.get_by_label("总体意见").fill("请按意见修改")
    page.get_by_role("button", name="给出审查结论和全部意见").click()
    page.get_by_role("alert").filter(has_text="须修改").wait_for()
    expect(page.get_by_label("总体意见")).to_have_value("请按意见修改")
    page.get_by_label("审查结论").select_option(label="退回修改")
    page.get_by_role("button", name="给出审查结论和全部意见").click()
    page.get_by_text("意见已一次性给出").wait_for()

    as_("sheji", path)
    open_remarks = page.locator("#answers details[open] form")
    open_remarks.first.wait_for()
    for left in range(open_remarks.count() - 1, -1, -1):
        open_remarks.first.get_by_label("怎样修改").fill("已修改，见图")
        open_remarks.first.get_by_role("button").click()
        expect(open_remarks).to_have_count(left)
    page.get_by_label("方案要点").fill("按意见修改")
    page.get_by_role("button", name="提交给责任规划师").click()
    page.get_by_text("第 2 版已提交").wait_for()

    as_("guihua", path)
    page.get_by_label("总体意见").fill("意见已落实")
    page.get_by_label("审查结论").select_option(label="审查合格")
    page.get_by_role("button", name="给出审查结论和全部意见").click()
    page.get_by_text("第 2 版审查合格，已作为证据写入台账").wait_for()
    page.get_by_role("link", name="前后两版对照").click()
    page.get_by_text("排水管径偏小，请核算").first.wait_for()


def test_a_street_whistles_and_a_department_reports(demo, cast, as_, page):
    jie = Visitor(demo).sign_in("jie", cast["jie"])
    estate = re.search(r'href="(/estates/\d+)"', jie.get("/estates").html)[1]
    as_("jie", estate + "/whistle")
    page.get_by_label("问题", exact=False).first.fill("路灯不亮")
    page.get_by_label("情况和诉求").fill("三号楼北侧路灯全灭，老人摔倒")
    page.get_by_label("住房和城市建设委", exact=False).first.check()
    page.get_by_role("button", name="吹哨", exact=True).click()
    page.get_by_text("部门已收到通知").wait_for()
    path = re.search(r"/whistles/\d+", page.url)[0]

    as_("bumen", "/today")
    page.locator(f'a[href="{path}"]').first.click()
    page.locator("#calls").get_by_label("说明").first.fill("今晚派人检修")
    page.get_by_role("button", name=re.compile("^报到")).first.click()
    page.get_by_text("已报到，办结期限").first.wait_for()
