"""Closed sets of words for demands."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """What a demand is about; grouped as the menus of items are (P14 附件1, BJ22 附件)."""

    PIPES = "pipes", _("上下水管线")
    POWER = "power", _("供电和照明")
    HEAT = "heat", _("供热和燃气")
    LEAKS = "leaks", _("屋面、外墙渗漏和保温")
    SAFETY = "safety", _("房屋结构和消防安全")
    LIFT = "lift", _("电梯和无障碍")
    PARKING = "parking", _("停车和道路")
    HYGIENE = "hygiene", _("环境卫生和绿化")
    ILLEGAL = "illegal", _("违法建设和占用")
    SERVICES = "services", _("养老、托幼和便民服务")
    PROPERTY = "property", _("物业服务")
    WORKS = "works", _("施工质量、扰民和安全")
    POLICY = "policy", _("改造政策和进度")
    OTHER = "other", _("其他")


class Nature(models.TextChoices):
    """What somebody wants of it: the five of the Beijing regulation (条例 二②)."""

    QUESTION = "question", _("咨询")
    HELP = "help", _("求助")
    COMPLAINT = "complaint", _("投诉")
    REPORT = "report", _("举报")
    ADVICE = "advice", _("建议")


class Channel(models.TextChoices):
    """How a demand came."""

    DESK = "desk", _("现场接待")
    PHONE = "phone", _("来电")
    HOTLINE = "hotline", _("12345 工单")
    ONLINE = "online", _("居民页面")
    ROUND = "round", _("巡查发现")


class State(models.TextChoices):
    """Where a demand is in its life."""

    NEW = "new", _("待分派")
    ASSIGNED = "assigned", _("办理中")
    ANSWERED = "answered", _("已答复，待评价")
    ENDED = "ended", _("已办结")
    WITHDRAWN = "withdrawn", _("已撤销")


class DueBy(models.TextChoices):
    """Where the last day of a demand comes from."""

    TICKET = "ticket", _("工单注明的时限")
    OFFICE = "office", _("办理单位自定的工作日")
    EXTENDED = "extended", _("延长的时限，已说明理由")
    NONE = "none", _("工单没有注明时限，不判逾期")


class Contentment(models.TextChoices):
    """What who asked says of the answer."""

    GLAD = "glad", _("满意")
    FAIR = "fair", _("基本满意")
    SORRY = "sorry", _("不满意")


class Verb(models.TextChoices):
    """What can happen to a demand."""

    TAKEN = "taken", _("登记")
    ASSIGNED = "assigned", _("分派")
    CONTACTED = "contacted", _("联系诉求人")
    EXTENDED = "extended", _("延长时限")
    RAISED = "raised", _("上报")
    ANSWERED = "answered", _("答复")
    RATED = "rated", _("评价")
    REOPENED = "reopened", _("退回再办")
    ENDED = "ended", _("办结")
    LINKED = "linked", _("认作重复诉求")
    UNLINKED = "unlinked", _("不再认作重复")
    WITHDRAWN = "withdrawn", _("撤销")


#: Nothing more is owed to who asked.
OVER: tuple[State, ...] = (State.ENDED, State.WITHDRAWN)
#: Somebody still has to answer.
OPEN: tuple[State, ...] = (State.NEW, State.ASSIGNED)
