"""Official documents of an application: 申请书, 审核意见, 确认文书, from what is stored."""

from enum import StrEnum
from typing import Final

from django.utils.translation import gettext as _

from jiugai.apps.projects.applications.menu import titles_of
from jiugai.apps.projects.models import Application, Desk, Step, Verb
from jiugai.apps.registry.queries.places import name_of
from jiugai.kernel.division import DISTRICT
from jiugai.kernel.errors import Refusal
from jiugai.reporting.official.letter import (
    SEMICOLON,
    Letter,
    Paragraph,
    Table,
    in_a_row,
    in_chinese,
)


class Paper(StrEnum):
    """Which document."""

    APPLICATION = "application"
    REVIEW = "review"
    CONFIRMATION = "confirmation"


def papers_of(application: Application) -> list[Paper]:
    """Return the documents that there are of an application where it lies."""
    found = [Paper.APPLICATION] if application.number else []
    if _last(application, Verb.PASS) is not None:
        found.append(Paper.REVIEW)
    if application.desk == Desk.CONFIRMED:
        found.append(Paper.CONFIRMATION)
    return found


def letter_of(application: Application, paper: Paper) -> Letter:
    """Return a document of an application; raises Refusal where it has not come so far."""
    if paper not in papers_of(application):
        raise Refusal(_("这份申报还没有办到这一步，没有这份文书。"))
    match paper:
        case Paper.APPLICATION:
            return _asked(application)
        case Paper.REVIEW:
            return _reviewed(application)
        case Paper.CONFIRMATION:
            return _confirmed(application)


def _asked(one: Application) -> Letter:
    submitted = _last(one, Verb.SUBMIT)
    return Letter(
        title=f"关于{one.estate}实施老旧小区改造的申请",
        number=one.number,
        to=_office(one.division, "街道办事处（乡镇政府）"),
        body=[
            Paragraph("一、征求意见情况", 1),
            Paragraph(_asked_words(one)),
            Paragraph("二、申请理由和居民诉求", 1),
            Paragraph(one.wishes or "（未填写）"),
            Paragraph("三、申请改造的内容", 1),
            Paragraph(
                in_a_row(titles_of(one.items), SEMICOLON) + "。" if one.items else "（未填写）"
            ),
            Paragraph("妥否，请审核。"),
        ],
        attachments=[str(each.document) for each in one.attachments.select_related("document")],
        signed_by=one.body_name or str(one.get_body_display()),
        on=submitted.on if submitted else None,
        seal=True,
    )


def _asked_words(one: Application) -> str:
    day = f"截至{in_chinese(one.asked_on)}，" if one.asked_on else ""
    how = f"以“{one.asked_how}”的方式" if one.asked_how else ""
    return (
        f"{day}我单位{how}征求居民意见：总户数{_homes(one.households)}，"
        f"参与{_homes(one.answered)}，同意{_homes(one.agreeing)}。"
    )


def _homes(count: int | None) -> str:
    return "（未填写）" if count is None else f"{count:,}户"


def _reviewed(one: Application) -> Letter:
    steps = [each for each in one.steps.select_related("by") if each.verb == Verb.PASS]
    last = steps[-1]
    rows = [
        (str(Desk(each.before).label), each.opinion, str(each.by), each.on.isoformat())
        for each in steps
    ]
    office = _reviewer(one, last)
    return Letter(
        title=f"关于{one.estate}改造申报的审核意见",
        number=one.number,
        to="市老旧小区改造联席会"
        if last.before == Desk.DISTRICT
        else _office(one.division[:DISTRICT], "政府"),
        body=[
            Paragraph(
                f"{one.body_name or one.get_body_display()}提出的{one.estate}改造申报"
                f"（编号{one.number}）已审核，意见如下。"
            ),
            Table(("环节", "意见", "经办人", "日期"), rows, widths=(2, 6, 2, 2.4)),
            Paragraph(f"依据：{_basis(last)}。") if last.clause else Paragraph("请予审议。"),
        ],
        signed_by=office,
        on=last.on,
        seal=True,
    )


def _confirmed(one: Application) -> Letter:
    step = _last(one, Verb.CONFIRM)
    city = name_of(one.division[:2]) if len(one.division) >= DISTRICT else ""
    project = one.project
    rows = [
        ("小区", str(one.estate)),
        ("申报编号", one.number),
        ("项目编号", project.number if project else ""),
        ("生成方式", str(project.get_way_display()) if project else ""),
        ("总户数", _homes(one.households)),
        ("改造内容", in_a_row(titles_of(one.items), SEMICOLON)),
    ]
    return Letter(
        head=f"{city}老旧小区改造联席会文件",
        number=one.confirmation,
        title=f"关于确认{one.estate}老旧小区改造项目的通知",
        to=_office(one.division[:DISTRICT], "政府"),
        body=[
            Paragraph(step.opinion if step else ""),
            Paragraph(f"现确认{one.estate}为老旧小区改造项目，情况如下："),
            Table(("事项", "内容"), rows, widths=(1, 4)),
            Paragraph("请按规定组织实施，改造前落实各项前置条件。"),
        ],
        signed_by=f"{city}老旧小区改造联席会办公室",
        on=step.on if step else None,
        seal=True,
    )


def _last(application: Application, verb: Verb) -> Step | None:
    return application.steps.filter(verb=verb).order_by("-id").first()


def _office(division: str, kind: str) -> str:
    name = name_of(division)
    return kind if name.isdecimal() else f"{name}{kind}".replace("区区", "区")


def _reviewer(one: Application, step: Step) -> str:
    if step.before == Desk.DISTRICT:
        return _office(one.division[:DISTRICT], "老旧小区改造工作主管部门")
    return _office(one.division, "街道办事处（乡镇政府）")


def _basis(step: Step) -> str:
    return f"{step.document.upper()} {step.clause}"


TITLES: Final = {
    Paper.APPLICATION: "申请书",
    Paper.REVIEW: "审核意见",
    Paper.CONFIRMATION: "确认文书",
}
