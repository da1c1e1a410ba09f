"""Estates, what the rules said of them, and what belongs to an estate as a whole."""

from datetime import date
from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, GeneratedField, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from jiugai.apps.accounts.models import Organisation, Person
from jiugai.apps.accounts.rows import DivisionField
from jiugai.apps.registry.models.kept import DistrictOf, Kept, fact_column
from jiugai.apps.registry.models.words import search_column
from jiugai.kernel.verdict import Verdict
from jiugai.policy.vocabulary import Estate as EstateFacts


class Stage(models.TextChoices):
    """Where an estate is in the life of its renewal, the same on map, list and chart."""

    LEDGER = "ledger", _("台账")
    RESERVE = "reserve", _("储备")
    PLAN = "plan", _("计划")
    WORKS = "works", _("施工")
    ACCEPTANCE = "acceptance", _("验收")
    STEWARDSHIP = "stewardship", _("长效")
    BLOCKED = "blocked", _("受阻")


class Estate(Kept):
    """An old residential estate 老旧小区."""

    subject = EstateFacts

    code = models.CharField(_("小区编号"), max_length=40)
    district = GeneratedField(
        expression=DistrictOf(F("division")),
        output_field=models.CharField(max_length=6, db_collation="C"),
        db_persist=True,
    )
    name = fact_column("name", models.TextField())
    address = fact_column("address", models.TextField())
    built_year = fact_column("built_year", models.IntegerField())
    household_count = fact_column("household_count", models.IntegerField())
    building_count = fact_column("building_count", models.IntegerField())
    floor_area_m2 = fact_column("floor_area_m2", models.FloatField())
    management_mode = fact_column("management_mode", models.TextField())
    lon = fact_column("lon", models.FloatField())
    lat = fact_column("lat", models.FloatField())
    initials = models.CharField(max_length=80, blank=True)
    words = search_column()
    quad = models.BigIntegerField(null=True)
    outline = models.JSONField(null=True)
    stage = models.CharField(_("阶段"), max_length=12, choices=Stage, default=Stage.LEDGER)
    retired_on = models.DateField(null=True)

    class Meta:
        """Constraints and indexes."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["district", "code"], name="one_estate_per_code"),
        ]
        indexes: ClassVar = [
            # Both hold what lists are filtered and sorted by, so that few rows are fetched.
            models.Index(
                fields=["division", "name", "id"],
                include=("retired_on", "built_year", "stage", "management_mode"),
                name="estates_by_name",
            ),
            models.Index(
                fields=["name", "id"],
                include=(
                    "division",
                    "built_year",
                    "household_count",
                    "building_count",
                    "floor_area_m2",
                    "stage",
                    "management_mode",
                    "words",
                ),
                name="estates_by_name_filtered",
                condition=Q(retired_on=None),
            ),
            models.Index(
                fields=["quad", "id"], name="estates_in_tiles", condition=Q(retired_on=None)
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.code

    def get_absolute_url(self) -> str:
        """Return the page of the estate."""
        return reverse("registry:estate", args=[self.pk])


class Assessment(models.Model):
    """What the law of a day says of an estate: rules by verdict, and the facts that lack.

    `readings` are those that offices had chosen; the others stand in the rulebook of `digest`.
    """

    estate = models.OneToOneField(
        Estate, models.CASCADE, primary_key=True, related_name="assessment"
    )
    division = DivisionField()
    day = models.DateField()
    digest = models.CharField(max_length=64)
    readings = models.JSONField(default=dict)
    overall = models.CharField(max_length=8, choices=[(one.value, one.value) for one in Verdict])
    met = ArrayField(models.TextField(), default=list)
    not_met = ArrayField(models.TextField(), default=list)
    unknown = ArrayField(models.TextField(), default=list)
    missing = ArrayField(models.TextField(), default=list)

    class Meta:
        """Indexes."""

        indexes: ClassVar = [
            models.Index(fields=["division", "overall", "estate"], name="estates_by_verdict")
        ]

    def __str__(self) -> str:
        return f"{self.estate_id} {self.overall} {self.day}"


class PartyRows(models.QuerySet["Party"]):
    """What is asked about the parties of estates."""

    def current(self, on: date) -> "PartyRows":
        """Return those that have not ended on a day; `until` is the first day without them."""
        return self.filter(Q(until=None) | Q(until__gt=on))


class Party(models.Model):
    """An organisation is something for an estate (A7): owner unit, property company, …"""

    class Kind(models.TextChoices):
        """What an organisation can be for an estate."""

        OWNER_UNIT = "owner_unit", _("原产权单位")
        PROPERTY = "property", _("物业服务企业")
        COMMITTEE = "committee", _("居民委员会")
        OWNERS_BODY = "owners_body", _("业主组织")
        INVESTOR = "investor", _("投资主体")
        IMPLEMENTER = "implementer", _("实施主体")
        DESIGNER = "designer", _("设计单位")
        CONTRACTOR = "contractor", _("施工单位")
        SUPERVISOR = "supervisor", _("监理单位")
        PIPELINE = "pipeline", _("专业公司")

    estate = models.ForeignKey(Estate, models.CASCADE, related_name="parties")
    division = DivisionField()
    organisation = models.ForeignKey(Organisation, models.PROTECT)
    kind = models.CharField(_("身份"), max_length=20, choices=Kind)
    duty = models.CharField(_("负责"), max_length=200, blank=True)
    since = models.DateField(_("自"), null=True, blank=True)
    until = models.DateField(_("至（不含）"), null=True, blank=True)

    objects = PartyRows.as_manager()

    class Meta:
        """Order of reading."""

        ordering: ClassVar = ["kind", "id"]

    def __str__(self) -> str:
        return f"{self.organisation} {self.get_kind_display()}"


class Succession(models.Model):
    """An estate was renamed, split off from another or merged into one."""

    class Kind(models.TextChoices):
        """What happened."""

        RENAME = "rename", _("更名")
        SPLIT = "split", _("拆分")
        MERGE = "merge", _("合并")

    kind = models.CharField(max_length=8, choices=Kind)
    before = models.ForeignKey(Estate, models.PROTECT, related_name="became")
    after = models.ForeignKey(Estate, models.PROTECT, related_name="came_from")
    division = DivisionField()
    former_name = models.CharField(max_length=120)
    on = models.DateField()
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    reason = models.CharField(max_length=300, blank=True)

    class Meta:
        """Order of reading."""

        ordering: ClassVar = ["on", "id"]

    def __str__(self) -> str:
        return f"{self.former_name} {self.get_kind_display()}"


class Document(models.Model):
    """A file that belongs to an estate, kept once under its digest."""

    estate = models.ForeignKey(Estate, models.CASCADE, related_name="documents")
    division = DivisionField()
    title = models.CharField(_("标题"), max_length=120)
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=100)  # of a Word file: 71
    sha256 = models.CharField(max_length=64)
    size = models.BigIntegerField()
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Order of reading."""

        ordering: ClassVar = ["-id"]

    def __str__(self) -> str:
        return self.title


class SavedView(models.Model):
    """Filters that a person wants to find again."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="views")
    name = models.CharField(_("名称"), max_length=60)
    query = models.CharField(max_length=1000)

    class Meta:
        """Constraints."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["person", "name"], name="one_view_per_name")
        ]
        ordering: ClassVar = ["name"]

    def __str__(self) -> str:
        return self.name
