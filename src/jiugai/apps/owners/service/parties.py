"""The company of a contract is a party of the estate from its signing until the service ends."""

from datetime import date, timedelta

from jiugai.apps.accounts.models import Person
from jiugai.apps.owners.models import PropertyService
from jiugai.apps.registry.models import Party
from jiugai.apps.registry.models.estate import PartyRows
from jiugai.apps.registry.services.below import add_party, end_party


def enter(service: PropertyService, *, by: Person) -> None:
    """Enter the company that signed, unless the register has it already."""
    if _entered(service).exists():
        return
    said = {
        "kind": Party.Kind.PROPERTY,
        "duty": service.services[:200],
        "since": service.signed_on,
        "until": None,
    }
    add_party(estate=service.estate, organisation=service.company, said=said, by=by)


def leave(service: PropertyService, *, last: date, by: Person) -> None:
    """End what the register has of a company whose contract ended; the entry stays."""
    if service.signed_on is None:
        return
    for party in _entered(service):
        end_party(pk=party.pk, until=last + timedelta(days=1), by=by)


def _entered(service: PropertyService) -> PartyRows:
    return Party.objects.filter(
        estate=service.estate,
        organisation=service.company,
        kind=Party.Kind.PROPERTY,
        until=None,
    )
