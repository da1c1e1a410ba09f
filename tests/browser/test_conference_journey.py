"""A meeting in a browser: the city takes up an application, confirms it, gives and signs."""

import re

import pytest
from django.utils import timezone
from playwright.sync_api import expect

pytestmark = pytest.mark.slow


def test_the_city_confirms_at_a_meeting_gives_an_assignment_and_signs(as_, page):
    as_("shi", "/conference")
    page.get_by_role("link", name="召集会议").click()
    page.get_by_label("开会日期").fill(timezone.localdate().isoformat())
    page.get_by_label("主持人").fill("任召")
    page.get_by_role("button", name="召集").click()
    page.get_by_text("核定示范区给排水改造的市级补助").first.wait_for()  # came back by itself
    meeting = re.search(r"/conference/meetings/\d+", page.url)[0]
    page.get_by_role("button", name=re.compile("^列入议程 审议")).first.click()
    page.locator(".agenda").get_by_role("link", name=re.compile("^审议")).first.click()
    page.get_by_label("结果").select_option(label="同意")
    page.get_by_role("textbox", name="议定事项").fill("材料齐全，予以确认。")
    page.get_by_label("赞成").fill("5")
    page.get_by_role("button", name="记录").click()
    page.get_by_text("都填上").wait_for()
    expect(page.get_by_role("textbox", name="议定事项")).to_have_value("材料齐全，予以确认。")
    page.get_by_label("反对").fill("0")
    page.get_by_label("弃权").fill("0")
    page.get_by_role("button", name="记录").click()
    page.get_by_text(re.compile(r"QR11-\d{4}-\d{4}")).first.wait_for()

    page.get_by_role("textbox", name="交办事项").fill("督促进场前补齐证据")
    page.get_by_label("主办单位").select_option(label="示范区住房和城市建设委（虚构）")
    page.get_by_label("办理期限").fill("2030-01-01")
    page.get_by_role("button", name="交办", exact=True).click()
    page.get_by_text("已交办").wait_for()
    as_("bumen", "/today")
    page.get_by_role("link", name="督促进场前补齐证据").click()
    page.get_by_label("办到哪里").select_option(label="报请办结")
    page.get_by_label("进展情况").fill("已督促，证据已补。")
    page.get_by_role("button", name="报告").click()
    page.get_by_text("已报办结，待核").first.wait_for()

    as_("shi", meeting)
    page.get_by_role("button", name="签发纪要").click()
    page.get_by_text("还有议题没有记录议定事项").wait_for()
    for _n in range(10):
        left = page.locator(".agenda li", has_text="未议定").get_by_role("link")
        if not left.count():
            break
        left.first.click()
        page.get_by_label("结果").select_option(label="听取，不表决")
        page.get_by_role("textbox", name="议定事项").fill("听取汇报，继续推进。")
        page.get_by_role("button", name="记录").click()
        page.get_by_text("听取汇报，继续推进。").first.wait_for()
        page.goto(page.url.split("/conference")[0] + meeting)
    page.get_by_role("button", name="签发纪要").click()
    page.get_by_text("内容与签发时一致").wait_for()
    with page.expect_download() as taken:
        page.get_by_role("link", name="会议纪要（Word）").click()
    assert taken.value.suggested_filename.endswith(".docx")
