"""Three scenarios compared and one adopted while somebody else edits, in a real browser."""

import re
from urllib.parse import urlsplit
from uuid import uuid4

import pytest
from playwright.sync_api import expect

from tools.walk import Visitor

pytestmark = pytest.mark.slow


@pytest.fixture
def unique():
    """Return a word that no earlier run left in the demo."""
    return uuid4().hex[:6]


def copied(page, name):
    """Save the scenario on the page as another one."""
    page.get_by_label("副本的名称").fill(name)
    page.get_by_role("button", name="另存一个方案").click()
    page.get_by_role("link", name=name, exact=True).first.wait_for()


def solve(page, amount):
    """Give the money of the city for a year, and wait for what comes of it."""
    page.get_by_label(re.compile("市级 2027 年")).fill(amount)
    page.get_by_role("button", name="保存并求解").click()
    page.locator(".plan-progress, #found .figures").first.wait_for()
    page.locator("#found .figures").wait_for(timeout=120_000)
    page.locator(".plan-progress").wait_for(state="detached", timeout=120_000)


def typed(visitor, path):
    """Return the studio's form as somebody's browser would send it."""
    html = visitor.get(path).html
    form = html[html.index('id="asked"') : html.index("</form>", html.index('id="asked"'))]
    said = {}
    for tag in re.findall(r"<input[^>]*>", form):
        found = dict(re.findall(r'(\w[\w-]*)="([^"]*)"', tag))
        if found.get("type") not in ("checkbox", "submit") or " checked" in tag:
            said[found["name"]] = found.get("value", "")
    for name, options in re.findall(r'<select[^>]*name="([^"]+)"[^>]*>(.*?)</select>', form, re.S):
        chosen = re.search(r'value="([^"]*)" selected', options)
        said[name] = chosen[1] if chosen else ""
    said |= dict.fromkeys(re.findall(r'<textarea[^>]*name="([^"]+)"', form), "")
    return said


def test_three_scenarios_are_compared_and_one_adopted_while_another_edits(
    demo, cast, open_as, page, unique
):
    page.set_default_timeout(60_000)
    open_as("qu", "/plans")
    page.get_by_role("link", name="三年滚动计划", exact=True).first.click()
    names = [f"{word}{unique}" for word in ("少些", "照旧", "多些")]
    places = []
    for name, amount in zip(names, ("4500", "5000", "6500"), strict=True):
        copied(page, name)
        solve(page, amount)
        places.append(urlsplit(page.url).path)

    page.goto(f"{demo}/plans")
    for name in names:
        page.get_by_label(f"选择 {name}").check()
    page.get_by_role("button", name=re.compile("对照选中的")).click()
    table = page.get_by_role("region", name="指标对照")
    for name in names:
        expect(table.locator("thead")).to_contain_text(name)
    expect(page.get_by_role("region", name="小区对照").get_by_role("row").nth(1)).to_be_attached()

    page.goto(demo + places[2])
    page.get_by_label(re.compile("居民 2027 年")).fill("66")
    other = Visitor(demo).sign_in("shi", cast["shi"])
    said = typed(other, places[2]) | {"carry": "on", "do": "save"}
    answer = other.post(f"{places[2]}/change", said, page=places[2])
    assert answer.status == 200, answer.html[:500]
    page.get_by_role("button", name="保存", exact=True).click()
    page.get_by_text("石岚在您打开之后改过这个方案").wait_for()
    expect(page.get_by_label(re.compile("居民 2027 年"))).to_have_value("66")
    expect(page.get_by_role("alert").first).to_contain_text("结转")
    page.get_by_role("button", name="保存", exact=True).click()
    page.get_by_text("重新求解后更新").wait_for()
    expect(page.get_by_label(re.compile("居民 2027 年"))).to_have_value("66")

    page.get_by_role("link", name="采用这个结果").click()
    page.get_by_label("计划名称").fill(f"滚动计划{unique}")
    page.get_by_role("button", name="采用", exact=True).click()
    expect(page).to_have_url(re.compile("/adopt"))  # without a basis nothing is adopted
    page.get_by_label("依据", exact=False).first.fill("区联席会纪要")
    page.get_by_label("理由", exact=False).first.fill("资金增加")
    page.get_by_role("button", name="采用", exact=True).click()
    page.wait_for_url(re.compile(r"/plans/\d+$"))

    expect(page.get_by_role("heading", level=1)).to_contain_text(f"滚动计划{unique}")
    expect(page.get_by_role("main")).to_contain_text("改了什么")
    page.goto(f"{demo}/plans")
    in_force = page.get_by_role("region", name="计划").first
    expect(in_force).to_contain_text(f"滚动计划{unique}")


def test_an_estate_is_locked_by_a_click_and_stands_in_the_next_plan(demo, open_as, page, unique):
    page.set_default_timeout(60_000)
    open_as("qu", "/plans")
    page.get_by_role("link", name="资金多两成", exact=True).first.click()
    copied(page, f"锁定{unique}")
    solve(page, "3000")
    page.locator("select[name=which]").select_option(label="未列入")
    page.get_by_role("button", name="筛选").click()
    row = page.get_by_role("row").filter(has_text="怎样能列入").first
    name = row.get_by_role("link").first.inner_text().strip()
    row.get_by_role("button", name=re.compile("^锁定")).click()
    page.locator(".plan-progress, #found .figures").first.wait_for()
    page.locator(".plan-progress").wait_for(state="detached", timeout=120_000)

    page.locator("select[name=which]").select_option(label="锁定或排除")
    page.get_by_role("button", name="筛选").click()
    found = page.get_by_role("row").filter(has_text=name).filter(has_text="取消，重新求解")
    expect(found).to_contain_text(re.compile(r"20(26|27|28)"))
