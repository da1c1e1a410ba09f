"""An application for renewal, and every step that it took."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.accounts.rows import DivisionField
from jiugai.apps.projects.models.project import Project
from jiugai.apps.registry.models import Document, Estate


class Desk(models.TextChoices):
    """On whose desk an application lies."""

    APPLICANT = "applicant", _("申请方办理")
    STREET = "street", _("街道审核")
    DISTRICT = "district", _("区审核")
    CITY = "city", _("市联席会审议")
    CONFIRMED = "confirmed", _("已确认")
    WITHDRAWN = "withdrawn", _("已撤回")


#: Nothing more happens to an application there.
OVER: tuple[Desk, ...] = (Desk.CONFIRMED, Desk.WITHDRAWN)


class Body(models.TextChoices):
    """Who may apply (P14 附件1(3)①); the names are those of the fact `applicant`."""

    COMMUNITY = "community", _("居民委员会")
    COMMITTEE = "committee", _("业主委员会")
    COUNCIL = "council", _("物业管理委员会")


class Application(models.Model):
    """An application 申报: what was asked for, by which body, and where it lies."""

    estate = models.ForeignKey(Estate, models.PROTECT, related_name="applications")
    division = DivisionField()
    number = models.CharField(_("申报编号"), max_length=24, blank=True)
    body = models.CharField(_("申请主体"), max_length=12, choices=Body, blank=True)
    body_name = models.CharField(_("申请主体名称"), max_length=120, blank=True)
    asked_on = models.DateField(_("征求意见截止日"), null=True, blank=True)
    asked_how = models.CharField(_("征求意见的方式"), max_length=300, blank=True)
    households = models.PositiveIntegerField(_("总户数"), null=True, blank=True)
    answered = models.PositiveIntegerField(_("参与户数"), null=True, blank=True)
    agreeing = models.PositiveIntegerField(_("同意户数"), null=True, blank=True)
    items = ArrayField(models.CharField(max_length=60), default=list, blank=True)
    wishes = models.TextField(_("申请理由和居民诉求"), blank=True)
    desk = models.CharField(_("办理环节"), max_length=12, choices=Desk, default=Desk.APPLICANT)
    since = models.DateField(_("到达日期"))
    due_on = models.DateField(_("办理期限"), null=True)
    told_late = models.BooleanField(default=False)  # its desk knows that it is overdue
    version = models.PositiveIntegerField(default=1)
    documents = models.ManyToManyField(Document, related_name="+", through="Attachment")
    project = models.OneToOneField(Project, models.PROTECT, null=True, related_name="application")
    confirmation = models.CharField(_("项目确认文件编号"), max_length=24, blank=True)
    filed_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Constraints and indexes."""

        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["estate"], condition=~Q(desk__in=OVER), name="one_open_application"
            ),
            models.UniqueConstraint(
                fields=["number"], condition=~Q(number=""), name="one_application_per_number"
            ),
            models.UniqueConstraint(
                fields=["confirmation"], condition=~Q(confirmation=""), name="one_confirmation"
            ),
            models.CheckConstraint(
                condition=Q(desk=Desk.CONFIRMED, project__isnull=False) & ~Q(confirmation="")
                | ~Q(desk=Desk.CONFIRMED) & Q(project=None, confirmation=""),
                name="confirmed_with_number_and_project",
            ),
            models.CheckConstraint(
                condition=Q(answered=None) | Q(agreeing=None) | Q(agreeing__lte=F("answered")),
                name="agreeing_among_answers",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["division", "-id"], name="applications_of_a_division"),
            # the division last, so that those of other divisions are passed over within the index
            models.Index(
                fields=["desk", "due_on", "id", "division"], name="applications_on_a_desk"
            ),
            models.Index(
                fields=["due_on"], name="applications_to_be_late", condition=Q(told_late=False)
            ),
        ]
        ordering: ClassVar = ["-id"]

    def __str__(self) -> str:
        return f"{self.number or _('未提交')} {self.estate}"

    def get_absolute_url(self) -> str:
        """Return the page of the application."""
        return reverse("projects:application", args=[self.pk])

    @property
    def is_over(self) -> bool:
        """Return whether nothing more happens to it."""
        return self.desk in OVER


class Attachment(models.Model):
    """A document of the estate goes with an application."""

    application = models.ForeignKey(Application, models.CASCADE, related_name="attachments")
    document = models.ForeignKey(Document, models.PROTECT, related_name="+")
    division = DivisionField()

    class Meta:
        """Constraints and order of reading."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["application", "document"], name="attached_once")
        ]
        ordering: ClassVar = ["id"]

    def __str__(self) -> str:
        return f"{self.document}"


class Verb(models.TextChoices):
    """What can happen to an application."""

    SUBMIT = "submit", _("提交")
    PASS = "pass", _("审核通过")
    RETURN = "return", _("退回")
    CONFIRM = "confirm", _("确认")
    WITHDRAW = "withdraw", _("撤回")


class Step(models.Model):
    """What somebody did with an application; it is added and never changed (see migrations)."""

    application = models.ForeignKey(Application, models.PROTECT, related_name="steps")
    division = DivisionField()
    verb = models.CharField(max_length=12, choices=Verb)
    before = models.CharField(max_length=12, choices=Desk)
    after = models.CharField(max_length=12, choices=Desk)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    role = models.CharField(max_length=30, blank=True)
    at = models.DateTimeField(default=timezone.now)
    on = models.DateField()
    due_on = models.DateField(null=True)  # until when the desk that it left had time
    opinion = models.TextField(_("意见"), blank=True)
    document = models.CharField(max_length=40, blank=True)  # of the clause, as rulebooks name it
    clause = models.CharField(max_length=40, blank=True)
    said = models.JSONField(default=dict)  # what was applied for, as it stood then

    class Meta:
        """Order of reading, and where what is new is found."""

        indexes: ClassVar = [models.Index(fields=["division", "at"], name="steps_by_time")]
        ordering: ClassVar = ["id"]

    def __str__(self) -> str:
        return f"{self.application} {self.get_verb_display()}"

    @property
    def was_late(self) -> bool:
        """Return whether the desk took longer than it had."""
        return self.due_on is not None and self.on > self.due_on
