"""Five figures of the estates that are looked at, each with the rows behind it."""

from dataclasses import dataclass

from django.db.models import Count, Q, Sum
from django.utils.translation import gettext as _

from jiugai.apps.registry.queries.estates import Wanted, fitting
from jiugai.kernel.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its name and unit, and what to add to the filters to see its rows."""

    name: str
    value: str
    unit: str
    rows: dict[str, str]


def figures_of(wanted: Wanted) -> list[Figure]:
    """Return estates, households, area, those that may be renewed, those that lack evidence."""
    found = fitting(wanted).aggregate(
        estates=Count("pk"),
        households=Sum("household_count"),
        area=Sum("floor_area_m2"),
        met=Count("pk", filter=Q(assessment__overall=Verdict.MET)),
        unknown=Count("pk", filter=Q(assessment__overall=Verdict.UNKNOWN)),
    )
    area = (found["area"] or 0) / 10_000
    return [
        Figure(_("小区"), f"{found['estates']:,}", _("个"), {}),
        Figure(
            _("居民"),
            f"{found['households'] or 0:,}",
            _("户"),
            {"order": "households", "backwards": "on"},
        ),
        Figure(_("建筑面积"), f"{area:,.2f}", _("万㎡"), {"order": "area", "backwards": "on"}),
        Figure(_("可纳入改造"), f"{found['met']:,}", _("个"), {"verdict": "met", "rule": ""}),
        Figure(
            _("证据不足"), f"{found['unknown']:,}", _("个"), {"verdict": "unknown", "rule": ""}
        ),
    ]
