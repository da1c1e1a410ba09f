"""A gate opened by evidence, one that stays shut, one overridden and visible everywhere."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.slow


def shut_gates(page, demo, rule):
    """Go to the list of projects whose gate is shut for want of evidence; return their links."""
    page.goto(f"{demo}/gates?gate={rule}&standing=unknown")
    links = page.locator("tbody .gate-dot.is-unknown[href$='" + rule + "']")
    return [link.get_attribute("href") for link in links.all()]


def state(page, evidence, value):
    """Hand in a signed statement for the first fact of the gate on the page."""
    page.get_by_text("写下签名陈述").click()
    page.get_by_label("陈述人").fill("周书记")
    page.get_by_label("陈述内容").fill(evidence)
    form = page.locator("details[open] form")
    form.locator("select").first.select_option(value)
    form.get_by_role("button", name="提交证据").click()


def test_gates_open_by_evidence_stay_shut_or_are_overridden_in_sight(demo, open_as, page):
    rule = "bj22.gate.duties"
    open_as("qu", "/gates")
    opened, refused, overridden = shut_gates(page, demo, rule)[:3]

    page.goto(demo + opened)
    state(page, "责任分工协议已由各方签字", "yes")
    page.get_by_text("周书记陈述").wait_for()
    expect(page.locator("#why-title .verdict.is-met")).to_have_count(1)
    expect(page.locator("#history")).to_contain_text("补充证据")

    page.goto(demo + refused)
    state(page, "施工单位尚未签字", "no")
    page.get_by_text("周书记陈述").wait_for()
    expect(page.locator("#why-title .verdict.is-not_met")).to_have_count(1)

    page.goto(demo + overridden)
    page.get_by_role("link", name="放行", exact=True).click()
    page.get_by_role("button", name="放行").click()
    page.get_by_text("这个字段是必填项").or_(page.locator(".field-error")).first.wait_for()
    page.get_by_label("理由").fill("区联席会同意先行排险")
    page.get_by_role("button", name="放行").click()
    page.get_by_text(re.compile("放行：区联席会同意先行排险")).first.wait_for()
    # No verdict was made up.
    expect(page.locator("#why-title .verdict.is-unknown")).to_have_count(1)
    page.goto(f"{demo}/gates?gate={rule}&standing=overridden")
    expect(page.locator(f"a.is-overridden[href='{overridden}']")).to_have_count(1)


def test_evidence_that_is_withdrawn_shuts_the_gate_again(demo, open_as, page):
    rule = "bj22.gate.duties"
    open_as("qu", "/gates")
    page.goto(demo + shut_gates(page, demo, rule)[-1])
    state(page, "责任书存街道", "yes")
    page.get_by_role("link", name=re.compile("撤回")).first.click()
    expect(page.get_by_role("main")).to_contain_text("由“是”变为“不详”")
    page.get_by_label("理由").fill("责任书过期")
    page.get_by_role("button", name="撤回这份证据").click()

    page.get_by_text("责任书过期").first.wait_for()
    expect(page.locator("#why-title .verdict.is-unknown")).to_have_count(1)
