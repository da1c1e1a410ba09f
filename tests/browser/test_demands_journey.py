"""A resident says something on a phone, the desk answers it, the resident rates the answer."""

import re

import pytest
from playwright.sync_api import expect

from tools.walk import household

pytestmark = pytest.mark.slow
WORDS = "楼前的长椅断了一条腿，坐上去要摔"
ANSWER = "长椅已经换新，请去看看。"


@pytest.fixture
def phone(chromium):
    """Return a page of a household on a phone that runs no script."""
    made = chromium.new_context(
        locale="zh-CN", viewport={"width": 390, "height": 844}, java_script_enabled=False
    )
    made.set_default_timeout(20_000)
    yield made.new_page()
    made.close()


def come_in(demo, phone):
    slug, code = household()
    phone.goto(f"{demo}/r/e/{slug}")
    phone.get_by_label("信件上的户码").fill(code)
    phone.get_by_role("button", name="进入").click()


def test_a_demand_goes_from_a_phone_to_the_desk_and_back(demo, phone, open_as):
    come_in(demo, phone)
    phone.get_by_role("link", name="我的诉求").click()
    phone.get_by_label("有什么事要我们办？").fill(WORDS)
    phone.get_by_label("关于什么").select_option(label="环境卫生和绿化")
    phone.get_by_label("小区里别的地方").check()
    phone.get_by_role("button", name="提交").click()
    heading = phone.get_by_role("heading", level=1, name=re.compile(r"SQ\d{7}"))
    number = re.search(r"SQ\d{7}", heading.inner_text())[0]
    expect(phone.get_by_text("待分派")).to_be_visible()

    page = open_as("jie", f"/demands?q={number}")
    page.get_by_role("link", name=number).click()
    page.get_by_label("责任单位").first.select_option(index=1)
    page.get_by_role("button", name="分派", exact=True).click()
    page.get_by_role("textbox", name="答复").fill(ANSWER)
    page.get_by_role("button", name="答复", exact=True).click()
    page.get_by_text("已答复，待评价").first.wait_for()

    phone.goto(f"{demo}/r/")
    phone.get_by_role("link", name=WORDS).click()
    expect(phone.get_by_text(ANSWER)).to_be_visible()
    phone.get_by_label("解决了", exact=True).check()
    phone.get_by_label("满意", exact=True).check()
    phone.get_by_role("button", name="提交评价").click()
    expect(phone.get_by_text("已办结")).to_be_visible()


def test_a_call_that_repeats_a_demand_is_linked_by_the_clerk(open_as):
    page = open_as("jie", "/demands?q=楼道灯坏了半个月&which=all")
    page.locator("tbody td a").first.click()
    page.get_by_text("更多办理").click()
    page.get_by_role("link", name="登记诉求").click()
    page.get_by_label("来源").select_option(label="来电")
    page.get_by_label("诉求内容").fill("1号楼1单元楼道灯坏了半个月，晚上上下楼看不清路")
    page.get_by_role("button", name="登记", exact=True).click()
    page.get_by_role("heading", name="可能是同一件事，请先看一下").wait_for()
    page.get_by_role("radio", name=re.compile("的重复")).first.check()
    page.get_by_role("button", name="登记", exact=True).click()

    page.get_by_text(re.compile(r"已登记，编号 SQ\d+")).wait_for()
    expect(page.get_by_role("button", name="不是同一件事，解除")).to_be_visible()
