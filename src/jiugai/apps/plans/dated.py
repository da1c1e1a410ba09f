"""What plans add to the calendar of a building: when its estate came into an adopted plan."""

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _

from jiugai.apps.accounts.rows import scope
from jiugai.apps.participation.residents.calendar import Dated, tells_days
from jiugai.apps.plans.models import Place
from jiugai.apps.registry.models import Building
from jiugai.kernel.division import DISTRICT


@tells_days
def adopted(building: Building, _on: date) -> Iterable[Dated]:
    """Yield the plans in force that give the estate a year."""
    # A plan is one of the whole district, which a household does not see otherwise.
    with scope(building.division[:DISTRICT]):
        found = Place.objects.filter(
            estate=building.estate_id,
            year__isnull=False,
            result__plan__isnull=False,
            result__plan__ended_on=None,
        )
        told = ("result__plan", "result__plan__name", "result__plan__on", "year")
        rows = list(found.values_list(*told))
    for plan, name, day, year in rows:
        title = _("{plan}：本小区排在 {year} 年").format(plan=name, year=year)
        yield Dated(f"plan-{plan}", day, day, _("改造计划确定"), title)
