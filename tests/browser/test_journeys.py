"""The journeys that matter, from the first click to the last, on the demo as it is served."""

import re
from uuid import uuid4

import pytest
from playwright.sync_api import expect

from tools.scenes import code_of
from tools.walk import Visitor

pytestmark = pytest.mark.slow

HEADINGS = "小区名称,区县,街道,建成年代,楼栋数,家数"


@pytest.fixture
def unique():
    """Return a word that no earlier run left in the demo."""
    return uuid4().hex[:8]


def sign_in(page, demo, username, password):
    page.goto(f"{demo}/account/login/")
    page.locator("[name=login]").fill(username)
    page.locator("[name=password]").fill(password)
    page.get_by_role("button", name="登录", exact=True).click()


def import_(page, demo, name, text):
    """Hand a ledger in and wait until it has been read."""
    page.goto(f"{demo}/imports")
    given = {"name": name, "mimeType": "text/csv", "buffer": text.encode()}
    page.locator("input[type=file]").set_input_files(given)
    page.get_by_role("button", name="上传并读取").click()
    page.wait_for_url(re.compile(r"/imports/\d+"))


def test_somebody_new_signs_in_with_a_password_of_their_own_and_a_second_factor(
    demo, open_as, page, unique
):
    open_as("anquan", "/people/add")
    page.get_by_label("登录名").fill(f"xin-{unique}")
    page.get_by_label("姓名").fill("辛来")
    page.get_by_role("button", name="添加").click()
    initial = page.locator(".font-monospace").inner_text()
    page.get_by_role("link", name="去任职").click()
    page.get_by_label("角色").select_option(label="街道经办人")
    page.get_by_label("区划", exact=False).last.fill("110199001")
    page.get_by_role("button", name="任职", exact=True).click()
    page.get_by_role("cell", name="街道经办人").wait_for()
    page.context.clear_cookies()

    sign_in(page, demo, f"xin-{unique}", initial)
    page.wait_for_url(re.compile("/account/password/change/"))
    own = f"ziji-de-mima-{unique}"
    page.locator("[name=oldpassword]").fill(initial)
    page.locator("[name=password1]").fill(own)
    page.locator("[name=password2]").fill(own)
    page.locator("main form[action*=password] button").click()
    page.wait_for_url(re.compile(r"/(today|map|estates)"))

    page.goto(f"{demo}/account/2fa/totp/activate/")
    secret = page.get_by_label("密钥").input_value()
    page.locator("[name=code]").fill("000000")
    page.get_by_role("button", name="启用").click()
    page.get_by_text("验证码不对").first.wait_for()
    expect(page.get_by_label("密钥")).to_have_value(secret)
    page.locator("[name=code]").fill(code_of(secret))
    page.get_by_role("button", name="启用").click()
    page.wait_for_url(lambda url: "/activate/" not in url)
    page.context.clear_cookies()

    sign_in(page, demo, f"xin-{unique}", own)
    page.wait_for_url(re.compile("/account/2fa/authenticate/"))
    page.goto(f"{demo}/estates")
    expect(page).to_have_url(re.compile("/account/"))  # the password alone opens nothing
    page.goto(f"{demo}/account/2fa/authenticate/")
    page.locator("[name=code]").fill(code_of(secret, ahead=1))
    page.get_by_role("button", name="登录", exact=True).click()
    page.wait_for_url(re.compile(r"/(today|map|estates)"))


def test_a_ledger_goes_through_three_screens_to_a_verdict(demo, open_as, page, unique):
    open_as("qu", "/imports")
    name = f"新苑{unique}"
    import_(page, demo, f"{unique}.csv", f"{HEADINGS}\n{name},示范区,示范甲街道,1885年,3,120\n")

    heading = page.get_by_label(re.compile("家数.*读作"))
    heading.wait_for()
    heading.select_option(label="户数（户）")
    page.get_by_role("button", name="列没有问题").click()
    page.get_by_role("textbox", name=re.compile("更正为")).first.fill("1985")
    page.get_by_role("button", name="保存并重新读取").click()
    page.get_by_text("没有可疑的单元格").wait_for()
    page.get_by_role("button", name="去预览").click()
    page.get_by_role("cell", name=name, exact=True).wait_for()
    page.get_by_role("button", name="入库", exact=True).click()
    page.get_by_role("link", name=name).click()

    expect(page.get_by_role("heading", level=1)).to_have_text(name)
    expect(page.get_by_role("main")).to_contain_text("是否纳入改造")
    expect(page.locator("#verdicts .verdict").nth(5)).to_be_attached()
    page.get_by_role("link", name="全部事实和来源").click()
    row = page.get_by_role("row").filter(has_text="建成年代").first
    expect(row).to_contain_text("1985")
    expect(row).to_contain_text(f"{unique}.csv")


