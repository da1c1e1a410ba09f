"""A piece of long work, as the person who asked for it sees it."""

from typing import ClassVar

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.accounts.rows import DivisionField


class State(models.TextChoices):
    """How far a job is."""

    WAITING = "waiting", _("排队")
    RUNNING = "running", _("进行中")
    DONE = "done", _("完成")
    FAILED = "failed", _("失败")
    CANCELLED = "cancelled", _("已取消")


class Job(models.Model):
    """Long work: who asked, how far it is, what came of it."""

    kind = models.CharField(max_length=60)
    title = models.CharField(max_length=200)
    division = DivisionField()
    by = models.ForeignKey(Person, models.PROTECT, related_name="jobs")
    arguments = models.JSONField(default=dict)
    state = models.CharField(max_length=12, choices=State.choices, default=State.WAITING)
    done = models.BigIntegerField(default=0)
    of = models.BigIntegerField(default=0)
    message = models.TextField(blank=True)
    support = models.CharField(max_length=8, blank=True)  # to find it in the log
    language = models.CharField(max_length=10, default="zh-hans")
    attempts = models.PositiveSmallIntegerField(default=0)  # how often its process died
    result = models.JSONField(default=dict)
    cancel_asked = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)
    started_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        """Order of reading, and an index of what is not over."""

        indexes: ClassVar = [
            models.Index(
                fields=["id"],
                name="jobs_not_over",
                condition=models.Q(state__in=["waiting", "running"]),
            )
        ]
        ordering: ClassVar = ["-id"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Return the page of the job."""
        return reverse("jobs:job", args=[self.pk])

    @property
    def percent(self) -> int:
        """Return how much is done, 0 to 100."""
        return 100 * self.done // self.of if self.of else 0

    @property
    def is_over(self) -> bool:
        """Return whether nothing more will come."""
        return self.state in (State.DONE, State.FAILED, State.CANCELLED)
