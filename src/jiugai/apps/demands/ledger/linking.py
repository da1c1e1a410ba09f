"""Repeats: a person says that two demands are one matter; nothing is merged."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.demands.ledger.answering import give_answer
from jiugai.apps.demands.ledger.services import save, step
from jiugai.apps.demands.models import Demand, State, Verb
from jiugai.kernel.errors import Refusal


@transaction.atomic
def link(*, pk: int, to: int, by: Person, on: date) -> Demand:
    """Say that a demand repeats another; with it go its own repeats.

    Where the matter was answered, the answer is told at once (条例 十一③(三)). Raises Refusal
    for itself, for what was withdrawn, or where they are one matter already.
    """
    demand, matter = _both(pk, to)
    if State.WITHDRAWN in (demand.state, matter.state):
        raise Refusal(_("已撤销的诉求不能关联。"))
    for one in (demand, *_locked_repeats(demand)):
        one.matter = matter
        save(one, "matter")
        step(one, Verb.LINKED, by=by, on=on, words=matter.number)
        if one.is_open and matter.answer:
            give_answer(one, matter.answer, by=by, on=on)
    return demand


@transaction.atomic
def unlink(*, pk: int, by: Person, on: date) -> Demand:
    """Say that a demand is a matter of its own after all; raises Refusal if it is one."""
    demand = Demand.objects.select_for_update(of=("self",), no_key=True).get(pk=pk)
    if demand.matter is None:
        raise Refusal(_("这件诉求没有认作别的诉求的重复。"))
    former = demand.matter.number
    demand.matter = None
    save(demand, "matter")
    step(demand, Verb.UNLINKED, by=by, on=on, words=former)
    return demand


def _both(pk: int, to: int) -> tuple[Demand, Demand]:
    """Return a demand and the first of the other's matter, both locked in one order."""
    other = Demand.objects.filter(pk=to).first()
    if other is None:
        raise Refusal(_("没有这件诉求，请核对编号。"))
    first = other.matter_id or other.pk
    ids = sorted({pk, first})
    found = {
        one.pk: one
        for one in Demand.objects.select_for_update(of=("self",), no_key=True)
        .filter(pk__in=ids)
        .order_by("id")
    }
    demand, matter = found[pk], found[first]
    if matter.matter_id is not None:
        raise Refusal(_("那件诉求刚刚认作了别的诉求的重复，请再试一次。"))
    if demand.pk == matter.pk or demand.matter_id == matter.pk:
        raise Refusal(_("它们已经是同一件事。"))
    return demand, matter


def _locked_repeats(demand: Demand) -> list[Demand]:
    found = Demand.objects.select_for_update(of=("self",), no_key=True).filter(matter=demand.pk)
    return list(found.order_by("id"))
