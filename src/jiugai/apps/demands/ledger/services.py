"""What can happen to a demand until it is answered, one function each."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jiugai.apps.accounts.models import Organisation, Person
from jiugai.apps.audit.actions import Action
from jiugai.apps.audit.services import record
from jiugai.apps.demands.ledger.deadlines import due_of
from jiugai.apps.demands.likeness import bands_of
from jiugai.apps.demands.models import (
    Band,
    Channel,
    Demand,
    DemandStep,
    DueBy,
    Kind,
    Nature,
    State,
    TicketImport,
    Verb,
)
from jiugai.apps.registry.models import Building, Estate, Household
from jiugai.kernel.errors import Refusal

ACTIONS: Final = {
    Verb.TAKEN: Action.DEMAND_TAKEN,
    Verb.ASSIGNED: Action.DEMAND_ASSIGNED,
    Verb.CONTACTED: Action.DEMAND_CONTACTED,
    Verb.EXTENDED: Action.DEMAND_EXTENDED,
    Verb.RAISED: Action.DEMAND_RAISED,
    Verb.ANSWERED: Action.DEMAND_ANSWERED,
    Verb.RATED: Action.DEMAND_RATED,
    Verb.REOPENED: Action.DEMAND_REOPENED,
    Verb.ENDED: Action.DEMAND_ENDED,
    Verb.LINKED: Action.DEMAND_LINKED,
    Verb.UNLINKED: Action.DEMAND_UNLINKED,
    Verb.WITHDRAWN: Action.DEMAND_WITHDRAWN,
}
#: What somebody says has at least so many signs.
SHORTEST: Final = 4


@dataclass(frozen=True, slots=True)
class Said:
    """What is written down of a demand when it comes."""

    text: str
    channel: Channel
    kind: Kind = Kind.OTHER
    nature: Nature = Nature.HELP
    building: Building | None = None
    household: Household | None = None
    asker: str = field(default="", repr=False)
    phone: str = field(default="", repr=False)
    ticket: str = ""
    organisation: Organisation | None = None
    due_on: date | None = None


@transaction.atomic
def take(
    *,
    estate: Estate,
    said: Said,
    by: Person | None,
    at: datetime,
    of_import: TicketImport | None = None,
) -> Demand:
    """Write a demand into the ledger; its day is counted from when it was made.

    `by` is None where a household did so itself. Raises Refusal without words, for a number of
    a ticket that is in the ledger, or if the estate is gone.
    """
    _refuse_unsound(estate, said)
    on = timezone.localdate(at)
    due_on, due_by = due_of(
        estate.division,
        said.kind,
        on=on,
        is_ticket=said.channel == Channel.HOTLINE,
        ticket_due=said.due_on,
    )
    demand = Demand(
        estate=estate,
        division=estate.division,
        building=said.building,
        household=said.household,
        text=said.text.strip(),
        kind=said.kind,
        nature=said.nature,
        channel=said.channel,
        ticket=said.ticket,
        asker=said.asker or None,
        phone=said.phone or None,
        asked_at=at,
        taken_by=by,
        of_import=of_import,
        state=State.ASSIGNED if said.organisation else State.NEW,
        organisation=said.organisation,
        due_on=due_on,
        due_by=due_by,
    )
    _insert(demand)
    keep_bands([demand])
    step(demand, Verb.TAKEN, by=by, on=on)
    if said.organisation:
        step(demand, Verb.ASSIGNED, by=by, on=on, words=str(said.organisation))
    return demand


def _insert(demand: Demand) -> None:
    """Insert a demand; the same ticket may have come elsewhere, or a moment ago."""
    try:
        with transaction.atomic():
            demand.save(force_insert=True)
    except IntegrityError as error:
        if not demand.ticket:
            raise
        raise Refusal(
            _("工单 {ticket} 刚刚登记过，或者在别处的台账里；没有再登记。").format(
                ticket=demand.ticket
            )
        ) from error


def _refuse_unsound(estate: Estate, said: Said) -> None:
    if estate.retired_on is not None:
        raise Refusal(_("这个小区已不在册，请登记到现在的小区。"))
    if len(said.text.strip()) < SHORTEST:
        raise Refusal(_("请写明是什么事、在哪里，几个字也可以。"))
    if said.ticket and (found := with_ticket(said.ticket)):
        raise Refusal(
            _("工单 {ticket} 已在台账里，编号 {number}。").format(
                ticket=said.ticket, number=found.number
            )
        )


def with_ticket(ticket: str) -> Demand | None:
    """Return the demand of a ticket that stands in the ledger, or None."""
    found = Demand.objects.filter(ticket=ticket).exclude(state=State.WITHDRAWN)
    return found.first() if ticket else None


def keep_bands(demands: list[Demand]) -> None:
    """Keep by which bands some new demands are found."""
    Band.objects.bulk_create(
        [
            Band(band=band, division=one.division, demand=one)
            for one in demands
            for band in set(bands_of(one.text))
        ],
        batch_size=5000,
    )


@transaction.atomic
def assign(*, pk: int, organisation: Organisation, kind: str, by: Person, on: date) -> Demand:
    """Name who has to answer; who is named first sees it through (条例 十四①)."""
    demand = locked(pk)
    _refuse_answered(demand)
    demand.organisation, demand.state = organisation, State.ASSIGNED
    demand.kind = kind or demand.kind
    save(demand, "organisation", "state", "kind")
    step(demand, Verb.ASSIGNED, by=by, on=on, words=str(organisation))
    return demand


@transaction.atomic
def contact(*, pk: int, words: str, by: Person, on: date) -> Demand:
    """Write down that who asked was called or visited, and what was said (条例 十五(一))."""
    demand = locked(pk)
    _refuse_answered(demand)
    said = spoken(words, _("请写明怎样联系的、对方怎么说。"))
    if demand.responded_on is None:
        demand.responded_on = on
        save(demand, "responded_on")
    step(demand, Verb.CONTACTED, by=by, on=on, words=said)
    return demand


@transaction.atomic
def extend(*, pk: int, until: date, words: str, by: Person, on: date) -> Demand:
    """Give a demand a later day, with the reason that who asked is told (条例 十五(二))."""
    demand = locked(pk)
    _refuse_answered(demand)
    said = spoken(words, _("请写明延长的理由，并告知诉求人。"))
    if until <= on or (demand.due_on is not None and until <= demand.due_on):
        raise Refusal(_("新的期限要晚于今天，也要晚于原来的期限。"))
    demand.due_on, demand.due_by = until, DueBy.EXTENDED
    save(demand, "due_on", "due_by")
    step(demand, Verb.EXTENDED, by=by, on=on, words=f"{until:%Y-%m-%d} {said}")
    return demand


@transaction.atomic
def raise_up(*, pk: int, words: str, by: Person | None, on: date) -> Demand:
    """Bring a demand before the office above (条例 二十); `by` is None where its day passed."""
    demand = locked(pk)
    _refuse_answered(demand)
    if demand.raised_on is not None:
        raise Refusal(_("已于 {on} 上报。").format(on=demand.raised_on))
    said = spoken(words, _("请写明难在哪里、请上级协调什么。"))
    demand.raised_on = on
    save(demand, "raised_on")
    step(demand, Verb.RAISED, by=by, on=on, words=said)
    return demand


@transaction.atomic
def withdraw(*, pk: int, words: str, by: Person, on: date) -> Demand:
    """Take back what was written down by mistake; it stays in the ledger, marked.

    Raises Refusal once it was answered, or while others are its repeats.
    """
    demand = locked(pk)
    _refuse_answered(demand)
    if demand.repeats.exclude(state=State.WITHDRAWN).exists():
        raise Refusal(_("有别的诉求认作它的重复，请先解除再撤销。"))
    said = spoken(words, _("请写明为什么撤销。"))
    demand.state = State.WITHDRAWN
    save(demand, "state")
    step(demand, Verb.WITHDRAWN, by=by, on=on, words=said)
    return demand


def _refuse_answered(demand: Demand) -> None:
    if not demand.is_open:
        raise Refusal(_("这件诉求现在是“{state}”。").format(state=demand.get_state_display()))


def locked(pk: int) -> Demand:
    """Return a demand that nobody else changes until this transaction ends."""
    return Demand.objects.select_for_update(of=("self",), no_key=True).get(pk=pk)


def save(demand: Demand, *fields: str) -> None:
    """Keep what changed of a locked demand."""
    demand.version += 1
    demand.save(update_fields=[*fields, "version"])


def spoken(words: str, otherwise: str) -> str:
    """Return words without blanks around them; raises Refusal if that is too little."""
    said = words.strip()
    if len(said) < SHORTEST:
        raise Refusal(otherwise)
    return said


def step(demand: Demand, verb: Verb, *, by: Person | None, on: date, words: str = "") -> None:
    """Add to what happened to a demand, and to the record."""
    DemandStep.objects.create(
        demand=demand, division=demand.division, verb=verb, words=words, by=by, on=on
    )
    record(ACTIONS[verb], demand, by=by, estate=demand.estate_id)
