"""An owners' body 业主组织, who sits on it, and what happened to it."""

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.accounts.rows import DivisionField
from jiugai.apps.participation.models import Vote
from jiugai.apps.registry.models import Document, Estate


class Post(models.TextChoices):
    """What somebody does on a body."""

    CHAIR = "chair", _("主任（组长）")
    DEPUTY = "deputy", _("副主任")
    MEMBER = "member", _("委员（成员）")
    SUBSTITUTE = "substitute", _("候补委员")


class Side(models.TextChoices):
    """For whom somebody sits on a body (BPM 31②, 54①)."""

    OWNER = "owner", _("业主代表")
    USER = "user", _("物业使用人代表")
    COMMUNITY = "community", _("居民（村民）委员会")
    PARTY = "party", _("社区党组织")
    STREET = "street", _("街道办事处、乡镇人民政府")
    DEVELOPER = "developer", _("建设单位")
    OWNER_UNIT = "owner_unit", _("产权单位")


class Verb(models.TextChoices):
    """What can happen to a body."""

    APPLIED = "applied", _("收到成立业主大会的书面申请")
    LEADER_NAMED = "leader_named", _("指定筹备组组长")
    FORMED = "formed", _("成立（选举产生）")
    LISTED = "listed", _("公示名单")
    MATTERS = "matters", _("公示筹备事项")
    FIRST_MEETING = "first_meeting", _("召开首次业主大会会议")
    FIRST_SESSION = "first_session", _("召开委员会首次会议")
    CHAIR_CHOSEN = "chair_chosen", _("推选主任、副主任")
    FILING = "filing", _("申请备案")
    FILED = "filed", _("予以备案")
    SEATED = "seated", _("成员就任")
    LEFT = "left", _("成员离任")
    CHANGE_FILED = "change_filed", _("办理变更备案")
    REPORTED = "reported", _("书面报告换届")
    ENDED = "ended", _("结束")


class OwnersBody(models.Model):
    """A body of the owners of an estate; its days and numbers come from its steps.

    `due_on` and `due_verb` say what has to happen next, so that lists and to-dos need no law.
    """

    class Kind(models.TextChoices):
        """What BPM and the older texts name."""

        GROUP = "group", _("首次业主大会会议筹备组")
        COMMITTEE = "committee", _("业主委员会")
        RENEWAL = "renewal", _("换届小组")
        COUNCIL = "council", _("物业管理委员会")
        DELIBERATION = "deliberation", _("小区议事协调委员会")

    class Ground(models.TextChoices):
        """Why a council was set up (BPM 53)."""

        UNREADY = "unready", _("不具备成立业主大会条件")
        DIFFICULT = "difficult", _("具备条件，但确有困难未成立")
        UNELECTED = "unelected", _("业主大会成立后，未能选举产生业主委员会")

    class End(models.TextChoices):
        """Why a body ended."""

        RENEWED = "renewed", _("换届，由新一届接任")
        DONE = "done", _("业主委员会已备案，予以解散")
        GONE = "gone", _("区域调整、房屋灭失等无法存续，予以注销")
        OTHER = "other", _("其他")

    estate = models.ForeignKey(Estate, models.PROTECT, related_name="owners_bodies")
    division = DivisionField()
    kind = models.CharField(_("种类"), max_length=12, choices=Kind)
    name = models.CharField(_("名称"), max_length=120, blank=True)
    size = models.PositiveSmallIntegerField(_("组成人数"))
    formed_on = models.DateField(_("成立（选举产生）日"))
    term_until = models.DateField(_("任期届满日"), null=True, blank=True)
    ground = models.CharField(_("组建理由"), max_length=10, choices=Ground, blank=True)
    vote = models.ForeignKey(
        Vote, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("选举的表决")
    )
    filed_on = models.DateField(_("备案日"), null=True)
    filing_number = models.CharField(_("备案号"), max_length=60, blank=True)
    ended_on = models.DateField(_("结束日"), null=True)
    end = models.CharField(_("结束原因"), max_length=8, choices=End, blank=True)
    due_verb = models.CharField(max_length=14, choices=Verb, blank=True)
    due_on = models.DateField(null=True)
    due_clause = models.CharField(max_length=40, blank=True)

    class Meta:
        """Constraints, indexes and order."""

        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["estate", "kind"],
                condition=Q(ended_on=None),
                name="one_running_body_per_kind",
            ),
            models.CheckConstraint(
                condition=Q(term_until=None) | Q(term_until__gt=F("formed_on")),
                name="body_term_in_order",
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None, end="") | Q(ended_on__isnull=False) & ~Q(end=""),
                name="body_ended_for_a_reason",
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["division", "due_on"],
                condition=Q(ended_on=None),
                name="bodies_by_what_is_due",
            )
        ]
        ordering: ClassVar = ["-formed_on", "-id"]

    def __str__(self) -> str:
        return self.name or f"{self.estate}{self.get_kind_display()}"

    def get_absolute_url(self) -> str:
        """Return the page of the body."""
        return reverse("owners:body", args=[self.pk])

    def is_past_term(self, on: date) -> bool:
        """Return whether its term is over on a day, and it has not ended."""
        return self.ended_on is None and self.term_until is not None and self.term_until < on


class Seat(models.Model):
    """Somebody on a body; BPM 31⑤, 42 and 54② have the names put up in the estate."""

    class Why(models.TextChoices):
        """Why a seat falls vacant (BPM 46)."""

        NOT_OWNER = "not_owner", _("不再是本区域业主")
        RESIGNED = "resigned", _("书面辞职")
        UNABLE = "unable", _("因健康等原因无法履职")
        RECALLED = "recalled", _("被罢免")
        TERM = "term", _("任期届满")
        OTHER = "other", _("其他")

    body = models.ForeignKey(OwnersBody, models.PROTECT, related_name="seats")
    division = DivisionField()
    name = models.CharField(_("姓名"), max_length=60)
    post = models.CharField(_("职务"), max_length=10, choices=Post)
    side = models.CharField(_("身份"), max_length=10, choices=Side)
    since = models.DateField(_("自"))
    until = models.DateField(_("至"), null=True)
    why = models.CharField(_("离任原因"), max_length=10, choices=Why, blank=True)

    class Meta:
        """Constraints and order."""

        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(until=None, why="") | Q(until__gte=F("since")) & ~Q(why=""),
                name="seat_left_for_a_reason",
            )
        ]
        ordering: ClassVar = ["id"]

    def __str__(self) -> str:
        return f"{self.get_post_display()} {self.name}"


class BodyStep(models.Model):
    """What happened to a body, on which day, and what shows it; never changed."""

    body = models.ForeignKey(OwnersBody, models.PROTECT, related_name="steps")
    division = DivisionField()
    verb = models.CharField(_("事项"), max_length=14, choices=Verb)
    on = models.DateField(_("日期"))
    words = models.CharField(_("说明"), max_length=300, blank=True)
    document = models.ForeignKey(Document, models.PROTECT, null=True, related_name="+")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Order of reading."""

        indexes: ClassVar = [models.Index(fields=["body", "-id"], name="steps_of_a_body")]
        ordering: ClassVar = ["-id"]

    def __str__(self) -> str:
        return f"{self.get_verb_display()} {self.on}"
