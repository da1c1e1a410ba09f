"""What surveys add to the calendar of a building: days to answer, days of visits."""

from collections.abc import Iterable
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from jiugai.apps.participation.residents.calendar import Dated, tells_days
from jiugai.apps.registry.models import Building
from jiugai.apps.surveys.models import Purpose, Survey


@tells_days
def surveys(building: Building, on: date) -> Iterable[Dated]:
    """Yield the surveys of the estate that take answers, and the visits."""
    found = Survey.objects.filter(
        estate=building.estate_id, state=Survey.State.OPEN, closes_on__gte=on
    )
    for one in found:
        is_visit = one.purpose == Purpose.VISIT
        yield Dated(
            f"survey-{one.pk}",
            one.opens_on,
            one.closes_on,
            _("工作人员入户，家里请留人") if is_visit else _("问卷"),
            one.title,
            reverse("surveys:my_survey", args=[one.pk]),
        )