def test_a_conflict_is_raised_by_a_ledger_and_settled_with_a_reason(demo, open_as, page, unique):
    open_as("qu", "/estates")
    estate = page.locator("#rows tbody th a").first.inner_text().strip()
    homes = 2000 + int(unique, 16) % 7000  # no estate of the demo has so many
    text = f"小区名称,区县,户数\n{estate},示范区,{homes}\n"
    import_(page, demo, f"摸底{unique}.csv", text)
    page.get_by_role("button", name="列没有问题").click()
    page.get_by_role("button", name=re.compile("去预览")).click()
    page.locator(".nav-pills").get_by_role("link", name=re.compile("冲突 1")).click()
    page.get_by_role("cell", name=estate).first.wait_for()
    page.get_by_role("button", name="入库", exact=True).click()
    page.get_by_role("link", name="处理冲突").click()

    row = page.get_by_role("row").filter(has_text=f"摸底{unique}.csv")
    row.get_by_role("link", name="处理").click()
    page.get_by_label("理由").fill(f"以竣工图为准 {unique}")
    page.get_by_role("button", name="定下来").click()
    page.get_by_role("alert").first.wait_for()  # nothing was chosen; the reason stays
    expect(page.get_by_label("理由")).to_have_value(f"以竣工图为准 {unique}")
    page.get_by_role("radio", name=re.compile("采用新值")).check()
    page.get_by_role("button", name="定下来").click()
    page.get_by_text("冲突已处理").wait_for()

    expect(page.get_by_role("row").filter(has_text=f"摸底{unique}.csv")).to_have_count(0)
    page.goto(f"{demo}/conflicts?settled=1")
    expect(page.get_by_role("row").filter(has_text=f"以竣工图为准 {unique}")).to_have_count(1)


def test_the_map_leads_to_an_estate_and_that_to_why(open_as, page):
    open_as("qu", "/map")
    expect(page.locator("#map")).to_be_visible()
    estates = page.locator("main a:visible").filter(has_text=re.compile("里|苑|园|小区|村|院"))
    first = next(one for one in estates.all() if re.search(r"/estates/\d+$", _href(one)))
    name = first.inner_text().strip()
    first.click()
    page.wait_for_url(re.compile(r"/estates/\d+$"))
    words = page.get_by_role("heading", level=1).inner_text()
    assert words
    assert words in name

    page.get_by_role("link", name=re.compile("为什么")).first.click()
    drawer = page.locator("#drawer")
    drawer.locator(".clause").first.wait_for()
    said = drawer.inner_text()
    assert re.search("符合|不符合|缺", said)
    expect(page).to_have_url(re.compile(r"/estates/\d+"))  # the page is still there


def _href(link):
    return link.get_attribute("href") or ""


def test_a_sensitive_value_is_opened_with_a_reason_that_stands_in_the_record(
    demo, cast, open_as, page, unique
):
    qu = Visitor(demo).sign_in("qu", cast["qu"])
    estates = re.findall(r'href="(/estates/\d+)"', qu.get("/estates").html)
    homes = (path for one in estates for path in re.findall(r"/buildings/\d+", qu.get(one).html))
    path = next(one for one in homes if "/sealed/" in qu.get(one).html)
    open_as("qu", path)
    value = page.locator(".sealed").first
    hidden = value.locator("> span").inner_text()
    value.locator("summary").click()
    value.get_by_label("查看理由").fill(f"核对业主 {unique}")
    value.get_by_role("button", name="查看并记录").click()
    value.locator("strong").wait_for()
    shown = value.locator("strong").inner_text()

    assert "*" in hidden
    assert "*" not in shown
    page.reload()
    expect(page.locator(".sealed").first.locator("> span")).to_have_text(hidden)
    page.context.clear_cookies()
    open_as("shenji", "/record")
    line = page.get_by_role("row").filter(has_text=f"核对业主 {unique}")
    expect(line).to_contain_text("曲明")
    assert shown not in page.content()


def test_a_stranger_reads_that_there_is_nothing_for_them(demo, cast, open_as, page):
    qu = Visitor(demo).sign_in("qu", cast["qu"])
    jie = Visitor(demo).sign_in("jie", cast["jie"])
    found = re.findall(r'href="(/estates/\d+)"', qu.get("/estates").html)
    away = next(one for one in found if jie.get(one).status == 404)
    name = re.search(r"<h1[^>]*>([^<]+)", qu.get(away).html)[1].strip()

    open_as("jie", away)

    assert name not in page.content()
    expect(page.get_by_role("heading", level=1)).not_to_be_empty()
    page.goto(f"{demo}/people")
    expect(page.get_by_role("heading", level=1)).to_have_text("没有权限")
