"""What households answered, with pictures, and what collectors handed in."""

import json
from collections.abc import Mapping
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.accounts.rows import DivisionField
from jiugai.apps.accounts.seal import HIDDEN, Hidden, HiddenField
from jiugai.apps.registry.models import Household
from jiugai.apps.surveys.models.survey import Survey, Version
from jiugai.asking.sensitive import covered, joined, parted
from jiugai.asking.words import answers_in_words


class Channel(models.TextChoices):
    """How an answer came in."""

    ONLINE = "online", _("居民手机")
    PAPER = "paper", _("纸质")
    VISIT = "visit", _("入户")
    COLLECTOR = "collector", _("采集器")


class Said(models.Model):
    """What was answered: the sensitive part of it is sealed, the rest lies open beside it."""

    version = models.ForeignKey(Version, models.PROTECT, related_name="+")
    values = models.JSONField(default=dict)
    sealed = HiddenField(_("敏感问题的回答"), null=True)  # JSON of the same shape as the rest

    class Meta:
        """It is a part of others."""

        abstract = True

    @property
    def said(self) -> dict[str, Any]:
        """Return the answers whole, for who may know them and for counting."""
        return joined(self.values, self._hidden())

    @property
    def told(self) -> dict[str, Any]:
        """Return the answers as they may be handed on: a sign where something is sealed."""
        return joined(self.values, covered(self._hidden(), HIDDEN))

    def hides(self, text: str) -> bool:
        """Return whether a text is what some sensitive question was answered with."""
        hidden = self._hidden().values()
        rows = (row for value in hidden if isinstance(value, list) for row in value)
        return text in hidden or any(text in row.values() for row in rows)

    def opened_in_words(self, text: str) -> str:
        """Return what was sealed as questions and answers, for who opens it."""
        return answers_in_words(self.version.form, json.loads(text))

    def _hidden(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.sealed.opened) if self.sealed else {}
        return found

    def keep(self, said: Mapping[str, Any]) -> None:
        """Take answers over, each into its part; they are not saved yet."""
        self.values, hidden = parted(self.version.form, said)
        self.sealed = Hidden(json.dumps(hidden, ensure_ascii=False)) if hidden else None


class Answer(Said):
    """The answers of a household, or of one of its people."""

    class State(models.TextChoices):
        """How far it is."""

        STARTED = "started", _("没答完")
        DONE = "done", _("已完成")

    survey = models.ForeignKey(Survey, models.PROTECT, related_name="answers")
    division = DivisionField()
    household = models.ForeignKey(Household, models.PROTECT, related_name="+")
    person = models.PositiveSmallIntegerField(default=1)  # counts the people of a household
    channel = models.CharField(max_length=9, choices=Channel)
    state = models.CharField(max_length=7, choices=State, default=State.STARTED)
    revision = models.PositiveIntegerField(default=1)
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    begun_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True)

    class Meta:
        """One answer for each household, or each of its people."""

        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["survey", "household", "person"], name="one_answer_per_person"
            ),
            models.CheckConstraint(
                condition=Q(state="started", done_at=None)
                | Q(state="done", done_at__isnull=False),
                name="answer_done_at_a_moment",
            ),
        ]
        ordering: ClassVar = ["survey", "household", "person"]

    def __str__(self) -> str:
        return f"{self.survey_id} {self.household_id}/{self.person}"


class Submission(Said):
    """What a collector handed in once; whatever it sends again is known by its own number."""

    class State(models.TextChoices):
        """What became of it."""

        TAKEN = "taken", _("已计入")
        WAITING = "waiting", _("等处理")
        DROPPED = "dropped", _("未采用")

    survey = models.ForeignKey(Survey, models.PROTECT, related_name="submissions")
    division = DivisionField()
    household = models.ForeignKey(Household, models.PROTECT, related_name="+")
    person = models.PositiveSmallIntegerField(default=1)
    instance = models.CharField(max_length=80)
    digest = models.CharField(max_length=64)
    state = models.CharField(max_length=7, choices=State)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    said_at = models.DateTimeField(null=True)  # by the clock of the collector
    received_at = models.DateTimeField()
    clock_is_off = models.BooleanField(default=False)
    answer = models.ForeignKey(Answer, models.PROTECT, null=True, related_name="submissions")
    settled_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")

    class Meta:
        """Each is taken once."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["survey", "instance"], name="one_submission_each")
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["survey"], name="submissions_waiting", condition=Q(state="waiting")
            )
        ]
        ordering: ClassVar = ["survey", "id"]

    def __str__(self) -> str:
        return self.instance

    def get_absolute_url(self) -> str:
        """Return where it is settled."""
        return reverse("surveys:settle", args=[self.pk])


class AnswerFile(models.Model):
    """A picture that belongs to an answer, or to what waits to become one."""

    division = DivisionField()
    household = models.ForeignKey(Household, models.PROTECT, related_name="+")
    answer = models.ForeignKey(Answer, models.CASCADE, null=True, related_name="files")
    submission = models.ForeignKey(Submission, models.CASCADE, null=True, related_name="files")
    said = models.CharField(max_length=200)  # what the answer calls it
    kind = models.CharField(max_length=80)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveIntegerField()

    class Meta:
        """It belongs somewhere, under one name."""

        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(answer__isnull=False) | Q(submission__isnull=False),
                name="answer_file_belongs",
            ),
            models.UniqueConstraint(fields=["answer", "said"], name="one_file_per_name"),
            models.UniqueConstraint(fields=["submission", "said"], name="one_file_per_name_sent"),
        ]
        ordering: ClassVar = ["id"]

    def __str__(self) -> str:
        return self.said

    def get_absolute_url(self) -> str:
        """Return where it is looked at."""
        return reverse("surveys:picture", args=[self.pk])
