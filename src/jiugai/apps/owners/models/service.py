"""Property service of an estate: on trial, in an emergency, interim, or by contract."""

from datetime import date
from typing import ClassVar

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from jiugai.apps.accounts.models import Organisation, Person
from jiugai.apps.accounts.rows import DivisionField
from jiugai.apps.owners.models.body import OwnersBody
from jiugai.apps.participation.models import Vote
from jiugai.apps.registry.models import Document, Estate


class Turn(models.TextChoices):
    """What can happen to a property service."""

    STARTED = "started", _("开始服务")
    POSTED = "posted", _("公示服务内容、期限和费用")
    VOTE_CALLED = "vote_called", _("组织选聘表决")
    VOTE_DROPPED = "vote_dropped", _("表决取消，回到服务中")
    CARRIED = "carried", _("表决通过，待签合同")
    REJECTED = "rejected", _("表决未通过")
    SIGNED = "signed", _("签订物业服务合同")
    FILED = "filed", _("合同报备案")
    ENDED = "ended", _("结束服务")


class PropertyService(models.Model):
    """A company serves an estate; what may happen to it next is in `service.turns`."""

    class Kind(models.TextChoices):
        """On what footing the service is given."""

        TRIAL = "trial", _("先尝后买试用")
        EMERGENCY = "emergency", _("应急物业服务")
        QUASI = "quasi", _("准物业管理")
        MARKET = "market", _("物业服务合同")

    class State(models.TextChoices):
        """Where it is in its life."""

        RUNNING = "running", _("服务中")
        VOTING = "voting", _("表决中")
        CARRIED = "carried", _("已选聘，待签合同")
        HIRED = "hired", _("合同履行中")
        ENDED = "ended", _("已结束")

    class Chooser(models.TextChoices):
        """Who chose the company; the names are those of the vocabulary (P14 附件1(11))."""

        COMMITTEE = "committee", _("业主委员会")
        COUNCIL = "council", _("物业管理委员会")
        COMMUNITY = "community", _("居民委员会")
        PARTY = "party", _("社区党委")
        OTHER = "other", _("其他")

    estate = models.ForeignKey(Estate, models.PROTECT, related_name="property_services")
    division = DivisionField()
    kind = models.CharField(_("方式"), max_length=10, choices=Kind)
    state = models.CharField(_("状态"), max_length=8, choices=State, default=State.RUNNING)
    company = models.ForeignKey(
        Organisation, models.PROTECT, related_name="property_services", verbose_name=_("服务单位")
    )
    chosen_by = models.CharField(_("由谁预选"), max_length=10, choices=Chooser, blank=True)
    mode = models.CharField(_("服务模式"), max_length=200, blank=True)
    services = models.TextField(_("服务内容"), max_length=1000)
    since = models.DateField(_("自"))
    until = models.DateField(_("至"), null=True, blank=True)
    cost = models.CharField(_("费用"), max_length=200, blank=True)
    posted_on = models.DateField(_("公示日"), null=True, blank=True)
    vote = models.ForeignKey(Vote, models.PROTECT, null=True, related_name="+")
    body = models.ForeignKey(OwnersBody, models.PROTECT, null=True, related_name="+")
    standard = models.CharField(_("服务标准"), max_length=200, blank=True)
    fee_cents = models.PositiveIntegerField(
        _("物业费（分/㎡·月）"), null=True, validators=[MinValueValidator(1)]
    )
    has_all_items = models.BooleanField(default=False)
    signed_on = models.DateField(_("合同签订日"), null=True)
    contract_until = models.DateField(_("合同届满日"), null=True)
    contract = models.ForeignKey(Document, models.PROTECT, null=True, related_name="+")
    filed_on = models.DateField(_("合同备案日"), null=True)
    filing_number = models.CharField(_("备案号"), max_length=60, blank=True)
    ended_on = models.DateField(_("结束日"), null=True)
    why_ended = models.CharField(_("结束原因"), max_length=300, blank=True)
    due_turn = models.CharField(max_length=12, choices=Turn, blank=True)
    due_on = models.DateField(null=True)
    due_clause = models.CharField(max_length=40, blank=True)

    class Meta:
        """Constraints, indexes and order."""

        constraints: ClassVar = [
            # BPM 61①: one company for one area.
            models.UniqueConstraint(
                fields=["estate"], condition=Q(ended_on=None), name="one_running_service"
            ),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")), name="service_in_order"
            ),
            models.CheckConstraint(
                condition=Q(state="ended", ended_on__isnull=False)
                | ~Q(state="ended") & Q(ended_on=None),
                name="service_ends_on_a_day",
            ),
            models.CheckConstraint(
                condition=~Q(state="hired") | Q(signed_on__isnull=False, body__isnull=False),
                name="service_hired_by_contract",
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["division", "due_on"],
                condition=Q(ended_on=None),
                name="services_by_what_is_due",
            )
        ]
        ordering: ClassVar = ["-since", "-id"]

    def __str__(self) -> str:
        return f"{self.estate} {self.company}"

    def get_absolute_url(self) -> str:
        """Return the page of the service."""
        return reverse("owners:service", args=[self.pk])

    def is_over(self, on: date) -> bool:
        """Return whether its agreed time is over on a day."""
        return self.until is not None and self.until < on

    @property
    def fee_yuan(self) -> str:
        """Return the fee as people read it: 元 for a square metre and month."""
        return f"{self.fee_cents / 100:.2f}" if self.fee_cents else ""


class ServiceEntry(models.Model):
    """A line of the record of a service: what was done or found, with a picture; never changed."""

    class Kind(models.TextChoices):
        """What a line is about."""

        CLEANING = "cleaning", _("保洁")
        SECURITY = "security", _("秩序与安保")
        GREENERY = "greenery", _("绿化与公共空间")
        REPAIR = "repair", _("报修与维护")
        COMPLAINT = "complaint", _("居民反映")
        CHECK = "check", _("检查考核")
        OTHER = "other", _("其他")

    service = models.ForeignKey(PropertyService, models.PROTECT, related_name="entries")
    division = DivisionField()
    kind = models.CharField(_("事项"), max_length=10, choices=Kind)
    on = models.DateField(_("日期"))
    words = models.CharField(_("做了什么、看到什么"), max_length=500)
    document = models.ForeignKey(Document, models.PROTECT, null=True, related_name="+")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Order of reading."""

        indexes: ClassVar = [models.Index(fields=["service", "-on"], name="entries_of_a_service")]
        ordering: ClassVar = ["-on", "-id"]

    def __str__(self) -> str:
        return self.words


class ServiceStep(models.Model):
    """What happened to a service, when, by which clause and by whom; never changed."""

    service = models.ForeignKey(PropertyService, models.PROTECT, related_name="steps")
    division = DivisionField()
    turn = models.CharField(_("事项"), max_length=12, choices=Turn)
    on = models.DateField(_("日期"))
    words = models.CharField(_("说明"), max_length=300, blank=True)
    clause = models.CharField(max_length=40, blank=True)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Order of reading."""

        ordering: ClassVar = ["-id"]

    def __str__(self) -> str:
        return f"{self.get_turn_display()} {self.on}"
