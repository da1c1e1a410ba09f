"""What other systems can be told of."""

from typing import Final

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from jiugai.apps.audit.actions import Action


class Kind(TextChoices):
    """Something that happened."""

    SUBMITTED = "application.submitted", _("提交申报")
    RETURNED = "application.returned", _("退回申报")
    CONFIRMED = "application.confirmed", _("确认申报")
    PROJECT_OPENED = "project.opened", _("立项")
    PROJECT_CLOSED = "project.closed", _("结束项目")
    GATE_OPENED = "gate.opened", _("门槛打开")
    GATE_SHUT = "gate.shut", _("门槛关上")
    GATE_OVERRIDDEN = "gate.overridden", _("放行门槛")
    PLAN_ADOPTED = "plan.adopted", _("采用计划")
    NOTICE_PUT_UP = "notice.put_up", _("发出公示")
    NOTICE_ENDED = "notice.ended", _("结束公示")
    VOTE_PUBLISHED = "vote.published", _("公示表决结果")
    WHISTLE_BLOWN = "whistle.blown", _("吹哨")
    WHISTLE_CLOSED = "whistle.closed", _("吹哨已解决")
    MINUTES_SIGNED = "minutes.signed", _("签发会议纪要")
    PING = "ping", _("试发")


#: Lines of the record that are told, by their action.
OF_ACTION: Final = {
    Action.APPLICATION_SUBMITTED: Kind.SUBMITTED,
    Action.APPLICATION_RETURNED: Kind.RETURNED,
    Action.APPLICATION_CONFIRMED: Kind.CONFIRMED,
    Action.PROJECT_OPENED: Kind.PROJECT_OPENED,
    Action.PROJECT_CLOSED: Kind.PROJECT_CLOSED,
    Action.GATE_OVERRIDDEN: Kind.GATE_OVERRIDDEN,
    Action.PLAN_ADOPTED: Kind.PLAN_ADOPTED,
    Action.NOTICE_PUT_UP: Kind.NOTICE_PUT_UP,
    Action.NOTICE_ENDED: Kind.NOTICE_ENDED,
    Action.VOTE_PUBLISHED: Kind.VOTE_PUBLISHED,
    Action.WHISTLE_BLOWN: Kind.WHISTLE_BLOWN,
    Action.WHISTLE_CLOSED: Kind.WHISTLE_CLOSED,
    Action.MINUTES_SIGNED: Kind.MINUTES_SIGNED,
}
#: What somebody can ask to be told of; a trial is sent by hand.
CHOICES: Final = [(kind.value, kind.label) for kind in Kind if kind is not Kind.PING]
