"""A household sees who speaks for the owners, which company serves, and what was given."""

from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_GET

from jiugai.apps.accounts.rows import of_household
from jiugai.apps.owners.bodies.facts import serving
from jiugai.apps.owners.contributions.sums import account_of
from jiugai.apps.owners.models import OwnersBody, PropertyService, ServiceEntry
from jiugai.apps.participation.residents.access import ResidentRequest, for_residents
from jiugai.apps.participation.residents.frame import page as shown
from jiugai.apps.registry.models import Estate

#: Lines of the record of the service that a household sees.
SHOWN = 10


@require_GET
@for_residents
def page(request: ResidentRequest) -> HttpResponse:
    """Show the bodies in office, the service, the household's gifts and the estate's sums."""
    today = timezone.localdate()
    household = request.household
    estate = household.building.estate
    service = service_shown(estate)
    entries = ServiceEntry.objects.filter(service=service) if service else None
    with of_household(0):  # sums only: no line of another household is shown
        whole = account_of(estate)
    context = {
        "estate": estate,
        "bodies": [
            (one, serving(one, today))
            for one in OwnersBody.objects.filter(estate=estate, ended_on=None)
        ],
        "service": service,
        "entries": entries[:SHOWN] if entries is not None else [],
        "own": account_of(estate, household=household),
        "whole": whole,
        "today": today,
    }
    return shown(request, "owners/r/page.html", context)


def service_shown(estate: Estate) -> PropertyService | None:
    """Return the service that runs now, or None."""
    running = PropertyService.objects.filter(estate=estate, ended_on=None)
    return running.select_related("company", "vote").first()
