"""Tickets held against the ledger and the register: new ones, known ones, doubtful ones."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from jiugai.apps.accounts.models import Organisation
from jiugai.apps.demands.models import Demand, State
from jiugai.apps.demands.tickets.reading import Ticket
from jiugai.apps.registry.models import Estate


@dataclass(frozen=True, slots=True)
class Matched:
    """A ticket with the estate and unit that it names, the demand that it is, or what is wrong."""

    ticket: Ticket
    estate: Estate | None
    organisation: Organisation | None
    known: Demand | None
    wrong: tuple[str, ...]

    @property
    def is_new(self) -> bool:
        """Return whether it can be stored."""
        return not self.wrong and self.known is None and self.estate is not None


def match(tickets: Sequence[Ticket]) -> list[Matched]:
    """Return what each ticket is."""
    known = {one.ticket: one for one in _known([one.ticket for one in tickets])}
    estates = _estates({one.estate for one in tickets})
    units = _units({one.unit for one in tickets})
    return [
        _matched(one, known.get(one.ticket), estates[one.estate], units.get(one.unit))
        for one in tickets
    ]


def _matched(
    one: Ticket,
    known: Demand | None,
    estates: Sequence[Estate],
    unit: Organisation | None,
) -> Matched:
    wrong = list(one.wrong)
    if one.estate and not estates:
        wrong.append(_("台账里没有小区“{name}”").format(name=one.estate[:40]))
    if len(estates) > 1:
        wrong.append(
            _("有 {n} 个小区叫“{name}”，请写小区编号").format(n=len(estates), name=one.estate)
        )
    estate = estates[0] if len(estates) == 1 else None
    return Matched(one, estate, unit, known, tuple(wrong))


def _known(numbers: Sequence[str]) -> Iterable[Demand]:
    wanted = [one for one in numbers if one]
    return Demand.objects.filter(ticket__in=wanted).exclude(state=State.WITHDRAWN)


def _estates(names: set[str]) -> dict[str, list[Estate]]:
    found: dict[str, list[Estate]] = defaultdict(list)
    wanted = [one for one in names if one]
    by_code = Estate.objects.filter(code__in=wanted, retired_on=None)
    by_name = Estate.objects.filter(name__in=wanted, retired_on=None)
    for one in by_code:
        found[one.code].append(one)
    for one in by_name:
        if one not in found[str(one.name)]:
            found[str(one.name)].append(one)
    return found


def _units(names: set[str]) -> dict[str, Organisation]:
    wanted = [one for one in names if one]
    found: dict[str, Organisation] = {}
    for one in Organisation.objects.filter(name__in=wanted).order_by("-id"):
        found[one.name] = one
    return found
