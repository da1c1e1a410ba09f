"""What a person is told, in the site and by e-mail, once."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from jiugai.apps.accounts.models import Person


class Notice(models.Model):
    """A word to one person. `key` names what happened, so that nobody is told of it twice."""

    class Kind(models.TextChoices):
        """What happened."""

        ARRIVED = "arrived", _("等您办理")
        RETURNED = "returned", _("退回，请补正")
        CONFIRMED = "confirmed", _("市联席会已确认")
        WITHDRAWN = "withdrawn", _("申请方已撤回")
        PASSED = "passed", _("设计方案审查合格")
        CALLED = "called", _("街道吹哨，请报到")
        REMINDED = "reminded", _("街道催办")
        TASKED = "tasked", _("任务已下达")
        OVERDUE = "overdue", _("已超过办理期限")

    class Mail(models.TextChoices):
        """What became of the letter; one that was begun is never begun again."""

        NONE = "none", _("不发邮件")
        WAITING = "waiting", _("待发")
        SENDING = "sending", _("发送中")
        SENT = "sent", _("已发")
        FAILED = "failed", _("没有发出")

    person = models.ForeignKey(Person, models.CASCADE, related_name="notices")
    kind = models.CharField(max_length=12, choices=Kind)
    about = models.CharField(max_length=200)
    address = models.CharField(max_length=200)
    words = models.TextField(blank=True)
    due_on = models.DateField(null=True)
    key = models.CharField(max_length=60)
    at = models.DateTimeField(auto_now_add=True)
    seen_at = models.DateTimeField(null=True)
    mail = models.CharField(max_length=8, choices=Mail, default=Mail.NONE)

    class Meta:
        """Constraints, indexes, the latest first."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["person", "key"], name="told_once")
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["id"], name="letters_waiting", condition=models.Q(mail="waiting")
            ),
            models.Index(
                fields=["person", "-id"], name="notices_unseen", condition=models.Q(seen_at=None)
            ),
        ]
        ordering: ClassVar = ["-id"]

    def __str__(self) -> str:
        return f"{self.about} {self.get_kind_display()}"
