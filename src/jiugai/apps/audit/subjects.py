"""What the record speaks of, in words and as links."""

from typing import Final

from django.apps import apps
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _

from jiugai.apps.audit.models import Line

TITLES: Final = {
    "accounts.appointment": _("任职"),
    "accounts.organisation": _("单位"),
    "accounts.person": _("人员"),
    "conference.assignment": _("交办事项"),
    "conference.dutyreport": _("职责进展"),
    "conference.item": _("议题"),
    "conference.meeting": _("联席会议"),
    "conference.seat": _("联席会成员"),
    "demands.demand": _("诉求"),
    "demands.receptiondesk": _("现场接待"),
    "demands.ticketimport": _("12345 工单导入"),
    "hooks.hook": _("事件推送"),
    "jobs.job": _("任务"),
    "owners.contribution": _("居民出资"),
    "owners.ownersbody": _("业主组织"),
    "owners.propertyservice": _("物业服务"),
    "projects.application": _("申报"),
    "projects.choosing": _("居民点单"),
    "projects.project": _("项目"),
    "projects.review": _("设计审查"),
    "projects.whistle": _("吹哨"),
    "projects.practice": _("好经验"),
    "plans.plan": _("计划"),
    "plans.scenario": _("计划方案"),
    "plans.trial": _("政策试算"),
    "participation.ballot": _("表决票"),
    "participation.entrance": _("居民入口"),
    "participation.helper": _("家人代办"),
    "participation.notice": _("公示"),
    "participation.objection": _("公示意见"),
    "participation.paperentry": _("纸质票录入"),
    "participation.clearing": _("到期删除"),
    "participation.keptdays": _("保存期限"),
    "participation.personalrequest": _("个人信息的要求"),
    "participation.rollimport": _("业主名册导入"),
    "participation.vote": _("表决"),
    "registry.apitoken": _("接口令牌"),
    "registry.building": _("楼栋"),
    "registry.chosenreading": _("选定的口径"),
    "registry.conflict": _("冲突"),
    "registry.dangerplan": _("危房处置"),
    "registry.estate": _("小区"),
    "registry.household": _("住户"),
    "registry.import": _("台账导入"),
    "registry.pipe": _("管线"),
    "registry.readingtrial": _("口径试算"),
    "registry.resource": _("存量资源"),
    "registry.specialday": _("放假或上班日"),
    "registry.term": _("办理时限"),
    "registry.unit": _("单元"),
    "surveys.answer": _("答卷"),
    "surveys.submission": _("采集器答卷"),
    "surveys.survey": _("问卷"),
}


def subject_title(label: str) -> str:
    """Return what a kind of subject is called; an unknown one by its name."""
    return str(TITLES.get(label, label))


def address_of(line: Line) -> str:
    """Return the page of what a line speaks of; nothing if it has none or is not seen any more."""
    try:
        model = apps.get_model(line.subject)
        thing = get_object_or_404(model, pk=line.subject_id)
    except (LookupError, ValueError, Http404):
        return ""
    found = getattr(thing, "get_absolute_url", None)
    return str(found()) if found else ""
