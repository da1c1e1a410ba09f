"""What stands in an estate: buildings, units, households, pipes, idle resources."""

from decimal import Decimal
from typing import ClassVar

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from jiugai.apps.accounts.models import Organisation
from jiugai.apps.accounts.rows import DivisionField
from jiugai.apps.accounts.seal import SealedField
from jiugai.apps.registry.models.estate import Estate
from jiugai.apps.registry.models.kept import Kept, fact_column
from jiugai.policy.vocabulary import Building as BuildingFacts
from jiugai.policy.vocabulary.household import Household as HouseholdFacts
from jiugai.policy.vocabulary.resource import Resource as ResourceFacts


class Building(Kept):
    """A residential building 楼栋."""

    subject = BuildingFacts

    estate = models.ForeignKey(Estate, models.CASCADE, related_name="buildings")
    code = models.CharField(_("楼栋编号"), max_length=40)
    name = models.CharField(_("楼号"), max_length=60, blank=True)
    built_year = fact_column("built_year", models.IntegerField())
    storeys = fact_column("storeys", models.IntegerField())
    household_count = fact_column("household_count", models.IntegerField())
    floor_area_m2 = fact_column("floor_area_m2", models.FloatField())
    danger = fact_column("danger", models.TextField())
    lon = models.FloatField(null=True)
    lat = models.FloatField(null=True)
    quad = models.BigIntegerField(null=True)
    outline = models.JSONField(null=True)

    class Meta:
        """Constraints and indexes."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["estate", "code"], name="one_building_per_code")
        ]
        indexes: ClassVar = [
            models.Index(fields=["quad", "id"], name="buildings_in_tiles"),
            models.Index(fields=["division", "id"], name="buildings_of_a_division"),
            models.Index(
                fields=["division", "id"],
                name="dangerous_or_simple_buildings",
                condition=models.Q(danger__in=["c", "d"]) | models.Q(facts__simple=True),
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.code

    def get_absolute_url(self) -> str:
        """Return the page of the building."""
        return reverse("registry:building", args=[self.pk])


class DangerPlan(models.Model):
    """What is to become of a dangerous or simple building (A4): one plan for each."""

    class Route(models.TextChoices):
        """Strengthen, rebuild or vacate."""

        STRENGTHEN = "strengthen", _("加固")
        REBUILD = "rebuild", _("改建")
        VACATE = "vacate", _("腾退")

    building = models.OneToOneField(Building, models.CASCADE, related_name="danger_plan")
    division = DivisionField()
    appraised_on = models.DateField(_("鉴定日期"), null=True, blank=True)
    appraiser = models.CharField(_("鉴定单位"), max_length=120, blank=True)
    responsible = models.CharField(_("责任单位"), max_length=120, blank=True)
    route = models.CharField(_("处置方式"), max_length=12, choices=Route, blank=True)
    scheme = models.TextField(_("一楼一策"), blank=True)
    due_on = models.DateField(_("完成期限"), null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.building} {self.get_route_display()}"


class Unit(models.Model):
    """A unit 单元: the stairs that some households of a building share."""

    building = models.ForeignKey(Building, models.CASCADE, related_name="units")
    division = DivisionField()
    name = models.CharField(_("单元"), max_length=20)

    class Meta:
        """Constraints."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["building", "name"], name="one_unit_per_name")
        ]
        ordering: ClassVar = ["building", "name"]

    def __str__(self) -> str:
        return self.name


class Household(Kept):
    """A household 户; who lives there is sealed and opened with a reason."""

    subject = HouseholdFacts

    building = models.ForeignKey(Building, models.CASCADE, related_name="households")
    unit = models.ForeignKey(Unit, models.CASCADE, null=True, related_name="households")
    door = models.CharField(_("门牌"), max_length=20)
    area_m2 = fact_column("area_m2", models.FloatField())
    owner = SealedField(_("业主"), null=True)
    phone = SealedField(_("联系电话"), null=True)
    id_number = SealedField(_("身份证件号码"), null=True)
    care = SealedField(_("需关照情况"), null=True)

    class Meta:
        """Constraints."""

        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["building", "unit", "door"],
                name="one_household_per_door",
                nulls_distinct=False,
            )
        ]
        ordering: ClassVar = ["building", "unit", "door"]

    def __str__(self) -> str:
        return self.door


class Pipe(models.Model):
    """A pipe or cable of an estate (A5): whose, how long, in what condition."""

    class Kind(models.TextChoices):
        """What runs in it."""

        WATER = "water", _("给水")
        DRAIN = "drain", _("排水")
        POWER = "power", _("电力")
        GAS = "gas", _("燃气")
        HEAT = "heat", _("供热")
        TELECOM = "telecom", _("通信")

    class Condition(models.TextChoices):
        """How it is."""

        GOOD = "good", _("完好")
        WORN = "worn", _("老化")
        FAILING = "failing", _("破损")

    estate = models.ForeignKey(Estate, models.CASCADE, related_name="pipes")
    division = DivisionField()
    kind = models.CharField(_("类别"), max_length=8, choices=Kind)
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, verbose_name=_("权属单位")
    )
    length_m = models.DecimalField(
        _("长度"), max_digits=9, decimal_places=1, null=True, blank=True
    )
    material = models.CharField(_("材质"), max_length=40, blank=True)
    laid_year = models.IntegerField(_("敷设年份"), null=True, blank=True)
    condition = models.CharField(_("状况"), max_length=8, choices=Condition, blank=True)
    cost_cents = models.BigIntegerField(_("改造费用"), null=True, blank=True)
    line = models.JSONField(null=True, blank=True)

    class Meta:
        """Order of reading."""

        ordering: ClassVar = ["kind", "id"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.length_m or ''}".strip()

    @property
    def cost_yuan(self) -> Decimal | None:
        """Return the cost in yuan."""
        return None if self.cost_cents is None else Decimal(self.cost_cents) / 100


class Resource(Kept):
    """An idle resource 存量资源 (A6): a room, shed, boiler house or plot."""

    subject = ResourceFacts

    estate = models.ForeignKey(Estate, models.CASCADE, related_name="resources")
    name = models.CharField(_("名称"), max_length=80)
    area_m2 = models.DecimalField(_("面积"), max_digits=9, decimal_places=2, null=True, blank=True)
    lon = models.FloatField(null=True)
    lat = models.FloatField(null=True)

    class Meta:
        """Order of reading."""

        ordering: ClassVar = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Return the page of the resource."""
        return reverse("registry:resource", args=[self.pk])
