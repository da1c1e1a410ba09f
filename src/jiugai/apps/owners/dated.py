"""What owners' bodies and property service add to the calendar of a building."""

from collections.abc import Iterable
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from jiugai.apps.owners.models import OwnersBody, PropertyService
from jiugai.apps.participation.residents.calendar import Dated, tells_days
from jiugai.apps.registry.models import Building

Kind = PropertyService.Kind


@tells_days
def bodies(building: Building, _on: date) -> Iterable[Dated]:
    """Yield when bodies of the owners were formed."""
    for one in OwnersBody.objects.filter(estate=building.estate_id):
        what = _("{kind}成立").format(kind=one.get_kind_display())
        yield Dated(f"body-{one.pk}", one.formed_on, one.formed_on, what, str(one), _page())


@tells_days
def services(building: Building, _on: date) -> Iterable[Dated]:
    """Yield for how long a company is tried or helps out, and the days of its contract."""
    found = PropertyService.objects.filter(estate=building.estate_id).select_related("company")
    for one in found:
        company = str(one.company)
        if one.kind in (Kind.TRIAL, Kind.EMERGENCY) and one.until is not None:
            what = str(one.get_kind_display())
            last = min(one.until, one.ended_on) if one.ended_on else one.until
            yield Dated(
                f"service-{one.pk}", one.since, max(one.since, last), what, company, _page()
            )
        if one.signed_on is not None:
            what = _("签订物业服务合同")
            key = f"contract-{one.pk}"
            yield Dated(key, one.signed_on, one.signed_on, what, company, _page())
        if one.contract_until is not None and one.ended_on is None:
            what = _("物业服务合同到期")
            key = f"contract-ends-{one.pk}"
            yield Dated(key, one.contract_until, one.contract_until, what, company, _page())


def _page() -> str:
    return reverse("owners:my_owners")
