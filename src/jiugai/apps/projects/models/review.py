"""The review of a project's design: versions with their files, remarks, answers, opinions."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.accounts.rows import DivisionField
from jiugai.apps.projects.models.project import Project
from jiugai.apps.registry.models import Document


class Part(models.TextChoices):
    """What of a design is looked at."""

    WHOLE = "whole", _("总体方案")
    BUILDING = "building", _("楼本体")
    FACADE = "facade", _("外立面")
    PIPES = "pipes", _("管线")
    PUBLIC = "public", _("公共区域")
    ACCESS = "access", _("适老和无障碍")
    SERVICES = "services", _("配套设施")
    HOUSEHOLD = "household", _("户内（一户一设计）")


class Hand(models.TextChoices):
    """In whose hands a review is."""

    DESIGNER = "designer", _("设计方办理")
    PLANNER = "planner", _("责任规划师审查")
    PASSED = "passed", _("审查合格")


class Review(models.Model):
    """The review of a project's design by the responsible planner 责任规划师审查 (F2)."""

    project = models.OneToOneField(Project, models.PROTECT, related_name="review")
    division = DivisionField()
    hand = models.CharField(_("办理环节"), max_length=10, choices=Hand, default=Hand.DESIGNER)
    since = models.DateField(_("到达日期"))
    due_on = models.DateField(_("办理期限"), null=True)
    told_late = models.BooleanField(default=False)  # whose turn it is knows that it is overdue
    version = models.PositiveIntegerField(default=1)
    acted_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")

    class Meta:
        """Indexes."""

        indexes: ClassVar = [
            models.Index(fields=["hand", "due_on", "id"], name="reviews_in_hand"),
            models.Index(
                fields=["due_on"], name="reviews_to_be_late", condition=Q(told_late=False)
            ),
        ]
        ordering: ClassVar = ["-id"]

    def __str__(self) -> str:
        return f"{_('设计审查')} {self.project.estate}"

    def get_absolute_url(self) -> str:
        """Return the page of the review."""
        return reverse("projects:review", args=[self.project_id])


class Design(models.Model):
    """A version of a design; once it was handed in it stays as it is (see migrations).

    `changed` names the parts whose files differ from the version before.
    """

    review = models.ForeignKey(Review, models.PROTECT, related_name="designs")
    division = DivisionField()
    number = models.PositiveSmallIntegerField(_("版本"))
    words = models.TextField(_("说明"), blank=True)
    changed = ArrayField(models.CharField(max_length=10), default=list)
    reopens = models.BooleanField(default=False)  # the version before had passed
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    on = models.DateField(null=True)
    at = models.DateTimeField(null=True)

    class Meta:
        """Constraints."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["review", "number"], name="one_design_per_number"),
            models.UniqueConstraint(
                fields=["review"], condition=Q(at=None), name="one_design_in_the_making"
            ),
            models.CheckConstraint(
                condition=Q(at=None, on=None, by=None)
                | Q(at__isnull=False, on__isnull=False, by__isnull=False),
                name="design_handed_in_by_somebody",
            ),
        ]
        ordering: ClassVar = ["number"]

    def __str__(self) -> str:
        return _("第 {number} 版").format(number=self.number)


class DesignFile(models.Model):
    """A file of a version: a drawing, a household's design, a picture of a scene."""

    class Kind(models.TextChoices):
        """What it shows."""

        DRAWING = "drawing", _("图纸")
        HOUSEHOLD = "household", _("户型设计")
        SCENE = "scene", _("参照场景图")
        TEXT = "text", _("说明书")

    design = models.ForeignKey(Design, models.CASCADE, related_name="files")
    division = DivisionField()
    part = models.CharField(_("部位"), max_length=10, choices=Part)
    kind = models.CharField(_("类别"), max_length=10, choices=Kind)
    document = models.ForeignKey(Document, models.PROTECT, related_name="+")

    class Meta:
        """Order of reading."""

        ordering: ClassVar = ["id"]

    def __str__(self) -> str:
        return f"{self.get_part_display()} {self.document}"

    @property
    def is_picture(self) -> bool:
        """Return whether a browser can show it."""
        return self.document.kind.startswith("image/")


class Opinion(models.Model):
    """What the planner said of a version, with all remarks at once; never changed."""

    class Outcome(models.TextChoices):
        """Whether the version passes."""

        PASS = "pass", _("审查合格")
        RETURN = "return", _("退回修改")

    review = models.ForeignKey(Review, models.PROTECT, related_name="opinions")
    division = DivisionField()
    design = models.OneToOneField(Design, models.PROTECT, related_name="opinion")
    verdict = models.CharField(_("审查结论"), max_length=8, choices=Outcome)
    words = models.TextField(_("总体意见"))
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    on = models.DateField()
    due_on = models.DateField(null=True)  # until when the planner had time
    document = models.CharField(max_length=40, blank=True)  # of the clause
    clause = models.CharField(max_length=40, blank=True)

    class Meta:
        """Order of reading."""

        ordering: ClassVar = ["id"]

    def __str__(self) -> str:
        return f"{self.design} {self.get_verdict_display()}"

    @property
    def was_late(self) -> bool:
        """Return whether the planner took longer than there was."""
        return self.due_on is not None and self.on > self.due_on


class Remark(models.Model):
    """A remark 审查意见 on a part of a version; a draft until an opinion hands it over."""

    class Weight(models.TextChoices):
        """What is asked."""

        MUST = "must", _("须修改")
        ADVICE = "advice", _("建议")

    review = models.ForeignKey(Review, models.PROTECT, related_name="remarks")
    division = DivisionField()
    design = models.ForeignKey(Design, models.PROTECT, related_name="remarks")
    part = models.CharField(_("部位"), max_length=10, choices=Part)
    weight = models.CharField(_("性质"), max_length=8, choices=Weight)
    words = models.TextField(_("意见"))
    former = models.ForeignKey("self", models.PROTECT, null=True, related_name="followed_by")
    opinion = models.ForeignKey(Opinion, models.PROTECT, null=True, related_name="remarks")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Order of reading."""

        ordering: ClassVar = ["id"]

    def __str__(self) -> str:
        return f"{self.get_part_display()}：{self.words[:40]}"


class Answer(models.Model):
    """What the designer answers to a remark; with the next version it is handed in."""

    class Kind(models.TextChoices):
        """Whether the remark was followed."""

        DONE = "done", _("已修改")
        REASON = "reason", _("说明理由")

    remark = models.OneToOneField(Remark, models.PROTECT, related_name="answer")
    division = DivisionField()
    kind = models.CharField(_("答复"), max_length=8, choices=Kind)
    words = models.TextField(_("怎样修改，或者为什么不改"))
    design = models.ForeignKey(Design, models.PROTECT, null=True, related_name="answers")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now=True)

    class Meta:
        """Order of reading."""

        ordering: ClassVar = ["id"]

    def __str__(self) -> str:
        return self.words[:40]
