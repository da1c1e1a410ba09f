"""Ballots, which only grow, and what clerks typed from paper."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.accounts.rows import DivisionField
from jiugai.apps.accounts.seal import SealedField
from jiugai.apps.participation.models.vote import RollFlat, Vote


class Mark(models.IntegerChoices):
    """What stands on a ballot; the numbers are those of the core."""

    AGREE = 1, _("同意")
    OPPOSE = 2, _("反对")
    ABSTAIN = 3, _("弃权")


class Channel(models.TextChoices):
    """How a ballot came in."""

    ONLINE = "online", _("网上")
    PAPER = "paper", _("纸质")
    DOOR = "door", _("上门")


class Ballot(models.Model):
    """One ballot of one flat; a correction is a further ballot that names the one it revokes."""

    # Without a constraint, so that voters do not lock one row together; that of the flat holds.
    vote = models.ForeignKey(Vote, models.PROTECT, related_name="ballots", db_constraint=False)
    division = DivisionField()
    flat = models.ForeignKey(RollFlat, models.PROTECT, related_name="ballots")
    household_id = models.BigIntegerField()
    sequence = models.SmallIntegerField()
    revokes = models.OneToOneField(
        "self", models.PROTECT, null=True, related_name="revoked_by", default=None
    )
    mark = models.SmallIntegerField(choices=Mark)
    channel = models.CharField(max_length=8, choices=Channel)
    at = models.DateTimeField()
    paper = models.ForeignKey("PaperEntry", models.PROTECT, null=True, related_name="+")
    receipt = models.CharField(max_length=12)
    nonce = models.CharField(max_length=32)

    class Meta:
        """No ballot twice: one first ballot of a flat, one successor of a ballot."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["flat", "sequence"], name="no_ballot_twice"),
            models.UniqueConstraint(fields=["vote", "receipt"], name="one_ballot_per_receipt"),
            models.CheckConstraint(
                condition=Q(sequence=1, revokes=None) | Q(sequence__gt=1, revokes__isnull=False),
                name="correction_names_the_former",
            ),
        ]
        ordering: ClassVar = ["id"]

    def __str__(self) -> str:
        return self.receipt


class PaperEntry(models.Model):
    """What one clerk read on one paper ballot; two clerks must have read the same."""

    vote = models.ForeignKey(Vote, models.PROTECT, related_name="paper")
    division = DivisionField()
    flat = models.ForeignKey(RollFlat, models.PROTECT, related_name="paper")
    mark = models.SmallIntegerField(_("意见"), choices=Mark)
    channel = models.CharField(_("怎样收到"), max_length=8, choices=Channel)
    handed_in_at = models.DateTimeField(_("交票时间"))
    proxy = SealedField(_("代理人"), null=True)
    document = models.CharField(_("委托书编号"), max_length=60, blank=True)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        """Order of typing."""

        indexes: ClassVar = [models.Index(fields=["vote", "flat", "id"], name="paper_of_a_flat")]
        ordering: ClassVar = ["id"]

    def __str__(self) -> str:
        return f"{self.flat} {self.get_mark_display()}"
