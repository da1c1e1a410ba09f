"""What residents say of a service: their rating in surveys, and demands on the matter."""

from dataclasses import dataclass
from datetime import date

from jiugai.apps.demands.models import Demand, State
from jiugai.apps.demands.models import Kind as Matter
from jiugai.apps.owners.models import PropertyService
from jiugai.apps.surveys.models import Purpose, Survey
from jiugai.apps.surveys.results.kept import results_of
from jiugai.apps.surveys.results.shown import Chart, ratings_of


@dataclass(frozen=True, slots=True)
class Marks:
    """Ratings of the surveys that ended within a service, and demands about it."""

    surveys: list[tuple[Survey, list[Chart]]]
    demands: int
    solved: int


def marks_of(service: PropertyService, *, on: date, language: str) -> Marks:
    """Return what residents said from the first day of a service to its last."""
    last = min(on, service.ended_on or on)
    asked = Survey.objects.filter(
        estate=service.estate,
        purpose=Purpose.RATING,
        opens_on__gte=service.since,
        opens_on__lte=last,
    ).exclude(state=Survey.State.DRAFT)
    demands = Demand.objects.filter(
        estate=service.estate,
        kind=Matter.PROPERTY,
        asked_at__date__gte=service.since,
        asked_at__date__lte=last,
    ).exclude(state=State.WITHDRAWN)
    rated = [(one, ratings_of(results_of(one), language)) for one in asked.order_by("-opens_on")]
    return Marks(rated, demands.count(), demands.filter(is_solved=True).count())
